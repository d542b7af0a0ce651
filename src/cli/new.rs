//! `twohats new`: a page to write over. It is written only when nothing is wrong with it.

use std::sync::Arc;

use crate::edit::{create, is_there};
use crate::scaffold::{Besides, Blank, blank, editor, unfit};
use crate::source::Source;

use super::args::New;
use super::outcome::{Error, Outcome};
use super::project::Project;
use super::schemas::{known_of, refresh};
use super::screen::say;

pub(super) fn run(args: &New) -> Result<Outcome, Error> {
    let Project { root, mut sources } = Project::read(&args.dir)?;
    let Some(page) = blank(args.kind, &args.title, Besides::Comments) else {
        return Err("the title has no letter and no digit, so no file can be named after it".into());
    };
    if is_there(&root.join(&page.path)) {
        let help = "choose another title; you can change it in the file, whose name stays";
        return Err(Error::is_there(page.path, help));
    }
    let faults = unfit(&sources, &page);
    let Blank { path, text } = page;
    if !faults.is_empty() {
        return Err(Error::Unfit(faults, format!("`{path}` was not made; choose another title")));
    }
    sources.texts.insert(path.clone(), Arc::new(Source::new(path.as_str(), &text)));
    let beside = editor(&known_of(&sources)).into_iter();
    let beside = beside.filter(|(path, _)| !is_there(&root.join(path)));
    for (path, text) in beside.chain([(path.clone(), text)]) {
        create(&root.join(path), &text)?;
    }
    say(format_args!("made `{path}`"));
    say(format_args!(
        "next: write over what says TODO; `twohats serve --open` shows the page as a draft, and when the line \
         `draft: yes` is gone it is built"
    ));
    refresh(&root, &sources)?;
    Ok(Outcome::Clean)
}
