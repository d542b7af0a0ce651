//! Installs packages of Debian, on machines that are Debian.

use std::path::Path;
use std::process::Command;

/// How packages are installed: what they only recommend is left out, and nothing that is there goes.
const INSTALL: [&str; 4] = ["install", "--yes", "--no-install-recommends", "--no-remove"];

/// Whether this machine takes Debian's packages.
pub fn is_here() -> bool {
    Path::new("/usr/bin/apt-get").exists()
}

/// Asks which packages there are today.
pub fn update() -> Result<(), String> {
    if is_here() { apt_get(&["update"]) } else { Err("this is no Debian machine".into()) }
}

/// Installs the first of these groups of packages for which nothing that is there must go.
pub fn install(groups: &[&[&str]]) -> Result<(), String> {
    let mut done = Ok(());
    for packages in groups {
        println!("installing Debian's {}", packages.join(" and "));
        done = apt_get(&[&INSTALL, *packages].concat());
        if done.is_ok() {
            break;
        }
    }
    done
}

/// What one types to install these.
pub fn line(packages: &[&str]) -> String {
    words(&[&INSTALL, packages].concat()).join(" ")
}

fn apt_get(arguments: &[&str]) -> Result<(), String> {
    let words = words(arguments);
    let line = words.join(" ");
    let mut command = Command::new(words[0]);
    match command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive").status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status})")),
        Err(error) => Err(format!("cannot run `{line}`: {error}")),
    }
}

fn words<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let who = if is_root() { None } else { Some("sudo") };
    who.into_iter().chain(["apt-get"]).chain(arguments.iter().copied()).collect()
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
