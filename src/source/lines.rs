//! Where the lines of a text begin and how many letters stand before a place, so that the line and the column of a
//! place are known without counting from the top for each of them.

/// How many bytes lie between two places of which it is known how many letters stand before.
const STEP: usize = 256;

/// The lines and letters of one text.
pub(super) struct Lines {
    /// Where each line begins.
    starts: Vec<usize>,
    /// How many letters begin before every so many bytes.
    letters: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let steps = text.as_bytes().chunks(STEP).scan(0, |before, step| {
            let found = *before;
            *before += letters(step);
            Some(found)
        });
        Self { starts: std::iter::once(0).chain(breaks).collect(), letters: steps.collect() }
    }

    /// The line and column of a byte offset of that text, both from 1.
    pub(super) fn place(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        (line, self.before(text, offset) - self.before(text, start) + 1)
    }

    /// How many letters begin before an offset.
    fn before(&self, text: &str, offset: usize) -> usize {
        let step = offset / STEP;
        let counted = self.letters.get(step).or(self.letters.last()).copied().unwrap_or_default();
        let from = step.min(self.letters.len().saturating_sub(1)) * STEP;
        counted + letters(&text.as_bytes()[from..offset])
    }
}

/// How many letters begin in these bytes: all but those that go on with one.
fn letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn a_place_has_the_line_and_the_column_that_are_counted_from_the_top() {
        let long = "né ".repeat(400);
        for text in ["", "a", "\n", "é\n\nb", "\n\n", &long, &format!("{long}\n{long}é\n")] {
            let lines = Lines::of(text);
            let places = (0..=text.len()).filter(|at| text.is_char_boundary(*at));
            for at in places {
                let before = &text[..at];
                let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
                let line = before.matches('\n').count() + 1;
                assert_eq!(lines.place(text, at), (line, column), "{at} of {text:?}");
            }
        }
    }
}
