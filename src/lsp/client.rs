//! What an editor says that it can do, and what its user wants.

use serde_json::Value;

use super::position::Encoding;

/// What an editor can do.
#[derive(Clone, Debug, Default)]
pub(super) struct Client {
    pub encoding: Encoding,
    pub offers: Offers,
    /// Whether it tells of files that change on the disk.
    pub watches: bool,
    pub jumps: Jumps,
    /// Whether it wants to hear how a book stands.
    pub wants_standing: bool,
    pub inlay: Inlay,
    /// The address of a rule's page, with `{rule}` in it, where the editor opens one.
    pub rule_page: Option<String>,
}

/// What an editor does with things that could be typed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Offers {
    /// Whether it fills in places of a text one after another.
    pub has_snippets: bool,
    /// Whether it shows a few words beside each.
    pub has_descriptions: bool,
}

/// How an editor goes to a place that is pointed at elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Jumps {
    /// It shows a text when it is asked to.
    Itself,
    /// Its user is told the line.
    #[default]
    ByHand,
}

/// What is shown between the words of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inlay {
    /// Who names the page.
    pub named_by: bool,
    /// How long it takes to say a script.
    pub seconds: bool,
    /// Whether the editor asks anew for it when it is told to.
    pub is_renewed: bool,
}

impl Default for Inlay {
    fn default() -> Self {
        Self { named_by: true, seconds: true, is_renewed: false }
    }
}

impl Client {
    /// Reads the parameters of `initialize`.
    pub(super) fn of(params: &Value) -> Self {
        let can = &params["capabilities"];
        let is = |path: &str| can.pointer(path) == Some(&Value::Bool(true));
        let encodings = can.pointer("/general/positionEncodings").and_then(Value::as_array);
        let has_utf8 = encodings.is_some_and(|all| all.iter().any(|one| one == "utf-8"));
        let mut client = Self {
            encoding: if has_utf8 { Encoding::Utf8 } else { Encoding::Utf16 },
            offers: Offers {
                has_snippets: is("/textDocument/completion/completionItem/snippetSupport"),
                has_descriptions: is("/textDocument/completion/completionItem/labelDetailsSupport"),
            },
            watches: is("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            jumps: if is("/window/showDocument/support") { Jumps::Itself } else { Jumps::ByHand },
            wants_standing: is("/experimental/twohatsStatus"),
            inlay: Inlay {
                is_renewed: is("/workspace/inlayHint/refreshSupport"),
                ..Inlay::default()
            },
            rule_page: params["initializationOptions"]["rulePage"]
                .as_str()
                .filter(|address| address.contains("{rule}"))
                .map(str::to_owned),
        };
        client.inlay.read(&params["initializationOptions"]);
        client
    }
}

impl Inlay {
    /// Takes what is said of it: `{"inlay": {"namedBy": false}}`, also below the name `twohats`.
    pub(super) fn read(&mut self, settings: &Value) {
        let inlay =
            ["/twohats/inlay", "/inlay"].into_iter().find_map(|path| settings.pointer(path));
        let is = |name: &str| inlay.and_then(|inlay| inlay[name].as_bool());
        self.named_by = is("namedBy").unwrap_or(self.named_by);
        self.seconds = is("seconds").unwrap_or(self.seconds);
    }
}
