//! The classes by which our scripts find their way in pages. No text gives them, so that a script never takes an author's
//! words for a part of the page. It must not know what a script does there.

/// The classes that no text gives.
pub const TAKEN_CLASSES: [&str; 56] = [
    "again",
    "amount",
    "answer",
    "ask",
    "body",
    "browse",
    "calendar",
    "chapters",
    "check",
    "commitments",
    "contents",
    "copies",
    "copy",
    "count",
    "example",
    "find",
    "fresh",
    "goes-on",
    "group",
    "hand",
    "head",
    "heads",
    "heard",
    "hint",
    "label",
    "leader",
    "lean",
    "lede",
    "listen",
    "manager",
    "mine",
    "moment",
    "now",
    "of-row",
    "on-paper",
    "pair",
    "person",
    "practise",
    "question",
    "rows-box",
    "said",
    "sample",
    "say",
    "scale",
    "show",
    "situation",
    "stage",
    "stages",
    "story",
    "template",
    "text",
    "ticks",
    "time",
    "try",
    "with",
    "workshop",
];

/// Classes as they were written, without those of scripts, and those.
pub(super) fn parted(written: &str) -> (Vec<&str>, Vec<&str>) {
    written.split_ascii_whitespace().partition(|class| !TAKEN_CLASSES.contains(class))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::TAKEN_CLASSES;

    /// The classes that a selector names: what stands behind a point that no name stands before, but for one of an element
    /// that begins the selector, as in `'form.ask'`.
    fn classes(script: &str) -> impl Iterator<Item = &str> {
        script.match_indices('.').filter_map(|(at, _)| {
            let before = script[..at].trim_end_matches(|sign: char| sign.is_ascii_lowercase());
            let is_of_element = before.ends_with(['\'', '`']);
            let is_first = script[..at].ends_with([' ', '(', ',', '>']);
            let rest = &script[at + 1..];
            let is_of_name = |sign: char| sign.is_ascii_lowercase() || sign == '-';
            let end = rest.find(|sign| !is_of_name(sign))?;
            let is_whole = end > 0 && rest[end..].starts_with(['\'', '`', ' ', ',', ')', '[', ':']);
            ((is_of_element || is_first) && is_whole).then_some(&rest[..end])
        })
    }

    #[test]
    fn they_are_those_that_scripts_look_for() {
        let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let folders = fs::read_dir(theme.join("scripts")).expect("there are scripts");
        let files = folders.flat_map(|entry| {
            let path = entry.expect("it can be listed").path();
            match fs::read_dir(&path) {
                Ok(files) => files.map(|file| file.expect("it can be listed").path()).collect(),
                Err(_) => vec![path],
            }
        });
        let ours = files.filter(|file| !file.to_string_lossy().contains("lean-qr"));
        let mut scripts: String =
            ours.map(|file| fs::read_to_string(file).expect("it is text")).collect();
        // A layout names what a script takes from the page.
        let layout = theme.join("layouts/components/workshop.html");
        let layout = fs::read_to_string(layout).expect("it is text");
        for from in layout.split("data-from=\"").skip(1) {
            scripts.extend(["'", from.split('"').next().expect("it ends"), "'"]);
        }
        let mut found: BTreeSet<&str> = classes(&scripts).collect();
        // `.${role}`.
        found.extend(["leader", "manager"]);
        assert!(found.iter().eq(&TAKEN_CLASSES), "it should be {found:?}");
    }
}
