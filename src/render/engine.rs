//! Layouts: the default theme's, and the project's over them.

use std::sync::{Arc, OnceLock};

use tera::{Context, ErrorKind, Tera};

use crate::diagnostic::Diagnostic;
use crate::theme::Theme;

use super::flat::flat;
use super::layout_fault::{DEFAULT, Layouts, OWN, faults};

/// The block of a layout that is the body of its page.
const BODY: &str = "main";

/// Layouts that were understood.
pub struct Engine {
    tera: Tera,
    sources: Layouts,
}

impl Engine {
    /// Understands the layouts of a theme.
    ///
    /// # Errors
    /// When one of them cannot be understood.
    pub fn new(theme: &Theme) -> Result<Arc<Self>, Vec<Diagnostic>> {
        // The layouts of the default theme are always the same ones, and understanding them takes longest.
        static DEFAULT_ALONE: OnceLock<Arc<Engine>> = OnceLock::new();
        if theme.own_layouts.is_empty() {
            if let Some(engine) = DEFAULT_ALONE.get() {
                return Ok(Arc::clone(engine));
            }
            let engine = Arc::new(Self::read(theme)?);
            return Ok(Arc::clone(DEFAULT_ALONE.get_or_init(|| engine)));
        }
        Self::read(theme).map(Arc::new)
    }

    fn read(theme: &Theme) -> Result<Self, Vec<Diagnostic>> {
        let own = theme
            .own_layouts
            .iter()
            .map(|(name, source)| (format!("{OWN}{name}"), Arc::clone(source)));
        let default = theme
            .default_layouts
            .iter()
            .map(|(name, source)| (format!("{DEFAULT}{name}"), Arc::clone(source)));
        let sources: Layouts = own.chain(default).collect();
        // What is wrong in layouts of the project's own is told where it stands, so those stay as they are.
        let sources = if theme.own_layouts.is_empty() { flat(&sources) } else { sources };
        let mut tera = Tera::default();
        tera.set_fallback_prefixes([OWN, DEFAULT]).expect("no layout was added yet");
        let layouts: Vec<(&str, &str)> =
            sources.iter().map(|(name, source)| (name.as_str(), source.text())).collect();
        if let Err(error) = tera.add_raw_templates(layouts) {
            return Err(Self::slips(theme, &sources).unwrap_or_else(|| faults(&sources, &error)));
        }
        Ok(Self { tera, sources })
    }

    /// What cannot be understood in each of the project's layouts, read alone: the engine stops at the first.
    fn slips(theme: &Theme, sources: &Layouts) -> Option<Vec<Diagnostic>> {
        let slips = theme.own_layouts.iter().filter_map(|(name, source)| {
            let name = format!("{OWN}{name}");
            let error = Tera::default().add_raw_template(&name, source.text()).err()?;
            let is_slip = matches!(error.kind(), ErrorKind::SyntaxError(_));
            is_slip.then(|| faults(sources, &error))
        });
        let slips: Vec<Diagnostic> = slips.flatten().collect();
        Some(slips).filter(|slips| !slips.is_empty())
    }

    /// A whole page.
    pub(super) fn page(&self, layout: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.tera.render(layout, context).map_err(|error| self.fault(&error))
    }

    /// The body of a page alone. A layout of the project's own that has no such block leaves it to ours.
    pub(super) fn body(&self, layout: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        let body = self.tera.render_block(layout, BODY, context).or_else(|error| {
            let is_lacking = matches!(error.kind(), ErrorKind::Msg(_));
            let ours = is_lacking.then(|| format!("{DEFAULT}{layout}")).ok_or(error)?;
            self.tera.render_block(&ours, BODY, context)
        });
        body.map_err(|error| self.fault(&error))
    }

    fn fault(&self, error: &tera::Error) -> Box<Diagnostic> {
        let fault = faults(&self.sources, error).into_iter().next();
        Box::new(fault.expect("every complaint is one fault at least"))
    }
}
