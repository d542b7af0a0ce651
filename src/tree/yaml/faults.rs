//! What the scanner's complaints mean to somebody who writes a scenario.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use super::{Builder, Diagnostic, Reason, Span, invalid_yaml, needs_quotes, quoted};
use crate::edit::Edit;
use crate::tree::glued::glued_colon;
use crate::tree::quote::{QuoteInside, in_quotes, quote_inside};

/// What to look at when nothing better is known.
const INDENTATION: &str = "look at the indentation of this line and the one above";

/// The place of a complaint and the line round it, as offsets in the file.
struct At<'t> {
    offset: usize,
    line_start: usize,
    line: &'t str,
}

impl<'t> At<'t> {
    /// The text in quotes that is the value on this line, up to the line's end, and where it starts.
    fn quoted_value(&self) -> Option<(&'t str, usize)> {
        let value = value_of(self.line)?;
        let text = self.line[value..].trim_end();
        let start = self.line_start + value;
        text.starts_with(['\'', '"']).then_some((text, start))
    }
}

impl Builder<'_> {
    /// The scanner's complaint in an author's words, at the place where the mending starts.
    pub(super) fn scan_fault(&self, error: &ScanError) -> Diagnostic {
        let at = self.at(self.offset(error));
        if let Some(fault) = self.known_trap(&at) {
            return fault;
        }
        let here = at.offset..at.offset + 1;
        match error.kind() {
            ErrorKind::MappingValueNotAllowed
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::InvalidMappingValueWhitespace => self.colon(&at),
            ErrorKind::UnexpectedCharacter { character } => {
                let message = format!("a text cannot start with {}", shown(*character));
                self.quote(here, at.offset, &message, Reason::Sign)
            }
            ErrorKind::CommentInterceptedScalar => {
                let end = at.line_start + at.line.len();
                let help = "write `|` after the key, and the whole text on the lines below it";
                let message = "everything after ` #` is a comment, and the text goes on below it";
                self.fault(at.offset..end, message, help)
            }
            ErrorKind::UnclosedQuotedScalar => self.fault(
                here,
                "a quote is opened and never closed",
                "close it with the same quote",
            ),
            ErrorKind::InvalidTrailingSingleQuotedScalar
            | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
                self.quote_inside(&at).unwrap_or_else(|| {
                    let message = "there is more text after the closing quote";
                    let fix = at
                        .quoted_value()
                        .and_then(|(_, start)| quoted(self.source, start, Reason::Quote));
                    let help = match &fix {
                        Some(fix) => format!("put quotes round the whole text: `{}`", fix.text),
                        None => "put the whole text in quotes, or none of it".to_owned(),
                    };
                    self.fault(here, message, &help)
                })
            }
            ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => {
                let help = "use single quotes, in which a backslash is only a backslash";
                self.fault(
                    here,
                    "a backslash means something in double quotes, and this is not it",
                    help,
                )
            }
            ErrorKind::SimpleKeyExpected
                if self
                    .above(&at)
                    .is_some_and(|above| above.line.trim_end().ends_with(['|', '>'])) =>
            {
                let help = "indent it by two spaces more than the key above";
                self.fault(here, "the text after `|` or `>` begins further in than its key", help)
            }
            ErrorKind::SimpleKeyExpected => {
                let known = self.glued(&at).or_else(|| self.equals(at.line_start, at.line));
                if let Some(fault) = known {
                    return fault;
                }
                let help = "write `key: text`, with a space after the colon; indent the line if it goes on \
                            from the one above";
                self.fault(here, "a key without a colon and a space", help)
            }
            ErrorKind::InvalidBlockScalarHeader => {
                let help = "put the text on the next line, indented by two spaces";
                self.fault(here, "after `|` or `>` the line must end", help)
            }
            ErrorKind::BlockSequenceEntryNotAllowed => {
                let help = "put the list on the lines below the key, or quotes round the text";
                self.fault(here, "a list cannot start on the line of its key", help)
            }
            ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidIndentation
                if self.is_in_block(&at) =>
            {
                let help = "let every line of the text begin at least as far in as its first";
                let message = "this line begins further out than the first line of its text";
                self.fault(here, message, help)
            }
            ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidIndentation => {
                let help = "begin the line where the keys above it begin";
                self.fault(here, "this line is indented too far, or not far enough", help)
            }
            _ => self.tab_below(&at).or_else(|| self.first_dash(at.offset)).unwrap_or_else(|| {
                self.fault(here, &format!("this is not YAML: {}", error.info()), INDENTATION)
            }),
        }
    }

    /// A fault of a text that starts at an offset and needs quotes.
    fn quote(
        &self,
        range: std::ops::Range<usize>,
        start: usize,
        message: &str,
        reason: Reason,
    ) -> Diagnostic {
        let fix = quoted(self.source, start, reason);
        needs_quotes(Span::new(self.source, range), message, fix)
    }

    pub(super) fn fault(
        &self,
        range: std::ops::Range<usize>,
        message: &str,
        help: &str,
    ) -> Diagnostic {
        invalid_yaml(Span::new(self.source, range), message, Some(help))
    }

    fn offset(&self, error: &ScanError) -> usize {
        let text = self.source.text();
        let marker = error.marker();
        let nth = || text[self.base..].char_indices().nth(marker.index()).map(|(at, _)| at);
        let inside = marker.byte_offset().or_else(nth).unwrap_or(text.len());
        (self.base + inside).min(text.len())
    }

    fn at(&self, offset: usize) -> At<'_> {
        let text = self.source.text();
        let line_start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        At { offset, line_start, line }
    }

    /// Traps that the scanner notices late and names strangely.
    fn known_trap(&self, at: &At<'_>) -> Option<Diagnostic> {
        if let Some(fault) = self.fence(at.offset) {
            return Some(fault);
        }
        let indent = at.line.len() - at.line.trim_start().len();
        if let Some(tab) = at.line[..indent].find('\t') {
            return Some(self.tab(at.line_start + tab));
        }
        let is_below_key = self.above(at).is_some_and(|above| above.line.trim_end().ends_with(':'));
        if let Some(fault) = self.stars(at.line_start, at.line).filter(|_| is_below_key) {
            return Some(fault);
        }
        if let Some(fault) = self.hash_in_brackets(at) {
            return Some(fault);
        }
        // A bracket that opens a text, on this line or on the one where the scanner began to be lost.
        let before = self.source.text()[..at.line_start].trim_end();
        let above =
            self.at(before.rfind('\n').map_or(0, |at| at + 1).max(self.base.min(before.len())));
        [at, &above].into_iter().find_map(|at| self.bracket(at).or_else(|| self.sign(at)))
    }

    fn tab(&self, place: usize) -> Diagnostic {
        let help = "use spaces, two for each step inwards";
        self.fault(place..place + 1, "a tab cannot indent a line", help)
    }

    /// A tab that indents the line below, which is the first of a text after `|`.
    fn tab_below(&self, at: &At<'_>) -> Option<Diagnostic> {
        let start = at.line_start + at.line.len() + 1;
        let below = self.source.text().get(start..)?.lines().next()?;
        let indent = below.len() - below.trim_start().len();
        Some(self.tab(start + below[..indent].find('\t')?))
    }

    /// `title: , late` and `title: ? late` and `title: *`.
    fn sign(&self, at: &At<'_>) -> Option<Diagnostic> {
        let value = value_of(at.line)?;
        let text = &at.line[value..];
        let first = text.chars().next()?;
        let rest = &text[first.len_utf8()..];
        let alone = rest.starts_with(' ') || rest.trim().is_empty();
        let is_sign = matches!(first, ',' | ']' | '}') || (matches!(first, '?' | '*') && alone);
        let start = at.line_start + value;
        let message = format!("a text cannot start with {}", shown(first));
        is_sign.then(|| match first {
            '*' | '?' => self.quote(start..start + 1, start, &message, Reason::Sign),
            _ => self.fault(start..start + 1, &message, "put quotes round the whole text"),
        })
    }

    /// `say: 'We don't ask'` and `title: "The "late" van"`: the text was to go on up to the last quote.
    fn quote_inside(&self, at: &At<'_>) -> Option<Diagnostic> {
        let (text, start) = at.quoted_value()?;
        let at_line = at.line_start;
        let QuoteInside { word, at, mended, is_certain } = quote_inside(text)?;
        let value = start..start + text.len();
        let fix = is_certain.then(|| Edit::new(self.source, value, mended.as_str()));
        let (sign, help) = match (text.starts_with('"'), is_certain) {
            (false, true) => {
                ("apostrophe", "put double quotes round the whole text, or write `''`")
            }
            (false, false) => ("apostrophe", "write each apostrophe twice"),
            (true, true) => ("quote", "put single quotes round the whole text, or write `\\\"`"),
            (true, false) => ("quote", "write a backslash before each quote inside"),
        };
        let message = format!("the {sign} in `{word}` ends the text");
        let key = self.source.text()[at_line..start].trim_start();
        let help = format!("{help}: `{key}{mended}`");
        let place = start + at..start + at + 1;
        let span = Span::new(self.source, place);
        Some(invalid_yaml(span, &message, Some(&help)).fix(fix))
    }

    /// `topics: [delivery, #people]`: the bracket that would close the list is in the comment. The scanner is lost
    /// only further down.
    fn hash_in_brackets(&self, at: &At<'_>) -> Option<Diagnostic> {
        let mut line_start = self.base;
        for line in self.source.text()[self.base..at.line_start + at.line.len()].lines() {
            if let Some((value, hash)) = hash_in_brackets(line) {
                let place = line_start + hash..line_start + line.len();
                let message = "everything after `#` is a comment, the closing bracket too";
                let help = "put quotes round a text that begins with `#`";
                let text = line[value..].trim_end();
                let mended = tags_in_quotes(text);
                let help = mended.as_ref().map_or(help.to_owned(), |it| format!("{help}: `{it}`"));
                let value = line_start + value..line_start + value + text.len();
                let fix = mended.map(|mended| Edit::new(self.source, value, mended));
                return Some(self.fault(place, message, &help).fix(fix));
            }
            line_start += line.len() + 1;
        }
        None
    }

    /// `title: [Draft] Late parcels` and `title: [Draft`.
    fn bracket(&self, at: &At<'_>) -> Option<Diagnostic> {
        let value = value_of(at.line)?;
        let text = &at.line[value..];
        let close = match text.chars().next()? {
            '[' => ']',
            '{' => '}',
            _ => return None,
        };
        let start = at.line_start + value;
        match text.rfind(close) {
            Some(end) if text[end + 1..].trim().is_empty() => None,
            Some(end) if !text[end + 1..].trim_start().starts_with('#') => Some(self.quote(
                start + end + 1..start + text.trim_end().len(),
                start,
                "there is more text after the closing bracket",
                Reason::Bracket,
            )),
            None if !text.trim_end().ends_with(',') => Some(self.fault(
                start..start + 1,
                "a bracket is opened and never closed",
                "write `[one, two]`, or put quotes round the whole text",
            )),
            _ => None,
        }
    }

    /// `note: the plan: ship A`: the second colon is the culprit.
    fn colon(&self, at: &At<'_>) -> Diagnostic {
        let line = at.line;
        let mut colons =
            line.match_indices(": ").map(|(at, _)| at).chain(line.strip_suffix(':').map(str::len));
        let (Some(first), Some(second)) = (colons.next(), colons.next()) else {
            return self.one_colon(at);
        };
        let second = second.max(first + 1);
        let value = first + 1 + (line[first + 1..].len() - line[first + 1..].trim_start().len());
        let place = at.line_start + second;
        let message = "a colon followed by a space ends a key, and this line has one already";
        // `leader: say: Hello` may well be two keys on one line.
        let inner = line[value..second].trim_start_matches('-').trim();
        let is_key = inner.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if is_key {
            let help = "put quotes round the whole text, or the second key on a line of its own";
            return self.fault(place..place + 1, message, help);
        }
        self.quote(place..place + 1, at.line_start + value, message, Reason::Sign)
    }

    /// A line with one colon, where no key can stand.
    fn one_colon(&self, at: &At<'_>) -> Diagnostic {
        let indent = at.line.len() - at.line.trim_start().len();
        let key = at.line_start + indent..at.offset;
        let above = self.above(at);
        if let Some(fault) = above.as_ref().and_then(|above| self.glued(above)) {
            return fault;
        }
        if let Some(fault) =
            above.as_ref().and_then(|above| self.equals(above.line_start, above.line))
        {
            return fault;
        }
        let words = self.source.text()[key.clone()].split(':').next().unwrap_or_default();
        if words.contains(' ') {
            let help = "write `|` after the key above, and the whole text on the lines below it";
            let message =
                "a colon followed by a space ends a key, and this line goes on from the one above";
            let colon = at.line_start + at.line.find(": ").unwrap_or(at.line.len().max(1) - 1);
            return self.fault(colon..colon + 1, message, help);
        }
        let help = "begin the line where the keys above it begin";
        let message = "this key stands below a text, which has no keys of its own";
        self.fault(key, message, help)
    }

    /// `title:Late parcels`, which is one text.
    fn glued(&self, at: &At<'_>) -> Option<Diagnostic> {
        let place = at.line_start + glued_colon(at.line)?;
        let help = "write a space after it, as in `title: The release keeps growing`";
        Some(self.fault(place..place + 1, "there is no space after this colon", help))
    }

    /// Whether the nearest line above that begins further out ends in `|` or `>`, and the text between begins further in.
    fn is_in_block(&self, at: &At<'_>) -> bool {
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let before = &self.source.text()[self.base..at.line_start];
        let lines = before.lines().rev().filter(|line| !line.trim().is_empty());
        let mut out = lines.skip_while(|line| indent(line) > indent(at.line));
        let is_text = self.above(at).is_some_and(|above| indent(above.line) > indent(at.line));
        is_text && out.next().is_some_and(|line| line.trim_end().ends_with(['|', '>']))
    }

    /// The nearest line above that is not empty.
    fn above(&self, at: &At<'_>) -> Option<At<'_>> {
        let text = &self.source.text()[self.base..at.line_start];
        let end = text.trim_end().len();
        (end > 0).then(|| self.at(self.base + text[..end].rfind('\n').map_or(0, |at| at + 1)))
    }
}

/// Where the value in brackets begins on a line, and where a `#` in it that hides the closing bracket.
fn hash_in_brackets(line: &str) -> Option<(usize, usize)> {
    let value = value_of(line)?;
    let text = &line[value..];
    let close = match text.chars().next()? {
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let hashes = text.match_indices('#').map(|(hash, _)| hash);
    let mut words = hashes.filter(|hash| {
        text[hash + 1..].starts_with(|next: char| !next.is_whitespace() && next != '#')
            && text[..*hash].ends_with([' ', ',', '[', '{'])
    });
    let hash = words.next()?;
    let is_open = !text[..hash].contains([close, '"', '\'']);
    is_open.then_some((value, value + hash))
}

/// `[one, #two]` as `[one, "#two"]`.
fn tags_in_quotes(text: &str) -> Option<String> {
    let items = text.strip_prefix('[')?.strip_suffix(']')?;
    if items.contains(['[', ']', '"', '\'']) {
        return None;
    }
    let items = items.split(',').map(|item| match item.trim() {
        tag if tag.starts_with('#') => in_quotes(tag),
        item => item.to_owned(),
    });
    Some(format!("[{}]", items.collect::<Vec<_>>().join(", ")))
}

/// Where the value begins in a line such as `- key: value` or `- value`.
fn value_of(line: &str) -> Option<usize> {
    let after_key = line.find(": ").map(|at| at + 2);
    let after_dash = || line.trim_start().strip_prefix("- ").map(|rest| line.len() - rest.len());
    let start = after_key.or_else(after_dash)?;
    Some(start + (line[start..].len() - line[start..].trim_start().len()))
}

/// A letter in backticks; a backtick by its name.
fn shown(letter: char) -> String {
    match letter {
        '`' => "a backtick".to_owned(),
        letter => format!("`{letter}`"),
    }
}
