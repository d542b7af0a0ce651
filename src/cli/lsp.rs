//! `twohats lsp`: the editor server, over the pipes that an editor has made.

use std::io;

use crate::lsp::{Ending, Settings, serve};

use super::outcome::{Error, Outcome};
use super::project::published;
use super::today::today;

pub(super) fn run() -> Result<Outcome, Error> {
    let settings = Settings {
        today: || today().ok(),
        published: |sources, root| published(sources, root, None),
    };
    let ending = serve(settings, io::stdin(), io::stdout().lock())?;
    Ok(match ending {
        Ending::Asked => Outcome::Clean,
        Ending::Abrupt => Outcome::Faults,
    })
}
