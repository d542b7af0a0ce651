//! The tag of a language that was written in words.

/// Languages by their tags, each with its English name and its own.
const NAMES: [(&str, &[&str]); 22] = [
    ("ar", &["arabic", "العربية"]),
    ("cs", &["czech", "čeština"]),
    ("da", &["danish", "dansk"]),
    ("de", &["german", "deutsch"]),
    ("el", &["greek", "ελληνικά"]),
    ("en", &["english", "british", "american"]),
    ("es", &["spanish", "español"]),
    ("fi", &["finnish", "suomi"]),
    ("fr", &["french", "français"]),
    ("he", &["hebrew", "עברית"]),
    ("it", &["italian", "italiano"]),
    ("ja", &["japanese", "日本語"]),
    ("ko", &["korean", "한국어"]),
    ("nl", &["dutch", "nederlands"]),
    ("no", &["norwegian", "norsk"]),
    ("pl", &["polish", "polski"]),
    ("pt", &["portuguese", "português"]),
    ("ru", &["russian", "русский"]),
    ("sv", &["swedish", "svenska"]),
    ("tr", &["turkish", "türkçe"]),
    ("uk", &["ukrainian", "українська"]),
    ("zh", &["chinese", "中文"]),
];

/// Says which tag was meant, as in `did you mean `en`?`.
pub(super) fn meant_tag(word: &str) -> Option<String> {
    let small = word.trim().to_lowercase();
    let named = NAMES.iter().find(|(_, names)| names.contains(&small.as_str()));
    let tag = match named {
        Some((tag, _)) => (*tag).to_owned(),
        None => spelt(word)?,
    };
    Some(format!("did you mean `{tag}`?"))
}

/// `en_GB.UTF-8` and `DE` as tags.
fn spelt(word: &str) -> Option<String> {
    let word = word.split('.').next()?;
    let mut parts = word.split(['_', '-']);
    let language = parts.next()?.to_lowercase();
    let is_short =
        matches!(language.len(), 2 | 3) && language.bytes().all(|c| c.is_ascii_lowercase());
    let rest: Vec<&str> = parts.collect();
    let are_parts =
        rest.iter().all(|part| !part.is_empty() && part.bytes().all(|c| c.is_ascii_alphanumeric()));
    let tag = [language.as_str()].into_iter().chain(rest).collect::<Vec<_>>().join("-");
    (is_short && are_parts).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::meant_tag;

    #[test]
    fn a_language_is_known_by_its_name_and_by_a_tag_that_is_spelt_otherwise() {
        for (word, tag) in [
            ("english", "en"),
            ("Deutsch", "de"),
            ("FR", "fr"),
            ("en_GB", "en-GB"),
            ("de_DE.UTF-8", "de-DE"),
        ] {
            assert_eq!(meant_tag(word), Some(format!("did you mean `{tag}`?")));
        }
        assert_eq!(meant_tag("ours"), None);
    }
}
