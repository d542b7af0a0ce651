//! What a pass keeps for the next one changes nothing: after any edits a site is planned as one that is made from nothing.

use std::fmt::Write;
use std::sync::Arc;

use testkit::chance::Chance;
use twohats::build::{Memory, Options, build};
use twohats::diagnostic::Noted;
use twohats::model::{Drafts, Kind};
use twohats::render::Site;
use twohats::source::{Source, Sources};

/// So many situations that most of them stay as they are with each edit.
const SITUATIONS: usize = 40;
const EDITS: usize = 80;

/// Words that alphabets put in different places.
const WORDS: [&str; 12] =
    ["Zeit", "zoo", "Ärger", "apfel", "Öl", "Ost", "10 days", "9 days", "o-o", "o o", "łoś", "A"];

const LANGUAGES: [&str; 3] = ["en", "sv", "de"];

#[test]
fn after_any_edits_a_site_is_planned_as_from_nothing() {
    let (mut sites, mut faults) = (0, 0);
    for seed in 1..=3 {
        let mut book = Book::new(seed);
        let mut memory = Memory::default();
        for number in 0..EDITS {
            let edit = if number == 0 { "nothing".to_owned() } else { book.edit() };
            let options = Options { drafts: Drafts::Shown, ..Options::default() };
            let kept = told(&build(&book.sources, &options, &mut memory));
            let anew = told(&build(&book.sources, &options, &mut Memory::default()));
            assert_eq!(kept, anew, "edit {number} of book {seed}: {edit}");
            *(if anew.contains("listed") { &mut sites } else { &mut faults }) += 1;
        }
    }
    assert!(sites > EDITS && faults > EDITS / 4, "{sites} sites, {faults} books with faults");
}

struct Book {
    chance: Chance,
    sources: Sources,
}

impl Book {
    fn new(seed: u64) -> Self {
        let (chance, sources) = (Chance::new(seed), Sources::default());
        let mut book = Self { chance, sources };
        book.put("book.toml", "[book]\ntitle = \"B\"\n");
        book.put("content/guidance/team/why.md", "---\ntitle: Why\n---\n\nBecause.\n");
        for number in 0..SITUATIONS {
            book.situation(number);
        }
        book
    }

    fn put(&mut self, path: &str, text: &str) {
        self.sources.texts.insert(path.to_owned(), Arc::new(Source::new(path, text)));
    }

    /// Writes a situation anew. Now and then it names what is not there.
    fn situation(&mut self, number: usize) {
        let Self { chance, .. } = self;
        let mut text =
            format!("title: {} {}\nsummary: So.\n", chance.pick(&WORDS), chance.pick(&WORDS));
        if chance.one_in(6) {
            let _ = writeln!(text, "order: {}", chance.below(3));
        }
        if chance.one_in(8) {
            text += "draft: yes\n";
        }
        let _ = writeln!(text, "topics: [{}]", chance.pick(&["people", "time"]));
        let most = if chance.one_in(9) { SITUATIONS + 2 } else { SITUATIONS };
        let _ = writeln!(text, "related: [s{}, s{}]", chance.below(most), chance.below(most));
        let guide = *chance.pick(&["why", "team/why", "other/why"]);
        if guide != "other/why" || self.has_other() {
            let _ = writeln!(text, "guidance: [{guide}]");
        }
        text += "leader:\n  say: Why?\nmanager:\n  say: When?\n";
        self.put(&format!("content/scenarios/s{number}.yaml"), &text);
    }

    fn has_other(&self) -> bool {
        self.sources.texts.contains_key("content/guidance/other/why.md")
    }

    /// Makes one edit and says which.
    fn edit(&mut self) -> String {
        let number = self.chance.below(SITUATIONS);
        match self.chance.below(16) {
            0 => {
                self.sources.texts.remove(&format!("content/scenarios/s{number}.yaml"));
                format!("remove s{number}")
            }
            1 => {
                let language = *self.chance.pick(&LANGUAGES);
                let text = format!("[book]\ntitle = \"B\"\nlanguage = \"{language}\"\n");
                self.put("book.toml", &text);
                format!("write in {language}")
            }
            2 if self.has_other() => {
                self.sources.texts.remove("content/guidance/other/why.md");
                "remove the other guide".to_owned()
            }
            2 => {
                self.put(
                    "content/guidance/other/why.md",
                    "---\ntitle: Other\n---\n\nBecause of that.\n",
                );
                "write another guide of the same name".to_owned()
            }
            3 => {
                // Two files of one id.
                let text = "title: Twice\nsummary: So.\nleader:\n  say: A?\nmanager:\n  say: B?\n";
                let path = format!("content/scenarios/deep/s{number}.yaml");
                if self.sources.texts.remove(&path).is_none() {
                    self.put(&path, text);
                }
                format!("s{number} twice, or once again")
            }
            // What was gone comes back, and faults go.
            4..=6 => {
                self.sources.texts.retain(|path, _| !path.contains("/deep/"));
                for number in 0..SITUATIONS {
                    let path = format!("content/scenarios/s{number}.yaml");
                    let is_well = self.sources.texts.get(&path).is_some_and(|source| {
                        let text = source.text();
                        !text.contains("s40")
                            && !text.contains("s41")
                            && !text.contains(&format!("s{number},"))
                            && !text.contains(&format!("s{number}]"))
                            && !text.contains("[why]")
                            && !text.contains("other/why")
                    });
                    if !is_well {
                        let text = format!(
                            "title: {} again\nsummary: So.\nguidance: [team/why]\nleader:\n  say: A?\nmanager:\n  say: B?\n",
                            self.chance.pick(&WORDS)
                        );
                        self.put(&path, &text);
                    }
                }
                "mend".to_owned()
            }
            _ => {
                self.situation(number);
                format!("write s{number}")
            }
        }
    }
}

/// All that is told of a book, and how its site is planned.
fn told(made: &Noted<Option<Site>>) -> String {
    let mut told = String::new();
    for note in &made.notes {
        let place = (note.span.source().path(), note.span.range());
        let _ = writeln!(told, "{place:?} {} {:?} {:?}", note.message, note.help, note.labels);
    }
    let Some(site) = &made.value else { return told };
    let plan = site.plan();
    for kind in Kind::ALL {
        for entry in plan.listed(kind) {
            let users = plan.used_in(entry).iter().map(|user| user.head.id.as_str());
            let users: Vec<&str> = users.collect();
            let _ = writeln!(told, "listed {} {users:?}", entry.head.stem);
        }
    }
    for (topic, list) in plan.topics().all() {
        let list: Vec<&str> = list.iter().map(|entry| entry.head.id.as_str()).collect();
        let _ = writeln!(told, "{topic}: {list:?}");
    }
    for path in site.plan().pages().keys().filter(|path| path.is_page()) {
        let _ = writeln!(told, "{path}");
    }
    told
}
