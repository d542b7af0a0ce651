//! Programs that make HTML of other files or hand out those of a site, run as the tests run them. `cargo xtask test` asks
//! them with the same calls whether they are there. What is in the files it must not know.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outcome::{Outcome, because};

/// Has LibreOffice make files of a folder anew as `ending`, in the same folder. All are of one kind.
pub fn office(mut soffice: Command, folder: &Path, names: &[&str], ending: &str) -> Outcome {
    // Of a table: commas, quotes, UTF-8, from the first line on.
    let is_table = names.iter().any(|name| Path::new(name).extension() == Some("csv".as_ref()));
    let how = is_table.then_some("--infilter=CSV:44,34,76,1");
    soffice
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.display()))
        .arg("--headless")
        .args(how)
        .args(["--convert-to", ending])
        .args(names)
        .current_dir(folder)
        // In a German one, 2.5 would be the second of May.
        .env("LC_ALL", "C.UTF-8");
    let output = soffice.output().map_err(because("cannot run soffice"))?;
    // It also ends well when it knows no way from one to the other.
    let made = |name: &&str| folder.join(name).with_extension(ending).is_file();
    if output.status.success() && names.iter().all(made) {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    Err(format!("LibreOffice makes no {ending} of {}: {said}", names.join(", ")))
}

/// The HTML that cmark-gfm makes of Markdown.
pub fn cmark(mut cmark: Command, file: &Path) -> Outcome<String> {
    cmark.args(["--extension", "table", "--extension", "tasklist", "--unsafe"]).arg(file);
    let output = cmark.output().map_err(because("cannot run cmark-gfm"))?;
    if !output.status.success() {
        return Err(format!("cmark-gfm: {}", String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(because("cmark-gfm"))
}

/// A web server. Many systems keep those where only who runs the machine looks for programs.
pub fn web_server(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let folders =
        env::split_paths(&folders).chain(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from));
    folders.map(|folder| folder.join(name)).find(|file| file.is_file())
}
