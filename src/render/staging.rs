//! What a page of a copy for review says besides, whatever layout made it: that it is one, to readers and to search
//! engines. It must not know which page it is.

use crate::markdown::escape;
use crate::plan::Plan;

/// What search engines are told at the root of a host.
pub(super) const ROBOTS: &str = "User-agent: *\nDisallow: /\n";

/// The same in a page, which holds below a path too.
const NO_INDEX: &str = "<meta name=\"robots\" content=\"noindex\">";

/// A page with the mark at its very beginning, for eyes, ears and paper.
pub(super) fn marked(mut page: String, plan: &Plan) -> String {
    let word = |key: &str| escape(plan.theme().wording.get(key));
    let (name, note) = (word("staging"), word("staging_note"));
    let mark = format!(
        "\n<aside class=\"staging\" aria-label=\"{name}\"><p><strong>{name}</strong> {note}</p></aside>"
    );
    // From the last to the first, so that places stay true.
    let body = behind_tag(&page, "<body").or_else(|| page.find("</head>").map(|at| at + 7));
    page.insert_str(body.unwrap_or(page.len()), &mark);
    // Nothing may stand before the line that says what kind of page it is.
    let head = ["<head", "<html", "<!doctype"].iter().find_map(|start| behind_tag(&page, start));
    page.insert_str(head.unwrap_or_default(), &format!("\n{NO_INDEX}"));
    page
}

/// The place behind the first tag that starts so, in small letters or in others.
fn behind_tag(page: &str, start: &str) -> Option<usize> {
    let page = page.to_ascii_lowercase();
    let is_whole = |at: &usize| page[at + start.len()..].starts_with(['>', ' ', '\n', '\t']);
    let at = page.match_indices(start).map(|(at, _)| at).find(is_whole)?;
    Some(at + page[at..].find('>')? + 1)
}

#[cfg(test)]
mod tests {
    use super::behind_tag;

    #[test]
    fn a_tag_is_found_by_its_whole_name_however_it_is_written() {
        for (page, start, behind) in [
            ("<head><title>", "<head", Some("<title>")),
            ("<header><HEAD lang=\"en\">x", "<head", Some("x")),
            ("<!DOCTYPE html>\n<p>", "<!doctype", Some("\n<p>")),
            ("<p>", "<body", None),
        ] {
            assert_eq!(behind_tag(page, start).map(|at| &page[at..]), behind, "{page}");
        }
    }
}
