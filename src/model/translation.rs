//! A translation laid over its original: the words are its own, the facts are the original's, and what it
//! leaves out is the original's too and says in which language it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::markdown::Prose;
use crate::source::{Asset, Span};

use super::language::in_language;
use super::translated_fields::fields;
use super::{
    Body, Choice, Comparison, Entry, Item, Key, Language, Mentions, Mistake, Practice, Response,
    Results, Role, Row, Scenario, SelfCheck, Share, Step, Template,
};

/// The files of one language, as they were read.
#[derive(Debug)]
pub struct Translation {
    pub language: Language,
    pub entries: BTreeMap<Key, Arc<Entry>>,
    /// Files with faults, by address.
    pub broken: BTreeMap<String, (Key, Arc<Mentions>)>,
    /// Files that are carried along, by their path below the language's folder.
    pub assets: BTreeMap<String, Asset>,
}

/// An entry in another language.
pub struct Translated {
    pub entry: Entry,
    pub texts: Share,
    pub differences: Vec<Difference>,
}

/// A place where a translation is not made like its original.
pub struct Difference {
    pub here: Span,
    pub there: Span,
    /// What stands here, and what stands there: ``a `text` field``, `3 options`.
    pub is: String,
    pub was: String,
}

impl Entry {
    /// Lays the words of a translation over this entry, whose language is `original`.
    #[must_use]
    pub fn translated(&self, own: &Self, original: &str) -> Translated {
        let mut entry = self.clone();
        let mut over = Overlay {
            marks: &in_language(original),
            texts: Share { some: 1, all: 1 },
            ids: own.ids.clone(),
            differences: Vec::new(),
        };
        let head = &mut entry.head;
        head.language.clone_from(&own.head.language);
        head.source = Arc::clone(&own.head.source);
        head.title.clone_from(&own.head.title);
        head.draft |= own.head.draft;
        over.maybe(&mut head.summary, own.head.summary.as_ref());
        if !own.head.also.is_empty() {
            head.also.clone_from(&own.head.also);
        }
        head.reviewed = own.head.reviewed.clone().or(head.reviewed.take());
        match (&mut entry.body, &own.body) {
            (Body::Scenario(words), Body::Scenario(own)) => over.scenario(words, own),
            (Body::Template(words), Body::Template(own)) => {
                over.template(Arc::make_mut(words), own);
            }
            (Body::Guide(words), Body::Guide(own)) => over.one(&mut words.body, Some(&own.body)),
            (Body::Comparison(words), Body::Comparison(own)) => over.comparison(words, own),
            (Body::Check(words), Body::Check(own)) => over.check(words, own),
            _ => unreachable!("both have the same key, and its kind"),
        }
        entry.mentions.links.clone_from(&own.mentions.links);
        entry.ids = over.ids;
        Translated { entry, texts: over.texts, differences: over.differences }
    }
}

/// Words being laid over others.
pub(super) struct Overlay<'a> {
    /// The attributes of what stays in the original's language.
    marks: &'a str,
    texts: Share,
    ids: Vec<String>,
    pub(super) differences: Vec<Difference>,
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

    /// A list is translated as a whole. `texts` finds what is said in one of it.
    pub(super) fn list<T: Clone>(
        &mut self,
        words: &mut Vec<T>,
        own: &[T],
        texts: fn(&mut T) -> Vec<&mut Prose>,
    ) {
        let originals = words.iter_mut().flat_map(texts);
        if own.is_empty() {
            originals.for_each(|text| self.one(text, None));
        } else {
            let all = originals.count();
            self.count(all, true);
            *words = own.to_vec();
        }
    }

    fn lines(&mut self, words: &mut Vec<Prose>, own: &[Prose]) {
        self.list(words, own, |line| vec![line]);
    }

    pub(super) fn items(&mut self, words: &mut Vec<Item>, own: &[Item]) {
        self.list(words, own, |item| vec![&mut item.label]);
    }

    fn scenario(&mut self, words: &mut Scenario, own: &Scenario) {
        let Scenario {
            level: _,
            time,
            signs,
            situation,
            caution,
            first: _,
            because,
            responses,
            sequence,
            templates: _,
            measures,
            mistakes,
            practice,
            discuss,
            related: _,
            guidance: _,
            reading,
        } = own;
        self.maybe(&mut words.time, time.as_ref());
        self.lines(&mut words.signs, signs);
        self.maybe(&mut words.situation, situation.as_ref());
        self.maybe(&mut words.caution, caution.as_ref());
        self.maybe(&mut words.because, because.as_ref());
        for role in Role::BOTH {
            self.response(words.responses.get_mut(role), responses.get(role));
        }
        let ids: Vec<_> = words.sequence.iter().map(|step| step.id.clone()).collect();
        self.list(&mut words.sequence, sequence, |Step { id: _, role: _, text, when }| {
            [text].into_iter().chain(when).collect()
        });
        keep_ids(ids, &mut words.sequence, |step| &mut step.id);
        self.lines(&mut words.measures, measures);
        self.list(&mut words.mistakes, mistakes, |Mistake { slip, fix }| vec![slip, fix]);
        match (&mut words.practice, practice) {
            (Some(words), own) => self.practice(words, own.as_ref()),
            (words, own) => words.clone_from(own),
        }
        self.lines(&mut words.discuss, discuss);
        self.lines(&mut words.reading, reading);
    }

    fn response(&mut self, words: &mut Response, own: &Response) {
        let Response { aim, say, actions, avoid } = own;
        self.maybe(&mut words.aim, aim.as_ref());
        self.one(&mut words.say, Some(say));
        self.lines(&mut words.actions, actions);
        self.lines(&mut words.avoid, avoid);
    }

    fn practice(&mut self, words: &mut Practice, own: Option<&Practice>) {
        let Practice { with, ask, choices, listen_for } = words;
        self.maybe(with, own.and_then(|own| own.with.as_ref()));
        self.one(ask, own.map(|own| &own.ask));
        self.list(choices, own.map_or(&[], |own| &own.choices), |Choice { say, then }| {
            vec![say, then]
        });
        self.lines(listen_for, own.map_or(&[], |own| &own.listen_for));
    }

    fn template(&mut self, words: &mut Template, own: &Template) {
        self.maybe(&mut words.use_when, own.use_when.as_ref());
        self.maybe(&mut words.time, own.time.as_ref());
        fields(self, &mut words.fields, &own.fields);
    }

    fn comparison(&mut self, words: &mut Comparison, own: &Comparison) {
        self.maybe(&mut words.intro, own.intro.as_ref());
        let ids: Vec<String> = words.rows.iter().map(|row| row.id.clone()).collect();
        self.count(ids.len(), true);
        self.list(&mut words.rows, &own.rows, |Row { id: _, on: _, cells, both }| {
            [&mut cells.leader, &mut cells.manager].into_iter().chain(both).collect()
        });
        keep_ids(ids, &mut words.rows, |row| &mut row.id);
    }

    fn check(&mut self, words: &mut SelfCheck, own: &SelfCheck) {
        let SelfCheck { ask, lines, results, scenarios: _, guidance: _ } = own;
        self.one(&mut words.ask, Some(ask));
        let Results { lean, even } = results;
        for role in Role::BOTH {
            self.items(words.lines.get_mut(role), lines.get(role));
            self.one(words.results.lean.get_mut(role), Some(lean.get(role)));
        }
        self.one(&mut words.results.even, Some(even));
    }
}

/// Gives what is matched by its place the ids of the original, so that links lead to it in all languages.
fn keep_ids<T, I>(ids: Vec<I>, own: &mut [T], id: fn(&mut T) -> &mut I) {
    if ids.len() == own.len() {
        own.iter_mut().zip(ids).for_each(|(one, was)| *id(one) = was);
    }
}
