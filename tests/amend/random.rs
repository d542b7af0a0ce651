//! Any text of any file of ours becomes any text: the loader reads exactly that, and nothing else changes.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use testkit::chance::Chance;
use twohats::amend::{Change, Listed, Signs, Value, amend, values};
use twohats::edit::apply;
use twohats::load::{File, front_matter};
use twohats::model::Kind;
use twohats::schema::{Need, Shape};
use twohats::source::Source;

/// How many texts of a file are changed one after another.
const IN_A_ROW: usize = 12;

/// How much of files is read for these tests: small ones are taken more often.
const LETTERS: usize = 10_000;

/// What texts are made of.
const PARTS: [&str; 46] = [
    "a",
    "word",
    "Two words",
    "é",
    "😀",
    "日本",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    ": ",
    ":",
    " #",
    "#",
    "- ",
    "-",
    "\n- ",
    "\n1. ",
    "\"",
    "'",
    "''",
    "\\",
    "\\n",
    "|",
    ">",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a",
    "*b",
    "!c",
    "%",
    "@",
    "`",
    "---",
    "\n---\n",
    "? ",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{85}",
    "\u{7}",
];

/// Whole texts that other programs take for something else.
const WHOLE: [&str; 16] = [
    "yes",
    "No",
    "~",
    "null",
    "1.10",
    "007",
    "1e3",
    "2024-01-01",
    "---",
    "...",
    "",
    " ",
    "\n",
    "<<",
    "'",
    "\"",
];

fn text(chance: &mut Chance) -> String {
    if chance.one_in(6) {
        return (*chance.pick(&WHOLE)).to_owned();
    }
    let words = if chance.one_in(20) { 60 } else { 1 + chance.below(9) };
    (0..words).map(|_| *chance.pick(&PARTS)).collect()
}

/// Every file of ours that is written as authors write: the playbook, the guide, the first book, and mistakes.
fn files() -> Vec<(String, File, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in
        ["content", "docs/guide/content", "src/scaffold/starter", "src/scaffold/playbooks"]
    {
        collect(&root.join(folder), &mut found);
    }
    let mut files = Vec::new();
    for path in found {
        let Ok(text) = String::from_utf8(fs::read(&path).expect("it can be read")) else {
            assert!(path.extension().is_some_and(|ending| ending == "png"), "{}", path.display());
            continue;
        };
        files.extend(file(&path.to_string_lossy(), text));
    }
    let ours = files.len();
    assert!(ours > 90, "{ours} files");
    let mut mistakes = Vec::new();
    collect(&root.join("tests/mistakes"), &mut mistakes);
    for path in mistakes {
        let text = fs::read_to_string(&path).expect("our files are UTF-8");
        for part in text.split("==> ").filter_map(|part| part.split_once('\n')) {
            let (name, text) = (part.0, part.1.to_owned());
            if name.starts_with("content/") {
                files.extend(file(name, text));
            }
        }
    }
    assert!(files.len() > ours + 40, "{} mistakes", files.len() - ours);
    files
}

fn collect(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() { collect(&path, found) } else { found.push(path) }
    }
}

/// A file of content, with its kind and its text.
fn file(path: &str, text: String) -> Option<(String, File, String)> {
    let path = path.replace('\\', "/");
    let is_in = |folder: &str| path.contains(&format!("/{folder}/"));
    let kinds = [
        ("scenarios", Kind::Scenario),
        ("templates", Kind::Template),
        ("comparisons", Kind::Comparison),
        ("checks", Kind::SelfCheck),
    ];
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    let file = match ending {
        Some("yaml") if path.ends_with("/home.yaml") => File::Home,
        Some("yaml") => File::Content(kinds.iter().find(|(folder, _)| is_in(folder))?.1),
        Some("md") if is_in("guidance") => File::Content(Kind::Guide),
        _ => return None,
    };
    Some((path, file, text))
}

/// What is to be read where a text was typed.
fn expected(typed: &str, row: &Listed) -> String {
    let mut text = typed.replace("\r\n", "\n");
    text.retain(|sign| sign != '\u{7}');
    if text.trim().is_empty() {
        return String::new();
    }
    if row.shape.is_one_line() {
        let lines = text.split('\n').map(|line| line.trim_matches([' ', '\t']));
        return lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    }
    text.trim_end_matches('\n').to_owned()
}

/// Everything else that is listed, which must stay.
fn others(rows: &[Listed], but: &[&Listed]) -> Vec<(String, Option<String>)> {
    let is_other =
        |row: &&Listed| row.span.is_some() && but.iter().all(|changed| changed.place != row.place);
    rows.iter().filter(is_other).map(|row| (row.place.to_string(), row.text.clone())).collect()
}

/// Changes some texts of a file, and says what is wrong.
fn change(disk: &str, kind: File, chance: &mut Chance) -> Result<usize, String> {
    let source = Arc::new(Source::new("content/a", disk));
    let Ok(rows) = values(&source, kind) else { return Ok(0) };
    let mut texts: Vec<&Listed> = rows.iter().filter(|row| row.text.is_some()).collect();
    let mut changed = Vec::new();
    while changed.len() < IN_A_ROW && !texts.is_empty() {
        let row = texts.remove(chance.below(texts.len()));
        changed.push((row, text(chance)));
    }
    // What goes takes the places of others with it, so it comes last.
    let goes = |(row, typed): &(&Listed, String)| {
        row.need == Need::Optional && expected(typed, row).is_empty()
    };
    let last = changed.iter().position(goes).map(|at| changed.swap_remove(at));
    changed.retain(|one| !goes(one));
    let change = |(row, typed): &(&Listed, String)| Change::Set(row.place.clone(), typed.clone());
    let changes: Vec<Change> = changed.iter().map(change).collect();
    let told = |why: &str| format!("{}: {changes:?}: {why}\n{disk}", kind.name());
    let made =
        amend(&source, kind, &changes, Signs::TakenOut).map_err(|why| told(&why.to_string()))?;
    let after = apply(disk, &made.edits.iter().collect::<Vec<_>>()).ok_or(told("other edits"))?;
    let read = values(&made.source, kind).map_err(|_| told("it cannot be read"))?;
    for (row, typed) in &changed {
        let found = read.iter().find(|one| one.place == row.place && one.span.is_some());
        let (found, wanted) = (found.and_then(|one| one.text.clone()), expected(typed, row));
        if found.as_ref() != Some(&wanted) {
            return Err(told(&format!("{} is read as {found:?}:\n{after}", row.place)));
        }
    }
    let rows_changed: Vec<&Listed> = changed.iter().map(|(row, _)| *row).collect();
    if others(&rows, &rows_changed) != others(&read, &rows_changed) {
        return Err(told(&format!("another value changes:\n{after}")));
    }
    if let Some(why) = another_line(disk, &after, source.text(), &rows_changed) {
        return Err(told(&format!("{why:?} changes:\n{after}")));
    }
    if let Some(last) = &last {
        let gone = amend(&made.source, kind, &[change(last)], Signs::TakenOut);
        let gone = gone.map_err(|why| told(&why.to_string()))?;
        // One part goes, and `[]` or `{}` may stand for it.
        let (long, short) = (made.source.text(), gone.source.text());
        let same = |(one, other): &(u8, u8)| one == other;
        let start = long.bytes().zip(short.bytes()).take_while(same).count();
        let ends = long.bytes().rev().zip(short.bytes().rev());
        let kept = start + ends.take_while(same).count() + " []".len() >= short.len();
        if !kept {
            return Err(told(&format!("without {}:\n{}", last.0.place, gone.source.text())));
        }
    }
    Ok(changed.len() + usize::from(last.is_some()))
}

/// A line that changes, though nothing of a changed value stands on it.
fn another_line(disk: &str, after: &str, read: &str, changed: &[&Listed]) -> Option<String> {
    let line = |at: usize| read[..at].matches('\n').count();
    let lines: Vec<&str> = disk.split_inclusive('\n').collect();
    let mut is_kept = vec![true; lines.len()];
    for row in changed {
        let range = row.span.as_ref()?.range();
        // A text may begin on a line below its key.
        let key = read[..range.start].trim_end_matches([' ', '\n', '-']).len();
        for at in line(key)..=line(range.end) {
            is_kept[at.min(lines.len() - 1)] = false;
        }
    }
    let mut rest = after;
    let mut at = 0;
    while at < lines.len() {
        let count = is_kept[at..].iter().take_while(|is_kept| **is_kept).count();
        let block = lines[at..at + count].concat();
        let found = rest.find(&block).filter(|found| *found == 0 || at > 0);
        let Some(found) = found else { return Some(block) };
        rest = &rest[found + block.len()..];
        at += count;
        at += is_kept[at..].iter().take_while(|is_kept| !**is_kept).count();
    }
    let is_end = rest.is_empty() || is_kept.last() == Some(&false);
    (!is_end).then(|| rest.to_owned())
}

#[test]
fn any_text_becomes_any_text_and_nothing_else_changes() {
    let mut chance = Chance::new(19);
    let (mut done, mut fallen) = (0, Vec::new());
    for (path, kind, text) in files() {
        for round in 0..(LETTERS / text.len().max(1)).clamp(1, 9) {
            let disk = if round % 3 == 2 { text.replace('\n', "\r\n") } else { text.clone() };
            match change(&disk, kind, &mut chance) {
                Ok(changed) => done += changed,
                Err(why) => fallen.push(format!("{path}: {why}")),
            }
        }
    }
    let shown: Vec<&str> = fallen.iter().take(3).map(String::as_str).collect();
    assert!(fallen.is_empty(), "{} of {done} fall:\n{}", fallen.len(), shown.join("\n\n"));
    assert!(done > 10_000, "{done} texts were changed");
}

/// A change that can be taken back by another one, and that one; with the texts that come in.
fn there_and_back(rows: &[Listed], chance: &mut Chance) -> Option<(Change, Change, Vec<String>)> {
    let row = chance.pick(rows);
    let place = row.place.clone();
    let items = rows.iter().filter(|one| one.place.parent().is_some_and(|(up, _)| up == place));
    let count = items.filter(|one| one.span.is_some()).count();
    let text = format!("{}.", chance.pick(&["New", "New: new", "# New", "[New]", "Neu\u{eb}"]));
    if row.span.is_none() {
        let change = match row.shape {
            Shape::Text | Shape::Line => Change::Set(place.clone(), text.clone()),
            Shape::Prose => Change::Set(place.clone(), format!("{text}\n\n{text}")),
            Shape::Texts | Shape::Lines => {
                Change::Insert { list: place.clone(), at: 0, value: text.as_str().into() }
            }
            _ => return None,
        };
        let typed = if row.shape.is_one_line() { text } else { format!("{text}\n\n{text}") };
        return Some((change, Change::Remove(place), vec![typed]));
    }
    if row.text.is_some() || count == 0 {
        return None;
    }
    let (from, to) = (chance.below(count), chance.below(count));
    match row.shape {
        Shape::Groups(_) | Shape::Typed(_) | Shape::Lines | Shape::Texts if chance.one_in(2) => {
            let back = Change::Move { list: place.clone(), from: to, to: from };
            Some((Change::Move { list: place, from, to }, back, Vec::new()))
        }
        Shape::Lines | Shape::Texts | Shape::Ids(_) => {
            let at = chance.below(count + 1);
            let back = Change::Remove(place.item(at));
            Some((
                Change::Insert { list: place, at, value: text.as_str().into() },
                back,
                vec![text],
            ))
        }
        Shape::Groups(map) => {
            let at = chance.below(count + 1);
            let keys = map.all().filter(|key| matches!(key.shape, Shape::Line | Shape::Prose));
            let keys: Vec<_> =
                keys.map(|key| (key.name.to_owned(), Value::from(text.as_str()))).collect();
            let texts = vec![text; keys.len()];
            let back = Change::Remove(place.item(at));
            let value = Value::Map(keys);
            (!texts.is_empty()).then_some((Change::Insert { list: place, at, value }, back, texts))
        }
        _ => None,
    }
}

fn texts(rows: &[Listed]) -> Vec<String> {
    let mut texts: Vec<String> = rows.iter().filter_map(|row| row.text.clone()).collect();
    texts.sort();
    texts
}

/// Makes a change and takes it back, and says what is wrong; `None` where there was nothing to do.
fn come_and_go(disk: &str, kind: File, chance: &mut Chance) -> Option<Result<(), String>> {
    let source = Arc::new(Source::new("content/a", disk));
    let rows = values(&source, kind).ok().filter(|rows| !rows.is_empty())?;
    // Front matter that comes with its first key does not go with it.
    let has_keys = kind != File::Content(Kind::Guide) || front_matter(source.text()).is_some();
    let (there, back, new) = there_and_back(&rows, chance).filter(|_| has_keys)?;
    let make = |disk: &str, change: &Change| {
        let source = Arc::new(Source::new("content/a", disk));
        let change = std::slice::from_ref(change);
        let made = amend(&source, kind, change, Signs::TakenOut).map_err(|why| why.to_string())?;
        let after = apply(disk, &made.edits.iter().collect::<Vec<_>>()).ok_or("other edits")?;
        Ok::<_, String>((after, made.source))
    };
    let done = || {
        let (after, source) = make(disk, &there)?;
        let read = values(&source, kind).map_err(|_| "it cannot be read")?;
        let mut expected = texts(&rows);
        expected.extend(new);
        expected.sort();
        if texts(&read) != expected {
            return Err(format!("other texts are read:\n{after}"));
        }
        let (again, _) = make(&after, &back)?;
        if again == disk { Ok(()) } else { Err(format!("it is not as it was:\n{after}\n{again}")) }
    };
    Some(done().map_err(|why| format!("{there:?}: {why}\n{disk}")))
}

#[test]
fn what_comes_and_goes_again_leaves_every_byte_as_it_was() {
    let mut chance = Chance::new(20);
    let (mut done, mut fallen) = (0, Vec::new());
    for (path, kind, text) in files() {
        for round in 0..(LETTERS / text.len().max(1)).clamp(1, 9) * 3 {
            let disk = if round % 3 == 2 { text.replace('\n', "\r\n") } else { text.clone() };
            match come_and_go(&disk, kind, &mut chance) {
                Some(Ok(())) => done += 1,
                Some(Err(why)) => fallen.push(format!("{path}: {why}")),
                None => {}
            }
        }
    }
    let shown: Vec<&str> = fallen.iter().take(3).map(String::as_str).collect();
    assert!(fallen.is_empty(), "{} of {done} fall:\n{}", fallen.len(), shown.join("\n\n"));
    assert!(done > 1_000, "{done} changes were made");
}
