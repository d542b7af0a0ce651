//! Cuts a text into lines that fit.

use super::metrics::{Face, width};

/// The lines of a text in WinAnsi, none wider than `room`. A word that is wider than a line is cut; no text
/// gives no line.
pub(super) fn wrap(text: &[u8], face: Face, size: f32, room: f32) -> Vec<Vec<u8>> {
    let fits = |line: &[u8]| width(line, face, size) <= room;
    let mut lines = Vec::new();
    let mut line: Vec<u8> = Vec::new();
    for word in text.split(|letter| *letter == b' ').filter(|word| !word.is_empty()) {
        let mut longer = line.clone();
        if !longer.is_empty() {
            longer.push(b' ');
        }
        longer.extend_from_slice(word);
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while !fits(rest) && rest.len() > 1 {
            // One letter at least, or a narrow room would never be left.
            let most = (1..rest.len()).take_while(|end| fits(&rest[..*end])).last().unwrap_or(1);
            let (head, tail) = rest.split_at(most);
            lines.push(head.to_owned());
            rest = tail;
        }
        rest.clone_into(&mut line);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Face, width, wrap};

    fn lines(text: &str, room: f32) -> Vec<Vec<u8>> {
        wrap(text.as_bytes(), Face::Regular, 10.0, room)
    }

    #[test]
    fn lines_fit_and_hold_every_word() {
        let text =
            "A request that was heard and answered seldom comes back as a surprise. ".repeat(9);
        let lines = lines(&text, 200.0);
        assert!(lines.iter().all(|line| width(line, Face::Regular, 10.0) <= 200.0));
        assert_eq!(lines.join(&b' '), text.trim_end().as_bytes());
    }

    #[test]
    fn a_word_that_is_too_long_is_cut_and_none_gives_no_line() {
        let cut = lines(&format!("a {} b", "m".repeat(100)), 50.0);
        assert!(cut.iter().all(|line| width(line, Face::Regular, 10.0) <= 50.0), "{cut:?}");
        assert_eq!(cut.concat(), format!("a{} b", "m".repeat(100)).as_bytes());
        assert_eq!(lines("  ", 50.0), [[]; 0] as [[u8; 0]; 0]);
        assert_eq!(lines("mm", 0.0).len(), 2);
    }
}
