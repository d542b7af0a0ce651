//! A new page: what is needed is there to be written over, and every optional part is a comment.

use std::fmt::Write;

use crate::load::{DRAFT, File, ORIGINAL, TITLE};
use crate::markdown::slug;
use crate::model::Kind;
use crate::schema::{Key, Map, Need, Shape};
use crate::tree::scalar;

use super::editor::with_schema;

/// A page that is to be written.
#[derive(Debug)]
pub struct Blank {
    /// Its path from the project's root.
    pub path: String,
    /// What is to be written there, ending in a newline.
    pub text: String,
}

/// Stands before words that are to be written over; `twohats check` tells of it when it is left.
const MARK: &str = "TODO";

/// The most characters in a line of a comment.
const WIDTH: usize = 100;

/// A new page with this title, or `None` when the title has no letter and no digit to make a name of.
#[must_use]
pub fn blank(kind: Kind, title: &str) -> Option<Blank> {
    let id = Some(slug(title)).filter(|id| !id.is_empty())?;
    let path = format!("content/{}/{id}.{}", kind.folder(), kind.extension());
    let mut keys = String::new();
    map(&mut keys, File::Content(kind).map(), "", title.trim());
    let text = match kind.extension() {
        "md" => format!(
            "---\n{keys}---\n\n{MARK}: The text, in Markdown. Say first what a reader will be able to do.\n\n\
             ## A heading\n\nLink to other pages by their files, as in `[its title](../scenarios/its-file.yaml)`.\n"
        ),
        _ => with_schema(&path, &keys),
    };
    Some(Blank { path, text })
}

fn map(text: &mut String, map: &'static Map, indent: &str, title: &str) {
    for (at, key) in map.all().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        match key.name {
            name if name == TITLE.name => {
                let _ = writeln!(text, "{indent}{name}: {}", scalar(title));
                // A page that is being written is no page for readers.
                text.push_str(DRAFT.example);
                text.push_str(
                    "   # take this line out when the page is ready: until then no build has it\n",
                );
            }
            _ if key.need == Need::Needed => needed(text, key, indent, title),
            // The one stands above, the other in translations.
            name if [DRAFT.name, ORIGINAL.name].contains(&name) => text.truncate(text.len() - 1),
            _ => optional(text, key, indent),
        }
    }
}

/// A key that must be there, with words to write over.
fn needed(text: &mut String, key: &Key, indent: &str, title: &str) {
    let (name, about) = (key.name, key.about);
    let inner = format!("{indent}  ");
    match key.shape {
        Shape::Group(of) => {
            comment(text, about, indent);
            let _ = writeln!(text, "{indent}{name}:");
            map(text, of, &inner, title);
        }
        Shape::Groups(_) => {
            comment(text, about, indent);
            lines(text, key.example, indent, "");
        }
        Shape::Typed(types) => {
            comment(text, about, indent);
            lines(text, key.example, indent, "");
            for label in (types.all)().into_iter().filter_map(|one| one.all().next()) {
                text.push('\n');
                optional(text, label, &inner);
            }
        }
        Shape::Lines | Shape::Texts => {
            let _ = writeln!(text, "{indent}{name}:\n{indent}  - {}", to_write(about));
        }
        Shape::Prose => {
            let _ = writeln!(text, "{indent}{name}: |\n{indent}  {MARK}: {about}");
        }
        Shape::Text
        | Shape::Form(..)
        | Shape::Line
        | Shape::Ids(_)
        | Shape::Word(_)
        | Shape::YesNo
        | Shape::Number
        | Shape::Count(_)
        | Shape::Date
        | Shape::FieldId
        | Shape::Example(_)
        | Shape::Named
        | Shape::Languages(_)
        | Shape::Rules
        | Shape::Alike
        | Shape::Anything => {
            let _ = writeln!(text, "{indent}{name}: {}", to_write(about));
        }
    }
}

fn to_write(about: &str) -> String {
    scalar(&format!("{MARK}: {about}"))
}

/// A part that may be there: what it is for, and how it looks, both as comments. The `#` before a key has no
/// space after it, so that taking away just that gives the key.
fn optional(text: &mut String, key: &Key, indent: &str) {
    let mut about = key.about.to_owned();
    if let Shape::Word(_) = key.shape {
        let _ = write!(about, " {}.", key.shape.words());
    }
    comment(text, &about, indent);
    lines(text, key.example, indent, "#");
}

fn lines(text: &mut String, example: &str, indent: &str, mark: &str) {
    for line in example.lines() {
        let _ = writeln!(text, "{indent}{mark}{line}");
    }
}

fn comment(text: &mut String, about: &str, indent: &str) {
    let mut line = format!("{indent}#");
    for word in about.split_whitespace() {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            text.push_str(&line);
            text.push('\n');
            line = format!("{indent}#");
        }
        line.push(' ');
        line.push_str(word);
    }
    text.push_str(&line);
    text.push('\n');
}
