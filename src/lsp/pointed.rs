//! Where in the texts of an editor a place is that somebody points at in the preview. It must not know how that is shown.

use serde_json::Value;

use crate::edit::moved;
use crate::pointing::Place;

use super::project::Project;

/// The address of the file and the range of the place in it, as the editor counts. The preview knows what was saved; what
/// was typed since moves the place along. `None` where the book has no such text.
pub(super) fn pointed(project: &mut Project, place: &Place) -> Option<(String, Value)> {
    // What cannot be read stays as it was.
    let _ = project.look();
    let saved = project.saved(&place.file)?;
    let now = project.source(&place.file)?;
    let at = moved(saved.text(), offset(saved.text(), place), now.text());
    Some((project.uri(&place.file), project.range(&now, at..at)))
}

/// The byte of a place; the nearest one where the text is shorter.
fn offset(text: &str, place: &Place) -> usize {
    let above = text.split_inclusive('\n').take(place.line.saturating_sub(1));
    let start: usize = above.map(str::len).sum();
    let line = text[start..].lines().next().unwrap_or_default();
    let column = line.char_indices().nth(place.column.saturating_sub(1));
    start + column.map_or(line.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{Place, offset};

    #[test]
    fn a_place_outside_of_the_text_is_the_nearest_one_inside() {
        let text = "ä: b\nlonger\n";
        for (line, column, at) in
            [(1, 1, 0), (1, 2, 2), (1, 99, 5), (2, 3, 8), (2, 99, 12), (9, 9, 13), (0, 0, 0)]
        {
            let place = Place { file: String::new(), line, column };
            assert_eq!(offset(text, &place), at, "{line}:{column}");
        }
    }
}
