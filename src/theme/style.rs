//! One style taken apart: its declarations, the tokens and the addresses that it names, and where it breaks off.
//!
//! It must not know which tokens and files there are.

use std::ops::Range;

use cssparser::{ParseError, Parser, Token};

/// What is in a style, by places in its text.
#[derive(Default)]
pub(super) struct Style {
    pub declarations: Vec<Declaration>,
    /// The tokens that are asked for, as in `var(--page)`.
    pub uses: Vec<Use>,
    pub addresses: Vec<Address>,
    pub breaks: Vec<Break>,
}

/// `color: red`, and the rules that it stands in, the outermost first.
pub(super) struct Declaration {
    pub around: Vec<String>,
    pub name: String,
    pub value: String,
    pub place: Range<usize>,
}

/// A token that is asked for.
pub(super) struct Use {
    pub name: String,
    pub place: Range<usize>,
    /// Whether it says what holds where nobody defines the token.
    pub has_other: bool,
}

/// An address in `url()` or behind `@import`.
pub(super) struct Address {
    pub written: String,
    pub place: Range<usize>,
    pub is_import: bool,
}

/// A place from which on a browser reads something else than was meant.
pub(super) struct Break {
    pub place: Range<usize>,
    pub kind: BreakKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum BreakKind {
    /// A bracket, a quote or a comment that nothing closes.
    Open,
    /// A bracket or a `;` that closes nothing.
    Stray,
    /// `// words`, which is no comment here.
    LineComment,
    /// Two declarations that no `;` parts; the place is the second.
    Joined,
    /// A declaration without `:`.
    NoColon,
}

impl Style {
    /// Takes a style apart. What follows a bracket that is never closed is not looked at.
    pub(super) fn read(text: &str) -> Self {
        let mut reader = Reader { text, style: Self::default(), around: Vec::new(), start: 0 };
        reader.block(&mut Parser::new(text));
        reader.style
    }

    /// Whether what was read is less than what was meant.
    pub(super) fn is_cut(&self) -> bool {
        self.breaks.iter().any(|one| one.kind == BreakKind::Open)
    }
}

struct Reader<'s> {
    text: &'s str,
    style: Style,
    around: Vec<String>,
    /// Where the statement at hand begins.
    start: usize,
}

/// What was read of a statement: from its first letter to its colon, and what may be a second declaration in it.
#[derive(Default)]
struct Statement {
    start: Option<usize>,
    colon: Option<usize>,
    word: Option<Range<usize>>,
    on_new_line: bool,
    joined: Option<Range<usize>>,
}

impl Reader<'_> {
    fn breaks(&mut self, place: Range<usize>, kind: BreakKind) {
        if !self.style.is_cut() {
            self.style.breaks.push(Break { place, kind });
        }
    }

    /// Statements up to the end of the block, or of the file.
    fn block(&mut self, parser: &mut Parser<'_>) {
        let mut statement = Statement::default();
        while !self.style.is_cut() {
            let start = parser.position().byte_index();
            let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { break };
            let place = start..parser.position().byte_index();
            if self.is_apart(&token, &place) {
                statement.on_new_line |= self.text[place].contains('\n');
                continue;
            }
            match token {
                // Between rules it belongs to the next one, which nobody can read then.
                Token::Semicolon if statement.start.is_none() && self.around.is_empty() => {
                    self.breaks(place, BreakKind::Stray);
                }
                Token::Semicolon => self.end(std::mem::take(&mut statement), start),
                Token::CurlyBracketBlock => {
                    let prelude = self.text[statement.start.unwrap_or(start)..start].trim();
                    if prelude.starts_with("//") {
                        let from = statement.start.unwrap_or(start);
                        self.breaks(from..from + 2, BreakKind::LineComment);
                    }
                    self.around.push(prelude.to_owned());
                    let open = statement.start.unwrap_or(start)..place.end;
                    self.nested(parser, &open, Self::block);
                    self.around.pop();
                    statement = Statement::default();
                }
                token => {
                    statement.take(&token, &place);
                    self.start = statement.start.unwrap_or(place.start);
                    self.value(parser, &token, place);
                }
            }
        }
        let end = parser.position().byte_index();
        self.end(statement, end);
    }

    /// Whether a token means nothing to a browser: space, or a comment, which is looked at here.
    fn is_apart(&mut self, token: &Token<'_>, place: &Range<usize>) -> bool {
        let Token::Comment(inside) = token else { return matches!(token, Token::WhiteSpace(_)) };
        let is_closed = place.len() >= 4 && self.text[place.clone()].ends_with("*/");
        // Another comment begins at the start of a line of it, and code stands between the two.
        let swallows = inside.match_indices("/*").any(|(at, _)| {
            let line = inside[..at].rsplit('\n').next().unwrap_or_default();
            line.trim().is_empty() && inside[..at].contains('{')
        });
        if !is_closed || swallows {
            self.breaks(place.start..place.start + 2, BreakKind::Open);
        }
        true
    }

    /// Whatever opens, closes or names something; the rest of values is left alone.
    fn value(&mut self, parser: &mut Parser<'_>, token: &Token<'_>, place: Range<usize>) {
        match token {
            Token::Function(name) => {
                let name = name.to_ascii_lowercase();
                self.nested(parser, &place, |reader, parser| reader.group(parser, &name, &place));
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                self.nested(parser, &place, |reader, parser| reader.group(parser, "", &place));
            }
            Token::QuotedString(written) => {
                let text = &self.text[place.clone()];
                if text.len() < 2 || !text.ends_with(&text[..1]) {
                    self.breaks(place.start..place.start + 1, BreakKind::Open);
                    return;
                }
                if self.is_import() {
                    self.address(written, place);
                }
            }
            Token::UnquotedUrl(written) => self.address(written, place),
            Token::BadString(_) | Token::BadUrl(_) => {
                self.breaks(place.start..place.start + 1, BreakKind::Open);
            }
            Token::CloseCurlyBracket | Token::CloseParenthesis | Token::CloseSquareBracket => {
                self.breaks(place, BreakKind::Stray);
            }
            _ => {}
        }
    }

    /// What is in brackets that are no block of statements, behind `function`; `open` is where they begin.
    fn group(&mut self, parser: &mut Parser<'_>, function: &str, open: &Range<usize>) {
        let mut name: Option<(String, Range<usize>)> = None;
        let mut has_other = false;
        while !self.style.is_cut() {
            let start = parser.position().byte_index();
            let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { break };
            let place = start..parser.position().byte_index();
            if self.is_apart(&token, &place) {
                continue;
            }
            match &token {
                Token::Ident(ident) if function == "var" && name.is_none() => {
                    name = Some((ident.to_string(), place));
                    continue;
                }
                Token::QuotedString(written) if matches!(function, "url" | "src") => {
                    self.address(written, place.clone());
                }
                // A block ends before these brackets do.
                Token::CloseCurlyBracket => {
                    return self.breaks(open.clone(), BreakKind::Open);
                }
                _ => {}
            }
            has_other |= token == Token::Comma;
            self.value(parser, &token, place);
        }
        if let Some((name, place)) = name {
            self.style.uses.push(Use { name, place, has_other });
        }
    }

    /// Reads what `open` opens. Where nothing closes it, the whole rest of the file is in it.
    fn nested(
        &mut self,
        parser: &mut Parser<'_>,
        open: &Range<usize>,
        read: impl FnOnce(&mut Self, &mut Parser<'_>),
    ) {
        let mut end = 0;
        let _ = parser.parse_nested_block(|parser| {
            read(self, parser);
            end = parser.position().byte_index();
            Ok::<(), ParseError<()>>(())
        });
        if end == self.text.len() {
            self.breaks(open.clone(), BreakKind::Open);
        }
    }

    fn is_import(&self) -> bool {
        self.text[self.start..].starts_with("@import")
    }

    fn address(&mut self, written: &str, place: Range<usize>) {
        let is_import = self.is_import();
        self.style.addresses.push(Address { written: written.to_owned(), place, is_import });
    }

    fn end(&mut self, statement: Statement, end: usize) {
        let Some(start) = statement.start else { return };
        let text = self.text[start..end].trim_end();
        if text.starts_with("//") {
            self.breaks(start..start + 2, BreakKind::LineComment);
        } else if let Some(joined) = statement.joined {
            self.breaks(joined, BreakKind::Joined);
        } else if let Some(colon) = statement.colon {
            let place = start..start + text.len();
            let name = self.text[start..colon].trim().to_owned();
            let value = self.text[colon + 1..place.end.max(colon + 1)].trim().to_owned();
            let around = self.around.clone();
            self.style.declarations.push(Declaration { around, name, value, place });
        } else if !text.starts_with('@') && !self.around.is_empty() {
            self.breaks(start..start + text.len(), BreakKind::NoColon);
        }
    }
}

impl Statement {
    fn take(&mut self, token: &Token<'_>, place: &Range<usize>) {
        self.start.get_or_insert(place.start);
        match token {
            Token::Colon if self.colon.is_none() => self.colon = Some(place.start),
            Token::Colon => self.joined = self.joined.take().or_else(|| self.word.take()),
            _ => {}
        }
        // A word at the start of a line may be the name of the next declaration.
        let is_word = matches!(token, Token::Ident(_)) && self.on_new_line && self.colon.is_some();
        self.word = is_word.then(|| place.clone());
        self.on_new_line = false;
    }
}
