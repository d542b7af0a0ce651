//! A file is changed as its author would have changed it: one value is written anew, and every other byte stays.
//!
//! A change names a place in the file and what is to stand there; it becomes edits of the source. A text keeps the form
//! that it has if that can hold it, else it is written in the next that can. What would be written is read again, and
//! where what is read is not what was typed, or anything else would change, nothing is written. This room must not know
//! who changes a file, nor how files are written to the disk.

mod body;
mod change;
mod declared;
mod document;
mod form;
mod fresh;
mod hand;
mod keys;
mod lines;
mod list;
mod make;
mod place;
mod refusal;
mod rows;
mod scalar;
mod seen;
mod spot;
mod text;
mod toml_keys;
mod toml_text;
mod typed;
mod values;

use std::ops::Range;
use std::sync::Arc;

use crate::edit::{Edit, apply};
use crate::load::File;
use crate::source::Source;

pub use change::{Change, Signs, Value};
pub use declared::Declared;
pub use place::{Place, Step};
pub use refusal::Refusal;
pub use values::{Listed, values};

use document::Document;
use make::Make;
use seen::Seen;
use text::Cut;
use typed::typed_body;

/// Where the text of a guide stands, below its front matter; `None` where the file has none.
#[must_use]
pub fn body(source: &Arc<Source>, file: File) -> Option<Range<usize>> {
    Document::read(source, file).ok()?.body
}

/// A file with changes made.
#[derive(Debug)]
pub struct Amended {
    /// What makes them, in their order: those of one change are for what the changes before it made.
    pub edits: Vec<Edit>,
    /// What the file is then.
    pub source: Arc<Source>,
    /// Control signs that were typed and taken out.
    pub taken: Vec<char>,
}

/// Makes changes in a file of this kind, one after another.
///
/// # Errors
/// When the file cannot be read, or a change has no place in it; or when what would be read is not what was typed. Then
/// none of the changes is made.
pub fn amend(
    source: &Arc<Source>,
    file: File,
    changes: &[Change],
    signs: Signs,
) -> Result<Amended, Refusal> {
    let (edits, taken) = (Vec::new(), Vec::new());
    let mut amended = Amended { edits, source: Arc::clone(source), taken };
    let mut document = Document::read(source, file)?;
    for change in changes {
        if document.needs_front_matter(change) {
            amended.make(vec![(0..0, String::from("---\n---\n\n"))]);
            document = Document::read(&amended.source, file)?;
        }
        document = amended.change(&document, change, signs)?;
    }
    Ok(amended)
}

impl Amended {
    /// Makes a change, and reads what would be written.
    fn change(
        &mut self,
        document: &Document,
        change: &Change,
        signs: Signs,
    ) -> Result<Document, Refusal> {
        let seen = Seen::from(document.root());
        let mut make = Make { document, seen, signs, taken: &mut self.taken };
        let mut body = document.body().map(str::to_owned);
        let cuts = if let Change::Body(text) = change {
            let place = document.body.as_ref().ok_or(Refusal::NoPlace(Place::default()))?;
            let (cut, new) = body::write(self.source.text(), place, &typed_body(text, make.taken));
            body = Some(new);
            vec![cut]
        } else {
            make.cuts(change)?
        };
        let expected = make.seen;
        self.make(cuts);
        let read = Document::read(&self.source, document.file).ok();
        let is_whole = |read: &Document| {
            expected.fits(&Seen::from(read.root())) && read.body() == body.as_deref()
        };
        let place = change.place();
        let typed = match change {
            Change::Set(_, text) => Some(text.clone()),
            _ => None,
        };
        let seen = read.as_ref().and_then(|read| Seen::from(read.root()).text_at(&place));
        read.filter(is_whole).ok_or(Refusal::NotWhole { place, typed, read: seen })
    }

    /// Makes edits of what is taken out and put in.
    fn make(&mut self, cuts: Vec<Cut>) {
        let text = self.source.text();
        let changed = cuts.into_iter().filter(|(range, new)| text[range.clone()] != *new);
        let edits: Vec<Edit> =
            changed.map(|(range, new)| Edit::new(&self.source, range, new)).collect();
        let made = apply(text, &edits.iter().collect::<Vec<_>>());
        let made = made.expect("the edits are of this text");
        self.source = Arc::new(Source::new(self.source.path(), &made));
        self.edits.extend(edits);
    }
}
