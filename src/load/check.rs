//! A self-check's keys.

use std::collections::BTreeMap;

use crate::diagnostic::rules::duplicate_id::same_words;
use crate::markdown::Shape;
use crate::model::{Body, Item, Kind, Pair, Results, SelfCheck};
use crate::tree::Fields;

use super::gather::Gather;

pub fn check(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<Body> {
    let ask = gather.need_block(
        fields,
        "ask",
        "write what to tick, as in `ask: Tick what you have seen this week.`",
    );
    let leader = lines(gather, fields, "leader");
    let manager = lines(gather, fields, "manager");
    fields.need("results", "add `results:` with `leader:`, `manager:` and `even:` below it");
    let results = fields.group("results", "result", |results| {
        let leader = gather.need_block(
            results,
            "leader",
            "write what to do when the leader's list has more ticks",
        );
        let manager = gather.need_block(
            results,
            "manager",
            "write what to do when the manager's list has more ticks",
        );
        let even = gather.need_block(results, "even", "write what to do when both have as many");
        Some(Results { lean: Pair { leader: leader?, manager: manager? }, even: even? })
    });
    let scenarios = gather.references(fields, "scenarios", Kind::Scenario);
    let guidance = gather.references(fields, "guidance", Kind::Guide);
    let lines = Pair { leader: leader?, manager: manager? };
    Some(Body::Check(Box::new(SelfCheck {
        ask: ask?,
        lines,
        results: results?,
        scenarios,
        guidance,
    })))
}

fn lines(
    gather: &mut Gather<'_>,
    fields: &mut Fields<'_, '_>,
    name: &'static str,
) -> Option<Vec<Item>> {
    fields.need(name, "add a list of what one might have seen, each line starting with `- `")?;
    Some(items(gather, fields, name))
}

/// A list of texts to choose from or to tick.
pub fn items(
    gather: &mut Gather<'_>,
    fields: &mut Fields<'_, '_>,
    name: &'static str,
) -> Vec<Item> {
    let texts = fields.texts(name);
    let item =
        |text: &crate::tree::Text, gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>| Item {
            value: text.text.trim().to_owned(),
            label: gather.prose(text, Shape::Inline, "", fields.notes()),
            also: Vec::new(),
        };
    let items: Vec<Item> = texts.iter().map(|text| item(text, gather, fields)).collect();
    note_same_words(&items, fields);
    items
}

/// Reports what is there twice: an answer is kept as the words that were chosen or ticked.
fn note_same_words(items: &[Item], fields: &mut Fields<'_, '_>) {
    let mut first: BTreeMap<&str, &Item> = BTreeMap::new();
    for item in items {
        if let Some(before) = first.insert(&item.value, item) {
            let (span, first) = (item.label.span().clone(), before.label.span().clone());
            fields.note(same_words(span, &item.value, first));
        }
    }
}
