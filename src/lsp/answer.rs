//! What a request is answered with.

use serde_json::Value;

/// What a request is answered with.
pub(super) struct Answer {
    pub result: Value,
    /// An edit that the editor is asked to make.
    pub edit: Option<Value>,
}

impl From<Value> for Answer {
    fn from(result: Value) -> Self {
        Self { result, edit: None }
    }
}
