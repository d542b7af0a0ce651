//! Files for a new playbook. It must not know where they are written to.

/// A small playbook: paths and texts. It passes `check` as it is.
pub static STARTER: [(&str, &str); 5] = [
    ("book.toml", include_str!("starter/book.toml")),
    (
        "content/scenarios/handover-went-wrong.yaml",
        include_str!("starter/handover-went-wrong.yaml"),
    ),
    ("content/templates/handover-sheet.yaml", include_str!("starter/handover-sheet.yaml")),
    ("content/guidance/start-here.md", include_str!("starter/start-here.md")),
    (".gitignore", "/public\n"),
];
