//! Lines and marks of programs that read more than Markdown: MkDocs, Docusaurus, Obsidian. Here they are words that
//! readers see.

use std::ops::Range;

use super::block::{Block, HIDDEN, Line, Place, Stray, WINDOW};

/// Languages of boxes of code that other programs draw.
const DRAWINGS: [&str; 2] = ["mermaid", "plantuml"];

pub(super) fn find(block: &Block<'_>, found: &mut Vec<Stray>) {
    if block.place != Place::Cell {
        let lines = block.lines.iter();
        let stray = |line: &Line<'_>| Some(block.shown(line.whole(), instead(block, line)?));
        found.extend(lines.filter_map(stray));
    }
    found.extend(marked(block));
    found.extend(component(block));
}

/// What to write in the place of a line that is meant for another program.
fn instead(block: &Block<'_>, line: &Line<'_>) -> Option<&'static str> {
    let words = line.words.trim_end();
    if words.contains(HIDDEN) {
        None
    } else if block.place == Place::Paragraph && is_script(words) {
        Some("take it out: it is for a program that runs pages as scripts")
    } else if words.starts_with("=== \"") && words.ends_with('"') {
        Some(
            "write a heading of its own for each of these, as in `### On paper`: there are no tabs here",
        )
    } else if words.starts_with("--8<--") {
        Some("put the words of that file here, or a link to it: no file is put into another here")
    } else if words.starts_with("*[") && words.contains("]: ") {
        Some("say in the text what the letters stand for, where they come first")
    } else if words.len() > 4 && words.starts_with("%%") && words.ends_with("%%") {
        Some("write `<!--` before it and `-->` behind it, so that readers do not see it")
    } else if is_formula(block, words) {
        Some("put the formula in as a picture, or write it in words: formulas are not set here")
    } else {
        None
    }
}

/// `import Tabs from './tabs';` and `export default Tabs`, and no sentence that begins with such a word.
fn is_script(words: &str) -> bool {
    let file = |rest: &str| {
        let name = rest.trim_end_matches(';');
        let quote = name.chars().next_back().filter(|last| matches!(last, '\'' | '"'))?;
        let inside = name[..name.len() - 1].rsplit(quote).next()?;
        Some(rest.ends_with(';') || inside.contains(['.', '/', '@']))
    };
    if let Some(rest) = words.strip_prefix("import ") {
        return file(rest) == Some(true);
    }
    let Some(rest) = words.strip_prefix("export ") else { return false };
    match rest.split_once(' ') {
        Some(("const" | "let", rest)) => rest.contains(" = "),
        Some(("function", rest)) => rest.contains('('),
        Some(("default", rest)) => {
            !rest.trim_end_matches(';').contains(' ') || rest.starts_with(['{', '(', '['])
        }
        _ => false,
    }
}

/// `$$a^2$$` on one line or over several, and no price.
fn is_formula(block: &Block<'_>, words: &str) -> bool {
    words.starts_with("$$") && !block.words.contains("$$$") && block.words.matches("$$").count() > 1
}

/// `==marked==`
fn marked(block: &Block<'_>) -> Option<Stray> {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let (words, mut from) = (block.words, 0);
    while let Some(at) = words[from..].find("==").map(|at| from + at) {
        from = at + 2;
        let Some(end) = near(&words[from..]).find("==").map(|end| from + end) else { continue };
        let is_apart = !words[..at]
            .ends_with(|letter: char| letter == '=' || letter.is_alphanumeric())
            && !words[end + 2..]
                .starts_with(|letter: char| letter == '=' || letter.is_alphanumeric());
        let inside = &words[at + 2..end];
        if is_apart && is_word(inside.chars().next()) && is_word(inside.chars().next_back()) {
            let help = "write it between `**`: nothing is marked in colour here";
            return Some(block.shown(at..end + 2, help));
        }
    }
    None
}

/// What is left of a line, as far as is looked.
fn near(words: &str) -> &str {
    let window = &words[..words.floor_char_boundary(WINDOW)];
    window.lines().next().unwrap_or_default()
}

/// `</TabItem>` and `<Card />`: a name that ends what begins elsewhere, or itself, was left for no reader to fill in.
fn component(block: &Block<'_>) -> Option<Stray> {
    let words = block.words;
    words.match_indices('<').find_map(|(at, _)| {
        let rest = near(&words[at + 1..]);
        let (closes, name) = rest.strip_prefix('/').map_or((false, rest), |name| (true, name));
        let end = rest.find('>')?;
        let tag = rest[..end].trim_start_matches('/').trim_end_matches('/');
        let (first, more) = tag.split_once(' ').unwrap_or((tag, ""));
        let is_name =
            |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        let is_one = name.starts_with(|first: char| first.is_ascii_uppercase())
            && is_name(first)
            && (more.trim().is_empty() || more.contains('='))
            && (closes || rest[..end].ends_with('/'));
        let help = "take it out, and what belongs to it: it is a part of another program’s page";
        is_one.then(|| block.shown(at..at + 2 + end, help))
    })
}

/// A box of code that another program shows as a drawing.
pub(super) fn drawing(text: &str, range: &Range<usize>) -> Option<(usize, Stray)> {
    let line = text[range.clone()].lines().next().unwrap_or_default();
    let language = line.trim_start_matches(['`', '~']).trim_start();
    let name = language.split([' ', '{', ',']).next().unwrap_or_default().trim_end();
    DRAWINGS.contains(&name).then(|| {
        let message = format!("`{name}` is shown as code, and not as a drawing");
        let help =
            "save the drawing as a picture and put that in, as in `![Who asks whom](who-asks.svg)`";
        let at = 0..line.len();
        (range.start, Stray { at, message, help: help.to_owned(), fix: None })
    })
}
