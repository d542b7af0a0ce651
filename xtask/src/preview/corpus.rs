//! A book of any size, the same in every run: scenarios of about 3.6 KB, a guide for every ten of them,
//! twenty templates. One scenario of it is saved again and again.

use std::cell::Cell;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Instant;

use tempfile::TempDir;

const TEMPLATES: usize = 20;

pub struct Corpus {
    folder: TempDir,
    size: usize,
    saves: Cell<usize>,
}

impl Corpus {
    pub fn make(size: usize) -> Result<Self, String> {
        let folder = TempDir::with_prefix("twohats-corpus-").map_err(|error| error.to_string())?;
        let corpus = Self { folder, size: size.max(1), saves: Cell::new(0) };
        corpus.write(
            "book.toml",
            "[book]\ntitle = \"A measured book\"\n\n[topics]\ndelivery = \"Delivery\"\npeople = \"People\"\nchange = \"Change\"\n",
        )?;
        for number in 0..TEMPLATES {
            corpus.write(&format!("content/templates/t{number}.yaml"), &template(number))?;
        }
        for number in 0..corpus.guides() {
            corpus.write(&format!("content/guidance/g{number}.md"), &guide(number, corpus.size))?;
        }
        for number in 0..corpus.size {
            let title = format!("Case {number}: {}", sentence(number));
            corpus.write(
                &format!("content/scenarios/s{number}.yaml"),
                &corpus.scenario(number, &title),
            )?;
        }
        Ok(corpus)
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The address of the scenario that is saved.
    pub fn page(&self) -> String {
        format!("/scenarios/s{}.html", self.saved())
    }

    /// What the next save will show.
    pub fn next_words(&self) -> String {
        format!("Saved for the {}th time.", self.saves.get() + 1)
    }

    /// Saves the scenario with new words. Gives them, and when the write was done.
    pub fn save(&self) -> Result<(String, Instant), String> {
        let words = self.next_words();
        self.saves.set(self.saves.get() + 1);
        let number = self.saved();
        self.write(&format!("content/scenarios/s{number}.yaml"), &self.scenario(number, &words))?;
        Ok((words, Instant::now()))
    }

    fn saved(&self) -> usize {
        self.size / 2
    }

    fn guides(&self) -> usize {
        (self.size / 10).max(1)
    }

    fn write(&self, path: &str, text: &str) -> Result<(), String> {
        let path = self.folder.path().join(path);
        let folder = path.parent().ok_or("a file is in a folder")?;
        let made = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
        made.map_err(|error| format!("{}: {error}", path.display()))
    }

    fn scenario(&self, number: usize, title: &str) -> String {
        let mut text = format!(
            "title: \"{title}\"\nsummary: {}\ntopics:\n  - {}\nlevel: core\ntime: 20 minutes\n\nsigns:\n",
            sentence(number + 1),
            ["delivery", "people", "change"][number % 3],
        );
        lines(&mut text, "  ", number, 6);
        text += "\nsituation: |\n";
        paragraphs(&mut text, number, 3);
        text += "\nfirst: leader\n";
        for (role, shift) in [("leader", 3), ("manager", 5)] {
            let _ = write!(text, "\n{role}:\n  aim: {}\n  say: |\n", sentence(number + shift));
            let mut said = String::new();
            paragraphs(&mut said, number + shift, 3);
            for line in said.lines() {
                let _ = writeln!(text, "  {line}");
            }
            text += "  do:\n";
            lines(&mut text, "    ", number + shift, 4);
            let _ = writeln!(text, "  avoid: {}", sentence(number + shift + 1));
        }
        text += "\nmistakes:\n";
        for slip in 0..4 {
            let (at, cure) = (number * 3 + slip, number + slip * 11);
            let _ = writeln!(text, "  - if: {}\n    then: {}", sentence(at), sentence(cure));
        }
        text += "\nsequence:\n";
        for step in 0..4 {
            let role = ["leader", "manager"][step % 2];
            let _ =
                writeln!(text, "  - {role}: {}\n    when: Day {step}", sentence(number + step * 3));
        }
        let _ = write!(
            text,
            "\ntemplates:\n  - t{}\nguidance:\n  - g{}\nmeasures:\n",
            number % TEMPLATES,
            number % self.guides(),
        );
        lines(&mut text, "  ", number + 7, 6);
        let related = (number + 1) % self.size;
        if related != number {
            let _ = write!(text, "\nrelated:\n  - s{related}\n");
        }
        text
    }
}

fn template(number: usize) -> String {
    let mut text = format!("title: Sheet {number}\nsummary: {}\nfields:\n", sentence(number));
    for field in 0..12 {
        let kind = ["text", "long", "date"][field % 3];
        let _ = writeln!(text, "  - {kind}: Field {field}\n    hint: {}", sentence(number + field));
    }
    text
}

fn guide(number: usize, scenarios: usize) -> String {
    let mut text = format!("---\ntitle: Guide {number}\nsummary: {}\n---\n", sentence(number));
    for part in 0..6 {
        let _ = write!(text, "\n## Part {part}\n\n");
        for line in 0..6 {
            let _ = writeln!(
                text,
                "{} {}",
                sentence(number + part * 6 + line),
                sentence(part + line * 5)
            );
        }
        let case = (number * 10 + part) % scenarios;
        let _ = writeln!(text, "\nSee **[a case](../scenarios/s{case}.yaml)** for it.");
    }
    text
}

fn lines(text: &mut String, indent: &str, number: usize, count: usize) {
    for line in 0..count {
        let _ = writeln!(text, "{indent}- {}", sentence(number * 7 + line));
    }
}

fn paragraphs(text: &mut String, number: usize, count: usize) {
    for paragraph in 0..count {
        for line in 0..2 {
            let _ = writeln!(text, "  {}", sentence(number * 5 + paragraph * 3 + line));
        }
        if paragraph + 1 < count {
            text.push('\n');
        }
    }
}

fn sentence(number: usize) -> String {
    const WHO: [&str; 7] = [
        "The sponsor",
        "A colleague",
        "The team",
        "Nobody",
        "A customer",
        "The director",
        "Someone new",
    ];
    const DOES: [&str; 9] = [
        "asks for an answer before",
        "has not been told about",
        "would rather wait than change",
        "agrees with most of",
        "keeps a list of",
        "remembers",
        "is surprised by",
        "has to explain",
        "wants to see",
    ];
    const WHAT: [&str; 11] = [
        "the plan for the next quarter",
        "the date that was promised",
        "what was left out",
        "the new way of working",
        "the cost of the delay",
        "every open question",
        "the last review",
        "a decision nobody wrote down",
        "the work that was added",
        "what the first day needs",
        "the notes of the meeting",
    ];
    format!("{} {} {}.", WHO[number % 7], DOES[number % 9], WHAT[number % 11])
}
