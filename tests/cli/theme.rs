//! `twohats theme`: a theme is begun, a default file is changed in it, and a newer default is told of.

use std::fs;

use testkit::Project;

/// A project whose book has the theme `ours`.
fn project() -> Project {
    Project::new().file("book.toml", "[book]\ntitle = \"T\"\ntheme = \"ours\"\n")
}

#[test]
fn a_new_theme_is_without_fault_and_looks_like_ours() {
    let project = project();
    let run = project.run(&["theme", "new", "ours", "layouts/guide.html", "footer.html"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for path in ["styles/95-ours.css", "layouts/guide.html", "layouts/components/footer.html"] {
        assert!(run.err.contains(&format!("made `themes/ours/{path}`")), "{}", run.err);
    }
    assert!(run.err.contains("begin with `{% extends \"default/guide.html\" %}`"), "{}", run.err);
    assert!(!run.err.contains("next:"), "the book names it: {}", run.err);
    let check = project.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.err);
    assert!(!check.err.contains("themes/"), "{}", check.err);
    let unnamed = Project::new().run(&["theme", "new", "ours"]);
    assert!(unnamed.err.contains("next: write `theme = \"ours\"`"), "{}", unnamed.err);
    let plain = Project::new().build();
    let ours = project.build();
    for page in ["index.html", "404.html"] {
        assert!(!plain[page].is_empty() && ours.contains_key(page), "{page}");
    }
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let project = project();
    project.run(&["theme", "new", "ours", "footer.html"]);
    let again = project.run(&["theme", "new", "ours", "footer.html"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("is there already"), "{}", again.err);
    let more = project.run(&["theme", "new", "ours", "masthead.html"]);
    assert_eq!(more.code, 0, "{}", more.err);
    assert!(!more.err.contains("95-ours.css"), "{}", more.err);
}

#[test]
fn what_is_no_file_of_the_default_or_no_name_is_told_with_what_to_do() {
    let project = project();
    for (args, wanted) in [
        (&["theme", "show", "layouts/scenaro.html"][..], "did you mean `layouts/scenario.html`?"),
        (&["theme", "show", "90-page.js"], "several files of the default theme"),
        (&["theme", "new", "My theme"], "small letters, digits and hyphens"),
        (&["theme", "new", "default"], "is no name for a theme"),
    ] {
        let run = project.run(args);
        assert!(run.code == 2 && run.err.contains(wanted), "{args:?}: {}", run.err);
    }
    assert_eq!(project.run(&["theme", "show", "20-show.css"]).code, 0, "its name alone will do");
    let none = Project::new().run(&["theme", "diff"]);
    assert!(none.code == 2 && none.err.contains("`twohats theme new ours`"), "{}", none.err);
}

#[test]
fn a_list_marks_what_the_book_has_in_the_place_of_ours() {
    let project = project();
    project.run(&["theme", "new", "ours", "layouts/guide.html"]);
    let list = project.run(&["theme", "list"]).out;
    assert!(list.contains("* layouts/guide.html\n"), "{list}");
    assert!(list.contains("  layouts/scenario.html\n"), "{list}");
}

#[test]
fn a_theme_of_the_program_is_listed_shown_changed_and_compared_as_ones_own() {
    let project = Project::new().file("book.toml", "[book]\ntitle = \"T\"\ntheme = \"compact\"\n");
    let list = project.run(&["theme", "list"]);
    assert!(list.out.contains("  compact/styles/10-tokens.css\n"), "{}", list.out);
    assert!(list.out.contains("* styles/10-tokens.css\n"), "{}", list.out);
    assert!(list.err.contains("`theme = \"compact\"`"), "{}", list.err);
    let shown = project.run(&["theme", "show", "compact/styles/10-tokens.css"]).out;
    assert!(shown.contains("--bar:"), "{shown}");
    let of_default = project.run(&["theme", "show", "styles/10-tokens.css"]).out;
    assert!(of_default.contains("--page:") && !of_default.contains("--bar:"), "{of_default}");
    let difference = project.run(&["theme", "diff", "10-tokens.css"]).out;
    let heads = "--- default/styles/10-tokens.css\n+++ compact/styles/10-tokens.css\n";
    assert!(difference.starts_with(heads), "{difference}");
    let new =
        project.run(&["theme", "new", "compact", "styles/10-tokens.css", "lists/30-compact.css"]);
    assert_eq!(new.code, 0, "{}", new.err);
    let made = project.path("themes/compact/styles/10-tokens.css");
    let text = fs::read_to_string(&made).expect("it was made");
    fs::write(&made, text.replace("--round: 3px", "--round: 0px")).expect("it is changed");
    let check = project.run(&["check"]);
    assert!(check.code == 0 && !check.err.contains("themes/"), "{}", check.err);
    let difference = project.run(&["theme", "diff"]).out;
    let heads = "--- twohats/compact/styles/10-tokens.css\n+++ compact/styles/10-tokens.css\n";
    assert!(difference.contains(heads), "{difference}");
    assert!(difference.contains("\n-    --round: 3px;\n+    --round: 0px;\n"), "{difference}");
}

#[test]
fn a_difference_shows_what_is_ours_and_what_is_the_books_and_no_mark() {
    let project = project();
    let shown = project.run(&["theme", "show", "hat.html"]).out;
    let changed = shown.replace("class=\"hat\"", "class=\"hat ours\"");
    project.write("themes/ours/layouts/components/hat.html", &changed);
    let difference = project.run(&["theme", "diff"]).out;
    assert!(difference.starts_with("--- default/layouts/components/hat.html\n+++ ours/"));
    assert!(difference.contains("\n-<svg class=\"hat\""), "{difference}");
    assert!(difference.contains("\n+<svg class=\"hat ours\""), "{difference}");
    assert!(!difference.contains("made of"), "{difference}");
    let check = project.run(&["check"]);
    assert!(!check.err.contains("stale-override"), "{}", check.err);
}

#[test]
fn a_default_that_changed_since_is_told_with_what_differs() {
    let project = project();
    project.run(&["theme", "new", "ours", "hat.html"]);
    let path = project.path("themes/ours/layouts/components/hat.html");
    let text = fs::read_to_string(&path).expect("it was made");
    let (_, mark) = text.split_once("made of twohats default ").expect("it says of which");
    let earlier = text.replacen(&mark[..8], "00000000", 1).replace("\"hat\"", "\"hat ours\"");
    project.write("themes/ours/layouts/components/hat.html", &earlier);
    let told = project.run(&["check"]).err;
    assert!(told.contains("warning[stale-override]"), "{told}");
    assert!(told.contains(&format!("write `{}` here", &mark[..8])), "{told}");
    assert!(
        told.contains("-<svg class=\"hat\"") && told.contains("+<svg class=\"hat ours\""),
        "{told}"
    );
}
