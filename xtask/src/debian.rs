//! Installs packages of Debian, on machines that are Debian.

use std::path::Path;
use std::process::Command;

/// Installs the first of these groups of packages for which nothing that is there must go. What packages only
/// recommend is left out.
pub fn install(groups: &[&[&str]]) -> Result<(), String> {
    let all: Vec<String> = groups.iter().map(|packages| packages.join(" and ")).collect();
    let all = all.join(", or ");
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err(format!("this is no Debian machine: install {all} by hand"));
    }
    println!("installing Debian's {all}");
    apt_get(&["update"])?;
    let install = ["install", "--yes", "--no-install-recommends", "--no-remove"];
    let mut done = Ok(());
    for packages in groups {
        done = apt_get(&[&install, *packages].concat());
        if done.is_ok() {
            break;
        }
    }
    done
}

fn apt_get(arguments: &[&str]) -> Result<(), String> {
    let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    if !is_root() {
        words.insert(0, "sudo");
    }
    words.extend(arguments);
    let line = words.join(" ");
    match Command::new(words[0]).args(&words[1..]).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status})")),
        Err(error) => Err(format!("cannot run `{line}`: {error}")),
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
