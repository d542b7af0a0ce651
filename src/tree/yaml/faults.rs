//! What the scanner's complaints mean to somebody who writes a scenario.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use super::{Builder, Diagnostic, Span, invalid_yaml};

impl Builder<'_> {
    pub(super) fn scan_fault(&self, error: &ScanError) -> Diagnostic {
        let text = self.source.text();
        let marker = error.marker();
        let at = marker.byte_offset().map_or_else(
            || {
                text[self.base..]
                    .char_indices()
                    .nth(marker.index())
                    .map_or(text.len(), |(at, _)| self.base + at)
            },
            |at| self.base + at,
        );
        let at = at.min(text.len());
        let line_start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let line = &text[line_start..line_end];
        if let Some(tab) = line.find('\t').filter(|tab| line[..*tab].trim().is_empty()) {
            let place = Span::new(self.source, line_start + tab..line_start + tab + 1);
            return invalid_yaml(
                place,
                "a tab cannot indent a line",
                Some("use spaces, two for each step inwards"),
            );
        }
        let here = Span::new(self.source, at..(at + 1).min(line_end).max(at));
        match error.kind() {
            ErrorKind::MappingValueNotAllowed
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::InvalidMappingValueWhitespace => {
                self.colon(line_start, line_end).unwrap_or_else(|| {
                    invalid_yaml(
                        here,
                        "a `:` cannot stand here",
                        Some("look at the indentation of this line and the one above"),
                    )
                })
            }
            ErrorKind::UnexpectedCharacter { character } => invalid_yaml(
                here,
                &format!("a text cannot start with `{character}`"),
                Some("put quotes round the whole text"),
            ),
            ErrorKind::UnclosedQuotedScalar => invalid_yaml(
                here,
                "a quote is opened and never closed",
                Some("close it with the same quote"),
            ),
            ErrorKind::InvalidTrailingSingleQuotedScalar
            | ErrorKind::InvalidTrailingDoubleQuotedScalar => invalid_yaml(
                here,
                "there is more text after the closing quote",
                Some("put the whole text in quotes, or none of it"),
            ),
            ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::ExpectedFlowSequenceSeparator => invalid_yaml(
                here,
                "a list in square brackets is not closed, or lacks a comma",
                Some("write `[one, two]`, or put quotes round a text that starts with `[`"),
            ),
            ErrorKind::SimpleKeyExpected => invalid_yaml(
                here,
                "a key without a colon",
                Some("write `key: text`, or indent the line if it goes on from the one above"),
            ),
            _ => {
                let said = error.info();
                invalid_yaml(
                    here,
                    &format!("this is not YAML: {said}"),
                    Some("look at the indentation of this line and the one above"),
                )
            }
        }
    }

    /// `note: the plan: ship A`: the second colon is the culprit.
    fn colon(&self, line_start: usize, line_end: usize) -> Option<Diagnostic> {
        let line = &self.source.text()[line_start..line_end];
        let mut colons =
            line.match_indices(": ").map(|(at, _)| at).chain(line.strip_suffix(':').map(str::len));
        let first = colons.next()?;
        let second = colons.next()?;
        let (key, value) = (&line[..first], line[first + 1..].trim());
        let place = Span::new(self.source, line_start + second..line_start + second + 1);
        let help = match (value.contains('"'), value.contains('\'')) {
            (false, _) => format!("put quotes round the text: `{}: \"{value}\"`", key.trim()),
            (true, false) => format!("put quotes round the text: `{}: '{value}'`", key.trim()),
            (true, true) => {
                "write `|` after the key, and the text on the next line, indented".to_owned()
            }
        };
        Some(invalid_yaml(
            place,
            "a colon followed by a space ends a key, and this line has one already",
            Some(&help),
        ))
    }
}
