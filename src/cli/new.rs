//! `twohats new`: a page to write over. It is written only when nothing is wrong with it.

use std::sync::Arc;

use crate::diagnostic::Severity;
use crate::edit::{create, is_there};
use crate::load::{Memory, load};
use crate::model::Drafts;
use crate::scaffold::{Blank, blank, editor};
use crate::source::Source;

use super::args::New;
use super::outcome::{Error, Outcome};
use super::project::Project;
use super::screen::say;

pub(super) fn run(args: &New) -> Result<Outcome, Error> {
    let Project { root, mut sources } = Project::read(&args.dir)?;
    let Some(Blank { path, text }) = blank(args.kind, &args.title) else {
        return Err("the title has no letter and no digit, so no file can be named after it".into());
    };
    if is_there(&root.join(&path)) {
        let help = "choose another title; you can change it in the file, whose name stays";
        return Err(Error::is_there(path, help));
    }
    let source = Arc::new(Source::new(path.clone(), &text));
    sources.texts.insert(path.clone(), Arc::clone(&source));
    let mut faults = load(&sources, Drafts::LeftOut, &mut Memory::default()).notes;
    faults.retain(|note| {
        let spans = [&note.span].into_iter().chain(note.labels.iter().map(|label| &label.span));
        note.severity() == Severity::Error
            && spans.into_iter().any(|span| Arc::ptr_eq(span.source(), &source))
    });
    if !faults.is_empty() {
        return Err(Error::Unfit(faults, format!("`{path}` was not made; choose another title")));
    }
    let beside = editor().into_iter().filter(|(path, _)| !is_there(&root.join(path)));
    for (path, text) in beside.chain([(path.clone(), text)]) {
        create(&root.join(path), &text)?;
    }
    say(format_args!("made `{path}`"));
    say(format_args!(
        "next: write over what says TODO; `twohats serve --open` shows the page as a draft, and when the line \
         `draft: yes` is gone it is built"
    ));
    Ok(Outcome::Clean)
}
