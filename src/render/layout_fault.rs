//! What the layout engine complains of, as diagnostics at their places.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::ErrorKind;

use crate::diagnostic::rules::invalid_layout::invalid_layout;
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{Source, Span};

/// The project's layouts are looked for first; `{% extends "default/scenario.html" %}` names ours.
pub(super) const OWN: &str = "own/";
pub(super) const DEFAULT: &str = "default/";

/// Layouts by the names that the engine knows them by.
pub(super) type Layouts = BTreeMap<String, Arc<Source>>;

/// The engine's complaint. It may be several, since it looks for all names that nobody has in one go.
pub(super) fn faults(layouts: &Layouts, error: &tera::Error) -> Vec<Diagnostic> {
    let (name, range, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.filename(), report.span().range.clone(), report.message().to_owned())
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("this layout extends `{parent}`, which is not there");
            return vec![near(fault(layouts, current, |_| 0..0, &message), layouts, parent)];
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            (tpl.as_str(), 0..0, "this layout extends itself".to_owned())
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.as_str(), 0..0, "this layout includes itself".to_owned())
        }
        ErrorKind::TemplateNotFound(name) => {
            (name.as_str(), 0..0, format!("there is no layout `{name}`"))
        }
        _ => return reported(layouts, &error.to_string()),
    };
    vec![fault(layouts, name, |_| range, &message)]
}

/// Reports that come as text: a line `error: ...`, and below it ` --> layout:line:column`.
fn reported(layouts: &Layouts, text: &str) -> Vec<Diagnostic> {
    let mut lines = text.lines().peekable();
    let mut faults = Vec::new();
    while let Some(line) = lines.next() {
        let Some(message) = line.strip_prefix("error: ") else { continue };
        let place = lines.peek().and_then(|line| line.trim_start().strip_prefix("--> "));
        let mut parts = place.unwrap_or_default().rsplitn(3, ':');
        let column: usize = parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
        let line: usize = parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
        let name = parts.next().unwrap_or_default();
        let said = message.replace("Unknown template", "There is no layout");
        let said = said.replace("Unknown", "There is no");
        let wanted = message.split('`').nth(1).unwrap_or_default();
        let range = |source: &Source| {
            let above = source.text().split_inclusive('\n').take(line - 1).map(str::len).sum();
            let rest = &source.text()[above..];
            let start = rest.char_indices().nth(column - 1).map_or(0, |(at, _)| at);
            // The engine points at the whole tag; the name in it is what is wrong.
            let at = rest[start..].lines().next().and_then(|line| line.find(wanted));
            let start = above + start + at.unwrap_or_default();
            start..start + wanted.len()
        };
        let fault = fault(layouts, name, range, &said);
        faults.push(if message.contains("template") {
            near(fault, layouts, wanted)
        } else {
            fault
        });
    }
    if faults.is_empty() {
        faults.push(fault(layouts, "", |_| 0..0, text.lines().next().unwrap_or_default()));
    }
    faults
}

/// Suggests the layout that was very likely meant.
fn near(fault: Diagnostic, layouts: &Layouts, name: &str) -> Diagnostic {
    let short =
        |name: &str| name.split_once('/').map_or(name.to_owned(), |(_, rest)| rest.to_owned());
    let names: Vec<String> =
        layouts.keys().cloned().chain(layouts.keys().map(|name| short(name))).collect();
    let near = nearest(name, names.iter().map(String::as_str).filter(|near| *near != name));
    fault.maybe_help(near.map(|near| format!("did you mean `{near}`?")))
}

fn fault(
    layouts: &Layouts,
    name: &str,
    range: impl FnOnce(&Source) -> std::ops::Range<usize>,
    message: &str,
) -> Diagnostic {
    let named = [name.to_owned(), format!("{OWN}{name}"), format!("{DEFAULT}{name}")];
    let source = named.iter().find_map(|name| layouts.get(name)).cloned();
    let source =
        source.unwrap_or_else(|| Arc::new(Source::new(format!("themes/layouts/{name}"), "")));
    let range = range(&source);
    invalid_layout(Span::new(&source, range), message.lines().next().unwrap_or("it cannot be used"))
}
