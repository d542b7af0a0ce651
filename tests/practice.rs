//! The exercises of our own playbook are not won by whoever looks at lengths or places: a good answer is seldom the
//! longest, and stands first, second and third about as often. Which one is good, each page says in `extra`, where
//! readers do not see it.

use std::path::Path;

use twohats::load::allowed;
use twohats::source::read;
use twohats::tree::{Node, Value, parse_yaml};

/// On how many pages of a hundred the good answer may be the longest.
const LONGEST_IN_A_HUNDRED: usize = 40;

/// On how many pages of a hundred it may stand in the same place.
const SAME_PLACE_IN_A_HUNDRED: usize = 50;

/// What one may choose from on a page.
struct Exercise {
    path: String,
    /// How many words each answer has.
    words: Vec<usize>,
    /// The place of the good one, from 0, where the page says it.
    good: Option<usize>,
}

/// The exercises of all situations.
fn exercises() -> Vec<Exercise> {
    let book = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = read(book, allowed).expect("our own playbook can be read");
    let pages = sources.texts.iter().filter(|(path, _)| path.starts_with("content/scenarios/"));
    let exercises = pages.filter_map(|(path, source)| {
        let page = parse_yaml(source).value.expect("our own playbook is YAML");
        let Value::List(choices) = &below(below(&page, "practice")?, "choices")?.value else {
            return None;
        };
        let words = choices.iter().map(|choice| below(choice, "say").map_or(0, words)).collect();
        let good = below(&page, "extra").and_then(|extra| below(extra, "good-answer"));
        let good = good.and_then(|good| text(good).parse::<usize>().ok()?.checked_sub(1));
        Some(Exercise { path: path.clone(), words, good })
    });
    exercises.collect()
}

/// What stands behind a key of a group.
fn below<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
}

fn text(node: &Node) -> &str {
    match &node.value {
        Value::Text(text) => &text.text,
        _ => "",
    }
}

fn words(node: &Node) -> usize {
    text(node).split_whitespace().count()
}

#[test]
fn each_page_says_which_answer_is_the_good_one() {
    let silent: Vec<_> = exercises()
        .into_iter()
        .filter(|one| one.good.is_none_or(|good| good >= one.words.len()))
        .map(|one| one.path)
        .collect();
    assert!(
        silent.is_empty(),
        "write below `extra:` which answer is good, as in `good-answer: 2`:\n  {}\n",
        silent.join("\n  ")
    );
}

#[test]
fn the_good_answer_is_seldom_the_longest() {
    let exercises = exercises();
    let longest = exercises
        .iter()
        .filter(|one| one.good.and_then(|good| one.words.get(good)) == one.words.iter().max());
    let longest: Vec<_> = longest.map(|one| one.path.as_str()).collect();
    assert!(
        longest.len() * 100 <= exercises.len() * LONGEST_IN_A_HUNDRED,
        "on {} of {} pages the good answer is the longest:\n  {}\n",
        longest.len(),
        exercises.len(),
        longest.join("\n  ")
    );
}

#[test]
fn the_good_answer_stands_in_every_place() {
    let exercises = exercises();
    for place in 0..3 {
        let here = exercises.iter().filter(|one| one.good == Some(place)).count();
        assert!(
            here * 100 <= exercises.len() * SAME_PLACE_IN_A_HUNDRED,
            "on {here} of {} pages the good answer stands at place {}",
            exercises.len(),
            place + 1
        );
    }
}
