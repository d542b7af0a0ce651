//! A site on the web beside the list of what a build has made. It must not know what is in a file.

use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::model::{HOME, NOT_FOUND, SitePath};
use crate::publish::{Manifest, manifest_address};
use crate::source::TAKEN_IN;
use crate::web::{Address, Silence, Web};

use super::finding::{AGAIN, Finding, Kind, Weight};
use super::folder::differs;
use super::policies;
use super::served::{Came, Served, ask, served};

/// How many files are asked for at once.
const AT_ONCE: usize = 4;

/// A file, the hash that it should have, and what came for it.
type Asked<'a> = (&'a SitePath, &'a str, Result<Served, Finding>);

/// An address at which no site has a page.
const NOWHERE: &str = "twohats-verify-asks-for-a-page-that-is-not-there";

/// Why there is no site to verify.
#[derive(Debug)]
pub enum NoSite {
    /// The host does not answer.
    Silence(Silence),
    /// All of it is elsewhere.
    Elsewhere(String),
    /// The host answers with this number.
    Refused(u16),
}

impl fmt::Display for NoSite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Silence(why) => why.fmt(f),
            Self::Elsewhere(there) => write!(f, "it leads to {there}"),
            Self::Refused(status) => write!(f, "the host answers {status}"),
        }
    }
}

/// Whether a site is at an address.
///
/// # Errors
/// When nothing is there.
pub fn start(web: &Web, site: &Address) -> Result<(), NoSite> {
    match ask(web, site, site) {
        Came::Answer(answer) if answer.is_well() => Ok(()),
        Came::Answer(answer) => Err(NoSite::Refused(answer.status())),
        Came::Away(there) => Err(NoSite::Elsewhere(there)),
        Came::Silence(why) => Err(NoSite::Silence(why)),
    }
}

/// The list that is published with a site, as a text.
///
/// # Errors
/// When it is not there.
pub fn list_of(web: &Web, site: &Address) -> Result<String, String> {
    match ask(web, site, &site.below(&manifest_address())) {
        Came::Answer(mut answer) if answer.is_well() => answer.text(),
        Came::Answer(answer) => Err(format!("the host answers {}", answer.status())),
        Came::Away(there) => Err(format!("it leads to {there}")),
        Came::Silence(why) => Err(why.to_string()),
    }
}

/// What is not as it was built, in the order of paths. `progress` is told after each file how many of how many are done.
#[must_use]
pub fn site(
    web: &Web,
    site: &Address,
    manifest: &Manifest,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Vec<Finding> {
    let files: Vec<(&SitePath, &str)> = manifest.files().collect();
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let all = Mutex::new(Vec::new());
    let work = || {
        while let Some((path, hash)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let found = (*path, *hash, served(web, site, path));
            all.lock().expect("no thread gives up with it").push(found);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
        }
    };
    std::thread::scope(|threads| {
        for _ in 0..AT_ONCE {
            threads.spawn(work);
        }
    });
    let mut all = all.into_inner().expect("no thread gives up with it");
    all.sort_by_key(|(path, ..)| *path);
    let mut findings = whole(web, site, manifest);
    findings.extend(advice(&all));
    findings.extend(unframed(&all, manifest));
    for (path, hash, served) in all {
        match served {
            Ok(served) => findings.extend(of_file(manifest, (path, hash), served)),
            Err(_) if TAKEN_IN.contains(&path.as_str()) => {}
            Err(finding) => findings.push(finding),
        }
    }
    findings
}

fn of_file(manifest: &Manifest, (path, wanted): (&SitePath, &str), served: Served) -> Vec<Finding> {
    let Served { hash, size, instead, findings, .. } = served;
    if hash == wanted {
        return findings;
    }
    if let Some(instead) = instead {
        return vec![instead];
    }
    let name = path.as_str();
    let is_it = |other: &SitePath| other != path && manifest.hash(other) == Some(&*hash);
    let other = [HOME, NOT_FOUND].into_iter().find(is_it);
    let Some(other) = other else {
        // What is something else is no surprise in what its headers say.
        return vec![differs(name, size, manifest.size(path))];
    };
    let message = format!("`{path}` is not there: the host answers with `{other}`");
    vec![Finding::error(Kind::Missing, name, message, AGAIN)]
}

/// What is looked at once for all of a site: its address alone, and one at which nothing is.
fn whole(web: &Web, site: &Address, manifest: &Manifest) -> Vec<Finding> {
    let mut findings = Vec::new();
    let hash = |came| match came {
        Came::Answer(mut answer) => {
            let read = crate::publish::hash_while(answer.bytes(), |_| ()).ok();
            Some((answer.status(), read?.0))
        }
        Came::Away(_) | Came::Silence(_) => None,
    };
    let front = hash(ask(web, site, site));
    if let (Some((_, front)), Some(wanted)) = (front, manifest.hash(&HOME))
        && front != wanted
    {
        let message = "the address of the site shows another page than `index.html`";
        let help = "let the host show `index.html` for a folder";
        findings.push(Finding::error(Kind::Changed, HOME.as_str(), message, help));
    }
    findings.extend(nowhere(web, site, manifest.hash(&NOT_FOUND)));
    findings
}

/// What is wrong with the page for what is not there, of which this is the hash.
fn nowhere(web: &Web, site: &Address, wanted: Option<&str>) -> Option<Finding> {
    let Came::Answer(mut answer) = ask(web, site, &site.below(NOWHERE)) else { return None };
    let status = answer.status();
    let found = |message: String, help| {
        let kind = (Weight::Warning, Kind::NotFoundPage);
        Some(Finding::new(kind, NOT_FOUND.as_str(), message, help))
    };
    let help = "let the host answer with `404.html`, and with the number 404, where nothing is";
    if status != 404 && status != 410 {
        return found(format!("the host answers {status} for a page that is not there"), help);
    }
    let page = answer.text().unwrap_or_default();
    let hash = crate::publish::hash_while(page.as_bytes(), |_| ()).ok()?.0;
    if wanted.is_some_and(|wanted| wanted != hash) {
        return found("the host has a page of its own for what is not there".to_owned(), help);
    }
    let root = counts_from(&page)?;
    if site.join(root)?.as_str() == site.as_str() {
        return None;
    }
    let message =
        format!("`404.html` looks for its styles and links below `{root}`, where the site is not");
    found(
        message,
        "say where the site is with `site_url` in `book.toml`, or `twohats build --site-url`",
    )
}

/// The path from which the page for what is not there counts.
fn counts_from(page: &str) -> Option<&str> {
    let of_root = |value: &&str| value.starts_with('/') && !value.starts_with("//");
    let mut values = page.split('"').filter(of_root);
    values.find_map(|value| value.find("assets/").map(|end| &value[..end]))
}

/// The first page that a host lets no frame show in which the book wants it.
fn unframed(all: &[Asked<'_>], manifest: &Manifest) -> Option<Finding> {
    let mut pages = all.iter().filter(|(path, ..)| **path != NOT_FOUND);
    pages.find_map(|(path, _, served)| {
        let (policies, older) = served.as_ref().ok()?.framing.as_ref()?;
        let policies: Vec<&str> = policies.iter().map(String::as_str).collect();
        let site = policies::unframed(manifest.frames(), &policies, older.as_deref())?;
        let message =
            format!("`{path}` comes with headers by which `{site}` may not show it in a frame");
        let help = "name that site in `frame-ancestors` of the host’s `Content-Security-Policy`";
        Some(Finding::error(Kind::WrongPolicy, path.as_str(), message, help))
    })
}

/// What a host does not say, once for all files.
fn advice(all: &[Asked<'_>]) -> Vec<Finding> {
    let served = || all.iter().filter_map(|(path, _, served)| Some((path, served.as_ref().ok()?)));
    let mut findings = Vec::new();
    if let Some((path, _)) = served().find(|(_, served)| !served.has_cache) {
        let message = "the host does not say how long files may be kept, so browsers guess";
        let help = "send `Cache-Control: no-cache` with pages, and `max-age=31536000, immutable` with files of `assets/`";
        let kind = (Weight::Warning, Kind::WrongCache);
        findings.push(Finding::new(kind, path.as_str(), message, help));
    }
    if let Some((path, _)) = served().find(|(_, served)| !served.is_strict) {
        let message = "the host lets browsers guess what a file is";
        let help = "send `X-Content-Type-Options: nosniff` with every file";
        let kind = (Weight::Note, Kind::WrongPolicy);
        findings.push(Finding::new(kind, path.as_str(), message, help));
    }
    findings
}
