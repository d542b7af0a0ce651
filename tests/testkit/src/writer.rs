//! Somebody who writes on the pages of a preview, as the script of such a page does.

use std::net::SocketAddr;

use serde_json::{Value, json};

use crate::http::{Answer, ask, ask_with};
use crate::preview::Preview;

pub struct Writer {
    address: SocketAddr,
    token: String,
}

impl Writer {
    /// Whoever sits at this machine is told the word.
    #[track_caller]
    pub fn at(preview: &Preview) -> Self {
        let told = preview.events().message();
        let token = told["token"].as_str().expect("a word is told").to_owned();
        Self { address: preview.address(), token }
    }

    pub fn token(&self) -> &str {
        &self.token
    }

    /// The lines that the browser and the script say of themselves.
    pub fn headers(&self) -> String {
        let Self { address, token } = self;
        format!("Host: {address}\r\nOrigin: http://{address}\r\nX-Twohats-Token: {token}\r\n")
    }

    /// Asks for something, as `page?path=/a.html`.
    #[track_caller]
    pub fn get(&self, what: &str) -> (u16, Value) {
        let lines = format!("GET /.twohats/edit/{what} HTTP/1.1\r\n{}", self.headers());
        told(&ask(self.address, &lines).expect("it is answered"))
    }

    /// What stands in the file of a page.
    #[track_caller]
    pub fn page(&self, path: &str) -> Value {
        let (status, told) = self.get(&format!("page?path={path}"));
        assert_eq!(status, 200, "{path}: {told}");
        told
    }

    #[track_caller]
    pub fn post(&self, what: &str, body: &Value) -> (u16, Value) {
        told(&self.send("POST", what, "application/json", body.to_string().as_bytes()))
    }

    #[track_caller]
    pub fn send(&self, method: &str, what: &str, kind: &str, body: &[u8]) -> Answer {
        let headers = self.headers();
        let lines =
            format!("{method} /.twohats/edit/{what} HTTP/1.1\r\n{headers}Content-Type: {kind}\r\n");
        ask_with(self.address, &lines, body).expect("it is answered")
    }

    /// Writes edits into the file of a page that was asked for before.
    #[track_caller]
    pub fn save(&self, page: &Value, edits: &Value) -> (u16, Value) {
        let save = json!({ "file": page["file"], "hash": page["hash"], "edits": edits });
        self.post("save", &save)
    }
}

/// What an answer tells.
#[track_caller]
pub fn told(answer: &Answer) -> (u16, Value) {
    let told = serde_json::from_slice(&answer.body);
    (answer.status, told.unwrap_or_else(|_| panic!("no JSON: {}", answer.text())))
}

/// The field of a page that has this key.
#[track_caller]
pub fn field<'p>(page: &'p Value, key: &str) -> &'p Value {
    let fields = page["fields"].as_array().expect("fields are a list");
    let found = fields.iter().find(|field| field["key"] == key);
    found.unwrap_or_else(|| panic!("no field `{key}` in {page}"))
}

/// Another text for a field.
#[track_caller]
pub fn set(page: &Value, key: &str, value: &str) -> Value {
    json!({ "do": "set", "key": key, "was": field(page, key)["was"], "value": value })
}
