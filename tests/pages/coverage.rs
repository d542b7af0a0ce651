//! The playbook in `content/` carries all that it is made from: no page goes without its ideas finding another.

use std::collections::BTreeSet;
use std::path::Path;

const FACTS: u32 = 175;

/// The numbers of the facts, each with a page that carries it.
fn carried() -> Vec<(u32, &'static str)> {
    include_str!("coverage.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let (number, page) = line.split_once(' ').unwrap_or_else(|| panic!("no page: {line}"));
            (number.parse().unwrap_or_else(|_| panic!("no number: {line}")), page)
        })
        .collect()
}

#[test]
fn every_fact_is_on_a_page() {
    let found: BTreeSet<u32> = carried().into_iter().map(|(number, _)| number).collect();
    let missing: Vec<u32> = (1..=FACTS).filter(|number| !found.contains(number)).collect();
    assert!(missing.is_empty(), "no page carries {missing:?}");
    assert_eq!(found.last(), Some(&FACTS), "there are {FACTS} facts");
}

#[test]
fn every_page_that_is_named_exists() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for (number, page) in carried() {
        let found =
            ["yaml", "md"].iter().any(|kind| content.join(format!("{page}.{kind}")).is_file());
        assert!(found, "{number} is said to be on {page}, which is not in content/");
    }
}

#[test]
fn the_list_is_sorted_and_names_no_page_twice_for_one_fact() {
    assert!(
        carried().windows(2).all(|pair| pair[0] < pair[1]),
        "sort the lines by number, then by page"
    );
}
