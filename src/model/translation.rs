//! A translation laid over its original: the words are its own, the facts are the original's, and what it
//! leaves out is the original's too and says in which language it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::source::Asset;

use super::language::in_language;
use super::overlay::Overlay;
use super::{
    Anchors, Broken, Difference, Entry, EntryKey, Home, Language, Mentions, Share, SitePath,
};

/// The files of one language, as they were read.
#[derive(Debug)]
pub struct Translation {
    /// The language that they are in.
    pub language: Language,
    /// What they say, by kind and id.
    pub entries: BTreeMap<EntryKey, Arc<Entry>>,
    /// Files with faults.
    pub broken: Broken,
    /// The first page.
    pub home: Option<Home>,
    /// Files that are carried along, by their path below the language's folder.
    pub assets: BTreeMap<SitePath, Asset>,
}

impl Translation {
    /// What every file says about others, files with faults included.
    pub fn mentions(&self) -> impl Iterator<Item = &Mentions> {
        self.entries.values().map(|entry| &entry.mentions).chain(self.broken.mentions())
    }
}

/// An entry in another language.
pub struct Translated {
    /// The original's facts with the translation's words.
    pub entry: Entry,
    /// How many of its texts are translated.
    pub texts: Share,
    /// Where the translation is not made like the original.
    pub differences: Vec<Difference>,
    /// Lists that end before those of the original do.
    pub cut: Vec<Difference>,
    /// Keys of the translation that say another thing of a fact than the original does.
    pub unheeded: Vec<&'static str>,
}

impl Entry {
    /// How many texts there are to translate: laid over itself, all is translated.
    #[must_use]
    pub fn to_translate(&self) -> usize {
        self.translated(self, "").map_or(0, |translated| translated.texts.all)
    }

    /// Lays the words of a translation over this entry, whose language is `original`; `None` when the other is of
    /// another kind.
    #[must_use]
    pub fn translated(&self, own: &Self, original: &str) -> Option<Translated> {
        let mut entry = self.clone();
        let mut over = Overlay {
            marks: &in_language(original),
            texts: Share { some: 1, all: 1 },
            ids: own.ids.clone(),
            raw_ids: own.raw_ids.clone(),
            differences: Vec::new(),
            cut: Vec::new(),
            unheeded: Vec::new(),
        };
        let head = &mut entry.head;
        head.language.clone_from(&own.head.language);
        head.source = Arc::clone(&own.head.source);
        head.title.clone_from(&own.head.title);
        head.draft |= own.head.draft;
        over.fact("order", head.order.as_ref(), own.head.order.as_ref());
        let topics = |entry: &Self| -> Vec<String> {
            entry.mentions.topics.iter().map(|topic| topic.value.clone()).collect()
        };
        over.facts("topics", &topics(self), &topics(own));
        over.maybe(&mut head.summary, own.head.summary.as_ref());
        if !own.head.also.is_empty() {
            head.also.clone_from(&own.head.also);
        }
        head.owner = own.head.owner.clone().or(head.owner.take());
        if !own.head.reviewers.is_empty() {
            head.reviewers.clone_from(&own.head.reviewers);
        }
        if own.head.changed.is_empty() {
            head.changed.iter_mut().for_each(|change| change.what = change.what.within(over.marks));
        } else {
            head.changed.clone_from(&own.head.changed);
        }
        head.reviewed = own.head.reviewed.clone().or(head.reviewed.take());
        entry.body.translate(&own.body, &mut over)?;
        entry.mentions.links.clone_from(&own.mentions.links);
        entry.mentions.pictures.clone_from(&own.mentions.pictures);
        let Overlay { texts, ids, raw_ids, differences, cut, unheeded, .. } = over;
        (entry.ids, entry.raw_ids) = (ids, raw_ids);
        entry.is_whole &= own.is_whole;
        entry.kept_anchors = Anchors::default();
        Some(Translated { entry, texts, differences, cut, unheeded })
    }
}
