//! Words being laid over others: what is translated is the translation's, the rest stays and says its language.

use std::collections::BTreeSet;

use crate::diagnostic::plural;
use crate::markdown::Prose;
use crate::source::{Span, Spanned};

use super::Share;

/// Words being laid over others.
pub(super) struct Overlay<'a> {
    /// The attributes of what stays in the original's language.
    pub marks: &'a str,
    pub texts: Share,
    /// Every id that the prose puts on the page.
    pub ids: BTreeSet<String>,
    /// Those of them that raw HTML gives.
    pub raw_ids: Vec<Spanned<String>>,
    pub differences: Vec<Difference>,
    /// Lists in which some of what the original lists is not translated.
    pub cut: Vec<Difference>,
    /// Keys of the translation that say another thing of a fact than the original does.
    pub unheeded: Vec<&'static str>,
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

    /// Says of words that are no prose that they are the original's.
    fn borrow(&mut self) {}
}

impl Listed for Prose {
    fn texts_mut(&mut self) -> Vec<&mut Prose> {
        vec![self]
    }
}

impl Overlay<'_> {
    /// Counts texts of the original, and how many there are in the translation.
    pub(super) fn count(&mut self, all: usize, own: usize) {
        self.texts.add(Share { some: own.min(all), all });
    }

    /// A fact is the original's, whatever the translation says of it.
    pub(super) fn fact<T: PartialEq + ?Sized>(
        &mut self,
        key: &'static str,
        original: Option<&T>,
        own: Option<&T>,
    ) {
        if own.is_some() && own != original {
            self.unheeded.push(key);
        }
    }

    /// A list that is a fact.
    pub(super) fn facts<T: PartialEq>(&mut self, key: &'static str, original: &[T], own: &[T]) {
        self.fact(key, Some(original), Some(own).filter(|own| !own.is_empty()));
    }

    pub(super) fn one(&mut self, words: &mut Prose, own: Option<&Prose>) {
        self.count(1, usize::from(own.is_some_and(|own| !own.is_empty())));
        self.lay(words, own);
    }

    /// A text that is as long as a page: its paragraphs are counted.
    pub(super) fn page(&mut self, words: &mut Prose, own: &Prose) {
        self.count(words.paragraphs().len(), own.paragraphs().len());
        self.lay(words, Some(own));
    }

    fn lay(&mut self, words: &mut Prose, own: Option<&Prose>) {
        if let Some(own) = own.filter(|own| !own.is_empty()) {
            words.clone_from(own);
        } else {
            self.ids.extend(words.ids().map(str::to_owned));
            self.raw_ids.extend(words.raw_ids().cloned());
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
            words.iter_mut().for_each(T::borrow);
            words.iter_mut().flat_map(T::texts_mut).for_each(|text| self.one(text, None));
            return;
        }
        let mut original = std::mem::replace(words, own.to_vec());
        let texts = |list: &mut Vec<T>| list.iter_mut().flat_map(T::texts_mut).count();
        self.count(texts(&mut original), texts(words));
        self.cut.extend(cut(&mut original, words));
        if original.len() == words.len() {
            words.iter_mut().zip(&original).for_each(|(one, was)| one.keep(was));
        }
    }
}

/// Where a list ends before the one that it translates does.
fn cut<T: Listed>(original: &mut [T], words: &mut [T]) -> Option<Difference> {
    let (was, is) = (original.len(), words.len());
    let place = |one: &mut T| one.texts_mut().first().map(|text| text.span().clone());
    let (there, here) = (place(original.get_mut(is)?)?, place(words.last_mut()?)?);
    let counted = |number: usize| format!("{number} {}", plural(number, "item"));
    Some(Difference { here, there, is: counted(is), was: counted(was) })
}
