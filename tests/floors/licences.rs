//! Licences stand in two lists, each in the form of the tool that reads it: what may be built on, and what a release gives notice of.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

fn table(file: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(path).expect("it is there");
    text.parse().expect("it is TOML")
}

fn names(list: &Value) -> BTreeSet<String> {
    let list = list.as_array().expect("it is a list").iter();
    list.map(|name| name.as_str().expect("it is a name").to_owned()).collect()
}

#[test]
fn a_release_takes_every_licence_that_a_crate_may_have() {
    let deny = table("deny.toml");
    let allowed = names(&deny["licenses"]["allow"]);
    let exceptions = deny["licenses"]["exceptions"].as_array().expect("it is a list").iter();
    let of_some: BTreeSet<String> = exceptions.flat_map(|one| names(&one["allow"])).collect();
    let taken = names(&table("xtask/release/about.toml")["accepted"]);
    let lacking: Vec<_> = allowed.difference(&taken).collect();
    assert!(lacking.is_empty(), "xtask/release/about.toml lacks {lacking:?}");
    let more: Vec<_> =
        taken.iter().filter(|name| !allowed.contains(*name) && !of_some.contains(*name)).collect();
    assert!(more.is_empty(), "deny.toml lacks {more:?}");
}
