//! What could be typed in the files of a theme: words of the interface, and in layouts the blocks and what they are given,
//! as the default theme has them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::theme::default_file;
use crate::tree::{Value, parse_toml};

use super::super::lookup::entries;
use super::item::{Item, Sign, Wanted};

/// The English words, which every language has.
const ENGLISH: &str = "wording/en.toml";

/// The words that a file of wording could say too.
pub(super) fn words(wanted: &Wanted<'_>) -> Option<(Range<usize>, Vec<Item>)> {
    let (text, offset) = (wanted.source.text(), wanted.offset);
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    if text[start..offset].contains(['=', '#', '[']) {
        return None;
    }
    let header = |line: &str| Some(line.trim().strip_prefix('[')?.split(']').next()?.to_owned());
    let table = text[..start].lines().rev().find_map(header).unwrap_or_default();
    let from = start + text[start..].len() - text[start..].trim_start_matches(' ').len();
    let line = &text[from..];
    let end = from + line.find(['=', '\n']).map_or(line.len(), |at| line[..at].trim_end().len());
    let has_value = text[end..].trim_start_matches(' ').starts_with('=');
    let tables = english();
    let there: BTreeSet<&str> =
        text.lines().filter_map(|line| Some(line.split_once('=')?.0.trim())).collect();
    let own = tables.get(&table)?.iter().filter(|(name, _)| !there.contains(name.as_str()));
    let item = |(name, words): (&String, &String)| {
        let mut item = Item::new(name, Sign::Word);
        item.detail.clone_from(words);
        if !has_value {
            item.text =
                format!("{name} = \"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""));
        }
        item
    };
    Some((from.min(offset)..end.max(offset), own.map(item).collect()))
}

/// The English words by their tables.
fn english() -> BTreeMap<String, BTreeMap<String, String>> {
    let source = crate::source::Source::new(ENGLISH, default_file(ENGLISH).unwrap_or_default());
    let root = parse_toml(&source.into()).value;
    let mut tables: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut open = vec![(String::new(), &root)];
    while let Some((table, node)) = open.pop() {
        for (key, node) in entries(node) {
            match &node.value {
                Value::Text(text) => {
                    let words = tables.entry(table.clone()).or_default();
                    words.insert(key.name.clone(), text.text.clone());
                }
                _ => open.push((crate::tree::join(&table, &key.name), node)),
            }
        }
    }
    tables
}

/// The blocks of a layout, or what it is given.
pub(super) fn parts(wanted: &Wanted<'_>) -> Option<(Range<usize>, Vec<Item>)> {
    let (text, offset) = (wanted.source.text(), wanted.offset);
    let start = ["{{", "{%"].iter().filter_map(|mark| text[..offset].rfind(mark)).max()?;
    let typed = &text[start + 2..offset];
    if typed.contains(['}', '"', '\'']) {
        return None;
    }
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_');
    let from = offset - typed.len() + typed.trim_end_matches(is_part).len();
    let rest = &text[offset..];
    let range = from..offset + rest.len() - rest.trim_start_matches(is_part).len();
    let layout = wanted.source.path().split("/layouts/").nth(1)?;
    let files: Vec<&str> = [layout, "base.html"]
        .into_iter()
        .filter_map(|name| default_file(&format!("layouts/{name}")))
        .collect();
    let is_block = text[start..offset].starts_with("{% block")
        || text[start..offset].starts_with("{% endblock");
    let names: BTreeSet<&str> = if is_block {
        let blocks = files.iter().flat_map(|file| file.split("{% block ").skip(1));
        blocks.filter_map(|rest| rest.split_whitespace().next()).collect()
    } else {
        files.iter().flat_map(|file| given(file)).collect()
    };
    let sign = if is_block { Sign::Place } else { Sign::Field };
    Some((range, names.into_iter().map(|name| Item::new(name, sign)).collect()))
}

/// What a layout of ours uses of all that it is given.
fn given(layout: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_');
    let tags = layout.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default());
    let words = tags.flat_map(move |tag| tag.split(move |letter| !is_part(letter)));
    words.filter(|word| {
        word.contains('.') && word.starts_with(char::is_lowercase) && !word.contains(".html")
    })
}
