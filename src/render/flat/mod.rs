//! Layouts with the calls of their components written out: a call takes longer than most components do, and there are
//! seventy on a page. What is shown stays the same; what is not understood stays a call.
//!
//! It must not know what layouts say.

mod call;
mod component;
mod names;
mod pieces;
mod settled;
mod writer;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::source::Source;

use super::layout_fault::Layouts;
use component::{Component, beginning, widened};
use pieces::{Piece, joined, pieces};
use writer::Writer;

pub(super) use settled::Unsettled;

/// The layouts with their calls written out.
pub(super) fn flat(layouts: &Layouts) -> Layouts {
    let cut: BTreeMap<&String, Vec<Piece>> =
        layouts.iter().filter_map(|(name, source)| Some((name, pieces(source.text())?))).collect();
    let components = cut.values().flat_map(|pieces| components(pieces)).collect();
    let written = layouts.iter().map(|(name, source)| {
        let flat = cut.get(name).map(|pieces| {
            Arc::new(Source::new(source.path().to_owned(), &written_out(pieces, &components)))
        });
        (name.clone(), flat.unwrap_or_else(|| Arc::clone(source)))
    });
    written.collect()
}

/// The components of a layout that can be written out.
fn components(pieces: &[Piece]) -> Vec<(String, Component)> {
    let read = definitions(pieces).into_iter().filter_map(|(said, body)| {
        let (name, parameters) = beginning(said)?;
        Some((name.to_owned(), Component::read(parameters, &pieces[body])?))
    });
    read.collect()
}

/// The tags that begin components, and where their bodies are.
fn definitions(pieces: &[Piece]) -> Vec<(&str, Range<usize>)> {
    let first = |said: &str, word: &str| said.split_whitespace().next() == Some(word);
    let mut definitions = Vec::new();
    let mut begun = None;
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Tag(said) = piece else { continue };
        if first(said, "component") {
            begun = Some((said.as_str(), at + 1));
        } else if first(said, "endcomponent")
            && let Some((said, start)) = begun.take()
        {
            definitions.push((said, start..at));
        }
    }
    definitions
}

/// The layout with its calls written out, those in its own components too.
fn written_out(pieces: &[Piece], components: &BTreeMap<String, Component>) -> String {
    let mut written = Vec::new();
    let mut done = 0;
    for (said, body) in definitions(pieces) {
        let before = &pieces[done..body.start - 1];
        written.extend(Writer::new(components).written_out(before, &[]));
        let mut writer = Writer::new(components);
        let flat = writer.written_out(&pieces[body.clone()], &[]);
        if let Some(said) = widened(said, &writer.implicit) {
            written.push(Piece::Tag(said));
            written.extend(flat);
        } else {
            written.extend_from_slice(&pieces[body.start - 1..body.end]);
        }
        done = body.end;
    }
    written.extend(Writer::new(components).written_out(&pieces[done..], &[]));
    joined(&written)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use tera::{Tera, context};

    use super::{Layouts, Source, flat};

    const PARTS: &str = "
        {% component hat(role) -%}<i>{{ role }}</i>{%- endcomponent hat %}
        {% component card(card, heading=\"h3\", ways=false, @words) -%}
        <{{ heading }}>{{ card.title }}</{{ heading }}>{% if card.first %}{{ <hat role={card.first} /> }}{% endif %}
        {%- if ways %} {{ words.ways }}{% endif %}
        {%- endcomponent card %}
        {% component cards(cards, title=\"\") -%}
        {% if title %}<h2>{{ title }}</h2>{% endif %}
        {% for card in cards %}{{ loop.index }}. {{ <card card={card} ways={loop.first} /> }}{% endfor %}
        {%- endcomponent cards %}
        {% component box(title, @words) %}<b>{{ title }} {{ words.ways }}</b> {{ body }}{% endcomponent box %}
        {% component sum(of) %}{% set all = of | length %}{{ all }}{{ <hat role={\"x\" ~ all} /> }}{% endcomponent sum %}
        {% component turn(left, @words) %}{{ left }}{% if left > 0 %}{{ <turn left={left - 1} /> }}{% endif %}{{ words.ways }}{% endcomponent turn %}
        {% component perhaps(of=[]) %}{% for one in of %}{{ one.title }}{% endfor %}{{ body is defined }}{% endcomponent perhaps %}";

    /// A layout, and the calls that it still has when those that can be are written out.
    const CASES: [(&str, &[&str]); 10] = [
        ("{{ <hat role=\"<leader>\" /> }} {{ <hat role={ items[0].title } /> }}", &[]),
        ("{{ <cards cards={items} title={words.ways} /> }}", &["card"]),
        (
            "{% for card in items %}{{ <card card={card} heading=\"p\" /> }}{% endfor %}{{ card.title }}",
            &[],
        ),
        (
            "{% for one in items %}{% <box title={one.title}> -%} {{ <hat role={one.title} /> }} {%- </box> %}{% endfor %}",
            &[],
        ),
        ("{% <box title=\"a\"> %}{% <box title=\"b\"> %}c{% </box> %}{% </box> %}", &["box"]),
        ("{{ <sum of={items} /> }}", &["sum"]),
        ("{{ <turn left={2} /> }}", &["turn"]),
        ("{{ <perhaps of={items} /> }}", &["perhaps"]),
        (
            "{% set words = {\"ways\": \"x\"} %}{% set one = items[1] %}{{ <card card={one} ways={true} /> }}",
            &[],
        ),
        ("{{ card.title }}{# {{ <hat role=\"no\" /> }} #}{{ \"{{ <hat /> }}\" }}", &["hat"]),
    ];

    #[test]
    fn what_is_shown_stays_the_same_when_calls_are_written_out() {
        let context = context! {
            words => &BTreeMap::from([("ways", "ways & more")]),
            card => &BTreeMap::from([("title", "outer")]),
            items => &[
                BTreeMap::from([("title", "one"), ("first", "leader")]),
                BTreeMap::from([("title", "<two>"), ("first", "")]),
            ],
        };
        for (layout, left) in CASES {
            let layouts = [("page.html", layout), ("parts.html", PARTS)];
            let layouts: Layouts = layouts
                .map(|(name, text)| (name.to_owned(), Arc::new(Source::new(name, text))))
                .into();
            let written = flat(&layouts);
            let page = written["page.html"].text();
            let begun = page.match_indices('<').map(|(at, _)| page.split_at(at));
            let names = begun.filter(|(before, _)| before.ends_with(['{', '%', ' ']));
            let names = names.filter_map(|(_, call)| call[1..].split([' ', '>']).next());
            let calls: Vec<&str> =
                names.filter(|name| PARTS.contains(&format!(" {name}("))).collect();
            assert_eq!(calls, left, "{page}");
            assert_eq!(shown(&written, &context), shown(&layouts, &context), "{page}");
        }
    }

    fn shown(layouts: &Layouts, context: &tera::Context) -> String {
        let mut tera = Tera::default();
        let texts = layouts.iter().map(|(name, source)| (name.as_str(), source.text()));
        tera.add_raw_templates(texts.collect::<Vec<_>>()).expect("they are understood");
        tera.render("page.html", context).expect("nothing is missing")
    }
}
