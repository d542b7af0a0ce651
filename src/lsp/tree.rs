//! The tree of an open text, as far as it can be read. It must not know what stands in it.

use std::sync::Arc;

use crate::load::front_matter;
use crate::source::Source;
use crate::tree::{Node, parse_toml, parse_yaml, parse_yaml_part};

/// The tree of a file of YAML or TOML, or of the front matter of a guide.
pub(super) fn tree(source: &Arc<Source>) -> Option<Node> {
    match ending(source.path()) {
        "md" => parse_yaml_part(source, front_matter(source.text())?.0).value,
        "toml" => Some(parse_toml(source).value),
        "yaml" | "yml" => parse_yaml(source).value,
        _ => None,
    }
}

/// How the name of a file ends, as the loader takes it.
pub(super) fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The headings of Markdown below the front matter: how deep, the words, and where each line stands.
pub(super) fn headings(source: &Source) -> Vec<(usize, String, std::ops::Range<usize>)> {
    let text = source.text();
    let start = front_matter(text).map_or(0, |(_, body)| body.start);
    let (mut at, mut is_code, mut found) = (start, false, Vec::new());
    for line in text[start..].split_inclusive('\n') {
        let words = line.trim_end();
        is_code ^= words.trim_start().starts_with("```") || words.trim_start().starts_with("~~~");
        let depth = words.bytes().take_while(|byte| *byte == b'#').count();
        if !is_code && (1..=6).contains(&depth) && words[depth..].starts_with(' ') {
            found.push((depth, words[depth..].trim().to_owned(), at..at + words.len()));
        }
        at += line.len();
    }
    found
}
