//! An editor that talks to the server as editors do, through the pipes of the real program. It ends with the test.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Instant;

use serde_json::{Value, json};

use crate::http::PATIENCE;
#[cfg(feature = "twohats")]
use crate::project::Project;

/// An editor, and what it was told.
pub struct Editor {
    process: Child,
    input: Option<ChildStdin>,
    heard: Receiver<Value>,
    root: PathBuf,
    asked: u64,
    /// How many times a text was opened, changed or closed.
    changes: u64,
    /// What the server said of how the book stands, when it was last asked to say it.
    standing: Value,
    versions: BTreeMap<String, i64>,
    /// The diagnostics of each file, by its path from the root.
    pub told: BTreeMap<String, Vec<Value>>,
    /// What the server asked for.
    pub requests: Vec<Value>,
    /// What the server said when the talk began.
    pub server: Value,
}

impl Editor {
    /// On a project, with all that an editor can do.
    #[cfg(feature = "twohats")]
    #[track_caller]
    pub fn start(project: &Project) -> Self {
        Self::start_with(project, &Value::Null)
    }

    /// The same with these besides in `initialize`.
    #[cfg(feature = "twohats")]
    #[track_caller]
    pub fn start_with(project: &Project, besides: &Value) -> Self {
        Self::of(project.command(&["lsp"]), &project.path(""), besides)
    }

    /// A server of any command, on a folder.
    #[track_caller]
    pub fn of(mut command: Command, root: &Path, besides: &Value) -> Self {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut process = command.spawn().expect("the program starts");
        let output = process.stdout.take().expect("it was asked for");
        let (send, heard) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = next(&mut output) {
                if send.send(message).is_err() {
                    break;
                }
            }
        });
        let input = process.stdin.take();
        let root = root.canonicalize().expect("the project is there");
        let mut editor = Self {
            process,
            input,
            heard,
            root,
            asked: 0,
            changes: 0,
            standing: Value::Null,
            versions: BTreeMap::new(),
            told: BTreeMap::new(),
            requests: Vec::new(),
            server: Value::Null,
        };
        let mut params = json!({
            "processId": null,
            "rootUri": editor.uri("").trim_end_matches('/'),
            "capabilities": {
                "experimental": {"twohatsStatus": true},
                "textDocument": {"completion": {"completionItem": {"snippetSupport": true}}},
                "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}},
            },
        });
        for (name, value) in besides.as_object().into_iter().flatten() {
            params[name] = value.clone();
        }
        editor.server = editor.ask("initialize", &params).expect("it answers");
        editor.notify("initialized", &json!({}));
        editor
    }

    /// The address of a file of the project.
    pub fn uri(&self, path: &str) -> String {
        format!("file://{}/{path}", self.root.display())
    }

    /// Sends bytes as they are.
    pub fn send_raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("the talk goes on");
        input.write_all(bytes).and_then(|()| input.flush()).expect("the server listens");
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub fn notify(&mut self, method: &str, params: &Value) {
        // What it says then is newer.
        self.standing = Value::Null;
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request and does not wait for its answer.
    pub fn begin(&mut self, method: &str, params: &Value) -> u64 {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        id
    }

    /// What a request is answered with, or the error.
    #[track_caller]
    pub fn ask(&mut self, method: &str, params: &Value) -> Result<Value, Value> {
        let id = self.begin(method, params);
        self.answer_of(id)
    }

    #[track_caller]
    pub fn answer_of(&mut self, id: u64) -> Result<Value, Value> {
        let answer = self.until("an answer", |message| {
            (message["id"] == id && message.get("method").is_none()).then(|| message.clone())
        });
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["result"].clone()),
        }
    }

    /// The answer about a place of an open text: that of the mark `|` in the words, which stand there once.
    #[track_caller]
    pub fn at(&mut self, method: &str, path: &str, text: &str, words: &str) -> Value {
        let params = self.place(path, text, words);
        self.ask(method, &params).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// The parameters of a request about that place.
    #[track_caller]
    pub fn place(&self, path: &str, text: &str, words: &str) -> Value {
        let mark = words.find('|').expect("a place is marked");
        let plain = words.replacen('|', "", 1);
        let mut found = text.match_indices(&plain).map(|(at, _)| at);
        let start = found.next().unwrap_or_else(|| panic!("no `{plain}` in {text}"));
        assert!(found.next().is_none(), "`{plain}` stands there twice");
        json!({"textDocument": {"uri": self.uri(path)}, "position": position(text, start + mark)})
    }

    pub fn open(&mut self, path: &str, text: &str) {
        self.changes += 1;
        self.versions.insert(path.to_owned(), 1);
        let uri = self.uri(path);
        let document = json!({"uri": uri, "languageId": "yaml", "version": 1, "text": text});
        self.notify("textDocument/didOpen", &json!({"textDocument": document}));
    }

    /// Another text for an open file.
    pub fn change(&mut self, path: &str, text: &str) {
        self.change_parts(path, &json!([{"text": text}]));
    }

    /// Changes of parts of an open file.
    pub fn change_parts(&mut self, path: &str, changes: &Value) {
        self.changes += 1;
        let version = self.versions.get_mut(path).expect("the file is open");
        *version += 1;
        let document = json!({"version": *version, "uri": self.uri(path)});
        let params = json!({"textDocument": document, "contentChanges": changes});
        self.notify("textDocument/didChange", &params);
    }

    pub fn close(&mut self, path: &str) {
        self.changes += 1;
        self.versions.remove(path);
        let params = json!({"textDocument": {"uri": self.uri(path)}});
        self.notify("textDocument/didClose", &params);
    }

    /// Waits until the server has found all that there is to find.
    #[track_caller]
    pub fn settle(&mut self) -> Value {
        self.settle_hearing(|_| {})
    }

    /// The same, and hands on all that it says meanwhile.
    #[track_caller]
    pub fn settle_hearing(&mut self, mut hear: impl FnMut(&Value)) -> Value {
        let changes = self.changes;
        let is_done = |standing: &Value| standing["heard"] == changes && standing["quiet"] == true;
        if !is_done(&self.standing) {
            self.until("that nothing is left to find", |message| {
                hear(message);
                (message["method"] == "twohats/status" && is_done(&message["params"])).then_some(())
            });
        }
        self.standing.clone()
    }

    /// Waits until the diagnostics of a version of a file came.
    #[track_caller]
    pub fn until_told(&mut self, path: &str) {
        let (uri, version) = (self.uri(path), self.versions[path]);
        self.until("diagnostics", |message| {
            let params = &message["params"];
            let is_told = params["uri"] == uri.as_str() && params["version"] == version;
            (is_told && message["method"] == "textDocument/publishDiagnostics").then_some(())
        });
    }

    /// Each diagnostic of all files as `path:line:rule`.
    pub fn lines(&self) -> Vec<String> {
        let each = self.told.iter().flat_map(|(path, notes)| {
            let line = |note: &Value| note["range"]["start"]["line"].as_u64().unwrap_or_default();
            let rule = |note: &Value| note["code"].as_str().unwrap_or_default().to_owned();
            notes.iter().map(move |note| format!("{path}:{}:{}", line(note) + 1, rule(note)))
        });
        each.collect()
    }

    /// Waits for a message that `fits` takes.
    #[track_caller]
    pub fn until<T>(&mut self, what: &str, mut fits: impl FnMut(&Value) -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let Ok(message) = self.heard.recv_timeout(left) else {
                let ended = self.process.try_wait();
                panic!("the server never told {what}; it ended: {ended:?}");
            };
            self.note(&message);
            if let Some(found) = fits(&message) {
                return found;
            }
        }
    }

    fn note(&mut self, message: &Value) {
        let params = &message["params"];
        match message["method"].as_str() {
            Some("textDocument/publishDiagnostics") => {
                let uri = params["uri"].as_str().unwrap_or_default();
                let path = self.path(uri);
                let notes = params["diagnostics"].as_array().cloned().unwrap_or_default();
                self.told.insert(path, notes);
            }
            Some("twohats/status") => self.standing = params.clone(),
            Some(_) if message.get("id").is_some() => {
                self.requests.push(message.clone());
                self.send(&json!({"jsonrpc": "2.0", "id": message["id"], "result": null}));
            }
            _ => {}
        }
    }

    /// The path of an address from the root.
    pub fn path(&self, uri: &str) -> String {
        let path = uri.strip_prefix(&self.uri("")).unwrap_or(uri);
        let mut bytes = Vec::with_capacity(path.len());
        let mut rest = path.as_bytes();
        while let Some((first, after)) = rest.split_first() {
            let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
            let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
            let byte = byte.filter(|_| *first == b'%');
            bytes.push(byte.unwrap_or(*first));
            rest = if byte.is_some() { &after[2..] } else { after };
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Takes its leave as editors do. Says how the program ended.
    #[track_caller]
    pub fn leave(mut self) -> Option<i32> {
        self.ask("shutdown", &Value::Null).expect("it shuts down");
        self.notify("exit", &Value::Null);
        self.ended()
    }

    /// Is gone, without a word. Says how the program ended.
    pub fn vanish(mut self) -> Option<i32> {
        self.input = None;
        self.ended()
    }

    fn ended(&mut self) -> Option<i32> {
        self.process.wait().expect("a process can be waited for").code()
    }

    /// The number of the server's process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The place of a byte of a text, in lines and units of UTF-16.
pub fn position(text: &str, at: usize) -> Value {
    let line = text[..at].matches('\n').count();
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    json!({"line": line, "character": text[start..at].encode_utf16().count()})
}

/// The byte of a text at a place.
#[must_use]
pub fn offset(text: &str, place: &Value) -> usize {
    let number = |name: &str| usize::try_from(place[name].as_u64().unwrap_or(0)).unwrap_or(0);
    let line: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let mut left = number("character");
    let letters = text[line..].char_indices();
    let found = letters.into_iter().find(|(_, letter)| {
        let is_there = left == 0 || *letter == '\n';
        left = left.saturating_sub(letter.len_utf16());
        is_there
    });
    found.map_or(text.len(), |(at, _)| line + at)
}

/// A text with the edits of the protocol made.
#[must_use]
pub fn edited(text: &str, edits: &Value) -> String {
    let edits = edits.as_array().map_or(&[][..], Vec::as_slice);
    let place = |edit: &Value| {
        let range = &edit["range"];
        (offset(text, &range["start"]), offset(text, &range["end"]))
    };
    let mut edits: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|edit| (place(edit).0, place(edit).1, edit["newText"].as_str().unwrap_or_default()))
        .collect();
    edits.sort_by_key(|edit| edit.0);
    let mut done = text.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        done.replace_range(start..end, new);
    }
    done
}

fn next(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some((_, number)) => length = number.parse().ok()?,
            None => break,
        }
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}
