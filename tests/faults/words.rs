//! Texts put together at random from words, marks, tags and breaks: each word can be read on the page, or its author
//! is told where it is not, or it stands in a comment. `cargo xtask fuzz` goes on for longer.

use std::env;
use std::time::{Duration, Instant};

use testkit::Book;
use twohats::diagnostic::{Diagnostic, Noted, Severity, count};

use crate::mutations::Dice;

/// How many texts there are when nobody says for how long.
const RUNS: u64 = 1_500;

/// How long it goes on, in minutes. Each time goes through other texts.
const MINUTES: &str = "TWOHATS_FUZZ_MINUTES";

/// What stands between words: breaks, marks of Markdown and of HTML, and what looks like them.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    " ", " ", " ", "\n", "\n", "\n\n", "\n\n", "  \n", "    ", "\n    ", "\t", "# ", "\n## ", "##", "- ", "\n- ", "-", "* ",
    "+ ", "1. ", "\n2) ", "> ", "\n> ", "> [!NOTE]", "\n> [!TIP] ", "```", "\n```\n", "~~~\n", "`", "`", "``", "*", "*", "**",
    "_", "__", "~~", "[", "]", "](", ")", "(", "![", "](https://x.example/", "<https://x.example/", " https://x.example/",
    " www.x.example/", "[^", "]: ", "[^1]", "\n[^1]: ", "|", "|", "\n|---|---|\n", "| ", " :--", "<", ">", "</", "<!--", "-->",
    "<details>", "</details>", "<summary>", "</summary>", "<b>", "</b>", "<br>", "<div>", "</div>", "<table>", "<tr><td>",
    "</table>", "<template>", "</template>", "<script>", "</script>", "<style>", "</style>", "<textarea>", "<title>", "<time>",
    "<label>", "</label>", "<select>", "<option>", "<svg>", "<math>", "<iframe src=\"", "<img src=\"", "<img alt=\"",
    "<a href=\"", "<p class=\"", "\">", "<?", "?>", "<!", "<![CDATA[", "]]>", "&amp;", "&", ";", "&lt;", "&#", "\\", "{", "}",
    " {#", " {.", "\n===\n", "\n---\n", "\n***\n", ": ", "\n: ", "!", "\n:::", "{%", "%}", "{{", "}}", "$", "^", "==",
    "\u{a0}", "\u{200b}", "\u{e000}", "\u{e001}", "é", "[ ] ", "[x] ", "\"", "'", "=", "/", "@x.example", "mailto:",
];

/// The letters that words are made of, so that none is a word of the page.
const LETTERS: &[u8; 16] = b"bcdfghjkmnpqrtvw";

/// Where a text can stand.
#[derive(Clone, Copy, Debug)]
enum Host {
    Guide,
    Block,
    Line,
}

#[test]
fn each_word_of_a_text_is_on_its_page_in_a_message_or_in_a_comment() {
    let minutes = env::var(MINUTES).ok().map(|text| text.parse().expect("a number of minutes"));
    let end = minutes.map(|minutes: u64| Instant::now() + Duration::from_secs(60 * minutes));
    let first = end.map_or(0, |_| u64::from(std::process::id()) << 32);
    let (mut lost, mut judged, mut seed) = (Vec::new(), 0, first);
    while end.map_or(seed < RUNS, |end| Instant::now() < end) && lost.len() < 20 {
        seed += 1;
        let mut dice = Dice(seed);
        let host = [Host::Guide, Host::Block, Host::Line][dice.roll(3)];
        let pieces = text(&mut dice);
        match words_lost(host, &pieces) {
            Some(words) if words.is_empty() => judged += 1,
            Some(_) => lost.push(smallest(host, pieces)),
            None => {}
        }
    }
    println!("{judged} texts are on a page, {} with words lost", lost.len());
    println!("tally: inputs fuzzed (words): {}", seed - first);
    assert!(lost.is_empty(), "words are lost of {} texts:\n{}", lost.len(), lost.join("\n"));
    assert!(judged > 200, "only {judged} texts are on a page");
}

/// Words, and pieces between them.
fn text(dice: &mut Dice) -> Vec<String> {
    let mut pieces = Vec::new();
    for number in 0..=dice.roll(12) {
        pieces.push(word(number));
        for _ in 0..=dice.roll(3) {
            pieces.push(PIECES[dice.roll(PIECES.len())].to_owned());
        }
    }
    if dice.roll(2) == 0 {
        pieces.remove(0);
    }
    pieces
}

fn word(number: usize) -> String {
    let letter = |at: usize| char::from(LETTERS[at % LETTERS.len()]);
    format!("z{}{}x", letter(number), letter(number + 5))
}

fn is_word(piece: &str) -> bool {
    piece.len() == 4 && piece.starts_with('z') && piece.ends_with('x')
}

/// The words that are nowhere. `None` when the author has to mend something before there is a page.
fn words_lost(host: Host, pieces: &[String]) -> Option<Vec<String>> {
    let text = pieces.concat();
    let (path, page, file) = match host {
        Host::Guide => {
            ("content/guidance/a.md", "guidance/a.html", format!("---\ntitle: A\n---\n\n{text}\n"))
        }
        Host::Block => {
            let body = ["  ", &text.replace('\n', "\n  "), "\n"].concat();
            (
                SCENARIO,
                SCENARIO_PAGE,
                format!("{}situation: |\n  Now.\n\n{body}", testkit::scenario("A")),
            )
        }
        Host::Line => {
            let line = serde_json::to_string(&text).expect("a text can be quoted");
            (SCENARIO, SCENARIO_PAGE, format!("{}signs:\n  - {line}\n", testkit::scenario("A")))
        }
    };
    let settings = "[book]\ntitle = \"Test\"\n[rules]\nbroken-link = \"warning\"\nbroken-anchor = \"warning\"\n";
    let book = Book::new().file("book.toml", settings).file(path, &file);
    let Noted { value: site, notes } = book.make();
    if count(&notes, Severity::Error) > 0 {
        return None;
    }
    let bytes =
        site?.render(page)?.unwrap_or_else(|fault| panic!("{text:?}: {fault:?}")).into_owned();
    let html = String::from_utf8(bytes).expect("a page is UTF-8");
    let words = pieces.iter().filter(|piece| is_word(piece) && !html.contains(piece.as_str()));
    Some(
        words
            .filter(|word| !is_told(&file, word, &notes) && !is_for_nobody(&file, word))
            .cloned()
            .collect(),
    )
}

const SCENARIO: &str = "content/scenarios/a.yaml";
const SCENARIO_PAGE: &str = "scenarios/a.html";

/// Whether what is told shows the word.
fn is_told(file: &str, word: &str, notes: &[Diagnostic]) -> bool {
    let at = file.find(word).expect("the word is in its file");
    notes.iter().any(|note| note.span.range().contains(&at) || note.message.contains(word))
}

/// Whether the word stands in a comment, or among the settings of a box of code.
fn is_for_nobody(file: &str, word: &str) -> bool {
    let at = file.find(word).expect("the word is in its file");
    let line = file[..at].rsplit('\n').next().unwrap_or_default();
    if line.contains("```") || line.contains("~~~") {
        return true;
    }
    let opened = file[..at].rfind("<!--");
    opened.is_some_and(|opened| !file[opened..at].contains("-->") && file[at..].contains("-->"))
}

/// The text without all that it can do without and still lose words.
fn smallest(host: Host, mut pieces: Vec<String>) -> String {
    let is_lost =
        |pieces: &[String]| words_lost(host, pieces).is_some_and(|words| !words.is_empty());
    let mut at = 0;
    while at < pieces.len() {
        let piece = pieces.remove(at);
        if is_lost(&pieces) {
            at = 0;
        } else {
            pieces.insert(at, piece);
            at += 1;
        }
    }
    format!("{host:?} {:?}: {:?}", pieces.concat(), words_lost(host, &pieces).unwrap_or_default())
}
