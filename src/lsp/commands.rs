//! What an editor can have done by name.

use serde_json::{Value, json};

use crate::build::fixes;
use crate::diagnostic::rules;

use super::answer::Answer;
use super::changes::workspace_edit;
use super::create;
use super::desk::Desk;
use super::fault::Fault;
use super::page;
use super::renaming::page_moved;

/// Makes all fixes that are certain, in the whole book: a file of it.
pub(super) const FIX: &str = "twohats.fix";
/// A new page: a file or folder of the book, the kind as for `twohats new`, the title. Gives its address.
const NEW: &str = "twohats.new";
/// Moves a page, and all that names it follows: its file, the new name or place as for `twohats mv`.
const MOVE: &str = "twohats.move";
/// Makes a page a draft, or no draft any more: its file.
const DRAFT: &str = "twohats.draft";
/// Writes down that a page was reviewed today: its file.
const REVIEWED: &str = "twohats.reviewed";
/// Begins the translation of a page: its file, the language. Gives the address.
const TRANSLATE: &str = "twohats.translate";
/// What a rule says: its name. Gives Markdown.
const EXPLAIN: &str = "twohats.explain";

/// The page that shows a place, with its part: a file, and a place in it as `Position`. Gives an address from the root of the
/// site, as in `scenarios/late.html#leader-say`.
const PAGE: &str = "twohats.page";

/// All of them.
pub(super) const COMMANDS: [&str; 8] = [FIX, NEW, MOVE, DRAFT, REVIEWED, TRANSLATE, EXPLAIN, PAGE];

/// Does what a command says. What it changes, the editor is asked to change.
pub(super) fn command(desk: &mut Desk, params: &Value) -> Result<Answer, Fault> {
    let name = params["command"].as_str().unwrap_or_default();
    let argument = |at: usize| params["arguments"][at].as_str().unwrap_or_default();
    if name == EXPLAIN {
        let rule = rules::find(argument(0));
        let rule =
            rule.ok_or_else(|| Fault::refused(format!("no rule is called `{}`", argument(0))))?;
        return Ok(json!(rule.page).into());
    }
    if !COMMANDS.contains(&name) {
        return Err(Fault::unknown(name));
    }
    let today = (desk.settings.today)();
    let place = desk.place_of(argument(0));
    let (number, path) = place.ok_or_else(|| Fault::refused("name a file of a book"))?;
    let project = &mut desk.books[number].0;
    let read = project.read();
    let project = &*project;
    if name == NEW {
        let made = create::page(project, &read, argument(1), argument(2));
        let (path, edit) = made.ok_or_else(|| {
            Fault::refused("no page was made: name a kind and a title that no page has, with a letter or a digit")
        })?;
        return Ok(Answer::across(json!(project.uri(&path)), &edit));
    }
    if name == FIX {
        let edit = workspace_edit(project, &fixes(&read.sources));
        return Ok(Answer::across(Value::Null, &edit));
    }
    let source = project.source(&path);
    let source =
        source.ok_or_else(|| Fault::refused(format!("`{path}` is no text of the book")))?;
    let cannot = || Fault::refused(format!("`{path}` is no page that can be read: mend it first"));
    if name == TRANSLATE {
        let mut lacking = create::translations(project, &read, &source).into_iter();
        let made = lacking.find(|(tag, _)| *tag == argument(1));
        let (tag, (_, edit)) = made.ok_or_else(|| {
            Fault::refused(format!(
                "`{path}` has a translation into `{}`, or can have none",
                argument(1)
            ))
        })?;
        let inside = path.strip_prefix("content/").unwrap_or(&path);
        let uri = project.uri(&format!("content/{tag}/{inside}"));
        return Ok(Answer::across(json!(uri), &edit));
    }
    if name == PAGE {
        let entry = read.last(&path).ok_or_else(cannot)?;
        let place = &params["arguments"][1];
        let offset = project.offset(&path, place).unwrap_or_default();
        return Ok(json!(page::address(entry, offset)).into());
    }
    if name == MOVE {
        let edit = page_moved(project, &read.sources, &path, argument(1))?;
        return Ok(Answer::across(Value::Null, &edit));
    }
    let edit = match name {
        DRAFT => create::draft(project, &read, &source).ok_or_else(cannot)?,
        _ => {
            let today = today.ok_or_else(|| Fault::refused("which day it is is not known"))?;
            create::reviewed(project, &read, &source, today).ok_or_else(cannot)?
        }
    };
    Ok(Answer::typed(&edit))
}
