//! Where a sentence ends.

/// Words that end in a full stop and no sentence, in English and in German.
const SHORT: [&str; 24] = [
    "approx", "bzw", "ca", "cf", "dr", "etc", "evtl", "e.g", "ggf", "i.e", "inkl", "jr", "max",
    "min", "mr", "mrs", "ms", "no", "nr", "prof", "st", "usw", "vgl", "vs",
];

/// Signs that may stand between the end of a sentence and the gap behind it.
const CLOSING: [char; 9] = ['"', '\'', '”', '“', '’', '»', '«', ')', ']'];

/// How many bytes the first sentence of a text takes; nothing where the text ends first.
#[must_use]
pub fn first_sentence(text: &str) -> Option<usize> {
    text.char_indices()
        .find_map(|(at, sign)| {
            let end = at + sign.len_utf8();
            match sign {
                '。' | '！' | '？' => Some(end),
                '.' | '!' | '?' | '…' if sign != '.' || !is_short(&text[..at]) => {
                    let behind = text[end..].trim_start_matches(CLOSING);
                    let next = behind.trim_start();
                    let goes_on = next.starts_with(|next: char| next.is_lowercase() || next == '.');
                    let is_end = next.len() < behind.len() || behind.is_empty();
                    (is_end && !goes_on).then_some(text.len() - behind.len())
                }
                _ => None,
            }
        })
        .filter(|end| !text[*end..].trim().is_empty())
}

/// Whether a full stop behind these words belongs to the last of them: a letter alone, a number or a short form.
fn is_short(before: &str) -> bool {
    let word =
        before.rsplit(|sign: char| sign.is_whitespace() || sign == '(').next().unwrap_or_default();
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    word.chars().nth(1).is_none() || is_number || SHORT.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_sentence_ends_at_its_full_stop_and_at_no_short_form() {
        for (text, first) in [
            ("Your work is good. I want you here.", Some("Your work is good.")),
            ("“I want you here.” Then wait.", Some("“I want you here.”")),
            ("Ask Dr. Lee first. Then wait.", Some("Ask Dr. Lee first.")),
            ("Am 3. Mai z. B. passt es. Und dann?", Some("Am 3. Mai z. B. passt es.")),
            ("Really? Yes.", Some("Really?")),
            ("Well ... maybe so. Fine.", Some("Well ... maybe so.")),
            ("Version 2.5 is out. Good.", Some("Version 2.5 is out.")),
            ("今日は早い。明日は遅い。", Some("今日は早い。")),
            ("One sentence alone.", None),
            ("No end at all", None),
            ("", None),
        ] {
            assert_eq!(first_sentence(text).map(|end| &text[..end]), first, "{text}");
        }
    }
}
