//! Where a preview listens, as it is left for others in the project. It must not know what they hear there.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::edit::{forget_note, keep_note, kept_note};

/// The name of the note.
const NAME: &str = "preview.json";

/// Where a preview listens, and the word for those who may hear it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Listening {
    pub address: SocketAddr,
    pub word: String,
}

/// What was left. It goes when this does, unless another preview has left something since.
pub(crate) struct Left {
    root: PathBuf,
    listening: Listening,
}

impl Listening {
    /// Leaves it for those who work on the project.
    pub(crate) fn leave(self, root: &Path) -> io::Result<Left> {
        keep_note(root, NAME, &serde_json::to_string(&self)?)?;
        Ok(Left { root: root.to_owned(), listening: self })
    }

    /// The preview that was started last, as far as is known. A project may come from anybody, and with it such a note:
    /// it leads nowhere but to this machine, and its word is one.
    pub(crate) fn find(root: &Path) -> Option<Self> {
        let found: Self = serde_json::from_str(&kept_note(root, NAME)?).ok()?;
        let is_word = found.word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (found.address.ip().is_loopback() && is_word).then_some(found)
    }
}

impl Drop for Left {
    fn drop(&mut self) {
        if Listening::find(&self.root).as_ref() == Some(&self.listening) {
            forget_note(&self.root, NAME);
        }
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::{Listening, NAME, keep_note};

    fn at(address: &str, word: &str) -> Listening {
        Listening { address: address.parse().expect("an address"), word: word.to_owned() }
    }

    #[test]
    fn what_was_left_last_is_found_until_it_goes() {
        let project = TempDir::new().expect("there is room");
        let find = || Listening::find(project.path());
        assert_eq!(find(), None);
        let one = at("127.0.0.1:3000", "a1").leave(project.path()).expect("it can be written");
        assert_eq!(find(), Some(at("127.0.0.1:3000", "a1")));
        let other = at("[::1]:3001", "b2").leave(project.path()).expect("it can be written");
        drop(one);
        assert_eq!(find(), Some(at("[::1]:3001", "b2")));
        drop(other);
        assert_eq!(find(), None);
    }

    #[test]
    fn a_note_of_somebody_else_leads_to_no_other_machine_and_adds_no_line() {
        let project = TempDir::new().expect("there is room");
        for text in [
            r#"{"address":"203.0.113.7:80","word":"a"}"#,
            r#"{"address":"127.0.0.1:80","word":"a\r\nX: y"}"#,
            r#"{"address":"localhost:80","word":"a"}"#,
            "{}",
            "",
        ] {
            keep_note(project.path(), NAME, text).expect("it can be written");
            assert_eq!(Listening::find(project.path()), None, "{text}");
        }
    }
}
