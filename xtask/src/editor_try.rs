//! `cargo xtask editor-try`: the extension in a real Visual Studio Code, as an author who opens a playbook meets it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde_json::json;
use tempfile::TempDir;
use testkit::browser::{Chromium, Page};

use crate::chromium::{self, CHROMIUM};
use crate::code_server::{CodeServer, NODE_20, RIPGREP};
use crate::node::Package;
use crate::program::{Profile, build};
use crate::tools::{Tools, may_install};

/// The page that `twohats init` makes.
const PAGE: &str = "content/scenarios/handover-went-wrong.yaml";

/// Whether these words can be seen in the window, or in a page that it shows.
const SEES: &str = "about => {
    const words = page => {
        if (!page?.body) return '';
        const inner = [...page.querySelectorAll('iframe')].map(frame => words(frame.contentDocument));
        return [page.body.innerText, ...inner].join('\\n');
    };
    return words(document).replaceAll('\\u00a0', ' ').includes(about);
}";

/// The same, of a part of the window.
const SEES_IN: &str = "([part, about]) => [...document.querySelectorAll(part)].some(one => one.innerText.includes(about))";

pub fn run(words: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let mut words: Vec<OsString> = words.collect();
    let install = may_install(&mut words);
    if !words.is_empty() {
        return Err("usage: cargo xtask editor-try [--install]".into());
    }
    let Some(tools) = Tools::ensure(&[NODE_20, RIPGREP, CHROMIUM], install)? else {
        return Ok(ExitCode::from(2));
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let program = build(Profile::Debug)?;
    let extension = Package::of(&tools, "editors/vscode");
    extension.fetch()?;
    extension.script("package")?;
    let code_server = CodeServer::install(&tools, root.join("target/code-server"))?;

    let home = TempDir::with_prefix("twohats-editor-").map_err(|error| error.to_string())?;
    let book = home.path().join("book");
    let made = Command::new(&program).arg("init").arg(&book).output();
    made.map_err(|error| error.to_string())?;
    code_server.add(&root.join("editors/vscode/dist/twohats.vsix"), home.path())?;
    let settings = json!({
        "security.workspace.trust.enabled": false,
        "workbench.startupEditor": "none",
        "files.autoSave": "off",
    });
    keep(&home.path().join("user/User/settings.json"), &settings.to_string())?;
    let of_program = home.path().join("user/Machine/settings.json");
    keep(&of_program, &json!({"twohats.path": "/nowhere/twohats"}).to_string())?;

    let running = code_server.start(home.path())?;
    let browser = chromium::of(&tools).ok_or("no Chromium is here")?;
    let chromium = Chromium::launch(&browser)?;
    let mut page = Page::new(&chromium)?;
    page.open(&format!("{}?folder={}", running.address, book.display()))?;
    let mut editor = Editor { page, book };
    let tried = editor.try_out(&of_program, &program);
    if tried.is_err() {
        let picture = root.join("target/code-server/last.png");
        fs::write(&picture, editor.page.picture()?).map_err(|error| error.to_string())?;
        eprintln!("what was seen last: {}", picture.display());
    }
    tried.map(|()| ExitCode::SUCCESS)
}

struct Editor {
    page: Page,
    book: PathBuf,
}

impl Editor {
    fn try_out(&mut self, of_program: &Path, program: &Path) -> Result<(), String> {
        self.sees("The program “twohats” was not found")?;
        self.sees_in(".statusbar", "Twohats")?;
        println!("a program that is not there is missed");
        keep(of_program, &json!({"twohats.path": program}).to_string())?;
        self.open(PAGE)?;
        self.sees("s to say")?;
        println!("the server begins once the program is there");

        self.add("relat")?;
        self.sees_in(".suggest-widget", "related")?;
        self.page.press_key("Enter")?;
        self.sees("related: []")?;
        println!("keys are offered where they are typed");

        self.command("File: Revert File")?;
        self.add("nonsense: 1")?;
        self.page.until("() => document.querySelector('.squiggly-error')", ())?;
        self.command("Twohats: Explain This Rule")?;
        self.sees("Wrong")?;
        println!("a mistake is told, and its rule explained");

        self.open(PAGE)?;
        self.command("Twohats: Open the Preview to the Side")?;
        let text = fs::read_to_string(self.book.join(PAGE)).map_err(|error| error.to_string())?;
        let title = text.lines().find_map(|line| line.strip_prefix("title: ")).ok_or("no title")?;
        self.sees(&format!("{title}\n"))?;
        self.sees_in(".tabs-container", "Simple Browser")?;
        println!("the page is shown beside its text");
        Ok(())
    }

    fn sees(&mut self, words: &str) -> Result<(), String> {
        self.page.until(SEES, words)
    }

    fn sees_in(&mut self, part: &str, words: &str) -> Result<(), String> {
        self.page.until(SEES_IN, (part, words))
    }

    /// Runs a command by its name.
    fn command(&mut self, name: &str) -> Result<(), String> {
        self.page.press_key("F1")?;
        self.choose(name, name)
    }

    /// Opens a file of the book.
    fn open(&mut self, path: &str) -> Result<(), String> {
        let name = path.rsplit('/').next().unwrap_or(path);
        self.page.press_with_control("p")?;
        self.choose(path, name)?;
        self.sees_in(".tab.active", name)
    }

    /// Types into the list at the top of the window, and takes what stands first once that is it.
    fn choose(&mut self, words: &str, row: &str) -> Result<(), String> {
        self.page.until("() => document.activeElement?.closest('.quick-input-widget')", ())?;
        self.page.type_text(words)?;
        self.sees_in(".quick-input-list .focused", row)?;
        self.page.press_key("Enter")?;
        self.page.until("() => !document.activeElement?.closest('.quick-input-widget')", ())
    }

    /// Types a line at the end of the text.
    fn add(&mut self, line: &str) -> Result<(), String> {
        self.page.until("() => document.activeElement?.closest('.monaco-editor')", ())?;
        self.page.press_with_control("End")?;
        self.page.press_key("Enter")?;
        self.page.type_text(line)
    }
}

fn keep(file: &Path, text: &str) -> Result<(), String> {
    let folder = file.parent().ok_or("it lies in a folder")?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, text))
        .map_err(|error| error.to_string())
}
