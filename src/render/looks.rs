//! How the pages of a book look: its theme, with layouts that are ready. They are made again only when one
//! of the files that they are made of is another one.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Noted};
use crate::model::Book;
use crate::source::{Asset, PROJECT_FILE, Source, Sources};
use crate::theme::{Theme, theme};

use super::engine::Engine;
use super::frame;

pub struct Looks {
    made_of: Files,
    pub theme: Arc<Theme>,
    /// There when the layouts can be used.
    pub engine: Option<Arc<Engine>>,
    /// What is wrong with the theme.
    pub notes: Vec<Diagnostic>,
}

type Files = (Vec<Arc<Source>>, Vec<(String, Asset)>);

impl Looks {
    pub fn new(sources: &Sources, book: &Book) -> Self {
        let Noted { value: theme, mut notes } = theme(sources, book);
        book.levels.apply(&mut notes);
        let engine = Engine::new(&theme).map_err(|faults| notes.extend(faults)).ok();
        let engine = engine.map(|mut engine| {
            engine.share(frame::site(book, &theme.wording));
            Arc::new(engine)
        });
        Self { made_of: files(sources), theme: Arc::new(theme), engine, notes }
    }

    /// Whether they would be the same if they were made again.
    pub fn are_of(&self, sources: &Sources) -> bool {
        let (texts, assets) = files(sources);
        let (own_texts, own_assets) = &self.made_of;
        texts.len() == own_texts.len()
            && assets.len() == own_assets.len()
            && texts.iter().zip(own_texts).all(|(text, own)| Arc::ptr_eq(text, own))
            && assets
                .iter()
                .zip(own_assets)
                .all(|((path, bytes), (own, same))| path == own && Arc::ptr_eq(bytes, same))
    }
}

/// What a theme can be made of: the book's settings and the files of all themes.
fn files(sources: &Sources) -> Files {
    let is_of_it = |path: &str| path == PROJECT_FILE || path.starts_with("themes/");
    let texts = sources.texts.iter().filter(|(path, _)| is_of_it(path));
    let assets = sources.assets.iter().filter(|(path, _)| is_of_it(path));
    (
        texts.map(|(_, source)| Arc::clone(source)).collect(),
        assets.map(|(path, bytes)| (path.clone(), Arc::clone(bytes))).collect(),
    )
}
