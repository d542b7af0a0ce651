//! One file as a host serves it. It must not know which files a site has.

use std::time::Duration;

use crate::model::SitePath;
use crate::publish::hash_while;
use crate::web::{Address, Answer, Silence, Way, Web};

use super::finding::{AGAIN, Finding, Kind};
use super::{caching, kinds, policies};

/// The most steps from an address to what stands there.
const STEPS: usize = 5;

/// How often something is asked for of a host that is busy.
const TRIES: u32 = 3;

/// The longest that a host that is busy is waited for.
const LONGEST_WAIT: u64 = 10;

/// How a file that is packed begins.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// How much of a page is looked at for its own policy.
const HEAD: usize = 8 * 1024;

/// What came for a file.
pub(super) struct Served {
    pub hash: String,
    pub size: u64,
    /// What is told if it is not the file: where it is plain what it is instead.
    pub instead: Option<Finding>,
    /// What its headers are not as they should be.
    pub findings: Vec<Finding>,
    pub has_cache: bool,
    pub is_strict: bool,
    /// What it says of who may show it in a frame, where it is a page: its policies, and the older header.
    pub framing: Option<(Vec<String>, Option<String>)>,
}

/// An answer that is no redirect.
pub(super) enum Came {
    Answer(Box<Answer>),
    /// It leads out of the site, to there.
    Away(String),
    Silence(Silence),
}

/// Asks until there is what stands at an address, within a site.
pub(super) fn ask(web: &Web, site: &Address, address: &Address) -> Came {
    let mut address = address.clone();
    for _ in 0..STEPS {
        let answer = match patiently(web, &address) {
            Ok(answer) => answer,
            Err(silence) => return Came::Silence(silence),
        };
        let Some(link) = answer.leads_to() else { return Came::Answer(Box::new(answer)) };
        match address.join(link) {
            Some(next) if next.is_in(site) => address = next,
            Some(next) => return Came::Away(next.to_string()),
            None => return Came::Away(link.to_owned()),
        }
    }
    Came::Silence(Silence::Broken("it leads in circles".to_owned()))
}

/// Asks again where a host is busy, when it says.
fn patiently(web: &Web, address: &Address) -> Result<Answer, Silence> {
    for _ in 1..TRIES {
        match web.ask(address, Way::Get) {
            Ok(answer) if matches!(answer.status(), 429 | 503) => {
                let wait = answer.header("retry-after").and_then(|wait| wait.trim().parse().ok());
                let wait: u64 = wait.unwrap_or(1);
                if wait > LONGEST_WAIT {
                    return Ok(answer);
                }
                std::thread::sleep(Duration::from_secs(wait));
            }
            Err(Silence::Slow | Silence::Broken(_)) => {}
            other => return other,
        }
    }
    web.ask(address, Way::Get)
}

/// A file of the site. What is there that cannot be taken for it is told.
pub(super) fn served(web: &Web, site: &Address, path: &SitePath) -> Result<Served, Finding> {
    let name = path.as_str();
    let mut answer = match ask(web, site, &site.below(name)) {
        Came::Answer(answer) => answer,
        Came::Away(there) => {
            let message = format!("`{name}` leads out of the site, to {there}");
            let help =
                "where people sign in first, verify the folder, or from where nobody is asked";
            return Err(Finding::error(Kind::LeadsAway, name, message, help));
        }
        Came::Silence(why) => {
            let message = format!("`{name}` does not come: {why}");
            return Err(Finding::error(Kind::NotAnswered, name, message, "try again"));
        }
    };
    let is_own_404 = answer.status() == 404 && name == crate::model::NOT_FOUND.as_str();
    match answer.status() {
        404 | 410 if !is_own_404 => {
            let message = format!("`{name}` is not there");
            return Err(Finding::error(Kind::Missing, name, message, AGAIN));
        }
        status if !answer.is_well() && !is_own_404 => {
            let message = format!("the host answers {status} for `{name}`");
            let help = "look what the host says of it in its log";
            return Err(Finding::error(Kind::NotAnswered, name, message, help));
        }
        _ => {}
    }
    let findings = of_headers(path, &answer);
    let has_cache = answer.header("cache-control").is_some();
    let is_strict = is_strict(&answer);
    let framing = path.is_page().then(|| {
        let policies = answer.headers("content-security-policy").map(str::to_owned).collect();
        (policies, answer.header("x-frame-options").map(str::to_owned))
    });
    let mut head = Vec::new();
    let read = hash_while(answer.bytes(), |piece| {
        if head.len() < HEAD {
            head.extend_from_slice(piece);
        }
    });
    let (hash, size) = read.map_err(|cause| {
        let message = format!("`{name}` breaks off on the way: {cause}");
        Finding::error(Kind::Torn, name, message, "try again; look whether the host packs it twice")
    })?;
    let is_packed = head.starts_with(&GZIP) && !matches!(path.ending(), "gz" | "tgz" | "svgz");
    let instead = if is_own_404 {
        Some(Finding::error(Kind::Missing, name, format!("`{name}` is not there"), AGAIN))
    } else if is_packed {
        let message = format!("`{name}` comes packed twice, or without a word that it is packed");
        let help = "let the host pack files once, and send `Content-Encoding` with them";
        Some(Finding::error(Kind::Changed, name, message, help))
    } else {
        None
    };
    let mut served = Served { hash, size, instead, findings, has_cache, is_strict, framing };
    let page = String::from_utf8_lossy(&head);
    let sent = answer.headers("content-security-policy");
    served.findings.extend(policies::judge(name, &page, sent, &site.host()));
    Ok(served)
}

fn is_strict(answer: &Answer) -> bool {
    answer.header("x-content-type-options").is_some_and(|said| said.eq_ignore_ascii_case("nosniff"))
}

fn of_headers(path: &SitePath, answer: &Answer) -> Vec<Finding> {
    let name = path.as_str();
    let mut findings = Vec::new();
    findings.extend(kinds::judge(name, answer.header("content-type"), is_strict(answer)));
    findings.extend(answer.header("cache-control").and_then(|said| caching::judge(path, said)));
    let is_download = |said: &str| said.trim_start().to_ascii_lowercase().starts_with("attachment");
    if path.is_page() && answer.header("content-disposition").is_some_and(is_download) {
        let message = format!("`{name}` is sent as a download, so that no browser shows it");
        let help = "send pages without `Content-Disposition`";
        findings.push(Finding::error(Kind::WrongType, name, message, help));
    }
    let takes = |said: &str| said.contains("storage") || said.contains('*');
    if answer.header("clear-site-data").is_some_and(takes) {
        let message =
            format!("`{name}` comes with `Clear-Site-Data`: it deletes the copies of readers");
        let help = "take this header away";
        findings.push(Finding::error(Kind::WrongPolicy, name, message, help));
    }
    findings
}
