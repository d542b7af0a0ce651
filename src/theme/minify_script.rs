//! Minifies the scripts of the default theme. Names stay as they are.

use super::minify_css::end_of_quotes;

/// What stands before a `/` that begins a regular expression and divides nothing.
const BEFORE_PATTERN: &str = "(,=:[!&|?{};+-*%<>~^";
/// After and before these letters a line may be joined with its neighbour: no statement ends there.
const OPENS: &str = "{}([,;:?&|=+-*<>!";
const GOES_ON: &str = "})],;:?&|=*.<>";
const CONST: &str = "const";

/// Takes comments, but for licences, which are `/*!`, and needless space out of a script, and writes `let` for `const`,
/// which is there for authors. Texts, templates and regular expressions stay as they
/// are. It knows the scripts it is for: statements end in `;` or with a block, and no `/` divides after a word like `return`.
pub(super) fn minify_script(script: &str) -> String {
    let mut minified = String::with_capacity(script.len());
    let mut rest = script;
    let mut space = None;
    while let Some(letter) = rest.chars().next() {
        let taken = match letter {
            _ if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ if letter.is_whitespace() => letter.len_utf8(),
            '"' | '\'' => end_of_quotes(rest),
            '`' => end_of_template(rest),
            '/' if begins_pattern(&minified) => end_of_pattern(rest),
            'c' if space.is_some() || !minified.ends_with(is_word) => declaration(rest),
            _ => letter.len_utf8(),
        };
        let (piece, after) = rest.split_at(taken);
        let piece = if piece == CONST { "let" } else { piece };
        rest = after;
        let is_comment = piece.starts_with("//") || piece.starts_with("/*");
        if letter.is_whitespace() || is_comment && !piece.starts_with("/*!") {
            let line_ends = piece.contains('\n') && !piece.starts_with("/*");
            space = if line_ends { Some('\n') } else { space.or(Some(' ')) };
            continue;
        }
        if let Some(space) = space.take().filter(|space| counts(&minified, *space, letter)) {
            minified.push(space);
        }
        if piece == "}" && minified.ends_with(';') {
            minified.pop();
        }
        minified.push_str(piece);
    }
    minified.push('\n');
    minified
}

/// Whether a space or the end of a line means something between what was written and what comes.
fn counts(before: &str, space: char, next: char) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    let joins = (is_word(last) && is_word(next)) || (last == next && matches!(last, '+' | '-'));
    match space {
        '\n' => !OPENS.contains(last) && !GOES_ON.contains(next),
        _ => joins,
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$' | '#')
}

/// The length of `const` where it declares, else of one letter.
fn declaration(code: &str) -> usize {
    let declares = |after: &str| after.starts_with([' ', '[', '{']);
    if code.strip_prefix(CONST).is_some_and(declares) { CONST.len() } else { 1 }
}

fn begins_pattern(before: &str) -> bool {
    let last = before.chars().next_back();
    last.is_none_or(|last| BEFORE_PATTERN.contains(last)) || before.ends_with("return")
}

/// The length of a template, with templates in its `${}`.
pub(super) fn end_of_template(text: &str) -> usize {
    let mut at = 1;
    while let Some(letter) = text[at..].chars().next() {
        at += match letter {
            '`' => return at + 1,
            '\\' => 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
            '$' if text[at..].starts_with("${") => 2 + end_of_braces(&text[at + 2..]),
            _ => letter.len_utf8(),
        };
    }
    text.len()
}

/// The length of code up to the brace that closes it, and that brace.
fn end_of_braces(code: &str) -> usize {
    let (mut at, mut depth) = (0, 1);
    while let Some(letter) = code[at..].chars().next() {
        at += match letter {
            '"' | '\'' => end_of_quotes(&code[at..]),
            '`' => end_of_template(&code[at..]),
            '/' if begins_pattern(code[..at].trim_end()) => end_of_pattern(&code[at..]),
            _ => letter.len_utf8(),
        };
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    code.len()
}

/// The length of a regular expression, without its flags.
fn end_of_pattern(text: &str) -> usize {
    let (mut escaped, mut in_class) = (false, false);
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minify_script;

    #[test]
    fn what_is_said_stays_and_what_is_only_for_authors_goes() {
        let script =
            "// A\n(() => {\n  const a = [1, 2]; /* b */\n\n  let text = 'x  // y';\n})();\n";
        assert_eq!(minify_script(script), "(()=>{let a=[1,2];let text='x  // y'})();\n");
        assert_eq!(minify_script("/*! A licence */\nlet a = 1;"), "/*! A licence */\nlet a=1;\n");
    }

    #[test]
    fn words_stay_apart_and_statements_without_an_end_on_their_lines() {
        let script = "function a() {\n}\nconst b = typeof c\nif (b) return +x - -y;\nmy.const\nmyconst [b]\n";
        let minified = "function a(){}let b=typeof c\nif(b)return+x- -y;my.const\nmyconst[b]\n";
        assert_eq!(minify_script(script), minified);
    }

    #[test]
    fn patterns_and_templates_are_left_alone() {
        let script = "x = /[/'] \\/  a/.exec(y) || `a  ${b ? `c  ${ '}' }` : /}/.source} // d`;";
        let minified = "x=/[/'] \\/  a/.exec(y)||`a  ${b ? `c  ${ '}' }` : /}/.source} // d`;\n";
        assert_eq!(minify_script(script), minified);
        assert_eq!(minify_script("a = b / c / d"), "a=b/c/d\n");
    }
}
