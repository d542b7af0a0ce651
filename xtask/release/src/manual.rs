//! Manual pages and completions, made of the commands themselves.

use std::fs;
use std::path::Path;

use clap_complete::{Shell, generate_to};
use testkit::outcome::{Outcome, because};

/// Writes a manual page for each command.
pub fn pages(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(because("no folder for manual pages"))?;
    clap_mangen::generate_to(twohats::cli::command(), folder).map_err(because("manual pages"))
}

/// Writes what each of these shells needs, by the name that it looks for.
pub fn completions(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(because("no folder for completions"))?;
    let shells = [Shell::Bash, Shell::Elvish, Shell::Fish, Shell::PowerShell, Shell::Zsh];
    for shell in shells {
        generate_to(shell, &mut twohats::cli::command(), "twohats", folder)
            .map_err(because("completions"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use tempfile::TempDir;

    use super::pages;

    #[test]
    fn every_command_has_a_manual_page_that_says_what_it_does() {
        let folder = TempDir::new().expect("a folder");
        pages(folder.path()).expect("the pages are written");
        let commands = twohats::cli::command();
        let read = |name: &str| {
            fs::read_to_string(folder.path().join(name)).unwrap_or_else(|_| panic!("no `{name}`"))
        };
        let all = read("twohats.1");
        for command in commands.get_subcommands() {
            let page = read(&format!("twohats-{}.1", command.get_name()));
            let about = command.get_about().expect("it says what it does").to_string();
            // A full stop, a hyphen and such are written otherwise there.
            let words = about.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
            assert!(page.contains(&words), "{words}\n{page}");
            let names = format!("twohats\\-{}", command.get_name());
            assert!(all.contains(&names), "{names}\n{all}");
        }
    }

    #[test]
    #[ignore = "needs groff: run `cargo xtask test`"]
    fn manual_pages_are_set_without_a_complaint() {
        let folder = TempDir::new().expect("a folder");
        pages(folder.path()).expect("the pages are written");
        for page in fs::read_dir(folder.path()).expect("a folder").flatten() {
            let groff = Command::new("groff")
                .args(["-man", "-Kutf8", "-Tutf8", "-ww", "-z"])
                .arg(page.path())
                .output()
                .expect("groff runs");
            let said = String::from_utf8_lossy(&groff.stderr);
            assert!(groff.status.success() && said.is_empty(), "{said}");
        }
    }
}
