//! Keys that could stand in a group: those that are needed first.

use crate::load::ORIGINAL;
use crate::schema::{Filled, Key, Map, Need, Shape};

use super::super::here::{Here, Language};
use super::super::words::about_key;
use super::item::{Item, Sign, Wanted};

/// The keys that are not there yet.
pub(super) fn keys(wanted: &Wanted<'_>, here: &Here, has_colon: bool) -> Vec<Item> {
    let typed = &wanted.source.text()[here.range.clone()];
    let mut left = here.names.iter().filter(|name| *name == typed).count();
    // The key that is typed is no other one.
    let there = here.names.iter().filter(|name| {
        let is_own = *name == typed && left > 0;
        left -= usize::from(is_own);
        !is_own
    });
    let there: Vec<&str> = there.map(String::as_str).collect();
    let labels = here.types.map(|types| (types.all)()).unwrap_or_default();
    let labels = labels.into_iter().filter_map(|map| map.all().next());
    let one_of = here.declared.map_or(&[][..], |one| one.one_of());
    let is_chosen = one_of.iter().any(|name| there.contains(name));
    let own = here.declared.into_iter().flat_map(|one| one.keys());
    let is_open = |key: &&Key| {
        let is_other = is_chosen && one_of.contains(&key.name);
        !there.contains(&key.name) && !is_other && key.name != ORIGINAL.name
    };
    let mut keys: Vec<&'static Key> = labels.chain(own).filter(is_open).collect();
    keys.sort_by_key(|key| key.need == Need::Optional);
    keys.into_iter().map(|key| item(wanted, here, key, has_colon)).collect()
}

fn item(wanted: &Wanted<'_>, here: &Here, key: &'static Key, has_colon: bool) -> Item {
    let detail = match key.need {
        Need::Needed => format!("needed: {}", key.shape.words()),
        Need::Optional => key.shape.words(),
    };
    let mut item = Item::new(key.name, Sign::Key);
    item.about = about_key(key);
    item.detail = detail;
    if has_colon {
        return item;
    }
    let snippet = match here.language {
        Language::Yaml => in_yaml(key, here.types.is_none()),
        Language::Toml => in_toml(key, here.path.is_empty()),
    };
    item.is_snippet = wanted.offers.has_snippets;
    item.text = if wanted.offers.has_snippets { snippet } else { plain(&snippet) };
    item
}

/// A key with what it looks like, and places to be filled in. An editor indents the lines as the first one.
fn in_yaml(key: &Key, is_group: bool) -> String {
    let name = key.name;
    match key.shape {
        Shape::Group(map) => format!("{name}:\n  {}", first_of(map)),
        Shape::Groups(map) => format!("{name}:\n  - {}", first_of(map)),
        Shape::Typed(types) => {
            let names: Vec<&str> = (types.all)().iter().map(|map| map.name).collect();
            format!("{name}:\n  - ${{1|{}|}}: $0", names.join(","))
        }
        Shape::Prose => format!("{name}: |\n  $0"),
        Shape::Lines | Shape::Texts | Shape::Alike => format!("{name}:\n  - $0"),
        Shape::Ids(_) => format!("{name}: [$0]"),
        Shape::Word(words) => format!("{name}: ${{1|{}|}}", words().join(",")),
        Shape::YesNo | Shape::Example(Filled::Tick) => format!("{name}: ${{1|yes,no|}}"),
        Shape::Named | Shape::Languages(_) | Shape::Rules => format!("{name}:\n  $0"),
        _ if is_group || key.need == Need::Needed => format!("{name}: $0"),
        _ => format!("{name}: "),
    }
}

/// The keys that a group must have, or the one that it starts with.
fn first_of(map: &'static Map) -> String {
    let needed = map.all().filter(|key| key.need == Need::Needed);
    let first = needed.chain(map.all()).next();
    first.map_or_else(|| "$0".to_owned(), |key| format!("{}: $0", key.name))
}

fn in_toml(key: &Key, is_top: bool) -> String {
    let name = key.name;
    if is_top {
        let tag = if matches!(key.shape, Shape::Languages(_)) { ".$1" } else { "" };
        return format!("[{name}{tag}]\n$0");
    }
    match key.shape {
        Shape::YesNo => format!("{name} = ${{1|true,false|}}"),
        Shape::Number | Shape::Count(_) => format!("{name} = $0"),
        Shape::Word(words) => format!("{name} = \"${{1|{}|}}\"", words().join(",")),
        Shape::Texts | Shape::Lines | Shape::Ids(_) => format!("{name} = [\"$0\"]"),
        Shape::Alike => format!("{name} = [[\"$0\"]]"),
        _ => format!("{name} = \"$0\""),
    }
}

/// The same for an editor that fills in nothing.
fn plain(snippet: &str) -> String {
    let mut text = snippet.replace("$0", "").replace("$1", "");
    while let Some((before, rest)) = text.split_once("${1|") {
        let after = rest.split_once("|}").map_or("", |(_, after)| after);
        text = format!("{before}{after}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn places_to_be_filled_in_are_left_empty_where_an_editor_knows_none() {
        assert_eq!(plain("level: ${1|core,deep|}"), "level: ");
        assert_eq!(plain("fields:\n  - ${1|a,b|}: $0"), "fields:\n  - : ");
        assert_eq!(plain("[book]\n$0"), "[book]\n");
    }
}
