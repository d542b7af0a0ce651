//! Layouts with what is the same on every page written into them: words of the interface, and what is known of the site. A layout
//! engine takes longer to look such a word up than to write it, and most of what it looks up is such.
//!
//! It must not know what these values are, nor how they are written: it asks, and is answered by the engine itself.

use super::call::call;
use super::component::explicit;
use super::names::{given, values};
use super::pieces::{Piece, joined, pieces};
use std::collections::{BTreeMap, BTreeSet};

/// The names whose values are the same on every page of an edition.
const SAME: [&str; 2] = ["site", "words"];

/// Stands between two answers. It is a noncharacter, and no value has one.
const BETWEEN: char = '\u{FDD0}';

/// Layouts of which some tags can be settled, and what must be asked for that.
pub(crate) struct Unsettled {
    layouts: Vec<(String, Vec<Piece>)>,
    /// What each tag says that shows what is the same on every page.
    questions: Vec<String>,
}

impl Unsettled {
    /// Finds what can be settled in layouts, each a name and its text.
    pub(crate) fn new<'l>(layouts: impl Iterator<Item = (&'l str, &'l str)>) -> Self {
        let layouts: Vec<_> = layouts
            .map(|(name, text)| {
                let whole = || vec![Piece::Text(text.to_owned())];
                (name.to_owned(), pieces(text).unwrap_or_else(whole))
            })
            .collect();
        let all = || layouts.iter().flat_map(|(_, pieces)| pieces);
        let taken: BTreeSet<String> = all().flat_map(other_values).collect();
        let same: Vec<&str> = SAME.into_iter().filter(|name| !taken.contains(*name)).collect();
        let asked: BTreeSet<&str> = all().filter_map(|piece| question(piece, &same)).collect();
        Self { questions: asked.into_iter().map(str::to_owned).collect(), layouts }
    }

    /// A layout that says all that must be asked.
    pub(crate) fn asked(&self) -> String {
        let questions: Vec<Piece> = self.questions.iter().cloned().map(Piece::Shown).collect();
        let shown: Vec<String> = questions.chunks(1).map(joined).collect();
        shown.join(&BETWEEN.to_string())
    }

    /// The layouts with what was answered: what the layout that asks makes of the values of an edition. They stay as they
    /// are where nothing was, or it cannot be told what is an answer to what.
    pub(crate) fn settled(&self, answered: Option<&str>) -> Vec<(&str, String)> {
        let answers: Vec<&str> =
            answered.map(|all| all.split(BETWEEN).collect()).unwrap_or_default();
        let is_told = answers.len() == self.questions.len();
        let questions = self.questions.iter().map(String::as_str).filter(|_| is_told);
        let answers = questions.zip(answers).collect();
        let layouts = self.layouts.iter();
        let settled = layouts.map(|(name, pieces)| {
            let pieces: Vec<Piece> = pieces.iter().map(|piece| settle(piece, &answers)).collect();
            (name.as_str(), joined(&pieces))
        });
        settled.collect()
    }
}

/// The names to which a piece gives other values than those of the whole edition.
fn other_values(piece: &Piece) -> Vec<String> {
    let (Piece::Shown(said) | Piece::Tag(said)) = piece else { return Vec::new() };
    let arguments = call(said).into_iter().flat_map(|(_, arguments)| arguments);
    let set = said.strip_prefix("set ").and_then(|set| set.split([' ', '=']).next());
    let names = arguments.map(|argument| argument.name).chain(given(said)).chain(set);
    names.map(str::to_owned).chain(explicit(said)).collect()
}

/// What a piece shows, where all its values are the same on every page.
fn question<'p>(piece: &'p Piece, same: &[&str]) -> Option<&'p str> {
    let Piece::Shown(said) = piece else { return None };
    let mut names = values(said).into_iter().map(|place| &said[place]).peekable();
    let is_same = names.peek().is_some() && names.all(|name| same.contains(&name));
    (is_same && !said.starts_with('<')).then_some(said)
}

/// A piece, or what is answered in its place. Signs of tags in a value would begin one.
fn settle(piece: &Piece, answers: &BTreeMap<&str, &str>) -> Piece {
    let answer = match piece {
        Piece::Shown(said) => answers.get(said.as_str()),
        Piece::Text(_) | Piece::Tag(_) => None,
    };
    let plain = answer.filter(|answer| !answer.contains(['{', '}']));
    plain.map_or_else(|| piece.clone(), |text| Piece::Text((*text).to_owned()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use tera::{Context, Tera, context};

    use super::Unsettled;

    /// A layout, and what is left of it when all that is the same on every page is written into it.
    const CASES: [(&str, &str); 8] = [
        ("a {{ words.ways }} b", "a ways &amp; more b"),
        ("{{ words.said.one }}{{ page }}", "&lt;one&gt;{{ page }}"),
        ("{{ words.braces }}", "{{ words.braces }}"),
        ("{{ words[page] }}", "{{ words[page] }}"),
        ("{{ site.was | join(sep=\" \") }}", "a b"),
        ("{% if site.id %}a{% endif %}", "{% if site.id %}a{% endif %}"),
        ("{{ <hat role={words.ways} /> }}", "{{ <hat role={words.ways} /> }}"),
        (
            "{% block a %}{{ super() }}{% endblock a %}",
            "{% block a %}{{ super() }}{% endblock a %}",
        ),
    ];

    fn common() -> Context {
        let said = BTreeMap::from([("one", "<one>")]);
        let words = context! { ways => "ways & more", braces => "{{ a }}", said => &said };
        let mut common = Context::new();
        let words = ["ways", "braces", "said"]
            .map(|key| (key, words.get(key).expect("it is there").clone()));
        common.insert("words", &BTreeMap::from(words));
        let site = context! { id => &None::<String>, was => &["a", "b"] };
        let site = ["id", "was"].map(|key| (key, site.get(key).expect("it is there").clone()));
        common.insert("site", &BTreeMap::from(site));
        common
    }

    fn unsettled(texts: &[&str]) -> Unsettled {
        Unsettled::new(texts.iter().map(|text| ("a.html", *text)))
    }

    fn settled(texts: &[&str]) -> Vec<String> {
        let unsettled = unsettled(texts);
        let mut asking = Tera::default();
        asking.add_raw_template("asking.html", &unsettled.asked()).expect("it is understood");
        let answered = asking.render("asking.html", &common()).expect("nothing is missing");
        unsettled.settled(Some(&answered)).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn what_is_the_same_on_every_page_is_written_once() {
        for (layout, left) in CASES {
            assert_eq!(settled(&[layout]), [left]);
        }
    }

    #[test]
    fn a_name_that_has_another_value_anywhere_is_left_as_it_is() {
        let layout = "{{ words.ways }}{{ site.was }}";
        let left = "{{ words.ways }}[&quot;a&quot;, &quot;b&quot;]";
        let others = [
            "{% for words in page %}{% endfor %}",
            "{% set words = page %}",
            "{% component a(words) %}{% endcomponent a %}",
            "{{ <a words={page} /> }}",
        ];
        for other in others {
            assert_eq!(settled(&[layout, other])[0], left, "{other}");
        }
        assert_ne!(settled(&[layout, "{% component a(@words) %}{% endcomponent a %}"])[0], left);
    }

    #[test]
    fn a_value_with_the_sign_between_answers_leaves_all_as_it_is() {
        let unsettled = unsettled(&["{{ words.a }}{{ words.b }}"]);
        let settled = unsettled.settled(Some("a\u{FDD0}b\u{FDD0}c"));
        assert_eq!(settled[0].1, "{{ words.a }}{{ words.b }}");
    }
}
