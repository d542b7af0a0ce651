//! Visual Studio Code as a page of the web: `code-server` of npm, which has the editor's window and what runs its extensions as
//! its makers have them. It is installed below `target/`, and nothing of it is handed out.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use serde_json::{Value, json};

use crate::tools::{Tool, Tools};

/// The last one for Node.js 20, which Debian and others have.
const VERSION: &str = "4.96.4";

/// What is part of it and has to be compiled.
const COMPILED: [&str; 4] = ["@parcel/watcher", "@vscode/spdlog", "native-watchdog", "node-pty"];

pub const NODE_20: Tool = Tool {
    name: "Node.js 20 with npm and its headers, and a compiler for C++",
    programs: &["node", "npm"],
    packages: &[&["nodejs", "npm", "libnode-dev", "g++", "make", "python3"]],
    attempt: |tools| {
        let is_20 = "process.exit(parseInt(process.versions.node) === 20 ? 0 : 1)";
        let node = tools.command("node").args(["--eval", is_20]).status();
        if node.is_ok_and(|status| status.success()) {
            Ok(())
        } else {
            Err("no Node.js 20 is here".into())
        }
    },
    without: None,
};

pub const RIPGREP: Tool = Tool {
    name: "ripgrep, by which the editor looks for files",
    programs: &["rg"],
    packages: &[&["ripgrep"]],
    attempt: |tools| match tools.command("rg").arg("--version").output() {
        Ok(output) if output.status.success() => Ok(()),
        _ => Err("no `rg` is here".into()),
    },
    without: None,
};

/// One that is installed.
pub struct CodeServer<'t> {
    tools: &'t Tools,
    folder: PathBuf,
}

/// One that runs, for as long as this is kept.
pub struct Running {
    process: Child,
    /// Its address, with a `/` at the end.
    pub address: String,
}

impl<'t> CodeServer<'t> {
    /// Installs it in a folder, where it is not there yet.
    pub fn install(tools: &'t Tools, folder: PathBuf) -> Result<Self, String> {
        let new = Self { tools, folder };
        let done = new.folder.join("installed");
        if fs::read_to_string(&done).is_ok_and(|version| version == VERSION) {
            return Ok(new);
        }
        println!("installing code-server {VERSION} in {}", new.folder.display());
        fs::create_dir_all(&new.folder).map_err(|error| error.to_string())?;
        write(&new.folder.join("package.json"), "{\"private\": true}")?;
        let package = format!("code-server@{VERSION}");
        new.npm("", &["install", "--ignore-scripts", &package])?;
        new.name_registry()?;
        for inside in ["lib/vscode", "lib/vscode/extensions"] {
            new.npm(inside, &["install", "--omit=dev", "--ignore-scripts"])?;
        }
        new.npm("", &["rebuild", "argon2"])?;
        new.npm("lib/vscode", &[&["rebuild"][..], &COMPILED].concat())?;
        let rg = ask(tools.command("which").arg("rg"))?;
        let bin = new.of_editor("node_modules/@vscode/ripgrep/bin");
        fs::create_dir_all(&bin).map_err(|error| error.to_string())?;
        fs::copy(&rg, bin.join("rg")).map_err(|error| format!("{rg}: {error}"))?;
        write(&done, VERSION)?;
        Ok(new)
    }

    /// Installs an extension for whoever has this home folder.
    pub fn add(&self, extension: &Path, home: &Path) -> Result<(), String> {
        ask(self.command(home).arg("--install-extension").arg(extension)).map(drop)
    }

    /// Starts it.
    pub fn start(&self, home: &Path) -> Result<Running, String> {
        let mut command = self.command(home);
        command.args(["--bind-addr", "127.0.0.1:0"]);
        // What it misses on the network is no concern of ours.
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().map_err(|error| error.to_string())?;
        let output = process.stdout.take().ok_or("it was asked for")?;
        let mut running = Running { process, address: String::new() };
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let told =
            lines.find_map(|line| Some(line.split_once("HTTP server listening on ")?.1.to_owned()));
        running.address = told.ok_or("code-server never said its address")?;
        // What it says later is heard by nobody, and must not fill its pipe.
        thread::spawn(move || lines.for_each(drop));
        Ok(running)
    }

    fn command(&self, home: &Path) -> Command {
        let mut command = self.tools.command("node");
        command.arg(self.folder.join("node_modules/code-server/out/node/entry.js"));
        let config = home.join("config.yaml");
        command.args(["--auth", "none", "--disable-telemetry", "--disable-update-check"]);
        command.arg("--config").arg(config).arg("--user-data-dir").arg(home.join("user"));
        command.arg("--extensions-dir").arg(home.join("extensions"));
        command.env("HOME", home).env_remove("XDG_CONFIG_HOME").env_remove("XDG_DATA_HOME");
        command
    }

    fn of_editor(&self, path: &str) -> PathBuf {
        self.folder.join("node_modules/code-server/lib/vscode").join(path)
    }

    /// One of its packages is to come from a forge, where its lock file says so; the registry has the same one.
    fn name_registry(&self) -> Result<(), String> {
        let file = self.of_editor("npm-shrinkwrap.json");
        let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
        let mut lock: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let packages = lock["packages"].as_object_mut().ok_or("its lock file has no packages")?;
        for (path, package) in packages {
            let is_of_forge =
                package["resolved"].as_str().is_some_and(|from| from.starts_with("git"));
            let Some(name) = path.strip_prefix("node_modules/").filter(|_| is_of_forge) else {
                continue;
            };
            let base = name.rsplit('/').next().unwrap_or(name);
            let version = package["version"].as_str().unwrap_or_default();
            package["resolved"] =
                json!(format!("https://registry.npmjs.org/{name}/-/{base}-{version}.tgz"));
            package.as_object_mut().map(|package| package.remove("integrity"));
        }
        write(&file, &lock.to_string())
    }

    /// Runs npm in a folder of it, without looking for headers elsewhere than beside the Node.js that is here.
    fn npm(&self, inside: &str, words: &[&str]) -> Result<(), String> {
        let folder = match inside {
            "" => self.folder.clone(),
            inside => self.folder.join("node_modules/code-server").join(inside),
        };
        let beside = "process.stdout.write(path.dirname(path.dirname(process.execPath)))";
        let node = ask(self.tools.command("node").args(["--eval", beside]))?;
        let mut command = self.tools.command("npm");
        command.current_dir(folder).args(words).args(["--no-audit", "--no-fund"]);
        ask(command.env("npm_config_nodedir", node)).map(drop)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// What a program says on its standard output; what it said elsewhere when it fails.
fn ask(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("`{command:?}`: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    Err(format!("`{command:?}` failed: {}", String::from_utf8_lossy(&output.stderr)))
}
