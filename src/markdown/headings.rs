//! Headings of a text: levels that fit the page and never skip one, ids that stand once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CowStr, HeadingLevel};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::diagnostic::rules::taken_class::taken_class;
use crate::diagnostic::rules::taken_id::begins_as_ours;
use crate::source::Span;

use super::entities::escape;
use super::letters::composed;
use super::marks::Heading;
use super::slug::slug;
use super::taken_classes::parted;
use super::writing::{Extent, Writing};

/// The headings of a text, while it is read.
pub(super) struct Headings {
    highest: u8,
    /// The written and the given level of the headings above the one at hand.
    above: Vec<(u8, u8)>,
    open: Option<Open>,
    /// How often an id was wanted, and where first.
    wanted: BTreeMap<String, (usize, Span)>,
    taken: BTreeSet<String>,
    /// How often GitHub would have given an id.
    elsewhere: BTreeMap<String, usize>,
    pub done: Vec<Heading>,
    /// The ids that GitHub and editors give, where they are others, and ours.
    pub second_names: BTreeMap<String, String>,
}

/// A heading whose end has not come yet.
struct Open {
    level: u8,
    id: Option<String>,
    classes: String,
    title: String,
    range: Range<usize>,
    /// Where the words in it that were read last end.
    heard_to: usize,
}

impl Open {
    /// Where it stands.
    fn span(&self, writing: &Writing<'_>, text: &str) -> Span {
        let end = self.range.start + text[self.range.clone()].trim_end().len();
        writing.span(self.range.start..end)
    }
}

impl Headings {
    pub(super) fn new(extent: Extent) -> Self {
        let highest = if extent == Extent::Document { 2 } else { 3 };
        Self {
            highest,
            above: Vec::new(),
            open: None,
            wanted: BTreeMap::new(),
            taken: BTreeSet::new(),
            elsewhere: BTreeMap::new(),
            done: Vec::new(),
            second_names: BTreeMap::new(),
        }
    }

    pub(super) fn begin(
        &mut self,
        level: HeadingLevel,
        id: Option<CowStr<'_>>,
        classes: &[CowStr<'_>],
        range: Range<usize>,
    ) {
        let classes: Vec<&str> = classes.iter().map(AsRef::as_ref).collect();
        self.open = Some(Open {
            level: self.fit(level as u8),
            id: id.map(|id| composed(&id).into_owned()),
            classes: classes.join(" "),
            title: String::new(),
            heard_to: range.start,
            range,
        });
    }

    /// Words that may belong to a heading, and where they end.
    pub(super) fn hear(&mut self, words: &str, end: usize) {
        if let Some(open) = &mut self.open {
            open.title.push_str(words);
            open.heard_to = end;
        }
    }

    /// Words in braces at the end of a heading that name no id and no class, as in `Costs {5 days}`: the parser
    /// drops them, and somebody wrote them to be read.
    pub(super) fn dropped(&mut self, text: &str) -> Option<String> {
        let open =
            self.open.as_mut().filter(|open| open.id.is_none() && open.classes.is_empty())?;
        let rest = text.get(open.heard_to..open.range.end)?;
        let (before, after) = rest.split_once('{')?;
        let (inside, after) = after.split_once('}')?;
        let ends = |letter: char| letter.is_whitespace() || matches!(letter, '#' | '=' | '-');
        let is_dropped = before.trim().is_empty() && after.chars().all(ends);
        if !is_dropped || inside.trim().is_empty() {
            return None;
        }
        let words = format!(" {{{inside}}}");
        open.title.push_str(&words);
        Some(words)
    }

    /// Whether the heading at hand is the first, and says what the title of the page says.
    pub(super) fn repeats_title(&self, writing: &Writing<'_>) -> bool {
        let words = self.open.as_ref().map_or("", |open| open.title.as_str());
        let is_title = |title: &str| !words.trim().is_empty() && slug(title) == slug(words);
        self.taken.is_empty() && writing.title.is_some_and(is_title)
    }

    /// Leaves out the heading that has ended: those below it move up. What is left is its id.
    pub(super) fn leave_out(
        &mut self,
        writing: &Writing<'_>,
        text: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> String {
        let open = self.open.take().expect("every end has its beginning");
        self.above.clear();
        self.id(&open, writing, text, notes)
    }

    /// The tags round the heading that has ended.
    pub(super) fn end(
        &mut self,
        writing: &Writing<'_>,
        text: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> (String, String) {
        let open = self.open.take().expect("every end has its beginning");
        let id = self.id(&open, writing, text, notes);
        let level = open.level;
        let (kept, taken) = parted(&open.classes);
        notes.extend(taken.iter().map(|class| taken_class(open.span(writing, text), class)));
        let class = match kept.join(" ").as_str() {
            "" => String::new(),
            classes => format!(" class=\"{}\"", escape(classes)),
        };
        let tags = (format!("<h{level} id=\"{}\"{class}>", escape(&id)), format!("</h{level}>\n"));
        self.done.push(Heading { id, title: open.title.trim().to_owned(), level });
        tags
    }

    /// The id of a heading, which stands once.
    fn id(
        &mut self,
        open: &Open,
        writing: &Writing<'_>,
        text: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> String {
        let given = open.id.is_some();
        let written = open.id.clone().unwrap_or_else(|| slug(&open.title));
        // The frame of a page has ids that begin so.
        let kept =
            if writing.prefix.is_empty() { written.trim_start_matches('_') } else { &written };
        let wanted = if kept.is_empty() { "section" } else { kept }.to_owned();
        let span = open.span(writing, text);
        if kept != written {
            notes.push(begins_as_ours(span.clone(), &written, &wanted));
        }
        if let Some((_, first)) = self.wanted.get(&wanted).filter(|_| given) {
            let help = "give one of the two another `{#id}`";
            notes.push(duplicate_id(span.clone(), "heading", &wanted, first.clone(), help));
        }
        let (number, _) = self.wanted.entry(wanted.clone()).or_insert((0, span));
        let id = loop {
            *number += 1;
            let tail = if *number > 1 { format!("-{number}") } else { String::new() };
            let id = format!("{}{wanted}{tail}", writing.prefix);
            if self.taken.insert(id.clone()) {
                break id;
            }
        };
        let other = self.id_elsewhere(open.title.trim());
        let names = [(other != id).then_some(other), (kept != written).then_some(written.clone())];
        for name in names.into_iter().flatten() {
            self.second_names.entry(name).or_insert_with(|| id.clone());
        }
        id
    }

    /// The id that GitHub and editors give: signs are left out, each space becomes a hyphen, and the second of two that
    /// are the same ends in `-1`.
    fn id_elsewhere(&mut self, title: &str) -> String {
        let lower = title.to_lowercase();
        let letters = lower.chars().filter_map(|letter| match letter {
            ' ' => Some('-'),
            '-' | '_' => Some(letter),
            _ => letter.is_alphanumeric().then_some(letter),
        });
        let wanted: String = letters.collect();
        let before = self.elsewhere.get(&wanted).copied();
        let (id, count) = match before {
            None => (wanted.clone(), 0),
            Some(before) => {
                let is_free =
                    |count: &usize| !self.elsewhere.contains_key(&format!("{wanted}-{count}"));
                let most = before + self.elsewhere.len() + 1;
                let count = (before + 1..most).find(is_free).unwrap_or(most);
                (format!("{wanted}-{count}"), count)
            }
        };
        self.elsewhere.insert(wanted, count);
        self.elsewhere.entry(id.clone()).or_insert(0);
        id
    }

    fn fit(&mut self, written: u8) -> u8 {
        while self.above.last().is_some_and(|(above, _)| *above >= written) {
            self.above.pop();
        }
        let given = self.above.last().map_or(self.highest, |(_, above)| (above + 1).min(6));
        self.above.push((written, given));
        given
    }
}
