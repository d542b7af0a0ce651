//! Takes back what was saved on pages. It must not know what that was.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Deserialize;
use serde_json::json;

use crate::diagnostic::plural;

use super::book::Editing;
use super::fault::{Fault, Told, against, read};

/// What is asked to be taken back: the last save of a file, or all since a time in milliseconds from 1970 on.
#[derive(Deserialize)]
#[serde(untagged)]
enum Back {
    File { file: String },
    Since { since: u64 },
}

impl Editing {
    /// Takes back what was saved.
    pub(in super::super) fn undo(&mut self, asked: &[u8]) -> Told {
        let now = SystemTime::now();
        match read(asked)? {
            Back::File { file } => {
                if self.journal()?.undo(&file, now).map_err(against)? {
                    return Ok(json!({ "undone": [file], "message": "taken back" }));
                }
                Err(Fault::Against("there is nothing more to take back in this file".to_owned()))
            }
            Back::Since { since } => {
                let from = UNIX_EPOCH + Duration::from_millis(since);
                let (undone, errors) = self.journal()?.undo_since(from, now);
                let left: Vec<String> = errors.iter().map(ToString::to_string).collect();
                let message = match (undone.len(), left.as_slice()) {
                    (0, []) => "there is nothing to take back".to_owned(),
                    (files, []) => format!("taken back in {}", counted(files)),
                    (files, left) => {
                        format!(
                            "taken back in {}; left as it is: {}",
                            counted(files),
                            left.join("; ")
                        )
                    }
                };
                Ok(json!({ "undone": undone, "message": message }))
            }
        }
    }
}

fn counted(files: usize) -> String {
    format!("{files} {}", plural(files, "file"))
}
