//! The structure of the document as it is read aloud: headings, paragraphs, tables and forms.

use pdf_writer::types::StructRole;

/// Elements by number; the first is the document.
#[derive(Debug)]
pub(super) struct Tree {
    pub elements: Vec<Element>,
}

/// A part of the structure, and what is in it.
#[derive(Debug)]
pub(super) struct Element {
    pub role: StructRole,
    pub parent: Option<usize>,
    pub kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kid {
    Element(usize),
    /// A piece of text on a page.
    Text {
        page: usize,
        mark: i32,
    },
    /// A form field, by its number in the order in which they lie on the pages.
    Widget(usize),
}

/// The element of the whole document.
pub(super) const DOCUMENT: usize = 0;

impl Tree {
    pub(super) fn new() -> Self {
        let document = Element { role: StructRole::Document, parent: None, kids: Vec::new() };
        Self { elements: vec![document] }
    }

    /// Adds an element as the last one in `parent`.
    pub(super) fn add(&mut self, parent: usize, role: StructRole) -> usize {
        let number = self.elements.len();
        self.elements.push(Element { role, parent: Some(parent), kids: Vec::new() });
        self.hang(parent, Kid::Element(number));
        number
    }

    /// Puts something into an element.
    pub(super) fn hang(&mut self, element: usize, kid: Kid) {
        self.elements[element].kids.push(kid);
    }
}
