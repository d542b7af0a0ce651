//! Links that open a file in an editor. The browser follows them, so the preview starts no program. It must not know
//! what is to be mended.

use std::path::Path;
use std::str::FromStr;

use crate::model::encode_whole;
use crate::source::shown_path;

/// The address by which an editor opens a file, with `{path}`, `{line}` and `{column}` where these stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(String);

/// Editors that open `NAME://file/path:line:column`, by the names of their programs.
const BY_FILE: [(&str, &str); 9] = [
    ("code", "vscode"),
    ("vscode", "vscode"),
    ("code-insiders", "vscode-insiders"),
    ("codium", "vscodium"),
    ("vscodium", "vscodium"),
    ("cursor", "cursor"),
    ("windsurf", "windsurf"),
    ("zed", "zed"),
    ("zeditor", "zed"),
];

/// Editors that open `NAME://open?file=path&line=line`.
const BY_QUESTION: [&str; 9] = [
    "clion",
    "goland",
    "idea",
    "phpstorm",
    "pycharm",
    "rider",
    "rubymine",
    "rustrover",
    "webstorm",
];

impl Editor {
    /// The editor that a program such as `/usr/bin/code --wait` is, when it opens addresses.
    #[must_use]
    pub fn of_program(command: &str) -> Option<Self> {
        let program = command.split_whitespace().next()?;
        let name = program.rsplit(['/', '\\']).next()?.to_lowercase();
        let name = name.trim_end_matches(".exe").trim_end_matches(".cmd");
        let by_file = BY_FILE.iter().find(|(program, _)| *program == name);
        if let Some((_, scheme)) = by_file {
            return Some(Self(format!("{scheme}://file{{path}}:{{line}}:{{column}}")));
        }
        if BY_QUESTION.contains(&name) {
            let question = "://open?file={path}&line={line}&column={column}";
            return Some(Self(format!("{name}{question}")));
        }
        (name == "mate")
            .then(|| Self("txmt://open?url=file://{path}&line={line}&column={column}".to_owned()))
    }

    /// The link to a place in a file, both counted from 1.
    pub(super) fn link(&self, file: &Path, (line, column): (usize, usize)) -> String {
        let path = encode_whole(&shown_path(file));
        // A path of Windows begins with the letter of its drive.
        let path = format!("/{}", path.trim_start_matches('/'));
        let link = self.0.replace("{line}", &line.to_string());
        link.replace("{column}", &column.to_string()).replace("{path}", &path)
    }
}

impl Default for Editor {
    fn default() -> Self {
        Self::of_program("code").expect("it is in the list")
    }
}

impl FromStr for Editor {
    type Err = String;

    /// The name of a program, or an address with `{path}` in it.
    fn from_str(said: &str) -> Result<Self, String> {
        let is_address = said.contains("://") && said.contains("{path}");
        let address = is_address.then(|| Self(said.to_owned()));
        address.or_else(|| Self::of_program(said)).ok_or_else(|| {
            "it is no editor that is known here; an address such as `zed://file{path}:{line}` is understood too"
                .to_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Editor;

    #[test]
    fn a_link_leads_to_the_line_in_the_editor_that_was_named() {
        let file = Path::new("/home/me/our book/content/a.yaml");
        let link = |said: &str| said.parse::<Editor>().map(|editor| editor.link(file, (3, 7)));
        let path = "/home/me/our%20book/content/a.yaml";
        for (said, wanted) in [
            ("code", format!("vscode://file{path}:3:7")),
            ("/usr/local/bin/cursor --wait", format!("cursor://file{path}:3:7")),
            ("C:\\bin\\Code.exe", format!("vscode://file{path}:3:7")),
            ("idea", format!("idea://open?file={path}&line=3&column=7")),
            ("mate -w", format!("txmt://open?url=file://{path}&line=3&column=7")),
            ("mine://at?{line}{path}", format!("mine://at?3{path}")),
        ] {
            assert_eq!(link(said), Ok(wanted), "{said}");
        }
        for said in ["", "vim", "javascript:alert(1)", "mine://at"] {
            assert!(link(said).is_err(), "{said}");
        }
    }
}
