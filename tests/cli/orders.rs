//! What an author, or a name of a file, says to a terminal is shown and not obeyed, wherever it comes out.
#![cfg(unix)]

use testkit::{Project, Run, run, scenario};

/// An escape sequence, the two signs that begin one in a single byte or letter, an erasing sign, and two that turn a line round.
const ORDERS: &str = "\u{1b}[31m\u{9b}2J\u{7f}\u{8}\u{202e}\u{2066}\u{2028}";

/// What is left of orders in an output.
fn orders(text: &str) -> String {
    let is_order = |sign: &char| {
        let turns = matches!(*sign, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        turns || (sign.is_control() && !matches!(*sign, '\n' | '\t'))
    };
    text.chars().filter(is_order).flat_map(char::escape_unicode).collect()
}

#[track_caller]
fn obeys_none(what: &str, run: &Run) {
    let said = format!("{}{}", run.out, run.err);
    assert_eq!(orders(&said), "", "{what}:\n{}", said.escape_debug());
    assert_ne!(run.code, 101, "{what}: {said}");
}

/// A book of which every kind of place holds orders, each in a file of its own.
fn book() -> Project {
    // YAML takes them in quotes alone, and only as codes.
    let quoted = "\"x\\e[31m\\x9b2J\\x7f\\b\\u202e\\u2066\\u2028y\"";
    let late = scenario("Late");
    let raw = |text: &str| text.replace('@', ORDERS);
    let mut project = Project::new();
    let files = [
        (
            "book.toml",
            raw(
                "[book]\ntitle = \"T\"\n[topics]\n\"a\\u001b[31m\" = \"x\"\n[redirects]\n\"x\\u001b[31m.html\" = \"y\\u001b[31m\"\n",
            ),
        ),
        ("content/scenarios/title.yaml", late.replace("Late", quoted)),
        ("content/scenarios/key.yaml", format!("{late}{quoted}: 1\n")),
        ("content/scenarios/level.yaml", format!("{late}level: {quoted}\n")),
        ("content/scenarios/named.yaml", format!("{late}guidance:\n  - {quoted}\n")),
        ("content/scenarios/raw.yaml", raw("title: a@b\nsummary: [\n")),
        ("content/scenarios/key-raw.yaml", raw("ti@tle: a\n")),
        (
            "content/scenarios/link.yaml",
            late.replace("It happens.", "\"[a](b\\e[31m.md) <b\\e[31m>\""),
        ),
        (
            "content/guidance/text.md",
            raw(
                "---\ntitle: A\n---\n\n## H@ {#h@}\n\n[a](gone@.md#x@) ![](p@.png) <b id=\"x@\" on@=\"1\"> [^n@] **x @\n",
            ),
        ),
        ("content/guidance/front.md", raw("---\nti@tle: A\n---\n")),
        (
            "content/templates/plan.yaml",
            format!(
                "title: Plan\nfields:\n  - {quoted}: Name\n  - choice: {quoted}\n    options: [{quoted}, {quoted}]\n"
            ),
        ),
        ("themes/default/layouts/guide.html", raw("{{ a@b }}")),
        ("themes/default/styles/a.css", raw("a@ { color: red\n")),
        ("themes/default/wording/en.toml", "\"a\\u001b[31m\" = \"x\"\n".to_owned()),
        ("content/queries.yaml", format!("{quoted}: late\n")),
    ];
    for (path, text) in files {
        project = project.file(path, &text);
    }
    for path in [
        "content/guidance/a@.md",
        "content/a@/b.md",
        "content/scenarios/a@.yaml",
        "content/a@.png",
        "themes/a@.css",
    ] {
        project = project.file(&raw(path), "---\ntitle: [\n");
    }
    project
}

#[test]
fn no_command_and_no_format_says_to_a_terminal_what_a_book_does() {
    let project = book();
    for args in [
        &["check"][..],
        &["check", "--all"],
        &["check", "--format", "json"],
        &["check", "--format", "github"],
        &["check", "--format", "sarif"],
        &["check", "--fix"],
        &["build"],
        &["report"],
        &["report", "--format", "json"],
    ] {
        obeys_none(&args.join(" "), &project.run(args));
    }
}

#[test]
fn no_command_says_to_a_terminal_what_its_arguments_do() {
    let project = Project::small();
    for args in [
        &["explain", ORDERS][..],
        &[ORDERS],
        &["check", ORDERS],
        &["check", "--format", ORDERS],
        &["build", "--output", &format!("content/{ORDERS}")],
        &["build", "--output", &format!("out-{ORDERS}")],
        &["mv", "content/scenarios/late.yaml", &format!("content/scenarios/{ORDERS}.yaml")],
        &["mv", ORDERS, "content/scenarios/b.yaml"],
        &["new", "scenario", ORDERS],
        &["new", ORDERS, "late"],
        &["init", &format!("new-{ORDERS}")],
        &["translate", ORDERS],
        &["schema", ORDERS],
        &["serve", ORDERS],
    ] {
        obeys_none(&args[0].escape_debug().to_string(), &project.run(args));
    }
}

#[test]
fn titles_and_paths_of_a_book_without_faults_obey_nothing_either() {
    let project = Project::small()
        .file("content/scenarios/late.yaml", &scenario("\"A\\e[31m\\x9b2J\\u202eb\""));
    for args in [&["report"][..], &["report", "--format", "json"], &["build"], &["check"]] {
        obeys_none(args[0], &project.run(args));
    }
    let mut coloured = project.command(&["check"]);
    coloured.env("CLICOLOR_FORCE", "1");
    let said = run(coloured).err;
    assert!(!said.contains("[31m\u{9b}") && !said.contains('\u{202e}'), "{}", said.escape_debug());
}

/// A disk that fails when a folder is closed, which another program plays.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_closed_is_an_error_and_no_breakdown() {
    // Only who is allowed to, and has the program, can do this.
    let can =
        std::process::Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status();
    if !can.is_ok_and(|done| done.success()) {
        return;
    }
    let project = Project::small();
    let mut told = 0;
    for number in 1..40 {
        let mut strace = std::process::Command::new("strace");
        let inject = format!("inject=close:error=EIO:when={number}");
        strace.args(["-qq", "-f", "-o", "/dev/null", "-e", "trace=close", "-e", &inject]);
        let twohats = project.command(&["check"]);
        strace.arg(twohats.get_program()).args(twohats.get_args());
        strace.current_dir(project.path(""));
        let done = strace.output().expect("it has run before");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_ne!(done.status.code(), Some(101), "close {number}: {said}");
        if said.contains("a folder could not be closed") {
            assert_eq!(done.status.code(), Some(2), "{said}");
            assert!(!said.contains("panicked"), "{said}");
            told += 1;
        }
    }
    assert!(told > 0, "no folder was closed");
}
