//! A self-check: its keys, and how they are read.

use crate::markdown::{Extent, composed};
use crate::model::{Body, Item, Kind, Pair, ResultTitles, Results, SelfCheck};
use crate::schema::{Group, Ids, Key, Keys, Line, Lines, Map, Prose};
use crate::tree::Text;

use super::duplicate_id::note_items;
use super::entry_reader::EntryReader;
use super::head::{FOOT, SUMMARY, TITLE, TOPICS};

pub(super) static KEYS: Map = Map::new(
    "self-check",
    "Two lists to tick. The longer one shows which hat is needed now.",
    &[
        &[
            TITLE.any(),
            SUMMARY.any(),
            TOPICS.any(),
            ASK.any(),
            LEADER.any(),
            MANAGER.any(),
            RESULTS.any(),
            TITLES.any(),
            SCENARIOS.any(),
            GUIDANCE.any(),
        ],
        FOOT,
    ],
);

/// What to do where a list is missing.
const LINES: &str = "add a list of what one might have seen, each line starting with `- `";

const ASK: Key<Prose> =
    Key::new("ask", "What to tick.", "ask: Tick what you have seen in the last two weeks.")
        .needed();

const LEADER: Key<Lines> = Key::new(
    "leader",
    "What shows that the leader’s hat is needed.",
    "leader:\n  - People work hard and cannot say what it is for",
)
.needed()
.help(LINES);

const MANAGER: Key<Lines> = Key::new(
    "manager",
    "What shows that the manager’s hat is needed.",
    "manager:\n  - The same fire comes back every week",
)
.needed()
.help(LINES);

const RESULTS: Key<Group> = Key::group("results", &results::KEYS, "What to do then.", "results:\n  leader: Start with purpose. Say where you are going and what will stop.\n  manager: Start with structure. Name owners, dates and what done means.\n  even: Talk first, then plan, on the same day.").needed().help("add `results:` with `leader:`, `manager:` and `even:` below it");

const TITLES: Key<Group> = Key::group(
    "titles",
    &titles::KEYS,
    "What each result is called. Without a title, it is called by which list has more ticks.",
    "titles:\n  leader: It follows the plan\n  manager: It stops",
);

const SCENARIOS: Key<Ids> =
    Key::ids("scenarios", Kind::Scenario, "Situations that it may be.", "scenarios: [morale-drop]");

const GUIDANCE: Key<Ids> =
    Key::ids("guidance", Kind::Guide, "Guides to read next.", "guidance: [which-hat-when]");

/// What to do with the answer.
mod results {
    use crate::schema::{Key, Map, Prose};

    pub(super) static KEYS: Map = Map::new(
        "result",
        "What to do when one list, or neither, has more ticks.",
        &[&[LEADER.any(), MANAGER.any(), EVEN.any()]],
    );

    pub(super) const LEADER: Key<Prose> =
        Key::new("leader", "When the leader’s list has more.", "leader: Start with purpose.")
            .needed()
            .help("write what to do when the leader's list has more ticks");

    pub(super) const MANAGER: Key<Prose> =
        Key::new("manager", "When the manager’s list has more.", "manager: Start with structure.")
            .needed()
            .help("write what to do when the manager's list has more ticks");

    pub(super) const EVEN: Key<Prose> = Key::new(
        "even",
        "When both have as many.",
        "even: Talk first, then plan, on the same day.",
    )
    .needed()
    .help("write what to do when both have as many");
}

/// What the answers are called.
mod titles {
    use crate::schema::{Key, Line, Map};

    pub(super) static KEYS: Map = Map::new(
        "title of a result",
        "What each result is called.",
        &[&[LEADER.any(), MANAGER.any(), EVEN.any()]],
    );

    pub(super) const LEADER: Key<Line> = Key::new(
        "leader",
        "Of the result when the leader’s list has more.",
        "leader: It follows the plan",
    );

    pub(super) const MANAGER: Key<Line> =
        Key::new("manager", "Of the result when the manager’s list has more.", "manager: It stops");

    pub(super) const EVEN: Key<Line> =
        Key::new("even", "Of the result when both have as many.", "even: It goes beyond the plan");
}

pub(super) fn self_check(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Option<Body> {
    let ask = reader.block(keys, &ASK);
    let leader = items(reader, keys, &LEADER);
    let manager = items(reader, keys, &MANAGER);
    let results = keys.group(&RESULTS, |keys| {
        let leader = reader.block(keys, &results::LEADER);
        let manager = reader.block(keys, &results::MANAGER);
        let even = reader.block(keys, &results::EVEN);
        let [leader, manager, even] =
            [leader, manager, even].map(|text| reader.or_left_out(keys, text));
        Some(Results { lean: Pair { leader: leader?, manager: manager? }, even: even? })
    });
    let results = results.or_else(|| {
        let [leader, manager, even] = [(); 3].map(|()| reader.or_left_out(keys, None));
        Some(Results { lean: Pair { leader: leader?, manager: manager? }, even: even? })
    });
    let titles = keys.group(&TITLES, |keys| {
        let mut title = |key: &Key<Line>| reader.line(keys, key);
        let lean = Pair { leader: title(&titles::LEADER), manager: title(&titles::MANAGER) };
        Some(ResultTitles { lean, even: title(&titles::EVEN) })
    });
    let scenarios = reader.references(keys, &SCENARIOS);
    let guidance = reader.references(keys, &GUIDANCE);
    let lines = Pair { leader: leader?, manager: manager? };
    Some(Body::SelfCheck(Box::new(SelfCheck {
        ask: reader.or_left_out(keys, ask)?,
        lines,
        results: results?,
        titles: titles.unwrap_or_default(),
        scenarios,
        guidance,
    })))
}

/// A list of texts to choose from or to tick, which has to be there.
pub(super) fn items(
    reader: &mut EntryReader<'_>,
    keys: &mut Keys<'_, '_>,
    key: &Key<Lines>,
) -> Option<Vec<Item>> {
    reader.needs(keys, key)?;
    let texts = keys.texts(key);
    let item = |text: &Text, reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>| Item {
        value: composed(text.text.trim()).into_owned(),
        label: reader.prose(text, Extent::Inline, "", keys.notes()),
        also: Vec::new(),
    };
    let items: Vec<Item> = texts.iter().map(|text| item(text, reader, keys)).collect();
    note_items(&items, keys.notes());
    Some(items)
}
