//! What the server says that it can do.

use serde_json::{Value, json};

use super::position::Encoding;

/// Letters behind which editors ask for completion: behind a colon, a dash or a bracket begins a value, behind the others
/// a part of a link.
const BEGINNINGS: [&str; 9] = [":", " ", "-", "[", "(", "/", "#", ",", "\""];

/// All that the server can do.
pub(super) fn capabilities(encoding: Encoding, commands: &[&str]) -> Value {
    // Pages, folders of them, and what is carried along.
    let content = json!({"filters": [{"scheme": "file", "pattern": {"glob": "**/content/**"}}]});
    json!({
        "positionEncoding": encoding.name(),
        "textDocumentSync": {"openClose": true, "change": 2, "save": {"includeText": false}},
        "completionProvider": {"triggerCharacters": BEGINNINGS},
        "hoverProvider": true,
        "definitionProvider": true,
        "referencesProvider": true,
        "documentSymbolProvider": true,
        "workspaceSymbolProvider": true,
        "codeActionProvider": {"codeActionKinds": ["quickfix", "source.fixAll", "source"]},
        "documentLinkProvider": {"resolveProvider": false},
        "renameProvider": {"prepareProvider": true},
        "foldingRangeProvider": true,
        "selectionRangeProvider": true,
        "inlayHintProvider": true,
        "executeCommandProvider": {"commands": commands},
        "workspace": {
            "workspaceFolders": {"supported": true, "changeNotifications": false},
            "fileOperations": {"willRename": content},
        },
    })
}
