//! Cuts Rust into words and finds the paths that start at the crate's root. It knows as much of the
//! language as the house rules need: comments and literals are skipped, everything else is a word.

/// An identifier, `::`, or one other character.
#[derive(Debug, PartialEq)]
pub struct Word {
    pub text: String,
    pub line: usize,
}

/// The words that start a path and so may name an outside crate: one before `::`, or all of a `use`.
pub fn path_starts(words: &[Word]) -> impl Iterator<Item = &Word> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let starts = move |at: usize| {
        let before = if at == 0 { "" } else { text(at - 1) };
        let alone = before == "use" && [";", "as"].contains(&text(at + 1));
        before != "::" && (text(at + 1) == "::" || alone)
    };
    words.iter().enumerate().filter(move |(at, _)| starts(*at)).map(|(_, word)| word)
}

/// Every word outside comments, strings and characters.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some(first) = rest.chars().next() {
        let skipped = skip(rest);
        let name = rest.find(|c: char| !is_of_a_name(c)).unwrap_or(rest.len());
        let length = match name {
            _ if skipped > 0 => skipped,
            0 if rest.starts_with("::") => 2,
            0 => first.len_utf8(),
            _ => name,
        };
        let (taken, remaining) = rest.split_at(length);
        if skipped == 0 && !first.is_whitespace() {
            found.push(Word { text: taken.to_owned(), line });
        }
        line += taken.matches('\n').count();
        rest = remaining;
    }
    found
}

fn is_of_a_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The length of the comment or literal that the text starts with, or 0.
fn skip(text: &str) -> usize {
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return block_comment(text);
    }
    let bare = text.strip_prefix(['b', 'c']).unwrap_or(text);
    let prefix = text.len() - bare.len();
    if let Some(raw) = bare.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = prefix + 1 + hashes + 1;
            return text[body..].find(&end).map_or(text.len(), |at| body + at + end.len());
        }
    }
    if bare.starts_with('"') {
        return prefix + quoted(bare, '"');
    }
    // `'a'` and `'\n'` are characters, `'a` is a lifetime.
    let mut letters = bare.chars();
    if letters.next() == Some('\'')
        && (letters.next() == Some('\\') || letters.next() == Some('\''))
    {
        return prefix + quoted(bare, '\'');
    }
    0
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        match &text.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn quoted(text: &str, quote: char) -> usize {
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            letters.next();
        } else if letter == quote {
            return at + 1;
        }
    }
    text.len()
}

/// The first name of every path from the crate's root, with its line: `crate::plan::Plan` gives `plan`,
/// `crate::{plan, model::Role}` both names, and `super::super::plan` is seen through. `depth` is how many
/// modules deep the file is.
pub fn paths_from_root(words: &[Word], depth: usize) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    // For each open brace, whether it belongs to a `mod` written in the file.
    let mut braces: Vec<bool> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match word.text.as_str() {
            "{" => braces.push(at >= 2 && words[at - 2].text == "mod"),
            "}" => {
                braces.pop();
            }
            "crate" => names_after(&words[at + 1..], &mut found),
            "super" if at == 0 || words[at - 1].text != "::" => {
                let depth = depth + braces.iter().filter(|module| **module).count();
                let climbed =
                    words[at..].chunks(2).take_while(|pair| pair[0].text == "super").count();
                if climbed >= depth {
                    names_after(&words[at + 2 * climbed - 1..], &mut found);
                }
            }
            _ => {}
        }
    }
    found
}

/// The names that `::name` or `::{name, name::more}` starts with.
fn names_after(words: &[Word], found: &mut Vec<(usize, String)>) {
    let [colons, first, rest @ ..] = words else {
        return;
    };
    if colons.text != "::" {
        return;
    }
    if first.text != "{" {
        found.push((first.line, first.text.clone()));
        return;
    }
    let (mut depth, mut fresh) = (1, true);
    for word in rest {
        match word.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 1 => fresh = true,
            name if fresh => {
                found.push((word.line, name.to_owned()));
                fresh = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_root(text: &str, depth: usize) -> Vec<String> {
        let found = paths_from_root(&words(text), depth);
        found.into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn groups_and_paths_within_code_are_seen() {
        let text = "use crate::{plan::{Plan, View}, model};\nfn f() -> crate::yaml::Tree {}";
        assert_eq!(from_root(text, 2), ["plan", "model", "yaml"]);
    }

    #[test]
    fn climbing_to_the_root_is_seen() {
        assert_eq!(from_root("use super::super::plan::Plan; use super::menu;", 2), ["plan"]);
        assert_eq!(from_root("mod tests { use super::*; }", 1), [""; 0]);
        assert_eq!(from_root("use super::plan;", 1), ["plan"]);
    }

    #[test]
    fn comments_and_literals_are_skipped() {
        let text = r##"// crate::a
            /* crate::b /* nested */ crate::c */ let x = "crate::d \" crate::e";
            let y = r#"crate::f "quoted" "#; let z = '"'; let l: &'a str = '\''; crate::g::h"##;
        assert_eq!(from_root(text, 1), ["g"]);
    }

    #[test]
    fn a_word_knows_its_line() {
        assert_eq!(words("//\n\"\n\"\nx")[0], Word { text: "x".into(), line: 4 });
    }
}
