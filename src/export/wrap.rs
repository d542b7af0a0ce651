//! Cuts a text into lines that fit.

use super::metrics::{points, units};
use super::paper::Style;

/// The lines of a text that can be set, none wider than `room`. A word that is wider than a line is cut; no text
/// gives no line.
pub(super) fn wrap(text: &str, style: Style, room: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0.0);
    let space = units(" ", style);
    let fits = |used: f32| points(used, style) <= room;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = units(word, style);
        let before = if line.is_empty() { 0.0 } else { used + space };
        if fits(before + wide) {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
            used = before + wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        (line, used) = (String::new(), 0.0);
        for letter in word.chars() {
            let wide = units(letter.encode_utf8(&mut [0; 4]), style);
            // One letter at least, or a narrow room would never be left.
            if !line.is_empty() && !fits(used + wide) {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push(letter);
            used += wide;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::metrics::width;
    use super::super::paper::{BODY, Style};
    use super::wrap;

    const STYLE: Style = Style { size: 10.0, ..BODY };

    fn lines(text: &str, room: f32) -> Vec<String> {
        wrap(text, STYLE, room)
    }

    #[test]
    fn lines_fit_and_hold_every_word() {
        let text =
            "A request that was heard and answered seldom comes back as a surprise. ".repeat(9);
        let lines = lines(&text, 200.0);
        assert!(lines.iter().all(|line| width(line, STYLE) <= 200.0));
        assert_eq!(lines.join(" "), text.trim_end());
    }

    #[test]
    fn a_word_that_is_too_long_is_cut_and_none_gives_no_line() {
        let cut = lines(&format!("a {} b", "m".repeat(100)), 50.0);
        assert!(cut.iter().all(|line| width(line, STYLE) <= 50.0), "{cut:?}");
        assert_eq!(cut.concat(), format!("a{} b", "m".repeat(100)));
        assert_eq!(lines("  ", 50.0), [""; 0]);
        assert_eq!(lines("mm", 0.0).len(), 2);
    }
}
