//! Where in its file the text stands that somebody points at on a page, and who is told of it. It must not know who may ask.

use std::sync::Arc;

use axum::body::Bytes;
use serde::Deserialize;
use tokio::sync::broadcast::{Receiver, Sender, channel};

use crate::edit::moved;
use crate::in_place::pointed;
use crate::plan::Page;
use crate::pointing::Place;
use crate::source::Source;

use super::current::Current;
use super::editing::{Fault, Shown, shown};
use super::found::path_at;

/// How many places are kept for an editor that does not come to hear them.
const WAITING: usize = 16;

/// Those who hear of places: editors of this machine.
#[derive(Clone)]
pub(super) struct Followers(Sender<Bytes>);

impl Followers {
    pub(super) fn new() -> Self {
        Self(channel(WAITING).0)
    }

    pub(super) fn join(&self) -> Receiver<Bytes> {
        self.0.subscribe()
    }

    /// Tells all of them, and says how many there are.
    pub(super) fn tell(&self, place: &Place) -> usize {
        let place = serde_json::to_string(place).expect("numbers and texts always serialise");
        // Nobody is there; that is no fault.
        self.0.send(Bytes::from(format!("data: {place}\n\n"))).unwrap_or_default()
    }
}

/// What a page says of a click.
#[derive(Deserialize)]
struct Asked {
    /// The page that is shown, or to which a link leads.
    path: String,
    /// The sign of the text, where one was found.
    mark: Option<usize>,
    /// What the page shows of the text up to the click.
    #[serde(default)]
    shown: String,
}

/// A page with signs round the texts of its file; `None` where it has no file.
pub(super) fn traced(current: &Current, address: &str) -> Option<String> {
    let site = current.site.as_deref()?;
    site.traced(path_at(site, address)?.as_str())?.ok()
}

/// The place that is pointed at. `now` gives a file as it is on the disk: while the book has faults, pages are older.
pub(super) fn place(
    current: &Current,
    asked: &[u8],
    now: impl FnOnce(&str) -> Option<Arc<Source>>,
) -> Result<Place, Fault> {
    let asked: Asked = serde_json::from_slice(asked)
        .map_err(|error| Fault::Unfit(format!("not understood: {error}")))?;
    let Shown { plan, page, file, .. } = shown(current, &asked.path)?;
    let file = file.to_owned();
    let Some(source) = page.source(plan.playbook()) else {
        return Ok(Place { file, line: 1, column: 1 });
    };
    let at = at(source, page, &asked);
    let newer = current.has_faults().then(|| now(&file)).flatten();
    let (line, column) = match newer {
        Some(newer) => newer.line_and_column(moved(source.text(), at, newer.text())),
        None => source.line_and_column(at),
    };
    Ok(Place { file, line, column })
}

fn at(source: &Source, page: &Page, asked: &Asked) -> usize {
    let title = || page.entry().map_or(0, |entry| entry.head.title.span.range().start);
    let at = asked.mark.map_or_else(title, |mark| pointed(source.text(), mark, &asked.shown));
    source.text().floor_char_boundary(at)
}
