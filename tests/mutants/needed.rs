//! Every key that is needed, taken out with all that stands behind it.

use std::collections::BTreeSet;
use std::ptr;

use twohats::load::File;
use twohats::model::Kind;
use twohats::schema::{Key, Map, Need, Shape};

use crate::book::{
    Mutant, Written, assert_none, each_key, keys_of, sources, survivors_alone, trees, written,
};

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn every_needed_key_that_is_missing_is_told_where_it_belongs() {
    let sources = sources();
    let mut mutants = Vec::new();
    for (source, tree) in trees(&sources) {
        let text = source.text();
        for Written { path, key, node, declared } in written(&tree, keys_of(source.path()), "") {
            if declared.need == Need::Optional {
                continue;
            }
            let start = key.span.range().start;
            // What belongs to a text in a block goes on to the next key.
            let behind = node.span.range().end.max(key.span.range().end);
            let end = end_of_line(text, text[..behind].trim_end().len());
            let before = &text[text[..start].rfind('\n').map_or(0, |at| at + 1)..start];
            let is_first_of_an_item = !before.trim().is_empty();
            // The dash stays, and the keys below it are what is left of the item.
            let range =
                if is_first_of_an_item { start..end - 1 } else { start - before.len()..end };
            let with = String::new();
            let line = line_of_the_rest(source.text(), range.clone(), &tree, &path);
            let (path, key) = (source.path().to_owned(), path);
            mutants.push(Mutant { path, range, with, line, key, rules: &["missing-field"] });
        }
    }
    assert_none(&survivors_alone(&sources, &mutants), mutants.len());
}

fn end_of_line(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at + 1)
}

/// The line of the first key that is left beside the one that was taken out, after it was.
fn line_of_the_rest(
    text: &str,
    taken: std::ops::Range<usize>,
    tree: &twohats::tree::Node,
    path: &str,
) -> usize {
    let parent = path.rsplit_once('.').map_or("", |(parent, _)| parent);
    let mut first = None;
    let mut alone = None;
    let mut look = |at: &str, start: usize| {
        if at == parent {
            alone = Some(start);
        }
        let is_beside =
            at != path && at.rsplit_once('.').map_or("", |(parent, _)| parent) == parent;
        if is_beside && first.is_none() {
            first = Some(start);
        }
    };
    each_key(tree, "", &mut |at, key, _| look(at, key.span.range().start));
    // Of a group that had nothing else, the key of the group is what is left.
    let place = first.or(alone).unwrap_or_default();
    let gone = if place > taken.start { text[taken].matches('\n').count() } else { 0 };
    text[..place].matches('\n').count() + 1 - gone
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn our_own_playbook_has_every_key_that_is_needed() {
    let sources = sources();
    let trees = trees(&sources);
    let files = trees.iter().map(|(source, tree)| (keys_of(source.path()), tree));
    let keys = files.flat_map(|(map, tree)| written(tree, map, ""));
    let there: BTreeSet<*const Key> = keys.map(|one| ptr::from_ref(one.declared)).collect();
    for kind in Kind::ALL {
        let missing = needed(File::Content(kind).map()).into_iter();
        let missing = missing.filter(|key| !there.contains(&ptr::from_ref(*key)));
        let missing: Vec<&str> = missing.map(|key| key.name).collect();
        assert!(missing.is_empty(), "no {} has {missing:?}", kind.name());
    }
}

/// The keys that are needed in a group or below it, but for the types with which fields start.
fn needed(map: &'static Map) -> Vec<&'static Key> {
    let below = |key: &'static Key| match key.shape {
        Shape::Group(map) | Shape::Groups(map) => needed(map),
        Shape::Typed(types) => {
            let types = (types.all)().into_iter();
            types
                .flat_map(|one| needed(one).into_iter().filter(|key| key.name != one.name))
                .collect()
        }
        _ => Vec::new(),
    };
    let own = map.all().filter(|key| key.need == Need::Needed);
    own.chain(map.all().flat_map(below)).collect()
}
