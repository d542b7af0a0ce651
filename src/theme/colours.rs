//! The colours of a theme where no style reaches: in pictures. They are read from the style's own tokens, as they are
//! in light, so that a colour is said once.
//!
//! It must not know what is drawn with them.

use std::fmt::Write;

/// The colours of the page and of the two hats, as red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// What everything stands on.
    pub page: [u8; 3],
    /// What words are written in.
    pub text: [u8; 3],
    /// What words that matter less are written in.
    pub quiet: [u8; 3],
    /// The leader's bar.
    pub leader: [u8; 3],
    /// The manager's bar.
    pub manager: [u8; 3],
    /// Links.
    pub link: [u8; 3],
}

/// How many tokens may stand behind one another, as in `--a: var(--b)`.
const DEPTH: u8 = 8;

impl Colours {
    /// The colours of a style. A token that is not there, or is no colour that can be worked out, is as in `otherwise`.
    pub fn of(style: &str, otherwise: Self) -> Self {
        let or = |name: &str, otherwise| token(style, name, DEPTH).unwrap_or(otherwise);
        Self {
            page: or("page", otherwise.page),
            text: or("text", otherwise.text),
            quiet: or("quiet", otherwise.quiet),
            leader: or("leader-bar", otherwise.leader),
            manager: or("manager-bar", otherwise.manager),
            link: or("link", otherwise.link),
        }
    }
}

/// A picture of lines, with each `var(--token)` replaced by the token's colour: a picture that stands alone has no tokens.
pub(super) fn coloured(picture: &str, style: &str) -> String {
    let mut done = String::with_capacity(picture.len());
    let mut rest = picture;
    while let Some((before, after)) = rest.split_once("var(--") {
        done.push_str(before);
        let name = after.split_once(')').map(|(name, _)| name);
        match name.and_then(|name| token(style, name, DEPTH)) {
            Some([red, green, blue]) => {
                let _ = write!(done, "#{red:02x}{green:02x}{blue:02x}");
                rest = &after[name.map_or(0, str::len) + 1..];
            }
            None => {
                done.push_str("var(--");
                rest = after;
            }
        }
    }
    done + rest
}

/// The colour of a token in light. Of several with one name the last counts, as in a browser.
fn token(style: &str, name: &str, depth: u8) -> Option<[u8; 3]> {
    let mark = format!("--{name}:");
    let is_whole = |at: &usize| {
        !style[..*at].ends_with(|letter: char| letter == '-' || letter.is_alphanumeric())
    };
    let at = style.rmatch_indices(&mark).map(|(at, _)| at).find(is_whole)?;
    let value = style[at + mark.len()..].split([';', '}']).next()?.trim();
    colour(style, value, depth.checked_sub(1)?)
}

fn colour(style: &str, value: &str, depth: u8) -> Option<[u8; 3]> {
    if let Some(name) = value.strip_prefix("var(--") {
        return token(style, name.strip_suffix(')')?, depth);
    }
    if let Some(both) = value.strip_prefix("light-dark(") {
        return colour(style, first(both)?.trim(), depth);
    }
    let [red, green, blue, _] = csscolorparser::parse(value).ok()?.to_rgba8();
    Some([red, green, blue])
}

/// What stands before the first comma that is in no brackets of its own.
fn first(arguments: &str) -> Option<&str> {
    let mut open = 0;
    let end = arguments.find(|letter| {
        match letter {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        letter == ',' && open == 0
    })?;
    Some(&arguments[..end])
}

#[cfg(test)]
mod tests {
    use super::{Colours, coloured};

    #[test]
    fn a_token_is_the_last_of_its_name_in_light_and_may_name_another() {
        let style = ":root{--page:white;--my-page:red;--ink:rgb(1, 2, 3);--text:var(--ink);\
             --leader-bar:light-dark(hsl(0, 100%, 50%), blue)}:root{--page: #010203 }";
        let otherwise = Colours { manager: [9; 3], ..Colours::default() };
        let found = Colours::of(style, otherwise);
        assert_eq!(found.page, [1, 2, 3]);
        assert_eq!(found.text, [1, 2, 3]);
        assert_eq!(found.leader, [255, 0, 0]);
        assert_eq!(found.manager, [9; 3]);
    }

    #[test]
    fn tokens_that_name_each_other_or_no_colour_have_none() {
        let style = ":root{--page:var(--text);--text:var(--page);--quiet:calc(1px)";
        assert_eq!(Colours::of(style, Colours::default()), Colours::default());
    }

    #[test]
    fn a_picture_of_lines_has_the_colours_of_tokens_that_are_known() {
        let picture = "<path fill=\"var(--leader-bar)\" stroke=\"var(--mine)\"/>";
        let style = ":root{--leader-bar:light-dark(#1d4fa8,#fff)}";
        let done = "<path fill=\"#1d4fa8\" stroke=\"var(--mine)\"/>";
        assert_eq!(coloured(picture, style), done);
    }
}
