//! `twohats verify`: whether a finished folder, or a site on the web, is what the build has made.

use std::path::Path;
use std::time::Instant;

use crate::load;
use crate::publish::{Manifest, finished, manifest_at, manifest_of};
use crate::source::{find_project, read, shown_path};
use crate::verify::{Finding, Weight, folder, human, json, list_of, site, start};
use crate::web::{Address, Web};

use super::args::{ReportFormat, Verify};
use super::outcome::{Error, Outcome};
use super::screen::{counted, give, say};

/// What hosts are told of who asks.
const PURPOSE: &str = "verify: compares a site with what was built";

pub(super) fn run(args: &Verify) -> Result<Outcome, Error> {
    let begun = Instant::now();
    let given = args.manifest.as_deref().map(given).transpose()?;
    let is_web = ["http://", "https://"].iter().any(|start| args.of.starts_with(start));
    let (files, findings) =
        if is_web { of_site(&args.of, given)? } else { of_folder(&args.of, given)? };
    let number = |weight| findings.iter().filter(|one| one.weight == weight).count();
    let (errors, warnings) = (number(Weight::Error), number(Weight::Warning));
    match args.format {
        ReportFormat::Json => give(&json(&args.of, files, &findings)),
        ReportFormat::Human => {
            human(&findings, args.all).iter().for_each(say);
            let found = match (errors, warnings) {
                (0, 0) => "all is well".to_owned(),
                _ => format!("{} and {}", counted(errors, "error"), counted(warnings, "warning")),
            };
            say(format_args!(
                "verified {} of `{}`: {found}, in {:.2} s",
                counted(files, "file"),
                args.of,
                begun.elapsed().as_secs_f64()
            ));
        }
    }
    let has_faults = errors > 0 || (args.deny_warnings && warnings > 0);
    Ok(if has_faults { Outcome::Faults } else { Outcome::Clean })
}

/// The list in a file that was named.
fn given(path: &Path) -> Result<Manifest, Error> {
    let help = "name the `manifest.json` that the build wrote into `.twohats` of its folder";
    let name = shown_path(path);
    let no = |why: String| Error::Asked(why, help.to_owned());
    let list = manifest_at(path).map_err(|unread| no(format!("`{name}` {unread}")))?;
    list.ok_or_else(|| no(format!("there is no list of files at `{name}`")))
}

fn of_folder(of: &str, given: Option<Manifest>) -> Result<(usize, Vec<Finding>), Error> {
    let path = Path::new(of);
    let asked = |why: String, help: &str| Error::Asked(why, help.to_owned());
    if !path.is_dir() {
        return Err(asked(
            format!("there is no folder `{of}`"),
            "name the folder that `twohats build` wrote, or an address that begins with `https://`",
        ));
    }
    let help = "build again, or name the list that was kept with `--manifest FILE`";
    let manifest = match given {
        Some(manifest) => Some(manifest),
        None => manifest_at(path)
            .map_err(|unread| asked(format!("the list of files in `{of}` {unread}"), help))?
            .map_or_else(|| of_project(path), |list| Ok(Some(list)))
            .map_err(|why| asked(why, help))?,
    };
    let manifest = manifest
        .ok_or_else(|| asked(format!("no list says what a build has made in `{of}`"), help))?;
    let found = finished(path)?;
    Ok((manifest.files().count(), folder(&manifest, &found)))
}

/// The list that the project around a folder keeps for it.
fn of_project(folder: &Path) -> Result<Option<Manifest>, String> {
    let Ok(root) = find_project(folder) else { return Ok(None) };
    let Ok(sources) = read(&root, load::allowed) else { return Ok(None) };
    let list = manifest_of(&load::settings(&sources), &root, folder);
    list.map_err(|unread| format!("the list of files in the project {unread}"))
}

fn of_site(of: &str, given: Option<Manifest>) -> Result<(usize, Vec<Finding>), Error> {
    let asked = |why: String, help: &str| Error::Asked(why, help.to_owned());
    let Some(address) = Address::of_site(of) else {
        return Err(asked(
            format!("`{of}` is no address of a site"),
            "write the whole address, as in `https://playbook.example.org/`",
        ));
    };
    let web = Web::new(PURPOSE);
    start(&web, &address).map_err(|why| {
        asked(
            format!("nothing to verify at {address}: {why}"),
            "verify the address that readers use",
        )
    })?;
    let manifest = match given {
        Some(manifest) => manifest,
        None => {
            let list = list_of(&web, &address)
                .and_then(|text| Manifest::parse(&text).map_err(|unread| format!("it {unread}")));
            list.map_err(|why| {
                asked(
                    format!("the site does not give the list of its files: {why}"),
                    "name the one that the build kept, as in `--manifest public/.twohats/manifest.json`",
                )
            })?
        }
    };
    let findings = site(&web, &address, &manifest, &|_, _| ());
    Ok((manifest.files().count(), findings))
}
