//! What can be done to a folder, each found at its file and nothing else told.

use std::fs::{self, File};
use std::path::Path;

use crate::{book, copy, first, told};

/// Does something to a folder, and gives what is to be told.
type Tampering = (&'static str, fn(&Path) -> Vec<String>);

fn error(kind: &str, path: &str) -> Vec<String> {
    vec![format!("error[{kind}] {path}")]
}

fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
    fs::write(path, text).expect("a file is written");
}

fn shorten(folder: &Path, path: &str, to: u64) {
    let file = File::options().write(true).open(folder.join(path)).expect("it is there");
    file.set_len(to).expect("it is shortened");
}

fn flip(folder: &Path, path: &str) {
    let mut bytes = fs::read(folder.join(path)).expect("it is there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    write(folder, path, bytes);
}

pub const TAMPERINGS: [Tampering; 17] = [
    ("a page is gone", |folder| {
        fs::remove_file(folder.join("guidance/why.html")).expect("it is there");
        error("missing", "guidance/why.html")
    }),
    ("the page for what is not there is gone", |folder| {
        fs::remove_file(folder.join("404.html")).expect("it is there");
        error("missing", "404.html")
    }),
    ("a folder is gone", |folder| {
        let gone =
            testkit::tree(folder).into_keys().filter(|path| path.starts_with("de/templates/"));
        let told = gone.flat_map(|path| error("missing", &path)).collect();
        fs::remove_dir_all(folder.join("de/templates")).expect("it is there");
        told
    }),
    ("one bit of a page is another", |folder| {
        flip(folder, "scenarios/late.html");
        error("changed", "scenarios/late.html")
    }),
    ("one bit of a document is another", |folder| {
        let path = first(folder, "templates/", ".pdf");
        flip(folder, &path);
        error("changed", &path)
    }),
    ("a page has a script more", |folder| {
        let page = fs::read_to_string(folder.join("index.html")).expect("a page");
        write(folder, "index.html", page.replace("</body>", "<script src=x.js></script></body>"));
        error("changed", "index.html")
    }),
    ("a style ends in the middle", |folder| {
        let path = first(folder, "assets/style.", ".css");
        shorten(folder, &path, 100);
        error("torn", &path)
    }),
    ("a script is empty", |folder| {
        let path = first(folder, "assets/site.", ".js");
        shorten(folder, &path, 0);
        error("torn", &path)
    }),
    ("two pages have changed places", |folder| {
        let [one, other] = ["guidance/why.html", "scenarios/late.html"];
        let bytes = fs::read(folder.join(one)).expect("it is there");
        fs::rename(folder.join(other), folder.join(one)).expect("it is renamed");
        write(folder, other, bytes);
        // Which of the two is longer says which one looks as if it were torn.
        let sizes = [one, other].map(|path| fs::metadata(folder.join(path)).expect("a file").len());
        let [first, second] =
            if sizes[0] < sizes[1] { ["torn", "changed"] } else { ["changed", "torn"] };
        [error(first, one), error(second, other)].concat()
    }),
    ("line ends are those of another system", |folder| {
        let page = fs::read_to_string(folder.join("guidance/why.html")).expect("a page");
        write(folder, "guidance/why.html", page.replace('\n', "\r\n"));
        error("changed", "guidance/why.html")
    }),
    ("a page is a folder", |folder| {
        fs::remove_file(folder.join("search.html")).expect("it is there");
        fs::create_dir(folder.join("search.html")).expect("a folder is made");
        error("missing", "search.html")
    }),
    ("a part of the search is of another build", |folder| {
        let path = first(folder, "assets/search/terms", ".js");
        write(folder, &path, "");
        error("torn", &path)
    }),
    ("the list of ids is another", |folder| {
        flip(folder, "template-ids.json");
        error("changed", "template-ids.json")
    }),
    ("somebody's page lies there", |folder| {
        write(folder, "offer.html", "<script>alert()</script>");
        error("foreign", "offer.html")
    }),
    ("somebody's script lies at the root", |folder| {
        write(folder, "sw.js", "self.onfetch = null");
        error("foreign", "sw.js")
    }),
    ("somebody's file lies among ours", |folder| {
        write(folder, "assets/tracker.gif", "GIF89a");
        error("foreign", "assets/tracker.gif")
    }),
    ("a file of somebody else that runs nowhere lies there", |folder| {
        write(folder, "papers/plan.pdf", "%PDF");
        vec!["note[foreign] papers/plan.pdf".to_owned()]
    }),
];

#[test]
fn whatever_is_done_to_a_folder_is_found_at_its_file() {
    let project = book();
    project.build();
    for (number, (what, tamper)) in TAMPERINGS.into_iter().enumerate() {
        let name = format!("copy-{number}");
        copy(&project.path("public"), &project.path(&name));
        let wanted = tamper(&project.path(&name)).into_iter().collect();
        let run = project.run(&["verify", &name, "--format", "json"]);
        assert_eq!(told(&run), wanted, "{what}");
        let is_fault = wanted.iter().any(|line| line.starts_with("error"));
        assert_eq!(run.code, i32::from(is_fault), "{what}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_page_is_found() {
    let project = book();
    project.build();
    let page = project.path("public/guidance/why.html");
    fs::rename(&page, project.path("why.html")).expect("it is renamed");
    std::os::unix::fs::symlink(project.path("why.html"), page).expect("a link is made");
    let run = project.run(&["verify", "public"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("`guidance/why.html` is a link or the like"), "{}", run.err);
}

#[test]
fn people_read_the_first_of_a_kind_and_how_many_more_there_are() {
    let project = book();
    let files = project.build();
    let run = project.run(&["verify", "public"]);
    let wanted = format!("verified {} files of `public`: all is well", files.len());
    assert!(run.code == 0 && run.err.contains(&wanted), "{}", run.err);
    fs::remove_dir_all(project.path("public/assets")).expect("it is there");
    let run = project.run(&["verify", "public"]);
    assert_eq!(run.err.matches("error[missing]").count(), 5, "{}", run.err);
    assert!(run.err.contains("more of `missing`; `--all` shows each"), "{}", run.err);
    assert!(run.err.contains("help: build again, and publish all of the folder"), "{}", run.err);
    let all = project.run(&["verify", "public", "--all"]);
    let gone = files.keys().filter(|path| path.starts_with("assets/")).count();
    assert_eq!(all.err.matches("error[missing]").count(), gone, "{}", all.err);
}
