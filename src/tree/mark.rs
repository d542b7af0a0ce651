//! The bullets and numbers with which other programs begin the lines of a list. It must not know where the lines stand.

/// Signs that begin nothing but a line of a list.
const BULLETS: &str = "•‣◦●○∙·⁃▪▫■□－";

/// Signs that may as well stand at the start of a sentence, and mean something there.
const DASHES: &str = "-–—*+→➔➜➡➢➤►▶👉✓✔✅✗✘❌☐☑☒★🔹🔸";

/// What begins a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark<'t> {
    /// A sign that begins nothing else.
    Bullet(char),
    /// A sign that may stand in a sentence, and the letter `o`.
    Dash(char),
    /// A number, a letter or a Roman number, and what it is written with: `(` before it, `)` or `.` behind it.
    Counted { counter: &'t str, is_open: bool, end: char },
}

impl<'t> Mark<'t> {
    /// The mark that a line begins with, and the words behind it.
    pub(super) fn of(line: &'t str) -> Option<(Self, &'t str)> {
        let first = line.chars().next()?;
        if first.is_ascii_alphanumeric() && first != 'o' {
            return Self::counted(line);
        }
        let rest = line[first.len_utf8()..].trim_start_matches('\u{fe0f}');
        let words = rest.trim_start();
        let is_apart = words.len() < rest.len();
        let mark = match first {
            _ if words.is_empty() => return None,
            _ if BULLETS.contains(first) => Self::Bullet(first),
            _ if is_apart && (DASHES.contains(first) || first == 'o') => Self::Dash(first),
            _ => return Self::counted(line),
        };
        Some((mark, words))
    }

    fn counted(line: &'t str) -> Option<(Self, &'t str)> {
        let inside = line.strip_prefix('(');
        let text = inside.unwrap_or(line);
        let length = text.bytes().take(5).take_while(u8::is_ascii_alphanumeric).count();
        let counter = &text[..length];
        let end = text[length..].chars().next().filter(|end| matches!(end, '.' | ')'))?;
        let is_open = inside.is_some();
        let words = text[length + 1..].strip_prefix([' ', '\t', '\u{a0}'])?.trim_start();
        let is_counter = number(counter).or(letter(counter)).or(roman(counter)).is_some();
        let mark = Self::Counted { counter, is_open, end };
        (is_counter && !words.is_empty() && !(is_open && end == '.')).then_some((mark, words))
    }

    /// Whether this begins the line of a list after the one that `before` begins.
    pub(super) fn follows(self, before: Self) -> bool {
        match (before, self) {
            (Mark::Counted { counter: one, .. }, Mark::Counted { counter: two, .. }) => {
                let is_next = |count: fn(&str) -> Option<u32>| {
                    count(one).zip(count(two)).is_some_and(|(one, two)| one + 1 == two)
                };
                let is_same_case = one.to_lowercase() == one && two.to_lowercase() == two
                    || one.to_uppercase() == one && two.to_uppercase() == two;
                self.is_written_as(before)
                    && is_same_case
                    && (is_next(number) || is_next(letter) || is_next(roman))
            }
            (Mark::Bullet(_) | Mark::Dash(_) | Mark::Counted { .. }, _) => before == self,
        }
    }

    fn is_written_as(self, other: Self) -> bool {
        let form = |mark| match mark {
            Mark::Counted { is_open, end, .. } => Some((is_open, end)),
            Mark::Bullet(_) | Mark::Dash(_) => None,
        };
        form(self) == form(other)
    }
}

fn number(counter: &str) -> Option<u32> {
    let is_number = counter.len() <= 3 && counter.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| counter.parse().ok()).flatten()
}

fn letter(counter: &str) -> Option<u32> {
    let [letter] = counter.as_bytes() else { return None };
    letter.is_ascii_alphabetic().then(|| u32::from(letter.to_ascii_lowercase()))
}

/// A Roman number up to 39.
fn roman(counter: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let small = counter.to_ascii_lowercase();
    let ones = small.trim_start_matches('x');
    let tens = u32::try_from(small.len() - ones.len()).ok().filter(|tens| *tens <= 3)?;
    let one = ONES.iter().position(|one| *one == ones)?;
    Some(tens * 10 + u32::try_from(one).ok()?).filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::Mark;

    fn follow(lines: &[&str]) -> bool {
        let marks: Option<Vec<Mark<'_>>> =
            lines.iter().map(|line| Mark::of(line).map(|(mark, _)| mark)).collect();
        marks.is_some_and(|marks| marks.windows(2).all(|pair| pair[1].follows(pair[0])))
    }

    #[test]
    fn lines_of_a_list_follow_each_other() {
        for lines in [
            ["• one", "• two"],
            ["– one", "– two"],
            ["o one", "o two"],
            ["1. one", "2. two"],
            ["9) one", "10) two"],
            ["(1) one", "(2) two"],
            ["a) one", "b) two"],
            ["I. one", "II. two"],
            ["i) one", "ii) two"],
            ["ix. one", "x. two"],
            ["•one", "• two"],
            ["✔\u{fe0f} one", "✔ two"],
        ] {
            assert!(follow(&lines), "{lines:?}");
        }
    }

    #[test]
    fn lines_of_a_sentence_do_not() {
        for lines in [
            ["1. and", "3. of May"],
            ["1. and", "2) of May"],
            ["I. one", "ii. two"],
            ["or so", "or not"],
            ["-5 degrees", "-6 degrees"],
            ["2025. one", "2026. two"],
            ["Late. So", "Mate. So"],
            ["• ", "• "],
        ] {
            assert!(!follow(&lines), "{lines:?}");
        }
    }
}
