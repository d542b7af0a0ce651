//! Spaces that are none, and signs that cannot be seen. It must not know where in a text they do harm.

/// A sign that looks like another one, or like nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unseen {
    /// What it is called.
    pub name: &'static str,
    /// What it looks like: the plain sign that was meant, or nothing.
    pub plain: &'static str,
}

/// What a sign is, when it is taken for another one.
#[must_use]
pub fn unseen(sign: char) -> Option<Unseen> {
    let (name, plain) = match sign {
        _ if sign.is_ascii() => return None,
        '\u{a0}' => ("no-break space", " "),
        '\u{202f}' => ("narrow no-break space", " "),
        '\u{3000}' => ("wide space", " "),
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' => ("space of another width", " "),
        '\u{2028}' | '\u{2029}' | '\u{85}' => ("line separator", "\n"),
        '\u{ff1a}' => ("wide colon", ":"),
        '\u{ad}' => ("soft hyphen", ""),
        '\u{200b}' => ("space without a width", ""),
        '\u{200c}' | '\u{200d}' | '\u{2060}' => ("joiner of words or letters", ""),
        '\u{feff}' => ("byte order mark", ""),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            ("mark of the direction of writing", "")
        }
        '\u{34f}' | '\u{180e}' | '\u{2061}'..='\u{2064}' | '\u{fe0e}' | '\u{fe0f}' => {
            ("sign without a width", "")
        }
        _ => return None,
    };
    Some(Unseen { name, plain })
}

#[cfg(test)]
mod tests {
    use super::unseen;

    #[test]
    fn what_cannot_be_told_from_another_sign_has_a_name_and_letters_have_none() {
        let name = |sign| unseen(sign).map(|unseen| unseen.name);
        assert_eq!(name('\u{a0}'), Some("no-break space"));
        assert_eq!(name('\u{200b}'), Some("space without a width"));
        for sign in [' ', '\t', ':', '-', 'é', '’', '–', '语', '\u{301}'] {
            assert_eq!(name(sign), None, "{sign}");
        }
    }
}
