//! Words being laid over others: what is translated is the translation's, the rest stays and says its language.

use crate::markdown::Prose;
use crate::source::Span;

use super::Share;

/// Words being laid over others.
pub(super) struct Overlay<'a> {
    /// The attributes of what stays in the original's language.
    pub marks: &'a str,
    pub texts: Share,
    /// Every id that the prose puts on the page.
    pub ids: Vec<String>,
    pub differences: Vec<Difference>,
}

/// A place where a translation is not made like its original.
pub struct Difference {
    /// The place in the translation.
    pub here: Span,
    /// The place in the original.
    pub there: Span,
    /// What stands here, and what stands there: ``a `text` field``, `3 options`.
    pub is: String,
    /// What stands in the original.
    pub was: String,
}

/// One of a list that is translated as a whole.
pub(super) trait Listed: Clone {
    /// What is said in it.
    fn texts_mut(&mut self) -> Vec<&mut Prose>;

    /// Keeps the facts of the one that it translates.
    fn keep(&mut self, _original: &Self) {}
}

impl Listed for Prose {
    fn texts_mut(&mut self) -> Vec<&mut Prose> {
        vec![self]
    }
}

impl Overlay<'_> {
    /// Counts texts of the original.
    pub(super) fn count(&mut self, all: usize, is_translated: bool) {
        self.texts.add(Share { some: if is_translated { all } else { 0 }, all });
    }

    pub(super) fn one(&mut self, words: &mut Prose, own: Option<&Prose>) {
        self.count(1, own.is_some());
        if let Some(own) = own {
            words.clone_from(own);
        } else {
            self.ids.extend(words.ids().map(str::to_owned));
            *words = words.within(self.marks);
        }
    }

    pub(super) fn maybe(&mut self, words: &mut Option<Prose>, own: Option<&Prose>) {
        match words {
            Some(words) => self.one(words, own),
            None => *words = own.cloned(),
        }
    }

    /// A list is translated as a whole. Where both have as many, each stands for the one at its place.
    pub(super) fn list<T: Listed>(&mut self, words: &mut Vec<T>, own: &[T]) {
        if own.is_empty() {
            words.iter_mut().flat_map(T::texts_mut).for_each(|text| self.one(text, None));
            return;
        }
        let mut original = std::mem::replace(words, own.to_vec());
        self.count(original.iter_mut().flat_map(T::texts_mut).count(), true);
        if original.len() == words.len() {
            words.iter_mut().zip(&original).for_each(|(one, was)| one.keep(was));
        }
    }
}
