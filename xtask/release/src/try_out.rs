//! `cargo xtask dist-try`: runs what is released where nothing of ours is installed, in new roots of Debian, as somebody
//! would who has just got it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;
use testkit::browser::{Chromium, Page, find_chromium};
use testkit::outcome::{Outcome, because};
use testkit::readme::commands;
use walkdir::WalkDir;

use crate::other::{ask, program};

const USAGE: &str = "usage: cargo xtask dist-try FILE… [--suites bullseye,bookworm,trixie]; a file is a `.tar.gz` or a `.deb`";

/// The playbook that the README makes.
const BOOK: &str = "/root/my-playbook";

/// What somebody does first: what the README says, but for the preview, which is tried by itself.
fn first() -> String {
    let lines = commands("If you write one").filter(|line| !line.contains("twohats serve"));
    let lines: Vec<&str> = lines.collect();
    format!(
        "set -e\ntwohats --version\ncd /root\n{}\ntest -s {BOOK}/public/index.html",
        lines.join("\n")
    )
}

pub fn run(words: impl Iterator<Item = String>) -> Outcome {
    let (mut suites, mut files) = ("bullseye,bookworm,trixie".to_owned(), Vec::new());
    let mut words = words;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--suites" => suites = words.next().ok_or(USAGE)?,
            file if [".tar.gz", ".deb"].iter().any(|end| file.ends_with(end)) => {
                files.push(fs::canonicalize(file).map_err(because(file))?);
            }
            _ => return Err(USAGE.into()),
        }
    }
    if files.is_empty() {
        return Err(USAGE.into());
    }
    for suite in suites.split(',') {
        let root = Root::new(suite)?;
        for file in &files {
            root.try_out(file).map_err(because(&format!("{suite}: {}", file.display())))?;
            println!("{suite}: {} is well", file.display());
        }
    }
    Ok(())
}

/// A Debian that was just installed, with nothing but what it cannot do without.
struct Root(TempDir);

impl Root {
    fn new(suite: &str) -> Outcome<Self> {
        let folder = TempDir::with_prefix("twohats-root-").map_err(because("no folder"))?;
        let at = folder.path().display().to_string();
        let here = Path::new("/");
        // The mirror that this machine uses.
        let mirrors = ["indextargets", "--format", "$(REPO_URI)", "Component: main"];
        let mirrors = ask(&mut program("apt-get", &mirrors, here))?;
        let mirror = mirrors.lines().find(|mirror| !mirror.contains("security")).unwrap_or("");
        let words = ["--variant=minbase", suite, &at, mirror];
        ask(&mut program("debootstrap", &words, here))?;
        Ok(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// The root has no `/proc`, no `/dev` of its own and no name of a host, and nothing of this machine.
    fn inside(&self, line: &str) -> Command {
        let mut command = Command::new("chroot");
        command.arg(self.path()).args(["/bin/sh", "-c", line]).env_clear();
        command.env("PATH", "/opt/twohats:/usr/sbin:/usr/bin:/sbin:/bin").env("HOME", "/root");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    }

    fn try_out(&self, file: &Path) -> Outcome {
        let is_package = file.extension().is_some_and(|extension| extension == "deb");
        fs::copy(file, self.path().join("root/got")).map_err(because("copy"))?;
        let before = self.files()?;
        let install = if is_package {
            "dpkg --install /root/got"
        } else {
            "mkdir /opt/twohats && tar -xzf /root/got -C /opt/twohats --strip-components=1"
        };
        ask(&mut self.inside(install))?;
        println!("{}", ask(&mut self.inside(&first()))?);
        self.serve()?;
        let remove = if is_package {
            format!("rm -r {BOOK} && dpkg --purge twohats")
        } else {
            format!("rm -r {BOOK} /opt/twohats")
        };
        ask(&mut self.inside(&remove))?;
        let left: Vec<_> = self.files()?.difference(&before).cloned().collect();
        // What `dpkg` keeps for itself and empties again.
        if left.iter().all(|path| path.starts_with("var/lib/dpkg") || path.starts_with("var/log")) {
            Ok(())
        } else {
            Err(format!("when it was removed, these were left: {left:?}"))
        }
    }

    /// Has the preview in the root answer a browser outside of it.
    fn serve(&self) -> Outcome {
        let mut command = self.inside(&format!("cd {BOOK} && exec twohats serve --port 0"));
        let mut serving =
            Serving(command.stderr(Stdio::piped()).spawn().map_err(because("serve"))?);
        let said = BufReader::new(serving.0.stderr.take().ok_or("it was asked for")?);
        let mut lines = said.lines().map_while(Result::ok);
        let address = lines.find_map(|line| {
            let from = line.find("http://")?;
            line[from..].split_whitespace().next().map(str::to_owned)
        });
        let address = address.ok_or("the preview never said its address")?;
        let browser = find_chromium().ok_or("no Chromium is here: `cargo xtask test` gets one")?;
        let chromium = Chromium::launch(&browser)?;
        let mut page = Page::new(&chromium)?;
        page.open(&address)?;
        let heading: String = page.ask("() => document.querySelector('h1').innerText", ())?;
        println!("{address} shows “{heading}” in a browser");
        Ok(())
    }

    fn files(&self) -> Outcome<BTreeSet<PathBuf>> {
        let all = WalkDir::new(self.path()).into_iter().map(|entry| {
            let path = entry.map_err(because("cannot list the root"))?.into_path();
            Ok(path.strip_prefix(self.path()).map_err(because("it is in the root"))?.to_owned())
        });
        all.collect()
    }
}

/// It ends with us.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
