//! Asks a server for every file of a site, and follows every link of its pages from the first one on.

use std::collections::BTreeSet;

use testkit::http::{Answer, get};
use testkit::outcome::{Outcome, because};
use twohats::model::{SitePath, decode};

use crate::headers::Headers;
use crate::server::Server;
use crate::site::Site;

/// An answer, and where on the site it came from.
pub struct Asked {
    pub status: u16,
    /// The path in the site, after all that led on.
    path: String,
    answer: Answer,
}

impl Asked {
    /// Asks for a path of the site, and goes on where the answer leads.
    pub fn of(server: &Server, path: &str) -> Outcome<Self> {
        let mut path = path.to_owned();
        for _ in 0..3 {
            let address = server.address(&path);
            let (_, asked) = address.split_once(&server.host.to_string()).ok_or("no address")?;
            let answer = get(server.host, asked).map_err(because(asked))?;
            let Some(to) = header(&answer, "location") else {
                return Ok(Self { status: answer.status, path, answer });
            };
            let base = server.address("");
            let root = base.split_once(&server.host.to_string()).map_or("/", |(_, root)| root);
            let whole = to.strip_prefix(&base).or_else(|| to.strip_prefix(root));
            path = match whole {
                Some(inside) => inside.to_owned(),
                None => resolved(&path, &to).ok_or_else(|| format!("{path} leads to {to}"))?,
            };
        }
        Err(format!("{path} leads on and on"))
    }
}

fn header(answer: &Answer, name: &str) -> Option<String> {
    let mut lines = answer.head.lines().filter_map(|line| line.split_once(": "));
    lines.find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
}

/// What is wrong with what the server hands out.
pub fn faults(server: &Server, site: &Site, headers: &Headers) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, bytes) in &site.files {
        match Asked::of(server, path) {
            Ok(asked) => faults.extend(of_file(&asked, path, bytes, headers)),
            Err(fault) => faults.push(fault),
        }
    }
    faults.extend(of_links(server, site));
    faults.extend(of_missing(server, site));
    faults
}

fn of_file(asked: &Asked, path: &str, bytes: &[u8], headers: &Headers) -> Vec<String> {
    let mut faults = Vec::new();
    if asked.status != 200 || asked.answer.body != bytes {
        faults.push(format!("{path} is answered by {} and other bytes", asked.status));
    }
    let kept = if path.starts_with("assets/") { headers.kept.as_str() } else { "no-cache" };
    let cache = ("Cache-Control".to_owned(), kept.to_owned());
    for (name, value) in headers.of_all.iter().chain([&cache]) {
        let found = header(&asked.answer, name);
        if found.as_ref() != Some(value) {
            faults.push(format!("{path}: {name} is {found:?}"));
        }
    }
    let kinds: &[&str] = match ending(path) {
        "html" => &["text/html"],
        "js" => &["text/javascript", "application/javascript"],
        "css" => &["text/css"],
        "svg" => &["image/svg+xml"],
        "png" => &["image/png"],
        "pdf" => &["application/pdf"],
        "json" => &["application/json"],
        _ => return faults,
    };
    let kind = header(&asked.answer, "content-type").unwrap_or_default();
    if !kinds.iter().any(|one| kind.starts_with(one)) {
        faults.push(format!("{path} is called {kind}"));
    }
    faults
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Follows what pages name, and tells of what is not there, and of pages that nothing leads to.
fn of_links(server: &Server, site: &Site) -> Vec<String> {
    let mut known = BTreeSet::from([String::new()]);
    let mut waiting = vec![String::new()];
    let (mut faults, mut met) = (Vec::new(), BTreeSet::new());
    while let Some(path) = waiting.pop() {
        let asked = match Asked::of(server, &path) {
            Ok(asked) if asked.status == 200 => asked,
            Ok(asked) => {
                faults.push(format!("a link leads to {path}: {}", asked.status));
                continue;
            }
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        let is_folder = asked.path.is_empty() || asked.path.ends_with('/');
        met.insert(if is_folder {
            format!("{}index.html", asked.path)
        } else {
            asked.path.clone()
        });
        let kind = header(&asked.answer, "content-type").unwrap_or_default();
        if !kind.starts_with("text/html") {
            continue;
        }
        let text = asked.answer.text();
        for link in links(&text) {
            match resolved(&asked.path, &link) {
                Some(to) if known.insert(to.clone()) => waiting.push(to),
                Some(_) => {}
                None => faults.push(format!("{path}: {link} leads out of the site")),
            }
        }
    }
    let pages = site.files.keys().filter(|path| ending(path) == "html");
    // What is there for who asks for something that is not, and old addresses.
    let is_led_to = |path: &&String| {
        *path != "404.html"
            && !String::from_utf8_lossy(&site.files[*path]).contains("http-equiv=\"refresh\"")
    };
    let left = pages.filter(is_led_to).filter(|path| {
        let stem = path.strip_suffix("index.html").unwrap_or(path);
        !met.contains(*path) && !met.contains(stem)
    });
    faults.extend(left.map(|path| format!("no link led to {path}")));
    faults
}

/// The addresses in a page that are of its own site.
fn links(page: &str) -> BTreeSet<String> {
    let starts = [" href=\"", " src=\""];
    let values = starts
        .into_iter()
        .flat_map(|start| page.split(start).skip(1).filter_map(|rest| rest.split('"').next()));
    let ours = values.filter(|value| {
        let scheme = value.split(['/', '?', '#']).next().unwrap_or_default();
        !scheme.contains(':') && !value.starts_with('#') && !value.is_empty()
    });
    ours.map(|value| value.replace("&amp;", "&")).collect()
}

/// The path in the site of a link on a page of it.
fn resolved(page: &str, link: &str) -> Option<String> {
    let path = link.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() {
        return Some(page.to_owned());
    }
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_folder = path.ends_with('/');
    let resolved = SitePath::resolve(folder, &decode(path.trim_end_matches('/')))?;
    Some(if is_folder { format!("{resolved}/") } else { resolved.to_string() })
}

fn of_missing(server: &Server, site: &Site) -> Vec<String> {
    let mut faults = Vec::new();
    for path in ["nothing.html", "scenarios/a/b/nothing", "assets/style.00000000.css"] {
        match Asked::of(server, path) {
            Ok(asked) if asked.status == 404 && asked.answer.body == site.files["404.html"] => {
                let kept = header(&asked.answer, "cache-control").unwrap_or_default();
                if kept.contains("immutable") {
                    faults
                        .push(format!("{path} is not there, and browsers may keep that for good"));
                }
            }
            Ok(asked) => faults.push(format!("{path} is answered by {}", asked.status)),
            Err(fault) => faults.push(fault),
        }
    }
    match Asked::of(server, ".twohats/manifest.json") {
        Ok(asked) if matches!(asked.status, 403 | 404) => {}
        other => faults.push(format!("the manifest is handed out: {}", other.is_ok())),
    }
    faults
}
