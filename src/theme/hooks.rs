//! What our scripts look for in pages, as the default theme's `hooks.toml` says it.

use std::sync::LazyLock;

use crate::tree::{Node, Value, parse_toml};

use super::embedded::FILES;
use super::file::File;

/// A mark that a script finds its way by.
#[derive(Debug)]
pub struct Hook {
    /// The script: `site.js`.
    pub script: &'static str,
    /// The kind of page, or the class of one, that has to have it; `every` for all.
    pub on: &'static str,
    /// The attribute: `class`.
    pub attribute: &'static str,
    /// One word of what the attribute says: `find`.
    pub value: &'static str,
    /// Both as they stand in a layout: `class="find"`.
    pub written: &'static str,
    /// What no longer works without it.
    pub without: &'static str,
}

static TREE: LazyLock<Option<Node>> = LazyLock::new(|| {
    let Some(File::Text(source)) = FILES.get("hooks.toml") else { return None };
    Some(parse_toml(source).value)
});

/// Every hook, by script.
pub static HOOKS: LazyLock<Vec<Hook>> = LazyLock::new(|| {
    let mut hooks = Vec::new();
    for (script, kinds) in TREE.iter().flat_map(entries) {
        for (on, all) in entries(kinds) {
            for (written, node) in entries(all) {
                let (Some((attribute, value)), Value::Text(without)) =
                    (written.split_once('='), &node.value)
                else {
                    continue;
                };
                let (value, without) = (value.trim_matches('"'), without.text.as_str());
                hooks.push(Hook { script, on, attribute, value, written, without });
            }
        }
    }
    hooks
});

fn entries(node: &'static Node) -> impl Iterator<Item = (&'static str, &'static Node)> {
    let entries = match &node.value {
        Value::Map(entries) => entries.as_slice(),
        Value::Text(_) | Value::List(_) => &[],
    };
    entries.iter().map(|(key, node)| (key.name.as_str(), node))
}
