//! Writing to the terminal: colour only where it is wanted, and no complaint about a closed pipe.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use indicatif::HumanCount;

use crate::diagnostic::{Diagnostic, Severity, Style, count, human, plural, some};
use crate::source::shown;

/// Says something to people, on standard error.
pub(super) fn say(words: impl Display) {
    show_words(&line(words));
}

/// Shows a code for a camera, dark on light whatever the terminal's own colours are.
pub(super) fn show_code(lines: &[String]) {
    let mut err = io::stderr().lock();
    for line in lines {
        if writeln!(err, "\u{1b}[30;107m{line}\u{1b}[0m").is_err() {
            return;
        }
    }
}

/// Gives words that were asked for, on standard output.
pub(super) fn give_words(text: &str) {
    give(&shown(text));
}

/// Gives what programs read, on standard output.
pub(super) fn give(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Shows diagnostics to people, and how many there are. Of a kind that repeats, the first few.
pub(super) fn show(diagnostics: &[Diagnostic]) {
    show_words(&words(diagnostics, style()));
}

/// Shows all diagnostics to people, and how many there are.
pub(super) fn show_all(diagnostics: &[Diagnostic]) {
    let all: Vec<&Diagnostic> = diagnostics.iter().collect();
    show_words(&(blocks(&all, style()) + &close(diagnostics)));
}

/// What is shown of diagnostics in a style.
pub(super) fn words(diagnostics: &[Diagnostic], style: Style) -> String {
    let (shown, more) = some(diagnostics);
    let more = more.iter().map(line);
    blocks(&shown, style) + &more.collect::<String>() + &close(diagnostics)
}

/// Shows words that `words` has made, on standard error.
pub(super) fn show_words(words: &str) {
    // A reader that has gone away is no fault of the book.
    let _ = io::stderr().lock().write_all(words.as_bytes());
}

/// The style that standard error wants.
pub(super) fn style() -> Style {
    match AutoStream::choice(&io::stderr()) {
        ColorChoice::Never => Style::Plain,
        _ => Style::Coloured,
    }
}

fn blocks(diagnostics: &[&Diagnostic], style: Style) -> String {
    diagnostics.iter().map(|diagnostic| human(diagnostic, style) + "\n").collect()
}

fn close(diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) =
        (count(diagnostics, Severity::Error), count(diagnostics, Severity::Warning));
    let Some(first) = diagnostics.first().filter(|_| errors + warnings > 0) else {
        return String::new();
    };
    let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
    line(format_args!("{errors} and {warnings} in this book"))
        + &line(format_args!("`twohats explain {}` tells more about a rule", first.rule.name))
}

/// A line for people.
fn line(words: impl Display) -> String {
    let words = words.to_string();
    format!("{}\n", shown(&words))
}

/// Whether somebody is watching standard error.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// `1 file`, `2 files`.
pub(super) fn counted(number: usize, word: &str) -> String {
    format!("{} {}", HumanCount(number as u64), plural(number, word))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn numbers_are_grouped_and_words_agree_with_them() {
        assert_eq!(counted(1, "file"), "1 file");
        assert_eq!(counted(0, "file"), "0 files");
        assert_eq!(counted(1_234_567, "file"), "1,234,567 files");
    }
}
