//! `twohats mv`: a page moves, and all that names it follows.

use std::collections::BTreeMap;
use std::fs;

use testkit::{Project, Tree, scenario, tree};

/// A book in which everything names everything, in every way of writing.
fn tangled() -> Project {
    Project::new()
        .file(
            "book.toml",
            "# Ours\n[book]\ntitle = \"Test\" # short\n\n[extra]\nkeep = 'this'\n",
        )
        .file("content/scenarios/late.yaml", &scenario("Late again"))
        .file(
            "content/scenarios/other.yaml",
            "title: 'Other'   # a late remark\nsummary: See [late](late.yaml), not late.\n\nrelated: [\"late\"]\n\
             leader:\n  say: |\n    Read [it](./late.html#say) and\n    [all](/scenarios/late.yaml?x=1#do-not).\nmanager:\n  \
             say: \"Or [this](../scenarios/late.yaml).\"\ntemplates:\n  - sheet # late\n"
                .replace("#do-not", "")
                .as_str(),
        )
        .file(
            "content/guidance/deep/why.md",
            "---\r\ntitle: Why\r\nrelated: how\r\n---\r\n\r\nSee [late][l], <a href=\"../../scenarios/late.yaml\">late</a>, `late.yaml`,\r\n\
             [the sheet](../../templates/sheet.yaml#field-name) and [how](../how.md).\r\n\r\n[l]: ../../scenarios/late.yaml\r\n",
        )
        .file("content/guidance/how.md", "---\ntitle: How\n---\n\n## Here\n\n[why](deep/why.md), [here](#here), [all](../scenarios/), [other](../scenarios/other.yaml)\n")
        .file("content/templates/sheet.yaml", "# Ours\ntitle: Sheet\n# Fill in\nfields:\n  - text: Name\n")
}

fn files(project: &Project) -> Tree {
    tree(&project.path("."))
}

#[track_caller]
fn moved(project: &Project, old: &str, new: &str) -> (Tree, Tree) {
    let before = files(project);
    let run = project.run(&["mv", old, new]);
    assert_eq!(run.code, 0, "{}", run.err);
    let check = project.run(&["check", "--deny-warnings"]);
    assert_eq!(check.code, 0, "{}", check.err);
    (before, files(project))
}

fn text(files: &Tree, path: &str) -> String {
    String::from_utf8(files[path].clone()).expect("it is UTF-8")
}

#[test]
fn every_reference_follows_and_nothing_else_changes() {
    let project = tangled();
    let check = project.run(&["check", "--deny-warnings"]);
    assert_eq!(check.code, 0, "{}", check.err);
    let (before, after) =
        moved(&project, "content/scenarios/late.yaml", "content/scenarios/behind.yaml");
    let other = text(&before, "content/scenarios/other.yaml")
        .replace("late.yaml", "behind.yaml")
        .replace("late.html", "behind.html")
        .replace("\"late\"", "\"behind\"");
    assert_eq!(text(&after, "content/scenarios/other.yaml"), other);
    let why = text(&before, "content/guidance/deep/why.md")
        .replace("scenarios/late.yaml", "scenarios/behind.yaml");
    assert_eq!(text(&after, "content/guidance/deep/why.md"), why);
    assert_eq!(
        text(&after, "book.toml"),
        text(&before, "book.toml")
            + "\n[redirects]\n\"scenarios/late.html\" = \"scenarios/behind.html\"\n"
    );
    let same = |files: &Tree| -> BTreeMap<String, Vec<u8>> {
        let others =
            files.iter().filter(|(path, _)| path.contains("templates") || path.ends_with("how.md"));
        others.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    };
    assert_eq!(same(&before), same(&after));
    assert_eq!(after["content/scenarios/behind.yaml"], before["content/scenarios/late.yaml"]);
    assert_eq!(after.len(), before.len());
}

#[test]
fn what_readers_search_for_follows() {
    let queries = "# Ours\nscenarios/late:\n  - late again # often\n";
    let project = Project::small().file("content/queries.yaml", queries);
    let (_, after) = moved(&project, "scenarios/late", "behind");
    assert_eq!(text(&after, "content/queries.yaml"), queries.replace("/late:", "/behind:"));
}

#[test]
fn a_name_is_found_however_its_letters_are_written() {
    let apart = "u\u{308}bergabe";
    let project = Project::small()
        .file(&format!("content/guidance/{apart}.md"), "---\ntitle: Übergabe\n---\n\nText.\n")
        .file(
            "content/guidance/plan.md",
            &format!("---\ntitle: Plan\nrelated: [\"{apart}\", why]\n---\n\n[a]({apart}.md) [b](übergabe.md)\n"),
        )
        .file("content/queries.yaml", &format!("guidance/{apart}:\n  - Text\n"));
    let (_, after) = moved(&project, "guidance/übergabe", "übernahme");
    assert_eq!(
        text(&after, "content/guidance/plan.md"),
        "---\ntitle: Plan\nrelated: [\"übernahme\", why]\n---\n\n[a](übernahme.md) [b](übernahme.md)\n"
    );
    assert_eq!(text(&after, "content/queries.yaml"), "guidance/übernahme:\n  - Text\n");
    assert!(after.contains_key("content/guidance/übernahme.md"), "{:?}", after.keys());
}

#[test]
fn the_old_address_leads_to_the_new_page() {
    let project = Project::small();
    moved(&project, "scenarios/late", "behind");
    let site = project.build();
    let page = text(&site, "scenarios/late.html");
    assert!(
        page.contains("<meta http-equiv=\"refresh\" content=\"0; url=behind.html\">"),
        "{page}"
    );
    assert!(page.contains("<a href=\"behind.html\">Late again</a>"), "{page}");
    assert!(page.contains("<link rel=\"canonical\" href=\"behind.html\">"), "{page}");
    // What the link carries is taken along before the page leads on without it.
    let (script, refresh) = (page.find("assets/moved."), page.find("http-equiv=\"refresh\""));
    assert!(script.is_some() && script < refresh, "{page}");
}

#[test]
fn a_page_that_moves_on_and_back_leaves_no_chain() {
    let project = Project::small();
    moved(&project, "scenarios/late", "b");
    let (_, after) = moved(&project, "scenarios/b", "c");
    assert_eq!(
        text(&after, "book.toml"),
        "[book]\ntitle = \"Test\"\n\n[redirects]\n\"scenarios/late.html\" = \"scenarios/c.html\"\n\"scenarios/b.html\" = \"scenarios/c.html\"\n"
    );
    let (_, after) = moved(&project, "scenarios/c", "late");
    assert_eq!(
        text(&after, "book.toml"),
        "[book]\ntitle = \"Test\"\n\n[redirects]\n\"scenarios/b.html\" = \"scenarios/late.html\"\n\"scenarios/c.html\" = \"scenarios/late.html\"\n"
    );
}

#[test]
fn a_guide_that_moves_to_another_folder_keeps_its_own_links() {
    let project = tangled();
    let (before, after) =
        moved(&project, "content/guidance/deep/why.md", "content/guidance/why.md");
    let why = text(&before, "content/guidance/deep/why.md")
        .replace("../../", "../")
        .replace("](../how.md)", "](how.md)");
    assert_eq!(text(&after, "content/guidance/why.md"), why);
    assert!(
        text(&after, "content/guidance/how.md")
            .contains("[why](why.md), [here](#here), [all](../scenarios/)")
    );
}

#[test]
fn a_guide_is_named_with_its_folder_where_another_has_its_new_name() {
    let named = |id: &str| format!("---\ntitle: Names\nrelated: [{id}]\n---\n\nWords.\n");
    let guide = "---\ntitle: A guide\n---\n\nWords.\n";
    let project = Project::new()
        .file("book.toml", "[book]\ntitle = \"Test\"\n\n[menu]\nLoad = \"guidance/load.md\"\n")
        .file("content/guidance/names.md", &named("load"))
        .file("content/guidance/load.md", guide)
        .file("content/guidance/vans/brakes.md", guide);
    let (_, after) = moved(&project, "guidance/load", "guidance/depot/brakes");
    assert_eq!(text(&after, "content/guidance/names.md"), named("depot/brakes"));
    assert!(text(&after, "book.toml").contains("Load = \"guidance/depot/brakes.md\""));
    let (_, after) = moved(&project, "guidance/vans/brakes", "guidance/vans/wheels");
    assert_eq!(text(&after, "content/guidance/names.md"), named("depot/brakes"));
    let (_, after) = moved(&project, "guidance/depot/brakes", "guidance/depot/pads");
    assert_eq!(text(&after, "content/guidance/names.md"), named("depot/pads"));
}

#[test]
fn who_answers_for_a_folder_does_so_where_the_last_of_its_pages_goes() {
    let guide = "---\ntitle: A guide\n---\n\nWords.\n";
    let book = |folder: &str| {
        format!(
            "[book]\ntitle = \"Test\"\n\n[owners]\n\"{folder}\" = \"People team\"\nguidance = \"All\"\n\n\
             [reviewers]\n\"content/{folder}/\" = \"Works council\"\n"
        )
    };
    let project = Project::new()
        .file("book.toml", &book("guidance/hiring"))
        .file("content/guidance/hiring/talks.md", guide)
        .file("content/guidance/hiring/first/day.md", guide)
        .file("content/guidance/pay/raise.md", guide);
    // Others answer for the pages of the folder that it goes to, and one page stays.
    let (_, after) = moved(&project, "guidance/hiring/talks", "guidance/pay/talks");
    assert!(text(&after, "book.toml").starts_with(&book("guidance/hiring")));
    let before = files(&project);
    let run = project.run(&["mv", "guidance/hiring/first/day", "guidance/pay/"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("no folder or topic is called `guidance/hiring`"), "{}", run.err);
    assert_eq!(files(&project), before);
    let (_, after) = moved(&project, "guidance/hiring/first/day", "guidance/people/new/week");
    assert!(text(&after, "book.toml").starts_with(&book("guidance/people")));
}

#[test]
fn a_page_of_the_owners_own_moves_among_its_like() {
    let page = |words: &str| format!("---\ntitle: A page\n---\n\n{words}\n");
    let project = Project::small()
        .file("content/pages/legal/imprint.md", &page("Words."))
        .file("content/guidance/aims.md", &page("See [who](../pages/legal/imprint.md)."));
    let (_, after) = moved(&project, "imprint", "about");
    assert!(text(&after, "content/guidance/aims.md").contains("(../pages/legal/about.md)"));
    let (_, after) = moved(&project, "pages/legal/about", "pages/");
    assert!(text(&after, "content/guidance/aims.md").contains("(../pages/about.md)"));
    let run = project.run(&["mv", "pages/about", "guidance/about"]);
    let said = ["a page of your own cannot become", "choose a place in `content/pages/`"];
    assert!(said.iter().all(|words| run.err.contains(words)), "{}", run.err);
}

#[test]
fn the_foot_of_every_page_leads_on_to_a_page_that_moves() {
    let book = |name: &str| {
        format!(
            "[book]\ntitle = \"Test\"\n\n[look]\nfooter = [\"Ours\", \"guidance/aims.md: [so](guidance/{name}.md#why)\"]\n\n\
             [languages.de]\nname = \"Deutsch\"\nfooter = ['[\"Warum\"](./guidance/{name}.html)']\n"
        )
    };
    let project = Project::small()
        .file("book.toml", &book("aims"))
        .file("content/guidance/aims.md", "---\ntitle: Why\n---\n\n## Why\n\nWords.\n");
    let (_, after) = moved(&project, "guidance/aims", "guidance/deep/because");
    let expected = book("deep/because").replace("./guidance", "guidance");
    assert!(text(&after, "book.toml").starts_with(&expected), "{}", text(&after, "book.toml"));
}

#[test]
fn the_editor_still_finds_the_schema_from_another_folder() {
    let line = "# yaml-language-server: $schema=../../schema/scenario.json\n";
    let project = Project::small();
    project.write("content/scenarios/late.yaml", &format!("{line}{}", scenario("Late again")));
    let (_, after) = moved(&project, "scenarios/late", "scenarios/work/late");
    let text = text(&after, "content/scenarios/work/late.yaml");
    assert!(
        text.starts_with("# yaml-language-server: $schema=../../../schema/scenario.json\n"),
        "{text}"
    );
}

#[test]
fn translations_move_with_their_original() {
    let settings = "[book]\ntitle = \"Test\"\n[languages.de]\nname = \"Deutsch\"\n";
    let line = "# yaml-language-server: $schema=../../../schema/scenario.json\n";
    let project = tangled().file("book.toml", settings);
    project
        .write("content/de/scenarios/late.yaml", &format!("{line}{}", scenario("Wieder zu spät")));
    let how = "---\ntitle: Wie\n---\n\nMehr: [zu spät](../scenarios/late.yaml#say).\n";
    project.write("content/de/guidance/how.md", how);
    let (before, after) = moved(&project, "scenarios/late", "scenarios/work/behind");
    assert_eq!(
        text(&after, "content/de/scenarios/work/behind.yaml"),
        text(&before, "content/de/scenarios/late.yaml").replace("../../../", "../../../../")
    );
    assert_eq!(
        text(&after, "content/de/guidance/how.md"),
        how.replace("scenarios/late.yaml", "scenarios/work/behind.yaml")
    );
    assert!(!after.contains_key("content/de/scenarios/late.yaml"));
    let site = project.build();
    assert!(text(&site, "de/scenarios/work/behind.html").contains("Wieder zu spät"));
    assert!(text(&site, "de/scenarios/late.html").contains("work/behind.html"));
    // Whoever names the translation means the page.
    let (_, after) =
        moved(&project, "content/de/scenarios/work/behind.yaml", "content/de/scenarios/late.yaml");
    assert!(after.contains_key("content/scenarios/late.yaml"));
    assert!(after.contains_key("content/de/scenarios/late.yaml"));
}

#[test]
fn a_template_keeps_its_old_name_for_the_copies_that_readers_have() {
    let project = tangled();
    project.build();
    let (_, after) = moved(&project, "templates/sheet", "page");
    let page = text(&after, "content/templates/page.yaml");
    assert_eq!(page, "# Ours\ntitle: Sheet\nwas: sheet\n# Fill in\nfields:\n  - text: Name\n");
    project.build();
    let (_, after) = moved(&project, "templates/page", "leaf");
    assert!(text(&after, "content/templates/leaf.yaml").contains("\nwas: [sheet, page]\n"));
    project.build();
    let (_, after) = moved(&project, "templates/leaf", "sheet");
    assert!(text(&after, "content/templates/sheet.yaml").contains("\nwas: [leaf, page]\n"));
    assert!(text(&project.build(), "template-ids.json").contains("\"sheet\""));
}

#[test]
fn what_cannot_be_done_changes_nothing() {
    let project = tangled();
    let before = files(&project);
    for (old, new, said) in [
        ("scenarios/nothing", "a", "no file of this book is called `scenarios/nothing`"),
        ("scenarios/late", "scenarios/other", "is there already"),
        ("scenarios/late", "templates/late", "cannot become anything else"),
        ("scenarios/late", "Late Again", "bad-file-name"),
        ("scenarios/late", "late", "called so already"),
    ] {
        let run = project.run(&["mv", old, new]);
        assert_ne!(run.code, 0, "{old} {new}");
        assert!(run.err.contains(said), "{}", run.err);
    }
    assert_eq!(project.run(&["mv", "--dry-run", "scenarios/late", "behind"]).code, 0);
    project.write("content/scenarios/broken.yaml", "title: A\n");
    let run = project.run(&["mv", "scenarios/late", "behind"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nothing was moved"), "{}", run.err);
    project.remove("content/scenarios/broken.yaml");
    assert_eq!(files(&project), before);
}

#[test]
fn when_the_new_name_is_taken_nothing_is_changed() {
    let project = tangled();
    fs::create_dir(project.path("content/scenarios/behind.yaml")).expect("a folder is made");
    let before = files(&project);
    let run = project.run(&["mv", "scenarios/late", "behind"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("behind.yaml`: it is there already\n"), "{}", run.err);
    assert!(run.err.contains("nothing was moved: all files are as they were"), "{}", run.err);
    assert_eq!(files(&project), before);
}

#[cfg(unix)]
#[test]
fn when_one_file_cannot_be_written_none_is_changed() {
    use std::os::unix::fs::PermissionsExt;
    let project = tangled();
    let folder = project.path("content/guidance/deep");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).expect("it is locked");
    let before = files(&project);
    let run = run_below_locks(&project, &["mv", "scenarios/late", "behind"]);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("it is open again");
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("all files are as they were"), "{}", run.err);
    assert_eq!(files(&project), before);
}

/// Runs the program so that a lock holds. None does for the root of a system, who gives the right to pass over it away.
#[cfg(unix)]
fn run_below_locks(project: &Project, args: &[&str]) -> testkit::Run {
    use std::os::unix::fs::MetadataExt;
    let command = project.command(args);
    if fs::metadata(project.path(".")).expect("the folder is there").uid() != 0 {
        return testkit::run(command);
    }
    let mut lawful = std::process::Command::new("setpriv");
    lawful.args(["--bounding-set", "-dac_override", "--inh-caps", "-dac_override"]);
    lawful.arg(command.get_program()).args(args).current_dir(project.path("."));
    testkit::run(lawful)
}

#[cfg(unix)]
#[test]
fn a_link_moves_where_it_leads_on_and_nowhere_else() {
    use std::os::unix::fs::symlink;
    let project = tangled();
    project.write("shared/late.yaml", &scenario("Late again"));
    project.remove("content/scenarios/late.yaml");
    let link = project.path("content/scenarios/late.yaml");
    symlink("../../shared/late.yaml", &link).expect("a link is made");
    let before = files(&project);
    let run = project.run(&["mv", "scenarios/late", "scenarios/work/late"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("it is a link, which would lead elsewhere from there"), "{}", run.err);
    assert_eq!(files(&project), before);
    assert!(link.is_symlink() && !project.path("content/scenarios/work").exists());
    moved(&project, "scenarios/late", "behind");
    assert!(project.path("content/scenarios/behind.yaml").is_symlink());
    assert_eq!(
        fs::read_to_string(project.path("shared/late.yaml")).ok(),
        Some(scenario("Late again"))
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_is_shared_with_another_folder_stays_shared_when_its_links_change() {
    let project = tangled();
    let other = project.path("content/scenarios/other.yaml");
    fs::hard_link(&other, project.path("shared.yaml")).expect("it gets another name");
    moved(&project, "scenarios/late", "behind");
    let text = fs::read_to_string(project.path("shared.yaml")).expect("it is there");
    assert!(text.contains("[late](behind.yaml)"), "{text}");
}
