//! `twohats check --fix`: quotes where they are certainly missing, and not one other byte.

use std::fs;

use testkit::{Project, scenario};

/// Three texts that lack quotes, a comment, odd spaces, a byte order mark and Windows line ends.
const WRONG: &str = "\u{feff}# Written in a hurry\r\ntitle:   Late: again  \r\nsummary: Van #2 \t\r\n\r\nleader:\r\n  say: |\r\n    Why: because @noon\r\n  do:\r\n    - *Ask* why   # to whom?\r\n    - @depot first\r\nmanager:   \r\n  say: 'By when?'";

#[test]
fn what_is_mended_gets_quotes_and_every_other_byte_stays() {
    let project = Project::small();
    project.write("content/scenarios/late.yaml", WRONG);
    let run = project.run(&["check", "--fix"]);
    let mended =
        fs::read_to_string(project.path("content/scenarios/late.yaml")).expect("it is there");
    let wanted = WRONG
        .replace("Late: again", "\"Late: again\"")
        .replace("Van #2", "\"Van #2\"")
        .replace("@depot first", "\"@depot first\"");
    // The line with a comment is not certain, and what comes after it cannot be read.
    assert_eq!(mended, WRONG.replace("Late: again", "\"Late: again\""));
    assert!(run.err.contains("mended 1 text\n"), "{}", run.err);
    project.write("content/scenarios/late.yaml", &WRONG.replace("   # to whom?", ""));
    let run = project.run(&["check", "--fix"]);
    let mended =
        fs::read_to_string(project.path("content/scenarios/late.yaml")).expect("it is there");
    let wanted = wanted.replace("*Ask* why   # to whom?", "\"*Ask* why\"");
    assert_eq!(mended, wanted, "{}", run.err);
    assert_eq!(run.code, 0, "{}", run.err);
    for (line, text) in [(2, "Late: again"), (3, "Van #2"), (9, "*Ask* why"), (10, "@depot first")]
    {
        let told = format!("mended content/scenarios/late.yaml:{line}: `\"{text}\"`");
        assert!(run.err.contains(&told), "{told}\n{}", run.err);
    }
    let again = project.run(&["check", "--fix"]);
    assert!(again.err.contains("nothing could be mended for certain"), "{}", again.err);
    let same =
        fs::read_to_string(project.path("content/scenarios/late.yaml")).expect("it is there");
    assert_eq!(same, wanted);
}

#[test]
fn what_is_not_certain_is_told_and_left_alone() {
    for title in [
        "Late: again # really",
        "\"Late\" again",
        "[Late, again]",
        "{Late}",
        "&late",
        "!late",
        "*late",
        "\"Late",
        "Late: again\n  and again",
    ] {
        let project = Project::small();
        let text = scenario(title);
        project.write("content/scenarios/late.yaml", &text);
        let run = project.run(&["check", "--fix"]);
        let after =
            fs::read_to_string(project.path("content/scenarios/late.yaml")).expect("it is there");
        assert_eq!(after, text);
        assert_eq!(run.code, 1, "{title}: {}", run.err);
    }
}

#[test]
fn without_fix_nothing_is_written() {
    let project = Project::small();
    let text = scenario("Late: again");
    project.write("content/scenarios/late.yaml", &text);
    assert_eq!(project.run(&["check"]).code, 1);
    let after =
        fs::read_to_string(project.path("content/scenarios/late.yaml")).expect("it is there");
    assert_eq!(after, text);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_rights_stay_what_they_were() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let project = Project::small();
    project.write("shared/late.yaml", &scenario("Late: again"));
    let file = project.path("shared/late.yaml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("rights are set");
    project.remove("content/scenarios/late.yaml");
    let link = project.path("content/scenarios/late.yaml");
    symlink("../../shared/late.yaml", &link).expect("a link is made");
    let run = project.run(&["check", "--fix"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(link.is_symlink(), "the link is still there");
    let mended = fs::read_to_string(&file).expect("it is there");
    assert_eq!(mended, scenario("\"Late: again\""));
    let mode = fs::metadata(&file).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let left = fs::read_dir(project.path("shared")).expect("the folder is there").count();
    assert_eq!(left, 1, "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_file_of_several_names_is_mended_once_and_keeps_them_all() {
    use std::os::unix::fs::{MetadataExt, symlink};
    let project = Project::small();
    let file = project.path("content/scenarios/late.yaml");
    project.write("content/scenarios/late.yaml", &scenario("Late: again"));
    fs::hard_link(&file, project.path("shared.yaml")).expect("it gets another name");
    symlink("late.yaml", project.path("content/scenarios/later.yaml")).expect("a link is made");
    let before = fs::metadata(&file).expect("it is there");
    let run = project.run(&["check", "--fix"]);
    assert_eq!(run.code, 0, "{}", run.err);
    for name in ["shared.yaml", "content/scenarios/late.yaml", "content/scenarios/later.yaml"] {
        let found = fs::read_to_string(project.path(name)).expect("it is there");
        assert_eq!(found, scenario("\"Late: again\""), "{name}");
    }
    let after = fs::metadata(&file).expect("it is there");
    assert_eq!((after.ino(), after.nlink()), (before.ino(), 2), "it is the same file");
    assert!(project.path("content/scenarios/later.yaml").is_symlink(), "the link is still there");
}

#[cfg(unix)]
#[test]
fn a_file_of_somebody_else_stays_theirs() {
    use std::os::unix::fs::{MetadataExt, chown};
    const SOMEBODY: u32 = 65534;
    let project = Project::small();
    project.write("content/scenarios/late.yaml", &scenario("Late: again"));
    let file = project.path("content/scenarios/late.yaml");
    // Only the root of a system can give a file away.
    if chown(&file, Some(SOMEBODY), Some(SOMEBODY)).is_err() {
        return;
    }
    assert_eq!(project.run(&["check", "--fix"]).code, 0);
    let after = fs::metadata(&file).expect("it is there");
    assert_eq!((after.uid(), after.gid()), (SOMEBODY, SOMEBODY));
    let text = fs::read_to_string(&file).expect("it is there");
    assert_eq!(text, scenario("\"Late: again\""));
}

#[test]
fn a_file_that_is_read_only_is_left_alone_and_so_are_the_others() {
    let project = Project::small();
    let wrong = scenario("Late: again");
    for name in ["early", "late"] {
        project.write(&format!("content/scenarios/{name}.yaml"), &wrong);
    }
    let file = project.path("content/scenarios/late.yaml");
    let mut rights = fs::metadata(&file).expect("it is there").permissions();
    rights.set_readonly(true);
    fs::set_permissions(&file, rights).expect("rights are set");
    let run = project.run(&["check", "--fix"]);
    assert_eq!(run.code, 2, "{}", run.err);
    let told = "error: could not mend `content/scenarios/late.yaml`: it is read-only\n";
    assert_eq!(run.err, told);
    for name in ["early", "late"] {
        let path = project.path(&format!("content/scenarios/{name}.yaml"));
        assert_eq!(fs::read_to_string(path).expect("it is there"), wrong);
    }
}
