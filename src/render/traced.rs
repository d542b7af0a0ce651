//! A page once more, with signs round every text that was written in its file: so whoever shows it knows where each text was
//! written, whatever layout made the page. No page that is published has them. It must not know what is done with it.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::model::Entry;
use crate::plan::Page;
use crate::source::{Span, Spanned};

use super::home::home;
use super::page_context::PageContext;
use super::site::Site;
use super::view::Words;

/// Begins a text; what follows, up to `BEHIND`, is the byte of its file at which it begins. These three are no letters and
/// are for nobody but a program itself (the Unicode Standard, 23.7, "Noncharacters").
const BEFORE: char = '\u{FDD0}';
/// Stands between the number and the text.
const BEHIND: char = '\u{FDD1}';
/// Ends the text that began last and has not ended yet.
const END: &str = "\u{FDD2}";

impl Site {
    /// The page at a path with its texts traced, where it is written in one file.
    ///
    /// # Errors
    /// When a layout of the project's theme asks for something that is not there.
    pub fn traced(&self, path: &str) -> Option<Result<String, Box<Diagnostic>>> {
        let edition = self.edition(path);
        let inside = edition.plan.folder().inside(path)?;
        let page = edition.plan.pages().get(path)?;
        let context = PageContext { is_traced: true, ..edition.context(self, &inside, page) };
        match page {
            Page::Home => Some(edition.layout("home.html", &home(&context))),
            Page::Entry(entry, _) => Some(edition.entry(&context, entry)),
            _ => None,
        }
    }
}

impl PageContext<'_> {
    /// A text of the page's file between signs, where they are wanted.
    pub(super) fn traced<'t>(&self, span: &Span, text: impl Into<Cow<'t, str>>) -> Cow<'t, str> {
        let text = text.into();
        match self.trace(span) {
            [open, _] if open.is_empty() => text,
            [open, close] => Cow::Owned([open.as_str(), &text, close.as_str()].concat()),
        }
    }

    /// Plain words of the page's file.
    pub(super) fn words(&self, words: &Spanned<String>) -> Words {
        Words::from(self.traced(&words.span, words.value.as_str()))
    }

    /// The title of the page.
    pub(super) fn traced_title(&self, entry: &Entry) -> String {
        let title = &entry.head.title;
        self.traced(&title.span, title.value.as_str()).into_owned()
    }

    /// What goes before and behind a text; nothing where it is of another file, or signs are not wanted.
    pub(super) fn trace(&self, span: &Span) -> [String; 2] {
        let file = self.page.source(self.plan.playbook()).filter(|_| self.is_traced);
        if file.is_none_or(|file| file.path() != span.source().path()) {
            return Default::default();
        }
        [format!("{BEFORE}{}{BEHIND}", span.range().start), END.to_owned()]
    }
}

/// The numbers in the signs of a traced page, in their order.
pub fn traces(page: &str) -> impl Iterator<Item = usize> {
    let numbers = page.split(BEFORE).skip(1).filter_map(|rest| rest.split_once(BEHIND));
    numbers.filter_map(|(number, _)| number.parse().ok())
}
