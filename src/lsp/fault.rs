//! Why a request is not answered, in the numbers of the protocol.

use serde_json::{Value, json};

/// Why a request is not answered.
#[derive(Debug)]
pub(super) struct Fault {
    code: i32,
    message: String,
}

impl Fault {
    /// What came is no message.
    pub(super) fn unreadable(why: &str) -> Self {
        Self { code: -32700, message: format!("this is no message: {why}") }
    }

    /// The first message is to be `initialize`.
    pub(super) fn too_early() -> Self {
        Self { code: -32002, message: "send `initialize` first".to_owned() }
    }

    /// Nothing more is answered after `shutdown`.
    pub(super) fn too_late() -> Self {
        Self { code: -32600, message: "the server was asked to shut down".to_owned() }
    }

    pub(super) fn unknown(method: &str) -> Self {
        Self { code: -32601, message: format!("`{method}` is nothing that this server knows") }
    }

    pub(super) fn cancelled() -> Self {
        Self { code: -32800, message: "cancelled".to_owned() }
    }

    /// Twohats itself has failed.
    pub(super) fn ours() -> Self {
        let message = "Twohats itself failed on this; please report it".to_owned();
        Self { code: -32603, message }
    }

    /// What was asked for cannot be done, and what to do about it.
    pub(super) fn refused(message: impl Into<String>) -> Self {
        Self { code: -32803, message: message.into() }
    }

    pub(super) fn response(&self, id: &Value) -> Value {
        let Self { code, message } = self;
        json!({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}})
    }
}
