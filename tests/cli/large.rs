//! A file that is only carried along is held by nobody, however large it is, and comes whole into the site.

use std::fs::File;

use testkit::Project;
use testkit::cost::{Ended, run};

const LARGE: u64 = 160 << 20;

/// What may come and go from one run to the next.
const SPARE: u64 = 24 << 20;

/// The most memory that a command held.
fn peak(project: &Project, command: &str) -> u64 {
    let Ended { cost, code, said } = run(project.command(&[command]), b"").expect("it runs");
    assert_eq!(code, Some(0), "{said}");
    cost.peak
}

/// A book that publishes whatever lies in it.
fn book() -> Project {
    Project::small().file("book.toml", "[book]\ntitle = \"Test\"\n\n[publish]\nalso = [\"*\"]\n")
}

#[test]
fn a_large_file_beside_the_book_takes_no_memory() {
    let (plain, large) = (book(), book());
    plain.write("content/talk.mp4", "nothing");
    let talk = File::create(large.path("content/talk.mp4")).expect("a file is made");
    // It is as long as is said, and takes no room on the disk.
    talk.set_len(LARGE).expect("a length can be set");
    for command in ["check", "build"] {
        let (without, with) = (peak(&plain, command), peak(&large, command));
        assert!(with < without + SPARE, "{command} takes {with} bytes, and {without} without it");
    }
    let published = large.path("public/talk.mp4").metadata().expect("it is published");
    assert_eq!(published.len(), LARGE);
}

#[test]
fn a_carried_file_is_published_again_when_it_changed_and_only_then() {
    let project = book();
    let bytes: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
    let write = |bytes: &[u8]| {
        std::fs::write(project.path("content/talk.mp4"), bytes).expect("it is written");
    };
    write(&bytes);
    assert_eq!(project.build()["talk.mp4"], bytes);
    let mut other = bytes.clone();
    *other.last_mut().expect("it has bytes") ^= 1;
    write(&other);
    let changed = project.run(&["build"]);
    assert!(changed.err.contains("1 changed"), "{}", changed.err);
    assert_eq!(project.build()["talk.mp4"], other);
    write(&other);
    let same = project.run(&["build"]);
    assert!(!same.err.contains("1 changed"), "{}", same.err);
}
