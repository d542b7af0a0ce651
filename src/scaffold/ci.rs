//! Files by which a forge checks, builds and publishes a playbook. It must not know where they are written to.

use super::File;

/// Who runs the workflows of a repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forge {
    /// GitHub, by GitHub Actions, with GitHub Pages.
    Github,
    /// GitLab, by GitLab CI/CD, with GitLab Pages.
    Gitlab,
}

/// How the program comes onto a machine that has none, as lines of a shell.
const GET: &str = include_str!("ci/get.sh");

/// How the site is built of which all but our own folder is published.
const PUBLISH: &str = include_str!("ci/publish.sh");

impl Forge {
    /// Both, in the order in which they are told.
    pub const ALL: [Self; 2] = [Self::Github, Self::Gitlab];

    /// The word for it on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
        }
    }
}

/// The workflows for the book in `folder` of a repository, by their path from the repository's root.
#[must_use]
pub fn ci(forge: Forge, folder: &str) -> File {
    let (path, text) = match forge {
        Forge::Github => (".github/workflows/playbook.yml", include_str!("ci/github.yml")),
        Forge::Gitlab => (".gitlab-ci.yml", include_str!("ci/gitlab.yml")),
    };
    // A text of JSON is one of YAML too.
    let folder = serde_json::Value::from(folder).to_string();
    let text = text.replace("@BOOK@", &folder).replace("@VERSION@", env!("CARGO_PKG_VERSION"));
    let text = with_lines(&with_lines(&text, "@GET@", GET), "@PUBLISH@", PUBLISH);
    (path.to_owned(), text)
}

/// A text with these lines in the place of a mark that stands in a line of its own, as deep as it.
fn with_lines(text: &str, mark: &str, lines: &str) -> String {
    let mut written = String::with_capacity(text.len() + lines.len());
    for line in text.split_inclusive('\n') {
        match line.find(mark) {
            Some(depth) => {
                for inner in lines.lines() {
                    written.extend([&line[..depth], inner, "\n"]);
                }
            }
            None => written.push_str(line),
        }
    }
    written
}
