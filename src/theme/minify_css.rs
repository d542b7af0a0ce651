//! Minifies styles.

/// Around these a space means nothing in CSS; after the last it means nothing, before it may be a descendant.
const APART: &str = "{};,>";
const OPENS: &str = "{};,>:";

/// Takes comments and needless space out of CSS. What stands in quotes stays as it is.
pub(super) fn minify_css(css: &str) -> String {
    let mut minified = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(letter) = rest.chars().next() {
        let taken = match letter {
            _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => end_of_quotes(rest),
            _ => letter.len_utf8(),
        };
        let (piece, after) = rest.split_at(taken);
        rest = after;
        if letter.is_whitespace() || piece.starts_with("/*") {
            space |= letter.is_whitespace();
            continue;
        }
        let counts = |last: char| !OPENS.contains(last) && !APART.contains(letter);
        if std::mem::take(&mut space) && minified.chars().next_back().is_some_and(counts) {
            minified.push(' ');
        }
        if letter == '}' && minified.ends_with(';') {
            minified.pop();
        }
        // A word that is looked for needs no quotes.
        let word =
            quoted_word(piece).filter(|_| minified.ends_with('=') && rest.starts_with([']', ' ']));
        minified.push_str(word.unwrap_or(piece));
    }
    minified.push('\n');
    minified
}

/// The word in quotes that is of small letters alone, as in `[data-theme="dark"]`.
fn quoted_word(piece: &str) -> Option<&str> {
    let quote = piece.chars().next()?;
    let word = piece.strip_prefix(quote)?.strip_suffix(quote)?;
    let is_word = !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_lowercase());
    is_word.then_some(word)
}

/// The length of a text in quotes, which may hold quotes behind a backslash.
pub(super) fn end_of_quotes(text: &str) -> usize {
    let quote = text.chars().next();
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        if !escaped && Some(letter) == quote {
            return at + 1;
        }
        escaped = !escaped && letter == '\\';
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minify_css;

    #[test]
    fn comments_go_and_everything_that_counts_stays() {
        let css = "/* a */\na {\n  content: \"/* b */ \\\" \"; /* c */\n\n  margin: 1px/2px;\n}\n";
        assert_eq!(minify_css(css), "a{content:\"/* b */ \\\" \";margin:1px/2px}\n");
        assert_eq!(minify_css("a{} /* open"), "a{}\n");
        let css = "a[b=\"c\"], a[b='C 1'], a[b=\"'\"] {\n  content: 'c' }";
        assert_eq!(minify_css(css), "a[b=c],a[b='C 1'],a[b=\"'\"]{content:'c'}\n");
        let css = "a[b=\"c\"i], a[b=\"c\" i], a[b*='\"'] {}";
        assert_eq!(minify_css(css), "a[b=\"c\"i],a[b=c i],a[b*='\"']{}\n");
        let css = "@layer a , b;\na :is(b, c) > d\n{ width: calc(1px + 2px) }";
        assert_eq!(minify_css(css), "@layer a,b;a :is(b,c)>d{width:calc(1px + 2px)}\n");
    }
}
