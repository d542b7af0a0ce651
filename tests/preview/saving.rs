//! The ways in which editors and other tools save a file.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use testkit::link_to;

/// A save: the file, the mark in it before and after, and the whole new text.
pub struct Save<'a> {
    pub file: &'a Path,
    pub before: &'a str,
    pub after: &'a str,
    pub text: &'a str,
}

/// How a file is saved.
pub type Style = (&'static str, fn(&Save));

pub const STYLES: [Style; 9] = [
    ("in place", |save| fs::write(save.file, save.text).expect("it is written")),
    ("truncated, then in two halves", in_two_halves),
    ("beside, then renamed over", |save| {
        let beside = sibling(save.file, |name| format!(".{name}.tmp-x1"));
        fs::write(&beside, save.text).expect("it is written");
        fs::rename(&beside, save.file).expect("it is renamed");
    }),
    ("beside under a plain name, then renamed over", |save| {
        let beside = sibling(save.file, |name| format!("{name}.new"));
        fs::write(&beside, save.text).expect("it is written");
        fs::rename(&beside, save.file).expect("it is renamed");
    }),
    ("deleted and created", |save| {
        fs::remove_file(save.file).expect("it is removed");
        fs::write(save.file, save.text).expect("it is written");
    }),
    ("sed -i", |save| {
        let beside = save.file.with_file_name("sedAb3xYz");
        let text = fs::read_to_string(save.file).expect("it is there");
        let mut file = File::create_new(&beside).expect("it is made");
        for line in text.split_inclusive('\n') {
            let line = line.replacen(save.before, save.after, 1);
            file.write_all(line.as_bytes()).expect("it is written");
        }
        let may = fs::metadata(save.file).expect("it is there").permissions();
        file.set_permissions(may).expect("it is kept");
        drop(file);
        fs::rename(&beside, save.file).expect("it is renamed");
    }),
    ("vim with a backup", vim),
    ("emacs", |save| {
        let lock = sibling(save.file, |name| format!(".#{name}"));
        link_to("someone@somewhere.1", &lock).expect("it is locked");
        let auto = sibling(save.file, |name| format!("#{name}#"));
        fs::write(&auto, save.text).expect("it is written");
        let backup = sibling(save.file, |name| format!("{name}~"));
        fs::rename(save.file, &backup).expect("it is renamed");
        fs::write(save.file, save.text).expect("it is written");
        fs::remove_file(&auto).expect("it is removed");
        fs::remove_file(&lock).expect("it is unlocked");
    }),
    ("a link put in its place", |save| {
        let folder = outside(save.file).join(save.after);
        fs::create_dir_all(&folder).expect("a folder is made");
        let target = folder.join("target");
        fs::write(&target, save.text).expect("it is written");
        let beside = sibling(save.file, |name| format!(".{name}.link"));
        link_to(&target, &beside).expect("it is linked");
        fs::rename(&beside, save.file).expect("it is renamed");
    }),
];

fn in_two_halves(save: &Save) {
    let mut file = File::create(save.file).expect("it is truncated");
    let (first, second) = save.text.split_at(save.text.len() / 2);
    file.write_all(first.as_bytes()).expect("it is written");
    file.flush().expect("it is written");
    file.write_all(second.as_bytes()).expect("it is written");
}

fn vim(save: &Save) {
    let folder = save.file.parent().expect("a file is in a folder");
    let swap = sibling(save.file, |name| format!(".{name}.swp"));
    fs::write(&swap, "swap").expect("it is written");
    let probe = folder.join("4913");
    fs::write(&probe, "").expect("it is written");
    fs::remove_file(&probe).expect("it is removed");
    let backup = sibling(save.file, |name| format!("{name}~"));
    fs::rename(save.file, &backup).expect("it is renamed");
    let mut file = File::create(save.file).expect("it is made");
    file.write_all(save.text.as_bytes()).expect("it is written");
    // It is on the disk before vim lets go of the backup, and that takes its time.
    file.sync_all().expect("it is written");
    drop(file);
    fs::remove_file(&backup).expect("it is removed");
    fs::remove_file(&swap).expect("it is removed");
}

/// What leaves the book as it is.
pub fn litter(file: &Path) {
    let text = fs::read(file).expect("it is there");
    fs::write(file, text).expect("it is written as it was");
    let now = std::time::SystemTime::now();
    File::options()
        .append(true)
        .open(file)
        .and_then(|file| file.set_modified(now))
        .expect("it is touched");
    for name in [
        ".a.yaml.swp",
        "a.yaml~",
        "4913",
        "#a.yaml#",
        ".DS_Store",
        "a.yaml.BAK",
        "a.yaml.rej",
        "a.yaml.save",
        "a.yaml.sb-1a2b3c4d-AbCdEf",
        "~$plan.docx",
        "plan.docx.crdownload",
        "plan.docx.part",
        "Icon\r",
        "ehthumbs.db",
        "plan.docx.icloud",
        "a.sync-conflict-20260501-101112-ABCDEFG.yaml",
    ] {
        let path = file.with_file_name(name);
        fs::write(&path, "litter").expect("it is written");
    }
    link_to("nobody@nowhere.1", file.with_file_name(".#a.yaml")).expect("it is locked");
    for name in [".a.yaml.swp", "4913", ".#a.yaml"] {
        fs::remove_file(file.with_file_name(name)).expect("it is removed");
    }
}

/// A folder outside the project, for what links lead to.
pub fn outside(file: &Path) -> PathBuf {
    let project = file.ancestors().find(|folder| folder.join("book.toml").exists());
    // It lies in the project's own folder, but not in one that is watched.
    project.expect("a file is in a project").join("elsewhere")
}

fn sibling(file: &Path, name: impl Fn(&str) -> String) -> PathBuf {
    let own = file.file_name().expect("a file has a name").to_string_lossy();
    file.with_file_name(name(&own))
}
