//! What a page that was opened before may still ask for stays for some versions, and goes then.

use testkit::{Project, Tree};

const STYLE: &str = "themes/ours/styles/95-ours.css";

fn project() -> Project {
    Project::small().file("book.toml", "[book]\ntitle = \"Test\"\ntheme = \"ours\"\n")
}

/// Builds with a style of its own for each number, and gives the folder after each.
fn built(project: &Project, numbers: std::ops::Range<u32>) -> Vec<Tree> {
    let build = |number| {
        project.write(STYLE, &format!("h1 {{ --ours: {number}; }}\n"));
        project.build()
    };
    numbers.map(build).collect()
}

fn styles(tree: &Tree) -> Vec<&String> {
    tree.keys().filter(|path| path.starts_with("assets/style.")).collect()
}

#[test]
fn an_earlier_style_stays_beside_the_new_one_as_it_was() {
    let project = project();
    let built = built(&project, 0..2);
    let old = styles(&built[0])[0];
    assert_eq!(styles(&built[1]).len(), 2);
    assert_eq!(built[1].get(old), built[0].get(old));
    // A page that is gone is gone.
    project.remove("content/guidance/why.md");
    assert!(!project.build().contains_key("guidance/why.html"));
}

#[test]
fn only_the_last_few_stay_and_one_that_comes_back_is_the_style_again() {
    let project = project();
    let trees = built(&project, 0..9);
    assert_eq!(trees.iter().map(|tree| styles(tree).len()).max(), Some(5));
    let again = built(&project, 7..8).remove(0);
    let page = String::from_utf8_lossy(&again["index.html"]).into_owned();
    let first = styles(&trees[0])[0];
    assert!(!again.contains_key(first) && again.len() == trees[8].len(), "{:?}", styles(&again));
    assert!(styles(&again).into_iter().any(|path| page.contains(path.as_str())), "{page}");
    // A build with nothing to do leaves them, and says so.
    let run = project.run(&["build"]);
    assert!(run.code == 0 && !run.out.contains("removed"), "{}", run.out);
    assert_eq!(styles(&testkit::tree(&project.path("public"))), styles(&again));
}

#[test]
fn a_file_of_somebody_else_with_such_a_name_is_never_touched() {
    let project = project();
    built(&project, 0..1);
    project.write("public/assets/other.0123abcd.css", "theirs");
    let trees = built(&project, 0..7);
    assert_eq!(trees[6]["assets/other.0123abcd.css"], b"theirs");
}
