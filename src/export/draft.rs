//! A sheet being laid out: strips from top to bottom, and the fields and structure that go with them.

use std::collections::BTreeSet;

use pdf_writer::types::StructRole;

use super::form::Form;
use super::metrics::width;
use super::paper::{Font, Part, Strip, Style, WIDTH};
use super::sheet::Sheet;
use super::tree::{DOCUMENT, Tree};
use super::winansi::set;
use super::wrap::wrap;

pub(super) struct Draft<'a> {
    pub sheet: &'a Sheet<'a>,
    /// What all its words are set in.
    pub font: Font,
    pub strips: Vec<Strip>,
    /// The heads of tables, to be written again on each of their pages.
    pub heads: Vec<Vec<Strip>>,
    pub tree: Tree,
    pub form: Form,
}

/// Whether the last line of what is laid down stays with what follows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    Keep,
    Part,
}

impl<'a> Draft<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>, font: Font) -> Self {
        Self {
            sheet,
            font,
            strips: Vec::new(),
            heads: Vec::new(),
            tree: Tree::new(),
            form: Form::default(),
        }
    }

    pub(super) fn word(&self, key: &str) -> String {
        (self.sheet.words)(key)
    }

    /// An element of the document.
    pub(super) fn element(&mut self, role: StructRole) -> usize {
        self.tree.add(DOCUMENT, role)
    }

    /// Lays strips down. All of them stay together; `then` says whether with what follows too.
    pub(super) fn lay(&mut self, mut strips: Vec<Strip>, then: Then) {
        let last = strips.len().saturating_sub(1);
        for (at, strip) in strips.iter_mut().enumerate() {
            strip.keep = at < last || then == Then::Keep;
        }
        self.strips.append(&mut strips);
    }

    /// Leaves room, which a page may end in.
    pub(super) fn gap(&mut self, height: f32, then: Then) {
        self.lay(vec![Strip { height, ..Strip::default() }], then);
    }

    /// Lays a paragraph down over the whole width.
    pub(super) fn paragraph(&mut self, text: &str, style: Style, role: StructRole, then: Then) {
        if text.trim().is_empty() {
            return;
        }
        let element = self.element(role);
        let lines = self.lines(text, style, (0.0, WIDTH), Some(element));
        self.lay(lines, then);
    }

    /// A text as strips, one for each line: where they begin, and how wide they may be.
    pub(super) fn lines(
        &self,
        text: &str,
        style: Style,
        (x, room): (f32, f32),
        element: Option<usize>,
    ) -> Vec<Strip> {
        let style = style.set_in(self.font);
        let strip = |text| Strip {
            height: style.leading,
            parts: vec![Part::Words { x, base: style.size, style, text, element }],
            ..Strip::default()
        };
        wrap(&set(text), style, room).into_iter().map(strip).collect()
    }

    /// Every letter that is written, those at the foot of its pages too.
    pub(super) fn letters(&self) -> BTreeSet<char> {
        let strips = self.strips.iter().chain(self.heads.iter().flatten());
        let words = strips.flat_map(|strip| &strip.parts).filter_map(|part| match part {
            Part::Words { text, .. } => Some(text.as_str()),
            Part::Frame { .. } | Part::Circle { .. } | Part::Bar { .. } | Part::Widget(_) => None,
        });
        let foot = [self.sheet.title, self.sheet.book, &self.word("template.pdf_page")].map(set);
        words.chain(foot.iter().map(String::as_str)).flat_map(str::chars).collect()
    }

    /// How wide a text is on one line.
    pub(super) fn width(&self, text: &str, style: Style) -> f32 {
        width(&set(text), style.set_in(self.font))
    }
}

/// The height of strips that lie one below the other.
pub(super) fn height(strips: &[Strip]) -> f32 {
    strips.iter().map(|strip| strip.height).sum()
}
