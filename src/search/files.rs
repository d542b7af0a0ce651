//! The files of the index, as scripts: only those load from a page that was opened by a double click.
//!
//! They are written for a small download. Their readers are `20-find.js` and `90-page.js` in
//! `themes/default/scripts/search/`.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::model::{Entry, Mark, Part, Role, SitePath};

use super::findable::Findable;
use super::index::{Index, Term, is_large};
use super::postings::code;
use super::similarity::OTHER;
use super::zone::Zone;

/// The folder of all files of the index in the site.
pub const FOLDER: &str = "assets/search";

/// Another whenever the files are read in another way: a page that was opened before then says that it cannot search, and
/// takes nothing for what it is not. Its twin is in `80-files.js`.
const FORMAT: u8 = 3;

/// The name of the file that the finder asks for.
const FINDER: &str = "finder-0";

/// How many letters of a mark stand behind the address of a file.
const LETTERS: usize = 4;

/// How many pages' titles are in one file of a large book; in a small one all are.
const HEADS: usize = 16;

/// A file of the index.
#[derive(Clone, Copy)]
pub enum File<'a> {
    /// What must be there before anything can be looked for.
    Start,
    /// What the finder looks for besides signs.
    Finder,
    /// A shard of the words.
    Terms(&'a [Term]),
    /// Pages whose titles, summaries and addresses are in it.
    Heads(&'a [Findable]),
    /// The pages whose texts are in it.
    Texts(&'a [usize]),
}

/// What the files of the index say in the words of the interface.
pub struct Interface<'a> {
    /// The word of the interface behind a key.
    pub word: &'a dyn Fn(&str) -> String,
    /// The HTML that the search is shown in.
    pub panel: &'a str,
    /// Another whenever any of those words changes.
    pub wording: Mark,
}

/// What the script must know before it can search.
#[derive(Serialize)]
struct Start<'a> {
    format: u8,
    /// What stands behind the address of each other file, so that a browser asks again for what has changed, and for
    /// nothing else: for each kind of file the marks in a row.
    marks: BTreeMap<&'static str, String>,
    pages: usize,
    /// Where each kind begins.
    kinds: Vec<(&'static str, usize)>,
    /// The first word of each part.
    shards: Vec<&'a str>,
    /// How many files of texts there are, those that would be empty among them.
    texts: usize,
    /// How many pages' titles are in one file.
    heads: usize,
    /// How rare a word would be that no page has.
    unknown: u8,
    /// The words without weight, with a space between.
    weightless: String,
    /// Sets of endings that words may change for one another.
    endings: &'static [&'static str],
    /// Whether words are put together of others.
    compounds: bool,
    /// The phrases that are one word, with a space between.
    phrases: String,
    panel: &'a str,
}

/// What the finder looks for besides signs: readers of its page do not see it.
#[derive(Serialize)]
struct Finder<'a> {
    /// The groups of words that mean the same, with commas between them and spaces within.
    same: String,
    /// What else situations are called, by their addresses without the ending.
    also: BTreeMap<&'a str, String>,
}

impl Index {
    /// The paths of all files in the site.
    #[must_use]
    pub fn paths(&self) -> Vec<SitePath> {
        let terms = (0..self.shards.len()).map(|number| format!("terms-{number}"));
        let heads = 0..self.pages.len().div_ceil(self.heads());
        let heads = heads.map(|number| format!("pages-{number}"));
        let texts = self.texts.iter().enumerate().filter(|(_, pages)| !pages.is_empty());
        let texts = texts.map(|(number, _)| format!("texts-{number}"));
        let names =
            ["start", FINDER].map(str::to_owned).into_iter().chain(terms).chain(heads).chain(texts);
        names.map(|name| SitePath::made(format!("{FOLDER}/{name}.js"))).collect()
    }

    /// The file at a path of the site; `None` where no file of the index stands.
    #[must_use]
    pub fn at(&self, path: &SitePath) -> Option<File<'_>> {
        if path.folder() != FOLDER || path.ending() != "js" {
            return None;
        }
        let name = path.short_name();
        let number = |kind| name.strip_prefix(kind)?.parse::<usize>().ok();
        if name == "start" {
            return Some(File::Start);
        }
        if name == FINDER {
            return Some(File::Finder);
        }
        if let Some(number) = number("terms-") {
            return self.shards.get(number).map(|shard| File::Terms(shard));
        }
        if let Some(number) = number("pages-") {
            return self.pages.chunks(self.heads()).nth(number).map(File::Heads);
        }
        let pages = self.texts.get(number("texts-")?)?;
        (!pages.is_empty()).then_some(File::Texts(pages))
    }

    fn marks_of_files(&self, wording: Mark) -> BTreeMap<&'static str, String> {
        let first = Mark::of(&[FORMAT]);
        let of_text = |mark: Mark, text: &str| mark.and(text.as_bytes());
        let of_terms = self.shards.par_iter().map(|shard| of_text(first, &terms(shard)));
        let of_terms: Vec<Mark> = of_terms.collect();
        let of_head = |mark, findable: &Findable| {
            findable.head().iter().fold(mark, |mark, one| of_text(mark, one))
        };
        let of_heads =
            self.pages.chunks(self.heads()).map(|pages| pages.iter().fold(first, of_head));
        let of_page = |mark: Mark, page: &usize| {
            of_text(mark, self.pages[*page].stem()).and(self.marks[*page].letters().as_bytes())
        };
        let start = of_text(first, &wording.letters());
        let of_texts = self.texts.iter().map(|pages| pages.iter().fold(start, of_page));
        let row = |marks: &mut dyn Iterator<Item = Mark>| -> String {
            marks.map(|mark| mark.letters()[..LETTERS].to_owned()).collect()
        };
        BTreeMap::from([
            ("finder", row(&mut [of_text(first, &json(&self.finder()))].into_iter())),
            ("terms", row(&mut of_terms.into_iter())),
            ("pages", row(&mut of_heads.into_iter())),
            ("texts", row(&mut of_texts.into_iter())),
        ])
    }

    fn finder(&self) -> Finder<'_> {
        let groups = self.same.groups.iter().map(|group| group.join(" "));
        let also = self.pages.iter().filter_map(|page| match page {
            Findable::Entry(entry) if entry.scenario().is_some() && !entry.head.also.is_empty() => {
                Some((entry.head.stem.as_str(), entry.head.also.join(" · ")))
            }
            Findable::Entry(_) | Findable::Tool(_) => None,
        });
        Finder { same: groups.collect::<Vec<_>>().join(","), also: also.collect() }
    }

    /// How many pages' titles are in one file.
    fn heads(&self) -> usize {
        if is_large(self.pages.len()) { HEADS } else { self.pages.len().max(1) }
    }

    fn start<'a>(&'a self, interface: &Interface<'a>) -> Start<'a> {
        let mut weightless: Vec<&str> =
            self.language.weightless.iter().map(String::as_str).collect();
        weightless.sort_unstable();
        Start {
            format: FORMAT,
            marks: self.marks_of_files(interface.wording),
            pages: self.pages.len(),
            kinds: self.kinds(),
            shards: self.shards.iter().map(|shard| shard[0].word.as_str()).collect(),
            texts: self.texts.len(),
            heads: self.heads(),
            unknown: self.unknown,
            weightless: weightless.join(" "),
            endings: self.language.endings,
            compounds: !self.language.between.is_empty(),
            phrases: self.same.phrases().join(" "),
            panel: interface.panel,
        }
    }

    /// The script of a file, which hands its data over under the short name of its path.
    #[must_use]
    pub fn script(&self, path: &SitePath, file: File<'_>, interface: &Interface<'_>) -> String {
        let version = self.version.as_str();
        let (version, data) = match file {
            File::Start => (version, json(&self.start(interface))),
            File::Finder => ("", json(&self.finder())),
            File::Terms(shard) => (version, json(&terms(shard))),
            File::Heads(pages) => {
                (version, json(&pages.iter().map(Findable::head).collect::<Vec<_>>()))
            }
            File::Texts(pages) => {
                let entries = pages.iter().filter_map(|page| match &self.pages[*page] {
                    Findable::Entry(entry) => Some(&**entry),
                    Findable::Tool(_) => None,
                });
                let texts =
                    entries.map(|entry| (entry.head.stem.as_str(), texts(entry, interface)));
                ("", json(&texts.collect::<BTreeMap<_, _>>()))
            }
        };
        format!("TwohatsSearch.take({},\"{version}\",{data});\n", json(&path.short_name()))
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts and numbers always serialise")
}

/// Words and their pages in turn, with a space between. Behind a word that stands for others there are those, each behind
/// the same sign. Of a word there is how many letters it shares with the
/// one before, as a code, and the others; of its pages first how rare it is, then they themselves (`postings.rs`).
fn terms(terms: &[Term]) -> String {
    let mut text = String::new();
    let mut before = String::new();
    for term in terms {
        let word = term.word.clone() + &term.others.join(&OTHER.to_string());
        let shared = before.chars().zip(word.chars()).take_while(|(a, b)| a == b);
        let shared: usize = shared.map(|(letter, _)| letter.len_utf8()).sum();
        // As scripts count letters.
        let count = before[..shared].encode_utf16().count();
        if !text.is_empty() {
            text.push(' ');
        }
        text.push(code(count));
        text.push_str(&word[shared..]);
        text.push(' ');
        text.push(code(usize::from(term.rarity) - 1));
        text.push_str(term.postings.as_str());
        before = word;
    }
    text
}

/// The passages of a page: the id of its place, its name, its words, and whose they are.
fn texts(entry: &Entry, interface: &Interface<'_>) -> Vec<(String, String, String, &'static str)> {
    let shown = |part: Part<'_>| {
        let mut text = String::new();
        for one in part.texts.iter().filter(|text| Zone::of(text.purpose).is_some()) {
            text += match text.chars().next_back() {
                None => "",
                Some(end) if end.is_alphanumeric() => "; ",
                Some(_) => " ",
            };
            text += &one.words.plain();
        }
        if text.is_empty() {
            return None;
        }
        let role = part.role.map_or("", Role::name);
        let name = part.section.map(|section| section.name(interface.word)).unwrap_or_default();
        Some((part.anchor.into_owned(), name, text, role))
    };
    entry.body.parts().into_iter().filter_map(shown).collect()
}
