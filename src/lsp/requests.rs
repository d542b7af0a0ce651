//! Which file answers which request.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::source::Source;

use super::actions::actions;
use super::answer::Answer;
use super::client::Client;
use super::commands::command;
use super::complete::{Wanted, completion};
use super::desk::Desk;
use super::document_links::document_links;
use super::fault::Fault;
use super::hover::hover;
use super::inlay::inlay;
use super::outline::{around, folds};
use super::project::{Project, Read};
use super::renaming::{followed, prepare, renamed};
use super::symbols::{names, outline};
use super::thing::{has, thing_at};

/// Answers a request.
pub(super) fn answer(desk: &mut Desk, method: &str, params: &Value) -> Result<Answer, Fault> {
    match method {
        "workspace/symbol" => {
            let query = params["query"].as_str().unwrap_or_default();
            let books = desk.books.iter_mut().flat_map(|(project, _)| {
                let read = project.read();
                names(project, &read, query)
            });
            Ok(json!(books.collect::<Vec<_>>()).into())
        }
        "workspace/willRenameFiles" => will_rename(desk, params),
        "workspace/executeCommand" => command(desk, params),
        _ => match method.strip_prefix("textDocument/") {
            Some(asked) => of_text(desk, asked, params).map(Answer::from),
            None => Err(Fault::unknown(method)),
        },
    }
}

fn will_rename(desk: &mut Desk, params: &Value) -> Result<Answer, Fault> {
    let mut book = None;
    let mut files = Vec::new();
    for file in params["files"].as_array().into_iter().flatten() {
        let mut place = |name: &str| desk.place_of(file[name].as_str().unwrap_or_default());
        let (Some((number, old)), Some((other, new))) = (place("oldUri"), place("newUri")) else {
            continue;
        };
        // What leaves the book is followed by nothing.
        if number == other && book.is_none_or(|book| book == number) {
            book = Some(number);
            files.push((old, new));
        }
    }
    let Some(number) = book else { return Ok(Value::Null.into()) };
    let project = &mut desk.books[number].0;
    let read = project.read();
    followed(project, &read, &files)
}

/// Answers what is asked of a text. Of one that belongs to no book nothing is known.
fn of_text(desk: &mut Desk, asked: &str, params: &Value) -> Result<Value, Fault> {
    let Client { offers, inlay: shown, .. } = desk.client;
    let today = (desk.settings.today)();
    let uri = params["textDocument"]["uri"].as_str().unwrap_or_default();
    let Some((number, name)) = desk.place_of(uri) else { return unknown_text(asked) };
    let (project, told) = &mut desk.books[number];
    if project.is_behind(uri) {
        return unknown_text(asked);
    }
    let read = project.read();
    let project = &*project;
    let (Some(source), Some(_)) = (project.source(&name), project.open.get(&name)) else {
        return unknown_text(asked);
    };
    let offset = |place: &Value| project.offset(&name, place).unwrap_or_default();
    let at = offset(&params["position"]);
    let part = || {
        let range = &params["range"];
        let start = offset(&range["start"]);
        start..offset(&range["end"]).max(start)
    };
    Ok(match asked {
        "completion" => {
            let (read, source) = (&read, &source);
            let wanted = Wanted { read, source, offset: at, offers, today };
            completion(project, &wanted)
        }
        "hover" => hover(project, &read, &told.all, (&source, at)),
        "definition" => match thing_at(&read, &source, at) {
            Some(named) => locations(project, &named.thing.places(&read)),
            None => json!([]),
        },
        "references" => references(project, &read, (&source, at), &params["context"]),
        "documentSymbol" => outline(project, &source),
        "codeAction" => actions(project, &read, &told.all, (&source, part())),
        "documentLink" => document_links(project, &read, &source),
        "prepareRename" => prepare(project, &read, &source, at),
        "rename" => {
            let new = params["newName"].as_str().unwrap_or_default();
            renamed(project, &read, (&source, at), new)?
        }
        "foldingRange" => folds(&source),
        "selectionRange" => {
            let places = params["positions"].as_array().map_or(&[][..], Vec::as_slice);
            json!(
                places
                    .iter()
                    .map(|place| around(project, &source, offset(place)))
                    .collect::<Vec<_>>()
            )
        }
        "inlayHint" => inlay(project, &read, &source, (part(), shown)),
        _ => return Err(Fault::unknown(asked)),
    })
}

/// The answer about a text that belongs to no book, or is not open.
fn unknown_text(asked: &str) -> Result<Value, Fault> {
    match asked {
        "rename" => Err(Fault::refused("this file belongs to no book that is open")),
        "completion" | "hover" | "definition" | "references" | "documentSymbol" | "codeAction"
        | "documentLink" | "prepareRename" | "foldingRange" | "selectionRange" | "inlayHint" => {
            Ok(Value::Null)
        }
        _ => Err(Fault::unknown(asked)),
    }
}

fn references(
    project: &Project,
    read: &Read,
    (source, offset): (&Arc<Source>, usize),
    context: &Value,
) -> Value {
    let Some(named) = thing_at(read, source, offset) else { return json!([]) };
    let mut spans = named.thing.named(read);
    if context["includeDeclaration"] != false {
        spans.extend(named.thing.places(read));
    }
    spans.sort_by_key(|span| (span.source().path().to_owned(), span.range().start));
    spans.dedup_by(|one, other| {
        one.source().path() == other.source().path()
            && has(other, one.range().start)
            && one.range() == other.range()
    });
    locations(project, &spans)
}

fn locations(project: &Project, spans: &[crate::source::Span]) -> Value {
    json!(spans.iter().map(|span| project.location(span)).collect::<Vec<_>>())
}
