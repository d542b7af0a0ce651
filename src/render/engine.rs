//! Layouts: the default theme's, and the project's over them.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tera::{Context, ErrorKind, Tera};

use crate::diagnostic::Diagnostic;
use crate::theme::Theme;

use super::flat::{Unsettled, flat};
use super::layout_fault::{DEFAULT, Layouts, OWN, faults};

/// The block of a layout that is the body of its page.
const BODY: &str = "main";

/// The layout that asks for what is the same on every page of an edition.
const ASKING: &str = "asking.html";

/// How many editions' layouts are kept: a preview makes its site anew with every save, in all its languages.
const MOST_KEPT: usize = 32;

/// Layouts that were understood.
pub struct Engine {
    layouts: Understood,
    sources: Layouts,
}

enum Understood {
    /// Those of a project stay as they are.
    AsTheyStand(Arc<Tera>),
    /// Ours alone are settled for each edition.
    Settled(Box<Settling>),
}

/// How layouts are settled, and those that were.
struct Settling {
    unsettled: Unsettled,
    asking: Tera,
    /// By what was answered.
    kept: Mutex<Vec<(Option<String>, Arc<Tera>)>>,
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
        if theme.own_layouts.is_empty() {
            let sources = flat(&sources);
            let layouts = Understood::Settled(Box::new(Settling::new(&sources)));
            return Ok(Self { layouts, sources });
        }
        // What is wrong in layouts of the project's own is told where it stands, so those stay as they are.
        match read(texts(&sources)) {
            Ok(tera) => Ok(Self { layouts: Understood::AsTheyStand(Arc::new(tera)), sources }),
            Err(error) => {
                Err(Self::slips(theme, &sources).unwrap_or_else(|| faults(&sources, &error)))
            }
        }
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

    /// The layouts for an edition, all of whose pages are given this.
    pub(super) fn layouts(&self, common: &Context) -> Arc<Tera> {
        match &self.layouts {
            Understood::AsTheyStand(tera) => Arc::clone(tera),
            Understood::Settled(settling) => settling.layouts(common),
        }
    }

    /// A whole page, by the layouts of its edition.
    pub(super) fn page(
        &self,
        layouts: &Tera,
        layout: &str,
        context: &Context,
    ) -> Result<String, Box<Diagnostic>> {
        layouts.render(layout, context).map_err(|error| self.fault(&error))
    }

    /// The body of a page alone. A layout of the project's own that has no such block leaves it to ours.
    pub(super) fn body(
        &self,
        layouts: &Tera,
        layout: &str,
        context: &Context,
    ) -> Result<String, Box<Diagnostic>> {
        let body = layouts.render_block(layout, BODY, context).or_else(|error| {
            let is_lacking = matches!(error.kind(), ErrorKind::Msg(_));
            let ours = is_lacking.then(|| format!("{DEFAULT}{layout}")).ok_or(error)?;
            layouts.render_block(&ours, BODY, context)
        });
        body.map_err(|error| self.fault(&error))
    }

    fn fault(&self, error: &tera::Error) -> Box<Diagnostic> {
        let fault = faults(&self.sources, error).into_iter().next();
        Box::new(fault.expect("every complaint is one fault at least"))
    }
}

impl Settling {
    fn new(layouts: &Layouts) -> Self {
        let unsettled = Unsettled::new(texts(layouts));
        let mut asking = Tera::default();
        let asked = asking.add_raw_template(ASKING, &unsettled.asked());
        asked.expect("what layouts of ours ask is understood");
        Self { unsettled, asking, kept: Mutex::default() }
    }

    /// The layouts with what is answered by what is common to all pages. Where nothing is, as they are.
    fn layouts(&self, common: &Context) -> Arc<Tera> {
        let answered = self.asking.render(ASKING, common).ok();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, tera)) = kept.iter().find(|(of, _)| *of == answered) {
            return Arc::clone(tera);
        }
        let tera = read(self.unsettled.settled(answered.as_deref()));
        let tera = Arc::new(tera.expect("layouts of ours are understood with texts in them"));
        if kept.len() == MOST_KEPT {
            kept.remove(0);
        }
        kept.push((answered, Arc::clone(&tera)));
        tera
    }
}

fn texts(layouts: &Layouts) -> impl Iterator<Item = (&str, &str)> {
    layouts.iter().map(|(name, source)| (name.as_str(), source.text()))
}

fn read<'l, T: AsRef<str>>(
    layouts: impl IntoIterator<Item = (&'l str, T)>,
) -> tera::TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.set_fallback_prefixes([OWN, DEFAULT]).expect("no layout was added yet");
    tera.add_raw_templates(layouts)?;
    Ok(tera)
}
