//! What is told while somebody types.

use testkit::editor::Editor;
use testkit::{Project, scenario};

const LATE: &str = "content/scenarios/late.yaml";

#[test]
fn a_text_that_is_not_saved_is_what_counts() {
    let project = Project::small();
    let mut editor = Editor::start(&project);
    editor.open(LATE, &scenario("Late again"));
    editor.settle();
    assert_eq!(editor.lines(), Vec::<String>::new());
    editor.change(LATE, &scenario("Late again").replace("summary", "sumary"));
    editor.settle();
    assert_eq!(editor.lines(), [format!("{LATE}:2:unknown-field")]);
    let note = &editor.told[LATE][0];
    assert_eq!(note["severity"], 1);
    assert_eq!(note["source"], "twohats");
    let message = note["message"].as_str().expect("it has words");
    assert!(message.ends_with("help: did you mean `summary`?"), "{message}");
    editor.change(LATE, &scenario("Late again"));
    editor.settle();
    assert_eq!(editor.lines(), Vec::<String>::new());
}
