//! A finished folder beside the list of what a build has made in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::SitePath;
use crate::publish::{Found, Manifest};

use super::finding::{AGAIN, Finding, Kind, Weight};
use super::foreign::foreign;

/// What is not as it was built, by path. `found` is all that is there.
#[must_use]
pub fn folder(manifest: &Manifest, found: &BTreeMap<String, Found>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut ours = BTreeSet::new();
    for (path, hash) in manifest.files() {
        ours.insert(path.as_str());
        findings.extend(of_file(manifest, (path, hash), found.get(path.as_str())));
    }
    let others = found.iter().filter(|(path, _)| !ours.contains(path.as_str()));
    for (path, there) in others {
        let past = SitePath::parse(path).filter(|path| manifest.has(path));
        findings.extend(match (past, there) {
            (Some(past), Found::File { hash, .. }) if manifest.knows(&past, hash) => None,
            (Some(past), _) => {
                let message = format!(
                    "`{past}`, which is kept for pages that were opened before, was changed"
                );
                Some(Finding::error(Kind::Changed, past.as_str(), message, "remove it"))
            }
            (None, _) => foreign(path),
        });
    }
    if !manifest.is_whole() {
        let message = "the last build did not come to its end".to_owned();
        findings.push(Finding::new((Weight::Warning, Kind::CutShort), "", message, "build again"));
    }
    findings
}

fn of_file(
    manifest: &Manifest,
    (path, wanted): (&SitePath, &str),
    found: Option<&Found>,
) -> Option<Finding> {
    let name = path.as_str();
    match found {
        None => Some(Finding::error(Kind::Missing, name, format!("`{name}` is not there"), AGAIN)),
        Some(Found::Other) => {
            let message = format!("`{name}` is a link or the like, and no file");
            Some(Finding::error(Kind::Changed, name, message, AGAIN))
        }
        Some(Found::File { hash, .. }) if hash == wanted => None,
        // While a build is on its way, files of the one before are there.
        Some(Found::File { hash, .. }) if !manifest.is_whole() && manifest.knows(path, hash) => {
            None
        }
        Some(Found::File { size, .. }) => Some(differs(name, *size, manifest.size(path))),
    }
}

/// What is told of a file whose bytes are others, of which so many came and so many were built.
pub(super) fn differs(path: &str, came: u64, built: Option<u64>) -> Finding {
    match built {
        Some(built) if came < built => {
            let message = format!("`{path}` has {came} of {built} bytes");
            Finding::error(Kind::Torn, path, message, AGAIN)
        }
        Some(built) if came > built => {
            let more = came - built;
            let message = format!("`{path}` has other bytes than were built, and {more} more");
            Finding::error(Kind::Changed, path, message, AGAIN)
        }
        _ => {
            let message = format!("`{path}` has other bytes than were built");
            Finding::error(Kind::Changed, path, message, AGAIN)
        }
    }
}
