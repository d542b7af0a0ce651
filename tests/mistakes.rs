//! Mistakes that authors make, one file each in `mistakes/`: what they wrote, what they are told, and where
//! Twohats can mend it for certain, what the file is then.
//! `cargo xtask bless` writes what is told into the files.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use testkit::{Book, made, scenario};
use twohats::diagnostic::Severity;

/// What begins a part of a file.
const MARK: &str = "==> ";

/// The part that holds what is told, and the start of those that hold mended files.
const TOLD: &str = "told";
const MENDED: &str = "mended ";

/// A mistake: the files of the book, by path.
struct Mistake {
    path: PathBuf,
    files: Vec<(String, String)>,
}

#[test]
fn every_mistake_is_told_exactly_and_mended_only_where_that_is_certain() {
    made::are_fresh(mistakes().into_iter().map(|mistake| (mistake.path.clone(), mistake.found())));
}

#[test]
fn there_are_mistakes_of_every_sort() {
    let mistakes = mistakes();
    assert!(mistakes.len() >= 80, "{} mistakes", mistakes.len());
    let silent: Vec<String> = mistakes
        .iter()
        .filter(|mistake| mistake.book().diagnostics().is_empty())
        .map(|mistake| mistake.path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "nothing is told of {silent:#?}");
}

/// A mistake is told where it was made: pages that link to its file, or name it, are as whole as before.
#[test]
fn no_mistake_makes_a_fault_of_a_page_that_leads_to_it() {
    let mut fallen = String::new();
    for mistake in mistakes() {
        let before = mistake.book().diagnostics();
        for (path, _) in &mistake.files {
            let Some(inside) = path.strip_prefix("content/") else { continue };
            let Some((folder, name)) = inside.rsplit_once('/') else { continue };
            let has_error = before
                .iter()
                .any(|one| one.severity() == Severity::Error && one.span.source().path() == path);
            let Some((stem, "yaml" | "md")) = name.rsplit_once('.').filter(|_| has_error) else {
                continue;
            };
            let guide = format!(
                "---\ntitle: Leads there\n---\n\nSee [it](</{inside}>) and [its top](</{inside}#top>).\n"
            );
            let key = match folder {
                "scenarios" => "related",
                "templates" | "guidance" => folder,
                _ => continue,
            };
            let names = format!("{}{key}:\n  - \"{stem}\"\n", scenario("Names it"));
            let book = mistake
                .book()
                .file("content/guidance/leads-there.md", guide)
                .file("content/scenarios/names-it.yaml", names);
            for one in book.diagnostics() {
                let path = one.span.source().path();
                let is_elsewhere = path.contains("leads-there") || path.contains("names-it");
                // Nothing leads to the page that names it, which is told when nothing is an error.
                if is_elsewhere && one.severity() == Severity::Error {
                    let at = mistake.path.file_name().expect("it has a name").display();
                    let _ = writeln!(fallen, "{at}: {}: {}", one.rule.name, one.message);
                }
            }
        }
    }
    assert!(fallen.is_empty(), "faults of other pages:\n{fallen}");
}

impl Mistake {
    fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).expect("a mistake is UTF-8");
        let mut files: Vec<(String, String)> = Vec::new();
        for line in text.split_inclusive('\n') {
            match line.strip_prefix(MARK) {
                Some(name) => files.push((name.trim_end().to_owned(), String::new())),
                None => files.last_mut().expect("it opens with a path").1.push_str(line),
            }
        }
        files.retain(|(name, _)| name != TOLD && !name.starts_with(MENDED));
        Self { path, files }
    }

    fn book(&self) -> Book {
        Book::new().files(self.files.clone())
    }

    /// The text with what is told and mended now.
    fn found(&self) -> String {
        let part = |(name, text): (&str, &str)| format!("{MARK}{name}\n{text}");
        let files = self.files.iter().map(|(name, text)| part((name, text)));
        let book = self.book();
        let told = part((TOLD, &book.told()));
        let mended = book.mended().into_iter();
        let mended = mended.map(|(path, text)| part((&format!("{MENDED}{path}"), &text)));
        files.chain([told]).chain(mended).collect()
    }
}

fn mistakes() -> Vec<Mistake> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let files = fs::read_dir(folder).expect("the mistakes can be listed");
    let mut paths: Vec<PathBuf> =
        files.map(|file| file.expect("the mistakes can be listed").path()).collect();
    paths.sort();
    paths.into_iter().map(Mistake::read).collect()
}
