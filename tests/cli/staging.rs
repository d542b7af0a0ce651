//! A copy for review: with drafts, marked on every page, taken up by no search engine, and of no account to what is published.

use testkit::{Project, Tree, scenario};

const SETTINGS: &str = "[book]\ntitle = \"Depot\"\ntheme = \"ours\"\nsite_url = \"https://example.org/\"\n\
     [languages.en]\nname = \"English\"\n[languages.de]\nname = \"Deutsch\"\n\
     [host]\nheaders = true\n[redirects]\n\"old.html\" = \"scenarios/late.html\"\n";

/// A layout that has nothing of ours, and no head either.
const BARE: &str = "<!doctype html>\n<html lang=\"en\">\n<title>{{ page.title }}</title>\n<body class=\"bare\">\n\
     <main id=\"_main\"><h1>{{ page.title }}</h1></main>\n</body>\n</html>\n";

fn project() -> Project {
    Project::new()
        .file("book.toml", SETTINGS)
        .file("content/scenarios/late.yaml", &scenario("Late again"))
        .file("content/scenarios/early.yaml", &format!("{}draft: yes\n", scenario("Early again")))
        .file("content/guidance/why.md", "---\ntitle: Why\n---\n\nSo.\n")
        .file(
            "content/templates/plan.yaml",
            "title: Plan\nsummary: S.\ndraft: yes\nfields:\n  - text: Name\n",
        )
        .file("content/robots.txt", "User-agent: *\nAllow: /\n")
        .file("themes/ours/layouts/guide.html", BARE)
}

fn text<'t>(tree: &'t Tree, path: &str) -> std::borrow::Cow<'t, str> {
    String::from_utf8_lossy(&tree[path])
}

#[test]
fn every_page_of_a_copy_for_review_says_what_it_is_whatever_layout_made_it() {
    let project = project();
    let run = project.run(&[
        "build",
        "--drafts",
        "--noindex",
        "--site-url",
        "https://trial.example.org/depot",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("public-staging`"), "{}", run.err);
    let tree = testkit::tree(&project.path("public-staging"));
    let mut pages = 0;
    for (path, bytes) in tree.iter().filter(|(path, _)| path.rsplit('.').next() == Some("html")) {
        let page = String::from_utf8_lossy(bytes);
        let (mark, more) = match path.strip_prefix("de/") {
            Some(_) => ("<strong>Zur Durchsicht</strong>", "Probekopie"),
            None => ("<strong>For review</strong>", "trial copy"),
        };
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}: {page}");
        assert_eq!(page.matches(mark).count(), 1, "{path}: {page}");
        let body = page.find("<body").expect("a page has a body");
        let before = page[body..].split(mark).next().expect("the mark is there");
        assert!(
            before.contains("<aside class=\"staging\"") && !before.contains("<h1"),
            "{path}: {before}"
        );
        assert!(page.contains(more), "{path}");
        pages += 1;
    }
    assert!(pages > 20, "{pages}");
    assert_eq!(text(&tree, "robots.txt"), "User-agent: *\nDisallow: /\n");
    assert!(text(&tree, "_headers").contains("X-Robots-Tag: noindex\n"));
    assert!(text(&tree, "scenarios/early.html").contains("class=\"draft\""));
    let canonical =
        "rel=\"canonical\" href=\"https://trial.example.org/depot/scenarios/late.html\"";
    assert!(text(&tree, "scenarios/late.html").contains(canonical));
    assert!(text(&tree, "404.html").contains("href=\"/depot/assets/style."));
    assert!(!tree.contains_key("sitemap.xml"), "a copy for review is listed nowhere");
}

#[test]
fn what_is_published_knows_nothing_of_copies_for_review() {
    let project = project();
    let before = project.build();
    assert_eq!(project.run(&["build", "--drafts"]).code, 0);
    // The ids of a draft bind nobody, wherever its copy was made.
    for more in [&["build"][..], &["build", "--drafts", "--output", "public"], &["build"]] {
        let run = project.run(more);
        assert_eq!(run.code, 0, "{more:?}: {}", run.err);
    }
    assert_eq!(testkit::tree(&project.path("public")), before);
    assert!(
        !before.values().any(|bytes| String::from_utf8_lossy(bytes).contains("class=\"staging\""))
    );
    assert_eq!(text(&before, "robots.txt"), "User-agent: *\nAllow: /\n");
    assert!(!text(&before, "_headers").contains("Robots"));
    project.write(
        "content/templates/plan.yaml",
        "title: Plan\nsummary: S.\nfields:\n  - text: Surname\n",
    );
    assert_eq!(project.run(&["build"]).code, 0);
}

#[test]
fn a_copy_for_review_without_drafts_is_what_will_be_published() {
    let project = project();
    let run = project.run(&["build", "--noindex", "--output", "trial"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let tree = testkit::tree(&project.path("trial"));
    assert!(!tree.contains_key("scenarios/early.html"));
    assert!(text(&tree, "index.html").contains("class=\"staging\""));
}

#[test]
fn an_address_that_is_none_is_told_before_anything_is_built() {
    let run = project().run(&["build", "--site-url", "example.org"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("as in `https://playbook.example.org/`"), "{}", run.err);
}
