//! What a request is answered with.

use serde_json::{Value, json};

/// What a request is answered with.
pub(super) struct Answer {
    pub result: Value,
    /// An edit that the editor is asked to make, with what is said of it.
    pub edit: Option<Value>,
    /// What people are to look after, since it could not be done for them.
    pub left: Option<String>,
}

impl Answer {
    /// An edit of the text that is open, which is left to its author to be saved.
    pub(super) fn typed(edit: &Value) -> Self {
        Self { edit: Some(json!({"edit": edit})), ..Value::Null.into() }
    }

    /// An edit across the book: an editor may save the files that only this has changed, so that the book on the disk is whole.
    pub(super) fn across(result: Value, edit: &Value) -> Self {
        let edit = json!({"edit": edit, "metadata": {"isRefactoring": true}});
        Self { edit: Some(edit), ..result.into() }
    }
}

impl From<Value> for Answer {
    fn from(result: Value) -> Self {
        Self { result, edit: None, left: None }
    }
}
