//! `wordless-picture`: every picture has words for those who cannot see it, or says on purpose that it needs none.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::wordless_picture::{file_name, says_nothing, wordless};
use crate::markdown::Html;
use crate::model::{Href, Playbook, SitePath, Translation, decode};

/// Words that say no more than that a picture is there, as programs put them in; German ones too.
const EMPTY: [&str; 27] = [
    "a",
    "abbildung",
    "alt",
    "am",
    "an",
    "at",
    "bild",
    "bildschirmfoto",
    "copy",
    "description",
    "figure",
    "foto",
    "grafik",
    "graphic",
    "image",
    "images",
    "img",
    "of",
    "pasted",
    "photo",
    "pic",
    "picture",
    "placeholder",
    "pm",
    "screenshot",
    "text",
    "um",
];

/// Endings of files that somebody takes for a picture's name.
const ENDINGS: [&str; 12] =
    ["avif", "bmp", "gif", "heic", "jpeg", "jpg", "pdf", "png", "svg", "tif", "tiff", "webp"];

/// Looks at the words of every picture, in every language.
pub(super) fn check(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    let translated = playbook.translations.iter().flat_map(Translation::mentions);
    for mentions in playbook.mentions().chain(translated).filter(|mentions| !mentions.draft) {
        for picture in &mentions.pictures {
            let span = || picture.span.clone();
            match picture.words.as_deref().map(str::trim) {
                None => {
                    let adorning = adorning(playbook.book.html, &picture.target);
                    notes.push(wordless(span(), &picture.target).and_help(&adorning));
                }
                // That it needs none was said on purpose.
                Some("") => {}
                Some(words) if is_file_name(words, &picture.target) => {
                    notes.push(file_name(span(), words));
                }
                Some(words) if is_empty(words) => notes.push(says_nothing(span(), words)),
                Some(_) => {}
            }
        }
    }
}

/// How to say that a picture needs no words, where raw HTML is no text.
fn adorning(html: Html, target: &str) -> String {
    match html {
        Html::Clean | Html::Trust => {
            format!("if it only adorns the page, write `<img src=\"{target}\" alt=\"\">`")
        }
        Html::Escape => String::new(),
    }
}

/// Whether the words are the name of a file: that of the picture, or any that ends like one.
fn is_file_name(words: &str, target: &str) -> bool {
    let path = SitePath::made(decode(Href::cut(target).path));
    let ending = words.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    // `Van` says what `van.png` shows; `IMG_2031` does not.
    let is_code = |name: &str| name.contains('_') || name.contains(|c: char| c.is_ascii_digit());
    words == path.name()
        || ENDINGS.contains(&ending.as_str())
        || (words == path.short_name() && is_code(words))
}

/// Whether the words say nothing of what is seen.
fn is_empty(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut words =
        lower.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    words.all(|word| EMPTY.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{is_empty, is_file_name};

    #[test]
    fn words_of_a_program_are_told_from_words_about_what_is_seen() {
        for words in [
            "image",
            "Image 3",
            "screenshot",
            "Screenshot 2026-05-01 at 10.12.13 PM",
            "alt text",
            "…",
            "1",
        ] {
            assert!(is_empty(words), "{words}");
        }
        for words in ["The van", "A picture of the van", "Screenshot of the rota", "Van"] {
            assert!(!is_empty(words), "{words}");
        }
    }

    #[test]
    fn a_name_of_a_file_is_no_word() {
        for (words, target) in [
            ("IMG_2031.png", "../IMG_2031.png"),
            ("IMG_2031", "IMG_2031.png#x"),
            ("the van.png", "the%20van.png"),
            ("Pasted image 2026.PNG", "van.png"),
        ] {
            assert!(is_file_name(words, target), "{words}");
        }
        for (words, target) in [("van", "van.png"), ("The van at no. 9", "van.png")] {
            assert!(!is_file_name(words, target), "{words}");
        }
    }
}
