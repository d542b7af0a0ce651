//! Saves what was written on a page. It must not know how a text is written into a file.

use std::time::SystemTime;

use serde::Deserialize;
use serde_json::json;

use crate::amend::{Signs, amend};
use crate::edit::{Edit, Edits, difference, mark};
use crate::in_place::{Asked, conflicts, marks};

use super::book::Editing;
use super::fault::{Fault, Told, against, read, refused};

/// The most changes of one save: each is read back, and a page sends a few.
const MOST: usize = 200;

/// What is asked to be saved.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Save {
    file: String,
    /// The mark of the file that the writer saw.
    hash: String,
    edits: Vec<Asked>,
    /// The same for all saves of a text while it is open: they are taken back at once.
    sitting: Option<String>,
}

impl Editing {
    /// Saves what was written.
    pub(in super::super) fn save(&mut self, asked: &[u8]) -> Told {
        let Save { file: name, hash, edits, sitting } = read(asked)?;
        if edits.len() > MOST {
            return Err(Fault::Unfit(format!("{MOST} changes at once are too many")));
        }
        let (source, file) = self.file(&name)?;
        if mark(source.text().as_bytes()) != hash {
            let conflicts = conflicts(&source, file, &edits).map_err(|why| refused(&why))?;
            if !conflicts.is_empty() {
                return Err(Fault::Conflict { hash: mark(source.text().as_bytes()), conflicts });
            }
        }
        let keys: Vec<String> = edits.iter().map(|edit| edit.key().to_owned()).collect();
        let changes: Vec<_> = edits.into_iter().map(Asked::change).collect();
        let made = amend(&source, file, &changes, Signs::TakenOut).map_err(|why| refused(&why))?;
        let ((start, end), put) = difference(source.text(), made.source.text());
        let edit = Edit::new(&source, start..end, put.to_owned());
        let edits = Edits { texts: vec![edit], ..Edits::default() };
        self.journal()?.write_in(&edits, SystemTime::now(), sitting.as_deref()).map_err(against)?;
        let taken: String = made.taken.into_iter().collect();
        let was = marks(&made.source, file, &keys).map_err(|why| refused(&why))?;
        Ok(json!({ "hash": mark(made.source.text().as_bytes()), "was": was, "taken": taken }))
    }
}
