//! `twohats translate`: a translation keeps what its original said, and `check` tells what has changed since.

use testkit::{Project, scenario};

const DE: &str = "content/de/scenarios/late.yaml";

/// A book whose situation and guide are there in German.
fn translated() -> Project {
    Project::new()
        .file(
            "book.toml",
            "[book]\ntitle = \"Test\"\n\n[languages.en]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"\n",
        )
        .file("content/scenarios/late.yaml", &scenario("Late again"))
        .file(DE, "title: Wieder spät # kurz\nleader:\n  say: Warum?\n")
        .file(
            "content/guidance/why.md",
            "---\ntitle: Why\n---\n\n[Late](../scenarios/late.yaml).\n\n## Then\n\nGo on.\n",
        )
        .file(
            "content/de/guidance/why.md",
            "---\r\ntitle: Warum\r\n---\r\n\r\n[Spät](../scenarios/late.yaml).\r\n\r\n## Dann\r\n\r\nWeiter.\r\n",
        )
}

fn read(project: &Project, path: &str) -> String {
    std::fs::read_to_string(project.path(path)).expect("it is there")
}

#[test]
fn what_has_changed_in_an_original_is_told_until_its_translation_is_noted_again() {
    let project = translated();
    let run = project.run(&["translate"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(read(&project, DE).starts_with(
        "title: Wieder spät # kurz\nleader:\n  say: Warum?\noriginal:\n  - leader-say "
    ));
    let guide = read(&project, "content/de/guidance/why.md");
    assert!(guide.starts_with("---\r\ntitle: Warum\r\noriginal:\r\n  - then "), "{guide:?}");
    let run = project.run(&["check", "--deny-warnings"]);
    assert_eq!(run.code, 0, "{}", run.err);

    let text = scenario("Late again").replace("Why?", "Why now?").replace("By when?", "When?");
    let project = project.file("content/scenarios/late.yaml", &text).file(
        "content/guidance/why.md",
        "---\ntitle: Why\n---\n\n[Late](../scenarios/late.yaml).\n\n## Then\n\nGo on and on.\n",
    );
    let run = project.run(&["check", "--deny-warnings"]);
    assert_eq!(run.code, 1, "{}", run.err);
    for told in [
        "the original of `leader-say` has changed since it was translated",
        &format!("{DE}:3:8"),
        "Why now?",
        "the original of `then` has changed since it was translated",
    ] {
        assert!(run.err.contains(told), "{told} is not told:\n{}", run.err);
    }
    assert!(!run.err.contains("manager-say"), "that part is not translated:\n{}", run.err);

    let before = read(&project, DE);
    let run = project.run(&["translate"]);
    assert_eq!((run.code, read(&project, DE)), (0, before), "what is noted stays:\n{}", run.err);
    let run = project.run(&["translate", DE, "content/de/guidance/why.md"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let run = project.run(&["check", "--deny-warnings"]);
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn a_file_that_translates_no_other_is_refused_and_nothing_is_written() {
    let project = translated();
    let run = project.run(&["translate", "content/scenarios/late.yaml"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("`content/scenarios/late.yaml` is no translation of this book"),
        "{}",
        run.err
    );
    assert!(!read(&project, DE).contains("original:"));
}

#[test]
fn a_translation_without_front_matter_gets_one_for_what_is_noted() {
    let project = translated()
        .file("content/guidance/vans/README.md", "# Vans\n\nWheels.\n\n---\n\nMore.\n")
        .file("content/de/guidance/vans/README.md", "# Transporter\n\nRäder.\n\n---\n\nMehr.\n");
    let run = project.run(&["translate"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let text = read(&project, "content/de/guidance/vans/README.md");
    assert!(text.starts_with("---\noriginal:\n  - "), "{text}");
    assert!(text.ends_with("\n---\n\n# Transporter\n\nRäder.\n\n---\n\nMehr.\n"), "{text}");
    assert_eq!(project.run(&["check"]).code, 0);
    project.build();
    let page = read(&project, "public/de/guidance/vans/index.html");
    assert!(page.contains("<h1>Transporter</h1>"), "{page}");
}
