//! Marks that are typed a little wrong, and lists that are typed as one text: of three hundred such slips in our own
//! playbook nearly all are told at their line.

use std::ops::Range;

use crate::book::{Mutant, sources, survivors_among_all};

/// How many slips are tried of each sort, spread over the book.
const OF_EACH: usize = 10;

/// How many of a hundred may be told nowhere or at another line.
const MOST_IN_A_HUNDRED: usize = 5;

/// A line of a file, and what stands before it.
struct Line<'t> {
    text: &'t str,
    before: &'t str,
    range: Range<usize>,
    /// Whether it is Markdown: the body of a guide.
    is_prose: bool,
}

/// What a slip makes of a line, where it can be made.
type Slip = fn(&Line<'_>) -> Option<String>;

/// What stands before an item instead of its dash, by its number from 0.
type Bullet = fn(usize) -> String;

/// Slips in Markdown.
const MARKS: [(&str, Slip); 23] = [
    ("bold that is not closed", |line| bold(line, |words| format!("**{words}"))),
    ("bold with a gap at its start", |line| bold(line, |words| format!("** {words}**"))),
    ("bold with gaps inside", |line| bold(line, |words| format!("** {words} **"))),
    ("a link with a gap in the middle", |line| link(line, |words, to| format!("[{words}] ({to})"))),
    ("a link the wrong way round", |line| link(line, |words, to| format!("({words})[{to}]"))),
    ("a link that is not closed", |line| link(line, |words, to| format!("[{words}]({to}"))),
    ("a link with a gap in its address", |line| {
        link(line, |words, to| format!("[{words}](the page/{to})"))
    }),
    ("a link without its second bracket", |line| link(line, |words, to| format!("[{words}({to})"))),
    ("a link of a wiki", |line| link(line, |words, _| format!("[[{words}]]"))),
    ("a picture of a wiki", |line| link(line, |words, _| format!("![[{words}.png]]"))),
    ("code that is not closed", |line| in_words(line, |words| format!("`{words}"))),
    ("struck out and not closed", |line| in_words(line, |words| format!("~~{words}"))),
    ("a heading without its gap", |line| {
        Some(line.text.strip_prefix("## ").filter(|_| line.is_prose)?.to_owned())
            .map(|words| format!("##{words}"))
    }),
    ("a heading without words", |line| {
        line.text.strip_prefix("## ").filter(|_| line.is_prose).map(|_| "##".to_owned())
    }),
    ("an item without its gap", |line| {
        Some(format!("-{}", line.text.strip_prefix("- ").filter(|_| line.is_prose)?))
    }),
    ("a tick without its gap", |line| {
        Some(format!("- [x]{}", line.text.strip_prefix("- ").filter(|_| line.is_prose)?))
    }),
    ("a shortcode", |line| paragraph(line, |words| format!("{{{{< note >}}}} {words}"))),
    ("a tag of another tool", |line| paragraph(line, |words| format!("{{% note %}} {words}"))),
    ("an admonition", |line| paragraph(line, |words| format!("!!! note\n    {words}"))),
    ("a box of colons", |line| paragraph(line, |words| format!("::: note\n{words}"))),
    ("contents", |line| paragraph(line, |words| format!("[TOC]\n\n{words}"))),
    ("words in a box", |line| paragraph(line, |words| format!("    {words}"))),
    ("two versions", |line| {
        paragraph(line, |words| {
            format!("<<<<<<< HEAD\n{words}\n=======\nOther words\n>>>>>>> main")
        })
    }),
];

/// What a list of a scenario is typed as instead.
const LISTS: [(&str, Bullet); 9] = [
    ("bullets", |_| String::from("• ")),
    ("dashes", |_| String::from("– ")),
    ("arrows", |_| String::from("→ ")),
    ("ticks", |_| String::from("✓ ")),
    ("numbers", |at| format!("{}. ", at + 1)),
    ("numbers and brackets", |at| format!("{}) ", at + 1)),
    ("numbers in brackets", |at| format!("({}) ", at + 1)),
    ("letters", |at| format!("{}) ", ["a", "b", "c", "d", "e", "f", "g", "h"][at % 8])),
    ("the letter o", |_| String::from("o ")),
];

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn of_three_hundred_slips_in_marks_and_lists_nearly_all_are_told_at_their_line() {
    let sources = sources();
    let files: Vec<(&str, &str)> = sources
        .texts
        .iter()
        .filter(|(path, _)| path.starts_with("content/") && *path != crate::book::QUERIES)
        .map(|(path, source)| (path.as_str(), source.text()))
        .collect();
    let mut mutants = Vec::new();
    for (name, slip) in MARKS {
        let all = files.iter().flat_map(|(path, text)| {
            lines(text).into_iter().filter_map(|line| {
                let with = slip(&line)?;
                Some(mutant(path, text, line.range, with))
            })
        });
        mutants.extend(some(name, all.collect()));
    }
    let tables = files.iter().flat_map(|(path, text)| {
        let dashes = lines(text).into_iter().filter(|line| line.text.starts_with("|--"));
        dashes.map(|line| {
            let head = line.range.start - 1 - line.before.len()..line.range.end;
            mutant(path, text, head, line.before.to_owned())
        })
    });
    mutants.extend(some("of tables without their dashes", tables.collect()));
    for (name, bullet) in LISTS {
        for fold in ["", " >"] {
            let all = files.iter().filter(|(path, _)| path.contains("/scenarios/"));
            let all = all.flat_map(|(path, text)| {
                let lists = lists(text).into_iter();
                lists.map(|(range, key, items)| {
                    let items = items.iter().enumerate();
                    let items = items.map(|(at, item)| format!("\n  {}{item}", bullet(at)));
                    let with = format!("{key}{fold}{}", items.collect::<String>());
                    let mut mutant = mutant(path, text, range, with);
                    mutant.line += 1;
                    mutant
                })
            });
            mutants.extend(some(name, all.collect()).into_iter().take(OF_EACH / 2));
        }
    }
    assert!(mutants.len() >= 300, "there are only {} slips", mutants.len());
    let survivors = survivors_among_all(&mutants);
    let (untold, all) = (survivors.len(), mutants.len());
    println!("{untold} of {all} are not told at their line:{}", survivors.concat());
    assert!(untold * 100 <= all * MOST_IN_A_HUNDRED, "{untold} of {all}:{}", survivors.concat());
}

fn mutant(path: &str, text: &str, range: Range<usize>, with: String) -> Mutant {
    let line = text[..range.start].matches('\n').count() + 1;
    Mutant { path: path.to_owned(), range, with, line, key: String::new(), rules: &[] }
}

/// So many of them, spread evenly.
fn some(name: &str, all: Vec<Mutant>) -> Vec<Mutant> {
    assert!(!all.is_empty(), "nothing can be made {name}");
    let step = (all.len() / OF_EACH).max(1);
    all.into_iter().step_by(step).take(OF_EACH).collect()
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let body = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.find("---\n"))
        .map_or(text.len(), |at| at + 8);
    let mut start = 0;
    let mut before = "";
    let all = text.split_inclusive('\n').map(|line| {
        let words = line.trim_end();
        let found = Line {
            text: words,
            before,
            range: start..start + words.len(),
            is_prose: start >= body,
        };
        start += line.len();
        before = words;
        found
    });
    all.collect()
}

/// The lists of plain texts: where, their key, and their items.
fn lists(text: &str) -> Vec<(Range<usize>, &str, Vec<&str>)> {
    let mut found: Vec<(Range<usize>, &str, Vec<&str>)> = Vec::new();
    for line in lines(text) {
        let Some(item) = line.text.strip_prefix("  - ") else { continue };
        if line.before.ends_with(':') && !line.before.starts_with(' ') {
            found.push((
                line.range.start - line.before.len() - 1..line.range.end,
                line.before,
                vec![item],
            ));
        } else if let Some((range, _, items)) =
            found.last_mut().filter(|(range, ..)| range.end + 1 == line.range.start)
        {
            range.end = line.range.end;
            items.push(item);
        }
    }
    let is_plain = |item: &&str| !item.contains([':', '"', '\'', '[', '{', '#', '>', '|']);
    found.retain(|(_, _, items)| items.len() > 1 && items.iter().all(is_plain));
    found
}

/// A line of words in the middle of a guide, with nothing before it.
fn paragraph(line: &Line<'_>, slip: fn(&str) -> String) -> Option<String> {
    let is_words = line.text.starts_with(|letter: char| letter.is_ascii_uppercase());
    (line.is_prose && is_words && line.before.is_empty()).then(|| slip(line.text))
}

/// The third word of a paragraph, marked.
fn in_words(line: &Line<'_>, slip: fn(&str) -> String) -> Option<String> {
    paragraph(line, str::to_owned)?;
    let mut words: Vec<String> = line.text.split(' ').map(str::to_owned).collect();
    let third = words.get(2).filter(|word| word.chars().all(char::is_alphabetic))?;
    words[2] = slip(third);
    Some(words.join(" "))
}

fn bold(line: &Line<'_>, slip: fn(&str) -> String) -> Option<String> {
    let (before, rest) = line.text.split_once("**").filter(|_| line.is_prose)?;
    let (words, after) = rest.split_once("**").filter(|(_, after)| !after.contains("**"))?;
    Some(format!("{before}{}{after}", slip(words)))
}

fn link(line: &Line<'_>, slip: fn(&str, &str) -> String) -> Option<String> {
    let (before, rest) = line.text.split_once('[').filter(|_| line.is_prose)?;
    let (words, rest) = rest.split_once("](")?;
    let (to, after) = rest.split_once(')').filter(|(_, after)| !after.contains('['))?;
    Some(format!("{before}{}{after}", slip(words, to)))
}
