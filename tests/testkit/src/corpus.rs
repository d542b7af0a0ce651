//! A book of any size, the same in every run: scenarios of about 3.6 KB, a guide of 6 KB for every ten of
//! them, twenty templates. Its words are as varied as those of real prose, some common and many rare.

use std::fmt::Write;

const TEMPLATES: usize = 20;

/// The files of a book with this many scenarios, by their paths, one made after the other.
pub fn files(scenarios: usize) -> impl Iterator<Item = (String, String)> {
    let book = std::iter::once(("book.toml".to_owned(), book()));
    let templates =
        (0..TEMPLATES).map(|at| (format!("content/templates/t{at}.yaml"), template(at)));
    let guides = (0..guides(scenarios))
        .map(move |at| (format!("content/guidance/g{at}.md"), guide(at, scenarios)));
    let cases = (0..scenarios).map(move |at| {
        let title = format!("Case {at}: {}", sentence(at));
        (scenario_path(at), scenario(at, &title, scenarios))
    });
    book.chain(templates).chain(guides).chain(cases)
}

pub fn scenario_path(number: usize) -> String {
    format!("content/scenarios/s{number}.yaml")
}

/// The file of one of so many scenarios.
pub fn scenario(number: usize, title: &str, scenarios: usize) -> String {
    let topic = |shift: usize| topic(number * 7 + shift * shift * 3);
    let mut text = format!(
        "title: \"{title}\"\nsummary: {}\ntopics:\n  - {}\n  - {}\n  - {}\nlevel: core\ntime: 20 minutes\n\nsigns:\n",
        sentence(number + 1),
        topic(1),
        topic(2),
        topic(3),
    );
    lines(&mut text, "  ", number, 5);
    text += "\nsituation: |\n";
    paragraphs(&mut text, "  ", number, 3);
    text += "\nfirst: leader\n";
    for (role, shift) in [("leader", 3), ("manager", 5)] {
        let _ = write!(text, "\n{role}:\n  aim: {}\n  say: |\n", sentence(number + shift));
        paragraphs(&mut text, "    ", number + shift, 3);
        text += "  do:\n";
        for action in 0..4 {
            let what = sentence((number + shift) * 7 + action);
            let _ =
                writeln!(text, "    - Find out whether {}", what[..1].to_lowercase() + &what[1..]);
        }
        let _ = writeln!(text, "  avoid: {}", sentence(number + shift + 1));
    }
    text += "\nmistakes:\n";
    for slip in 0..3 {
        let (at, cure) = (number * 3 + slip, number + slip * 11);
        let _ = writeln!(text, "  - if: {}\n    then: {}", sentence(at), sentence(cure));
    }
    text += "\nsequence:\n";
    for step in 0..4 {
        let role = ["leader", "manager"][step % 2];
        let _ = writeln!(text, "  - {role}: {}\n    when: Day {step}", sentence(number + step * 3));
    }
    let (sheet, guide) = (number % TEMPLATES, number % guides(scenarios));
    let _ = write!(text, "\ntemplates:\n  - t{sheet}\nguidance:\n  - g{guide}\nmeasures:\n");
    lines(&mut text, "  ", number + 7, 4);
    let related = (number + 1) % scenarios;
    if related != number {
        let _ = write!(text, "\nrelated:\n  - s{related}\n");
    }
    text
}

/// Guidance of six parts.
pub fn guide(number: usize, scenarios: usize) -> String {
    let mut text = format!("---\ntitle: Guide {number}\nsummary: {}\n---\n", sentence(number));
    for part in 0..6 {
        let _ = write!(text, "\n## Part {part}\n\n");
        for line in 0..6 {
            let at = number + part * 6 + line;
            let _ = writeln!(text, "{} {}", sentence(at), sentence(at + part + line * 5));
        }
        let case = (number * 10 + part) % scenarios;
        let _ = writeln!(text, "\nSee **[a case](../scenarios/s{case}.yaml)** for it.");
    }
    text
}

fn book() -> String {
    let mut text = String::from(
        "[book]\ntitle = \"A measured book\"\nsite_url = \"https://example.org/measured/\"\n\n[topics]\n",
    );
    for number in 0..TOPICS {
        let _ = writeln!(text, "{} = \"Topic {number}\"", topic(number));
    }
    text
}

const TOPICS: usize = 40;

fn topic(number: usize) -> String {
    format!("topic-{}", number % TOPICS)
}

fn guides(scenarios: usize) -> usize {
    (scenarios / 10).max(1)
}

fn template(number: usize) -> String {
    let mut text = format!("title: Sheet {number}\nsummary: {}\nfields:\n", sentence(number));
    for field in 0..12 {
        let kind = ["text", "long", "date"][field % 3];
        let _ = writeln!(text, "  - {kind}: Field {field}\n    hint: {}", sentence(number + field));
    }
    text
}

fn lines(text: &mut String, indent: &str, number: usize, count: usize) {
    for line in 0..count {
        let _ = writeln!(text, "{indent}- {}", sentence(number * 7 + line));
    }
}

fn paragraphs(text: &mut String, indent: &str, number: usize, count: usize) {
    for paragraph in 0..count {
        for line in 0..2 {
            let _ = writeln!(text, "{indent}{}", sentence(number * 5 + paragraph * 3 + line));
        }
        if paragraph + 1 < count {
            text.push('\n');
        }
    }
}

fn sentence(number: usize) -> String {
    const WHO: [&str; 7] = [
        "The sponsor",
        "A colleague",
        "The team",
        "Nobody",
        "A customer",
        "The director",
        "Someone new",
    ];
    const DOES: [&str; 9] = [
        "asks for an answer before",
        "has not been told about",
        "would rather wait than change",
        "agrees with most of",
        "keeps a list of",
        "remembers",
        "is surprised by",
        "has to explain",
        "wants to see",
    ];
    const WHAT: [&str; 11] = [
        "the plan for the next quarter",
        "the date that was promised",
        "what was left out",
        "the new way of working",
        "the cost of the delay",
        "every open question",
        "the last review",
        "a decision nobody wrote down",
        "the work that was added",
        "what the first day needs",
        "the notes of the meeting",
    ];
    let (who, does, what) = (WHO[number % 7], DOES[number % 9], WHAT[number % 11]);
    format!("{who} {does} {what} at {}.", name(number))
}

/// A made-up name of three syllables, one of some thirteen thousand: few come often, most come seldom.
fn name(number: usize) -> String {
    const BEGINS: [&str; 12] = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t"];
    const SOUNDS: [&str; 2] = ["a", "o"];
    const SYLLABLES: usize = BEGINS.len() * SOUNDS.len();
    const NAMES: usize = SYLLABLES * SYLLABLES * SYLLABLES;
    let drawn = |shift: u32| {
        let mixed = (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(shift);
        usize::try_from(mixed.wrapping_mul(0xff51_afd7_ed55_8ccd) >> 44).unwrap_or_default()
    };
    // The product of two draws is small far more often than large.
    let mut rest = (drawn(0) % NAMES) * (drawn(29) % NAMES) / NAMES;
    let mut name = String::new();
    for _ in 0..3 {
        let syllable = rest % SYLLABLES;
        rest /= SYLLABLES;
        name += BEGINS[syllable % BEGINS.len()];
        name += SOUNDS[syllable / BEGINS.len()];
    }
    name
}
