//! `twohats build` in daily use.

use std::fs;

use testkit::{Project, scenario, tree};

#[test]
fn a_build_says_what_it_built_and_ends_with_0() {
    let project = Project::small();
    let run = project.run(&["build"]);
    let files = tree(&project.path("public")).len();
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert!(run.err.starts_with(&format!("built {files} files in `")), "{}", run.err);
    assert!(run.err.contains(&format!("public` ({files} new) in ")), "{}", run.err);
}

#[test]
fn every_source_has_its_page_and_every_folder_its_list() {
    let tree = Project::small().file("content/scenarios/deep/er.yaml", &scenario("Deeper")).build();
    for path in [
        "index.html",
        "404.html",
        "scenarios/index.html",
        "scenarios/late.html",
        "scenarios/deep/er.html",
        "templates/index.html",
        "templates/sheet.html",
        "guidance/index.html",
        "guidance/why.html",
    ] {
        assert!(tree.contains_key(path), "{path} is missing");
    }
    assert!(!tree.contains_key("sitemap.xml"), "there is no sitemap without a site_url");
}

#[test]
fn the_project_is_found_from_a_folder_inside_it() {
    let project = Project::small();
    let run = project.run(&["build", "content/scenarios"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(project.path("public/index.html").is_file());
}

#[test]
fn where_no_project_is_the_help_says_how_to_start_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let project = Project::new();
    let run = project.run(&["build", folder.path().to_str().expect("a plain path")]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("no `book.toml` here or in a folder above"), "{}", run.err);
    assert!(run.err.contains("twohats init"), "{}", run.err);
}

#[test]
fn a_second_build_changes_nothing_and_keeps_every_modification_time() {
    let project = Project::small();
    let files = project.build().len();
    let page = project.path("public/scenarios/late.html");
    let before = fs::metadata(&page).and_then(|meta| meta.modified()).expect("a time");
    let run = project.run(&["build"]);
    assert!(run.err.contains(&format!("({files} unchanged)")), "{}", run.err);
    assert_eq!(fs::metadata(&page).and_then(|meta| meta.modified()).expect("a time"), before);
}

#[test]
fn a_used_folder_becomes_what_an_empty_one_would() {
    let project = Project::small().file("content/scenarios/old.yaml", &scenario("Old"));
    let tree_before = project.build();
    assert!(tree_before.contains_key("scenarios/old.html"));
    project.remove("content/scenarios/old.yaml");
    project.write("content/scenarios/draft.yaml", &format!("draft: yes\n{}", scenario("Draft")));
    project.write("content/scenarios/renamed/late.yaml", &scenario("Late again"));
    project.remove("content/scenarios/late.yaml");
    project.write(
        "content/guidance/why.md",
        "---\ntitle: Why\n---\n\nSee [late](../scenarios/renamed/late.yaml).\n",
    );
    let used = project.build();
    let run = project.run(&["build", "--output", "clean"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(used, tree(&project.path("clean")));
    assert!(!used.contains_key("scenarios/draft.html"), "a draft is not published");
}

#[test]
fn a_sitemap_lists_every_page_and_pages_name_their_address_when_the_site_url_is_known() {
    let project = Project::small();
    project
        .write("book.toml", "[book]\ntitle = \"Test\"\nsite_url = \"https://example.org/play\"\n");
    let tree = project.build();
    let text = |path: &str| String::from_utf8(tree[path].clone()).expect("UTF-8");
    let sitemap = text("sitemap.xml");
    assert!(sitemap.contains("<loc>https://example.org/play/</loc>"), "{sitemap}");
    assert!(
        sitemap.contains("<loc>https://example.org/play/scenarios/late.html</loc>"),
        "{sitemap}"
    );
    assert!(!sitemap.contains("404.html"), "{sitemap}");
    let page = text("scenarios/late.html");
    assert!(
        page.contains(
            "<link rel=\"canonical\" href=\"https://example.org/play/scenarios/late.html\">"
        ),
        "{page}"
    );
    assert!(
        text("404.html").contains("href=\"/play/assets/style."),
        "the 404 page is styled at any depth"
    );
}

#[test]
fn a_file_that_hosts_look_for_is_carried_along() {
    let project = Project::small();
    project.write("content/CNAME", "play.example.org\n");
    let tree = project.build();
    assert_eq!(tree["CNAME"], b"play.example.org\n");
}

#[test]
fn one_block_of_a_layout_can_be_overridden_alone() {
    let project = Project::small();
    project.write("book.toml", "[book]\ntitle = \"Test\"\ntheme = \"ours\"\n");
    project.write(
        "themes/ours/layouts/scenario.html",
        "{% extends \"default/scenario.html\" %}\n{% block heading %}<h1>Ours: {{ page.title }}</h1>{% endblock %}\n",
    );
    project.write("themes/ours/wording/en.toml", "leader = \"Guide\"\n");
    let tree = project.build();
    let page = String::from_utf8(tree["scenarios/late.html"].clone()).expect("UTF-8");
    assert!(page.contains("<h1>Ours: Late again</h1>"), "{page}");
    assert!(page.contains("Guide") && page.contains("By when?"), "{page}");
}
