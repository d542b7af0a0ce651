//! The same sources give the same bytes, whatever the machine, the folder and the hour.

use testkit::{Project, Tree, run, tree};

fn built(project: &Project, output: &str, environment: &[(&str, &str)]) -> Tree {
    let mut command = project.command(&["build", "--output", output]);
    command.envs(environment.iter().copied());
    let run = run(command);
    assert_eq!(run.code, 0, "{}", run.err);
    tree(&project.path(output))
}

#[test]
fn folder_time_zone_locale_and_threads_change_no_byte() {
    let here = Project::new();
    assert_eq!(here.run(&["init", "book"]).code, 0);
    let there = Project::new();
    assert_eq!(there.run(&["init", "another/book"]).code, 0);
    let first = |output: &str, environment| {
        let mut command = here.command(&["build", "book", "--output", output]);
        command.envs::<_, &str, &str>(environment);
        assert_eq!(run(command).code, 0);
        tree(&here.path(output))
    };
    let one = first(
        "one",
        vec![("TZ", "Asia/Tokyo"), ("LC_ALL", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "1")],
    );
    let two =
        first("two", vec![("TZ", "America/Lima"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "7")]);
    assert_eq!(there.run(&["build", "another/book"]).code, 0);
    assert_eq!(one, two);
    assert_eq!(one, tree(&there.path("another/book/public")));
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_no_byte() {
    let project = Project::small();
    let unix = built(&project, "unix", &[]);
    for path in [
        "book.toml",
        "content/scenarios/late.yaml",
        "content/guidance/why.md",
        "content/templates/sheet.yaml",
    ] {
        let text = std::fs::read_to_string(project.path(path)).expect("a source");
        project.write(path, &format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    assert_eq!(built(&project, "windows", &[]), unix);
}
