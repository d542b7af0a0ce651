//! Layouts: the default theme's, and the project's over them.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, ErrorKind, Tera};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::invalid_layout::invalid_layout;
use crate::source::{Source, Span};
use crate::theme::Theme;

/// The project's layouts are looked for first; `{% extends "default/scenario.html" %}` names ours.
const OWN: &str = "own/";
const DEFAULT: &str = "default/";

/// Layouts that were understood.
#[derive(Clone)]
pub struct Engine {
    tera: Tera,
    sources: BTreeMap<String, Arc<Source>>,
}

impl Engine {
    pub fn new(theme: &Theme) -> Result<Self, Box<Diagnostic>> {
        let own = theme
            .own_layouts
            .iter()
            .map(|(name, source)| (format!("{OWN}{name}"), Arc::clone(source)));
        let default = theme
            .default_layouts
            .iter()
            .map(|(name, source)| (format!("{DEFAULT}{name}"), Arc::clone(source)));
        let sources: BTreeMap<String, Arc<Source>> = own.chain(default).collect();
        let mut tera = Tera::default();
        tera.set_fallback_prefixes([OWN, DEFAULT]).expect("no layout was added yet");
        let layouts: Vec<(&str, &str)> =
            sources.iter().map(|(name, source)| (name.as_str(), source.text())).collect();
        if let Err(error) = tera.add_raw_templates(layouts) {
            return Err(Box::new(fault(&sources, &error)));
        }
        Ok(Self { tera, sources })
    }

    /// Gives every layout what all pages share.
    pub fn share(&mut self, shared: Context) {
        self.tera.global_context().extend(shared);
    }

    pub fn render(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.tera.render(name, context).map_err(|error| Box::new(fault(&self.sources, &error)))
    }
}

/// The engine's complaint as a diagnostic at its place.
fn fault(sources: &BTreeMap<String, Arc<Source>>, error: &tera::Error) -> Diagnostic {
    let (name, range, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.filename(), report.span().range.clone(), report.message().to_owned())
        }
        ErrorKind::MissingParent { current, parent } => {
            (current.as_str(), 0..0, format!("this layout extends `{parent}`, which is not there"))
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
        _ => ("", 0..0, error.to_string()),
    };
    let named = [name.to_owned(), format!("{OWN}{name}"), format!("{DEFAULT}{name}")];
    let source = named.iter().find_map(|name| sources.get(name)).cloned();
    let source =
        source.unwrap_or_else(|| Arc::new(Source::new(format!("themes/layouts/{name}"), "")));
    invalid_layout(Span::new(&source, range), message.lines().next().unwrap_or("it cannot be used"))
}
