//! A book that has one file of every kind that is watched, and shows a mark of each on a page.

use std::path::PathBuf;

use testkit::Project;
use testkit::preview::Preview;

/// A kind of file: where it lies, what it holds, and the page on which that is seen.
#[derive(Clone, Copy)]
pub struct Kind {
    pub file: &'static str,
    pub page: &'static str,
    pub text: fn(&str) -> String,
}

pub const SCENARIO: Kind = Kind {
    file: "content/scenarios/late.yaml",
    page: "/scenarios/late.html",
    text: |mark| {
        format!(
            "title: Late {mark}\nsummary: It happens.\nleader:\n  say: Why?\nmanager:\n  say: By when?\n"
        )
    },
};
pub const GUIDE: Kind = Kind {
    file: "content/guidance/why.md",
    page: "/guidance/why.html",
    text: |mark| {
        format!(
            "---\ntitle: Why {mark}\n---\n\nSee [late](../scenarios/late.yaml), [sheet](../templates/sheet.yaml).\n"
        )
    },
};
pub const TEMPLATE: Kind = Kind {
    file: "content/templates/sheet.yaml",
    page: "/templates/sheet.html",
    text: |mark| format!("title: Sheet\nfields:\n  - text: Name\n    hint: {mark}\n"),
};
pub const LAYOUT: Kind = Kind {
    file: "themes/mine/layouts/guide.html",
    page: "/guidance/why.html",
    text: |mark| {
        format!(
            "{{% extends \"default/guide.html\" %}}\n{{% block used_in %}}{mark}{{% endblock %}}\n"
        )
    },
};
pub const STYLE: Kind = Kind {
    file: "themes/mine/styles/95-mine.css",
    page: "/assets/style.css",
    text: |mark| format!(".{mark} {{ color: red; }}\n"),
};
pub const WORDING: Kind = Kind {
    file: "themes/mine/wording/en.toml",
    page: "/scenarios/late.html",
    text: |mark| format!("leader = \"{mark}\"\n"),
};
pub const BOOK: Kind = Kind {
    file: "book.toml",
    page: "/",
    text: |mark| format!("[book]\ntitle = \"{mark}\"\ntheme = \"mine\"\n"),
};

/// The text by which a save is known again. None is the beginning of another one.
pub fn mark(number: usize) -> String {
    format!("mark-{number}-end")
}

/// The book, with the mark 0 in every file.
pub fn watched() -> Project {
    let kinds = [SCENARIO, GUIDE, TEMPLATE, LAYOUT, STYLE, WORDING, BOOK];
    let zero = mark(0);
    let project = kinds
        .iter()
        .fold(Project::new(), |project, kind| project.file(kind.file, &(kind.text)(&zero)));
    project.file(FENCE, "---\ntitle: Fence\n---\n\nfence-0-end\n")
}

/// A guide that no test is about.
const FENCE: &str = "content/guidance/fence.md";

impl Kind {
    pub fn path(&self, project: &Project) -> PathBuf {
        project.path(self.file)
    }
}

/// Saves a file that no test is about and waits until that is served: all that was saved before has been
/// looked at then. The revision grows by one.
#[track_caller]
pub fn fence(project: &Project, preview: &Preview) -> u64 {
    let before = preview.revision();
    let words = format!("fence-{before}-end");
    project.write(FENCE, &format!("---\ntitle: Fence\n---\n\n{words}\n"));
    preview.until("/guidance/fence.html", &words);
    preview.revision()
}
