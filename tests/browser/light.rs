//! What a page asks for and what that weighs, as it is sent.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use testkit::outcome::Outcome;

use crate::site::{MISSING, Visit};

/// The most that a page may take, in requests besides the icon and in bytes.
struct Most {
    requests: usize,
    page: usize,
    styles: usize,
    scripts: usize,
    all: usize,
}

const KB: usize = 1024;

const READING: Most =
    Most { requests: 5, page: 12 * KB, styles: 8 * KB, scripts: 10 * KB, all: 35 * KB };

/// A sheet to fill in has the scripts that keep it; those for all ways out of it come with the first touch. The list
/// of all copies keeps and takes them in and out, and the page to search on has the index.
const SHEET: Most =
    Most { requests: 6, page: 12 * KB, styles: 9 * KB, scripts: 15 * KB, all: 35 * KB };

/// What is made for paper is as long as what is printed.
const PAPER: Most =
    Most { requests: 7, page: usize::MAX, all: usize::MAX, styles: 13 * KB, ..READING };

fn sent(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written").len()
}

pub fn every_page_is_light_and_asks_for_little(visit: &Visit) -> Outcome {
    let base = &visit.site.below_a_path.base;
    let folder = &visit.site.below_a_path.folder;
    visit.of_every_page(|page| {
        let asked = page.heard.requests.iter().filter(|address| !address.contains("icon.svg"));
        let asked: BTreeSet<&String> = asked.collect();
        let (mut styles, mut scripts, mut all) = (0, 0, 0);
        for address in &asked {
            // The 404 page is served at the root, and is made of the same files.
            let Some(path) = address.strip_prefix(base) else { continue };
            let path = path.split('?').next().unwrap_or(path);
            let weight = fs::read(folder.join(path)).map_or(0, |bytes| sent(&bytes));
            all += weight;
            match path.rsplit_once('.') {
                Some((_, "css")) => styles += weight,
                Some((_, "js")) => scripts += weight,
                _ => {}
            }
        }
        let itself = fs::read(folder.join(&page.name)).map_or(0, |bytes| sent(&bytes));
        let most = if page.name.starts_with("print") {
            PAPER
        } else if page.name.starts_with("templates/")
            || ["copies.html", "search.html"].contains(&page.name.as_str())
        {
            SHEET
        } else {
            READING
        };
        let counts = [
            ("requests", asked.len(), most.requests),
            ("bytes of HTML", itself, most.page),
            ("bytes of styles", styles, most.styles),
            ("bytes of scripts", scripts, most.scripts),
            ("bytes in all", all, most.all),
        ];
        let over = counts.iter().filter(|(_, count, most)| count > most);
        let mut faults: Vec<String> =
            over.map(|(what, count, most)| format!("{count} {what}, of {most}")).collect();
        if scripts == 0 && page.name != MISSING {
            faults.push("nothing was heard of its scripts".to_owned());
        }
        faults
    })
}
