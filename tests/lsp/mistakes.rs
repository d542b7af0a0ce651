//! The mistakes that authors make, typed in an editor: each is told as `check` tells it.

use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::json;
use testkit::Book;
use testkit::editor::{Editor, position};

use crate::standing::{begun, expected, found};

/// How many servers run at a time.
const AT_ONCE: usize = 2;

/// A mistake: its name, and the files of the book by path.
type Mistake = (String, Vec<(String, String)>);

fn mistakes() -> Vec<Mistake> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mistakes");
    let files = fs::read_dir(folder).expect("the mistakes can be listed");
    let mut mistakes: Vec<Mistake> = files
        .map(|file| {
            let path = file.expect("the mistakes can be listed").path();
            let text = fs::read_to_string(&path).expect("a mistake is UTF-8");
            let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
            let parts = text.split("==> ").skip(1);
            let parts = parts.filter_map(|part| part.split_once('\n'));
            let own = parts.take_while(|(path, _)| *path != "told");
            (name, own.map(|(path, text)| (path.to_owned(), text.to_owned())).collect())
        })
        .collect();
    mistakes.sort();
    mistakes
}

/// Types a mistake: half of each text is there, and the rest comes in two pieces. What is told when it should not be.
fn typed((name, files): &Mistake) -> Option<String> {
    let book = Book::new().files(files.clone());
    let project = book.on_disk();
    let mut editor: Editor = begun(&project);
    for (path, text) in files.iter().filter(|(path, _)| is_typed(path)) {
        let middle = text.floor_char_boundary(text.len() / 2);
        let later = text.floor_char_boundary(usize::midpoint(middle, text.len()));
        editor.open(path, &text[..middle]);
        for part in [middle..later, later..text.len()] {
            let end = position(text, part.start);
            let range = json!({"start": end, "end": end});
            editor.change_parts(path, &json!([{"range": range, "text": &text[part]}]));
        }
    }
    editor.settle();
    let (expected, found) = (expected(&book), found(&editor));
    (expected != found).then(|| format!("{name}\nchecked: {expected:#?}\ntold: {found:#?}"))
}

fn is_typed(path: &str) -> bool {
    [".yaml", ".md", ".toml", ".html", ".css"].iter().any(|ending| path.ends_with(ending))
}

/// Types these mistakes, a few at a time.
#[track_caller]
fn are_told(mistakes: &[Mistake]) {
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(mistake) = mistakes.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(why) = typed(mistake) {
                        wrong.lock().expect("nobody panics").push(why);
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("nobody panics");
    assert!(wrong.is_empty(), "{} are told otherwise:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn one_in_ten_mistakes_that_are_typed_is_told_at_the_line_where_check_tells_it() {
    let some: Vec<Mistake> = mistakes().into_iter().step_by(10).collect();
    assert!(some.len() >= 20, "{} mistakes", some.len());
    are_told(&some);
}

#[test]
#[ignore = "takes more than a minute: run `cargo xtask test`"]
fn every_mistake_that_is_typed_is_told_at_the_line_where_check_tells_it() {
    are_told(&mistakes());
}
