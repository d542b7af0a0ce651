//! What the program is made of: the notices of others, for people, and the list of parts (SBOM), for programs.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::{env, iter};

use serde_json::Value;
use testkit::outcome::{Outcome, because};
use walkdir::WalkDir;

use crate::other::{cargo, run};
use crate::target::Target;

/// Subcommands of cargo, at the versions that we know.
pub const TOOLS: [&str; 3] = ["cargo-about@0.9.3", "cargo-cyclonedx@0.5.9", "cargo-deb@3.8.0"];

/// A folder in which they are, before the machine's own.
pub struct Tools(PathBuf);

impl Tools {
    /// Those that are needed for this target. Installs those that are missing where that is wished.
    pub fn ensure(folder: &Path, target: &Target, install: bool) -> Outcome<Self> {
        let tools = Self(folder.join("bin"));
        let needed = TOOLS.iter().filter(|tool| target.is_linux() || !tool.contains("deb"));
        let missing: Vec<&str> = needed.copied().filter(|tool| !tools.has(tool)).collect();
        if missing.is_empty() {
            return Ok(tools);
        }
        if !install {
            let missing = missing.join("`, `");
            return Err(format!(
                "`{missing}` must be here: `cargo xtask dist --install` gets them"
            ));
        }
        for tool in missing {
            // One at a time, since only one of them has this feature.
            let feature = ["--features", "cli"].into_iter().filter(|_| tool.contains("about"));
            let mut install = cargo();
            install.args(["install", "--locked", "--quiet", tool]).args(feature);
            run(install.arg("--root").arg(folder))?;
        }
        Ok(tools)
    }

    fn has(&self, tool: &str) -> bool {
        let name = tool.trim_start_matches("cargo-").split('@').next().unwrap_or(tool);
        let mut asked = cargo();
        asked.args([name, "--version"]).env("PATH", self.path());
        asked.output().is_ok_and(|output| output.status.success())
    }

    fn path(&self) -> OsString {
        let machines = env::var_os("PATH").unwrap_or_default();
        let folders = iter::once(self.0.clone()).chain(env::split_paths(&machines));
        env::join_paths(folders).unwrap_or(machines)
    }

    /// Runs a subcommand of cargo over the sources in a folder.
    pub fn run(&self, sources: &Path, words: &[&str], time: u64) -> Outcome {
        let mut cargo = cargo();
        cargo.args(words).current_dir(sources).env("PATH", self.path());
        run(cargo.env("SOURCE_DATE_EPOCH", time.to_string()))
    }
}

/// Writes the licences of all parts that others made.
pub fn notices(tools: &Tools, sources: &Path, target: &Target, into: &Path, time: u64) -> Outcome {
    let file = into.display().to_string();
    let here = "xtask/release";
    let (config, template) = (format!("{here}/about.toml"), format!("{here}/notices.hbs"));
    // What a crate does not hold itself would be looked for where its source is said to be, which may be away.
    let words = ["about", "generate", "--fail", "--frozen", "--target", &target.0];
    let words = [&words, &["--config", &config, "--output-file", &file, &template][..]].concat();
    tools.run(sources, &words, time)?;
    let mut text = fs::read_to_string(into).map_err(because("notices"))?;
    for (name, licence) in beside_sources(sources)? {
        text.extend(["\n## ", &name, "\n\n```text\n", licence.trim_end(), "\n```\n"]);
    }
    fs::write(into, text).map_err(because("notices"))
}

/// The licences of what others made that lies among our sources: each is a file with `LICENSE` in its name.
fn beside_sources(sources: &Path) -> Outcome<Vec<(String, String)>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(sources.join("src")).sort_by_file_name() {
        let path = entry.map_err(because("sources"))?.into_path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if let Some((name, _)) = name.split_once("LICENSE") {
            let text = fs::read_to_string(&path).map_err(because("licence"))?;
            found.push((name.trim_end_matches(['.', '-']).to_owned(), text));
        }
    }
    Ok(found)
}

/// Writes the list of parts in the form of CycloneDX.
pub fn parts(tools: &Tools, sources: &Path, target: &Target, into: &Path, time: u64) -> Outcome {
    let words = ["cyclonedx", "--format", "json", "--spec-version", "1.5", "--no-build-deps"];
    let name = ["--target", &target.0, "--override-filename", "parts", "--manifest-path"];
    tools.run(sources, &[&words[..], &name, &["Cargo.toml"]].concat(), time)?;
    let text = fs::read_to_string(sources.join("parts.json")).map_err(because("parts"))?;
    // It says where the sources lay.
    let place = text.split("path+file://").nth(1).and_then(|rest| rest.split('#').next());
    let text = place.map_or(text.clone(), |place| text.replace(place, "/twohats"));
    let mut parts: Value = serde_json::from_str(&text).map_err(because("parts"))?;
    // A number drawn by lot.
    if let Some(parts) = parts.as_object_mut() {
        parts.remove("serialNumber");
    }
    fs::write(into, format!("{parts:#}\n")).map_err(because("parts"))
}
