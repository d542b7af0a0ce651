//! Drafts: the preview shows them with a mark, and a build knows nothing of them.

use testkit::preview::Preview;
use testkit::{Project, scenario};

fn draft(title: &str) -> String {
    format!("{}draft: yes\n", scenario(title))
}

/// A page, when the first look is done.
fn shown(preview: &Preview, path: &str) -> String {
    preview.until(path, "</html>");
    preview.get(path).text()
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_draft_is_shown_with_a_mark_and_left_out_of_the_build() {
    let project = Project::small().file("content/scenarios/zebrawood.yaml", &draft("Zebrawood"));
    let preview = Preview::start(&project);
    let page = shown(&preview, "/scenarios/zebrawood.html");
    assert!(page.contains("<h1>Zebrawood</h1>") && page.contains("class=\"draft-note\""), "{page}");
    let list = shown(&preview, "/scenarios/");
    assert!(list.contains("Zebrawood</a> <span class=\"draft\">Draft</span>"), "{list}");
    assert!(!shown(&preview, "/scenarios/late.html").contains("draft-note"));
    let site = project.build();
    assert!(!site.contains_key("scenarios/zebrawood.html"));
    let names_it = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("Zebrawood");
    assert!(!site.values().any(names_it), "some page names the draft");
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_link_to_a_draft_is_a_fault_of_the_build_and_does_not_stop_the_preview() {
    let project =
        Project::small().file("content/scenarios/zebrawood.yaml", &draft("Zebrawood")).file(
            "content/guidance/why.md",
            "---\ntitle: Why\n---\n\nSee [zebrawood](../scenarios/zebrawood.yaml).\n",
        );
    let preview = Preview::start(&project);
    assert!(shown(&preview, "/guidance/why.html").contains("href=\"../scenarios/zebrawood.html\""));
    for command in ["check", "build"] {
        let run = project.run(&[command]);
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.err.contains("leads to a draft, which is not published"), "{}", run.err);
    }
    project.write("content/scenarios/zebrawood.yaml", &scenario("Zebrawood"));
    assert_eq!(project.run(&["check"]).code, 0);
}
