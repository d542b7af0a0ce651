//! Writing to the terminal: colour only where it is wanted, and no complaint about a closed pipe.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use indicatif::HumanCount;

use crate::diagnostic::{Diagnostic, More, Severity, Style, count, human, plural, some};
use crate::source::shown;

/// Says something to people, on standard error.
pub(super) fn say(words: impl Display) {
    // A reader that has gone away is no fault of the book.
    let words = words.to_string();
    let _ = writeln!(io::stderr().lock(), "{}", shown(&words));
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
    let (shown, more) = some(diagnostics);
    write(&shown, &more);
    close(diagnostics);
}

/// Shows all diagnostics to people, and how many there are.
pub(super) fn show_all(diagnostics: &[Diagnostic]) {
    write(&diagnostics.iter().collect::<Vec<_>>(), &[]);
    close(diagnostics);
}

fn write(shown: &[&Diagnostic], more: &[More]) {
    let style = match AutoStream::choice(&io::stderr()) {
        ColorChoice::Never => Style::Plain,
        _ => Style::Coloured,
    };
    let mut err = io::stderr().lock();
    for diagnostic in shown {
        if writeln!(err, "{}", human(diagnostic, style)).is_err() {
            return;
        }
    }
    drop(err);
    more.iter().for_each(say);
}

fn close(diagnostics: &[Diagnostic]) {
    let (errors, warnings) =
        (count(diagnostics, Severity::Error), count(diagnostics, Severity::Warning));
    if errors + warnings > 0 {
        say(format_args!(
            "{} and {} in this book",
            counted(errors, "error"),
            counted(warnings, "warning")
        ));
        if let Some(first) = diagnostics.first() {
            say(format_args!("`twohats explain {}` tells more about a rule", first.rule.name));
        }
    }
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
