//! A text as YAML that means it.

/// A text as it can stand behind a key: in quotes where YAML would take it for something else.
#[must_use]
pub fn scalar(text: &str) -> String {
    let is_plain = text.starts_with(char::is_alphanumeric)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.contains(char::is_control)
        && !text.eq_ignore_ascii_case("null");
    // Whatever JSON writes in double quotes, YAML reads.
    if is_plain { text.to_owned() } else { serde_json::json!(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn a_text_is_in_quotes_only_where_it_must_be() {
        for plain in ["The release grows", "1:1 with C# people", "1.10", "No"] {
            assert_eq!(scalar(plain), plain);
        }
        assert_eq!(scalar("Plan: ship A"), "\"Plan: ship A\"");
        assert_eq!(scalar("\"Quoted\" & more"), "\"\\\"Quoted\\\" & more\"");
        assert_eq!(scalar("- no list"), "\"- no list\"");
        assert_eq!(scalar("Ends with:"), "\"Ends with:\"");
    }
}
