//! `twohats new`: a page to write over. It is written only when nothing is wrong with it.

use std::sync::Arc;

use crate::diagnostic::Severity;
use crate::load::{Memory, load};
use crate::scaffold::{Blank, blank, editor};
use crate::source::{Source, find_project, read};

use super::Outcome;
use super::args::New;
use super::files::{is_there, make};
use super::screen::{say, show};

pub fn run(args: &New) -> Outcome {
    let opened = find_project(&args.dir).and_then(|root| Ok((read(&root)?, root)));
    let (mut sources, root) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            say(format_args!("error: {error}"));
            return Outcome::CouldNotRun;
        }
    };
    let Some(Blank { path, text }) = blank(args.kind, &args.title) else {
        say("error: the title has no letter and no digit, so no file can be named after it");
        return Outcome::CouldNotRun;
    };
    if is_there(&root.join(&path)) {
        say(format_args!("error: `{path}` is there already, and nothing is ever overwritten"));
        say("help: choose another title; you can change it in the file, whose name stays");
        return Outcome::CouldNotRun;
    }
    let source = Arc::new(Source::new(path.clone(), &text));
    sources.texts.insert(path.clone(), Arc::clone(&source));
    let mut faults = load(&sources, &mut Memory::default()).notes;
    faults.retain(|note| {
        let spans = [&note.span].into_iter().chain(note.labels.iter().map(|label| &label.span));
        note.severity() == Severity::Error
            && spans.into_iter().any(|span| Arc::ptr_eq(span.source(), &source))
    });
    if !faults.is_empty() {
        show(&faults);
        say(format_args!("`{path}` was not made; choose another title"));
        return Outcome::CouldNotRun;
    }
    let beside = editor().into_iter().filter(|(path, _)| !is_there(&root.join(path)));
    for (path, text) in beside.chain([(path.clone(), text)]) {
        if make(&root.join(path), &text).is_none() {
            return Outcome::CouldNotRun;
        }
    }
    say(format_args!("made `{path}`"));
    say(format_args!(
        "next: write over what says TODO; `twohats serve --open` shows the page as a draft, and when the line \
         `draft: yes` is gone it is built"
    ));
    Outcome::Clean
}
