//! Styles without the words that only their authors read.

/// Takes comments, indentation and empty lines out of CSS. What stands in quotes stays as it is.
pub fn lean(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['/', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        bare.push_str(before);
        let end = if from.starts_with("/*") {
            let end = from.find("*/").map_or(from.len(), |end| end + 2);
            rest = &from[end..];
            continue;
        } else if from.starts_with('/') {
            1
        } else {
            end_of_quotes(from)
        };
        bare.push_str(&from[..end]);
        rest = &from[end..];
    }
    bare.push_str(rest);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::with_capacity(bare.len()), |lean, line| lean + line + "\n")
}

/// The length of a text in quotes, which may hold quotes behind a backslash.
pub fn end_of_quotes(text: &str) -> usize {
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
    use super::lean;

    #[test]
    fn comments_go_and_everything_that_counts_stays() {
        let css = "/* a */\na {\n  content: \"/* b */ \\\" \"; /* c */\n\n  margin: 1px/2px;\n}\n";
        assert_eq!(lean(css), "a {\ncontent: \"/* b */ \\\" \";\nmargin: 1px/2px;\n}\n");
        assert_eq!(lean("a{} /* open"), "a{}\n");
    }
}
