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

/// What may follow in a guide.
const MORE_OF_A_GUIDE: &str = "\n## A heading\n\nLink to other pages by their files, as in `[its title](../scenarios/its-file.yaml)`.\n";

/// The most characters in a line of a comment.
const WIDTH: usize = 100;

/// What a new page has besides its needed keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Besides {
    /// Every other key as a comment, for who reads the file.
    Comments,
    /// Nothing, for who is shown what could be there.
    Nothing,
}

/// A new page with this title, or `None` when the title has no letter and no digit to make a name of.
#[must_use]
pub fn blank(kind: Kind, title: &str, besides: Besides) -> Option<Blank> {
    let id = Some(slug(title)).filter(|id| !id.is_empty())?;
    let path = format!("content/{}/{id}.{}", kind.folder(), kind.extension());
    let mut keys = String::new();
    Writer { text: &mut keys, title: title.trim(), besides }.map(File::Content(kind).map(), "");
    let text = match kind.extension() {
        "md" => {
            let more = match besides {
                Besides::Comments => MORE_OF_A_GUIDE,
                Besides::Nothing => "",
            };
            format!(
                "---\n{keys}---\n\n{MARK}: The text, in Markdown. Say first what a reader will be able to do.\n{more}"
            )
        }
        _ => with_schema(&path, &keys),
    };
    Some(Blank { path, text })
}

/// The beginning of a translation: the title of its original, to be written over. `file` is that of the original, as a path
/// from the project's root; `None` where it is no file of content.
#[must_use]
pub fn translated(file: &str, language: &str, title: &str) -> Option<Blank> {
    let inside = file.strip_prefix("content/")?;
    let path = format!("content/{language}/{inside}");
    let keys = format!("{}: {}\n", TITLE.name, scalar(title));
    let (_, ending) = path.rsplit_once('.')?;
    let is_guide = ending == Kind::Guide.extension();
    let text = if is_guide { format!("---\n{keys}---\n") } else { with_schema(&path, &keys) };
    Some(Blank { path, text })
}

/// Writes the keys of a page.
struct Writer<'t> {
    text: &'t mut String,
    title: &'t str,
    besides: Besides,
}

impl Writer<'_> {
    fn map(&mut self, map: &'static Map, indent: &str) {
        for (at, key) in map.all().enumerate() {
            let is_needed = key.need == Need::Needed || key.name == TITLE.name;
            if self.besides == Besides::Nothing && !is_needed {
                continue;
            }
            if at > 0 && self.besides == Besides::Comments {
                self.text.push('\n');
            }
            match key.name {
                name if name == TITLE.name => {
                    let _ = writeln!(self.text, "{indent}{name}: {}", scalar(self.title));
                    // A page that is being written is no page for readers.
                    self.text.push_str(DRAFT.example);
                    self.text.push_str(match self.besides {
                        Besides::Comments => {
                            "   # take this line out when the page is ready: until then no build has it\n"
                        }
                        Besides::Nothing => "\n",
                    });
                }
                _ if key.need == Need::Needed => self.needed(key, indent),
                // The one stands above, the other in translations.
                name if [DRAFT.name, ORIGINAL.name].contains(&name) => {
                    self.text.truncate(self.text.len() - 1);
                }
                _ => optional(self.text, key, indent),
            }
        }
    }

    /// A key that must be there, with words to write over.
    fn needed(&mut self, key: &Key, indent: &str) {
        let (name, about) = (key.name, key.about);
        let inner = format!("{indent}  ");
        match key.shape {
            Shape::Group(of) => {
                self.comment(about, indent);
                let _ = writeln!(self.text, "{indent}{name}:");
                self.map(of, &inner);
            }
            Shape::Groups(_) => {
                self.comment(about, indent);
                lines(self.text, key.example, indent, "");
            }
            Shape::Typed(types) => {
                self.comment(about, indent);
                lines(self.text, key.example, indent, "");
                let labels = (types.all)().into_iter().filter_map(|one| one.all().next());
                for label in labels.filter(|_| self.besides == Besides::Comments) {
                    self.text.push('\n');
                    optional(self.text, label, &inner);
                }
            }
            Shape::Lines | Shape::Texts => {
                let _ = writeln!(self.text, "{indent}{name}:\n{indent}  - {}", to_write(about));
            }
            Shape::Prose => {
                let _ = writeln!(self.text, "{indent}{name}: |\n{indent}  {MARK}: {about}");
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
                let _ = writeln!(self.text, "{indent}{name}: {}", to_write(about));
            }
        }
    }

    fn comment(&mut self, about: &str, indent: &str) {
        if self.besides == Besides::Comments {
            comment(self.text, about, indent);
        }
    }
}

/// Words that are to be written over.
#[must_use]
pub fn to_write_over(about: &str) -> String {
    format!("{MARK}: {about}")
}

fn to_write(about: &str) -> String {
    scalar(&to_write_over(about))
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
