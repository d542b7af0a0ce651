//! Why something is not done, as a page is told it. It must not know what was asked.

use std::fmt;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::amend::Refusal;
use crate::in_place::Conflict;

/// Why something was not done, as a page is told it.
#[derive(Debug)]
pub(in super::super) enum Fault {
    /// It makes no sense, or has no place.
    Unfit(String),
    /// The file changed meanwhile, just there.
    Conflict { hash: String, conflicts: Vec<Conflict> },
    /// It stands against what is there.
    Against(String),
    /// There is no such thing.
    Nothing(String),
    /// The file is not there any more.
    Gone(String),
}

impl Fault {
    /// What a page is told, and the number that HTTP has for it.
    pub(in super::super) fn told(self) -> (u16, Value) {
        match self {
            Self::Unfit(why) => (422, json!({ "message": why })),
            Self::Against(why) => (409, json!({ "message": why })),
            Self::Nothing(why) => (404, json!({ "message": why })),
            Self::Gone(why) => (410, json!({ "message": why })),
            Self::Conflict { hash, conflicts } => {
                let message = "somebody else changed this text meanwhile";
                (409, json!({ "message": message, "hash": hash, "conflicts": conflicts }))
            }
        }
    }
}

/// What a page is told, or why not.
pub(super) type Told = Result<Value, Fault>;

/// What is asked, as it was sent.
pub(super) fn read<'a, T: Deserialize<'a>>(asked: &'a [u8]) -> Result<T, Fault> {
    serde_json::from_slice(asked).map_err(|error| Fault::Unfit(format!("not understood: {error}")))
}

/// What a page is told of a change that is not made.
pub(super) fn refused(refusal: &Refusal) -> Fault {
    match refusal {
        Refusal::Unreadable(_) => Fault::Against(refusal.to_string()),
        _ => Fault::Unfit(refusal.to_string()),
    }
}

/// What stands against it.
pub(super) fn against(error: impl fmt::Display) -> Fault {
    Fault::Against(error.to_string())
}
