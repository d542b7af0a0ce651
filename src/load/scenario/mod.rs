//! A scenario: its keys, and how they are read.

mod places;
mod practice;
mod response;
mod step;

use crate::diagnostic::rules::unheeded_key::alone;
use crate::model::{
    Body, Counterpart, Kind, Level, Mistake, Pair, People, Reply, Role, Scenario, Step,
};
use crate::schema::{Group, Groups, Ids, Key, Keys, Line, Lines, Map, OneOf, Prose};

use super::duplicate_id;
use super::entry_reader::EntryReader;
use super::head::{self, FOOT, TITLE, TOPICS};

use places::places;
use practice::practice;
use response::{left_out, response};
use step::step;

pub(super) static KEYS: Map = Map::new(
    "scenario",
    "A situation, and what the leader and the manager each say and do.",
    &[
        &[
            TITLE.any(),
            SUMMARY.any(),
            TOPICS.any(),
            WITH.any(),
            LEVEL.any(),
            TIME.any(),
            PEOPLE.any(),
            SIGNS.any(),
            SITUATION.any(),
            CAUTION.any(),
            FIRST.any(),
            BECAUSE.any(),
            LEADER.any(),
            MANAGER.any(),
            IF_THEY_SAY.any(),
            WHERE.any(),
            SEQUENCE.any(),
            SEND.any(),
            TEMPLATES.any(),
            MEASURES.any(),
            MISTAKES.any(),
            PRACTICE.any(),
            DISCUSS.any(),
            RELATED.any(),
            GUIDANCE.any(),
            READING.any(),
            SOURCES.any(),
        ],
        FOOT,
    ],
);

/// What to do where one side is missing.
const BOTH_SIDES: &str =
    "each scenario has both a `leader:` and a `manager:`, with at least `say:` below it";

const SUMMARY: Key<Line> = Key::new(
    head::SUMMARY.name,
    head::SUMMARY.about,
    "summary: Small extras arrive from every side, and together they are sinking the date.",
)
.needed();

const WITH: Key<OneOf<Counterpart>> = Key::word(
    "with",
    "Whom the situation is with: one person, the whole team, the work and its customers, people above and beside, or oneself. Readers find it in that group on the first page and in lists. Without it, the first topic that speaks of one of them says it.",
    "with: person",
);

const LEVEL: Key<OneOf<Level>> =
    Key::word("level", "How much experience the situation asks for.", "level: core");

const TIME: Key<Line> =
    Key::new("time", "How long it takes.", "time: An hour to reset, then 15 minutes a week");

const PEOPLE: Key<OneOf<People>> =
    Key::word("people", "How many people you speak with.", "people: one");

const SIGNS: Key<Lines> = Key::new(
    "signs",
    "What one can see or hear when this is the situation. Readers recognise theirs by these lines.",
    "signs:\n  - The list of work is longer than it was a fortnight ago, and the date is the same\n  - Two people give different answers when asked what is included",
);

const SITUATION: Key<Prose> = Key::new(
    "situation",
    "The case in a few sentences: who, what, since when.",
    "situation: |\n  A group of clinics is moving its appointments to a new booking system. Since the date was\n  agreed, reception and finance have each asked for something small.",
);

const CAUTION: Key<Prose> = Key::new(
    "caution",
    "When this page is not enough and somebody else must be asked first. It is shown as a warning.",
    "caution: |\n  If somebody may be in danger, call for help now, and read on later.",
);

const FIRST: Key<OneOf<Role>> = Key::word("first", "Which hat goes first.", "first: leader");

const BECAUSE: Key<Line> = Key::new(
    "because",
    "Why that hat goes first.",
    "because: Nobody can hold a list steady until the people asking agree what the work is for.",
);

const LEADER: Key<Group> = Key::group(
    "leader",
    &response::LEADER_KEYS,
    "The leader’s side: why, and for whom.",
    "leader:\n  say: On the first morning, what has to work for you to say it was worth it?",
)
.needed()
.help(BOTH_SIDES);

const MANAGER: Key<Group> = Key::group(
    "manager",
    &response::MANAGER_KEYS,
    "The manager’s side: what, who, by when, and how we will know.",
    "manager:\n  say: These four items are what we open with. Anything new goes in the change log.",
)
.needed()
.help(BOTH_SIDES);

const IF_THEY_SAY: Key<Groups> = Key::groups(
    "if_they_say",
    &REPLY_KEYS,
    "What they may say, and what you say then. Three to six are enough.",
    "if_they_say:\n  - they: It is only a small thing.\n    you: Then it has a small price. Let’s write it down together.",
);

const WHERE: Key<Group> = Key::group(
    "where",
    &places::KEYS,
    "What is different where you say it: a line for each place that matters.",
    "where:\n  video: Share the page, and wait four seconds after each question",
);

const SEQUENCE: Key<Groups> = Key::groups(
    "sequence",
    &step::KEYS,
    "Who does what after whom. Each step starts with the hat that is on.",
    "sequence:\n  - leader: Ask the sponsor what must work on the first day\n    when: Today\n  - manager: Write the agreed work, the owners and the dates on one page\n    when: The same day",
);

const SEND: Key<Prose> = Key::new(
    "send",
    "The message to write afterwards, with what was agreed.",
    "send: |\n  Thank you for today. We open with the four items on the page. You have my answer on the\n  other two by Tuesday noon.",
);

const TEMPLATES: Key<Ids> =
    Key::ids("templates", Kind::Template, "The sheets that go with it.", "templates: [change-log]");

const MEASURES: Key<Lines> = Key::new(
    "measures",
    "How one sees that it goes better.",
    "measures:\n  - Pieces of work under way that are not on the agreed page (aim for none)",
);

const MISTAKES: Key<Groups> = Key::groups(
    "mistakes",
    &MISTAKE_KEYS,
    "What often goes wrong, and what to do instead.",
    "mistakes:\n  - if: Everything on the list is called essential\n    then: Ask which item they would open without if one of the team fell ill tomorrow.",
);

const PRACTICE: Key<Group> = Key::group(
    "practice",
    &practice::KEYS,
    "A moment to try out before it is real.",
    "practice:\n  ask: The director catches you at the door with a tiny request. What do you say?",
);

const DISCUSS: Key<Lines> = Key::new(
    "discuss",
    "Questions for a team that reads the page together.",
    "discuss:\n  - Which item on your own list would you be glad to lose?",
);

const RELATED: Key<Ids> = Key::ids(
    "related",
    Kind::Scenario,
    "Situations that often come with this one.",
    "related: [process-rollout, morale-drop]",
);

const GUIDANCE: Key<Ids> = Key::ids(
    "guidance",
    Kind::Guide,
    "Guides that are worth reading first.",
    "guidance: [which-hat-when]",
);

const READING: Key<Lines> = Key::new(
    "reading",
    "Where to read more, as links.",
    "reading:\n  - \"[The Scrum Guide](https://scrumguides.org/), for teams that work in sprints\"",
);

const SOURCES: Key<Lines> = Key::new(
    "sources",
    "Where what the page says comes from, named and linked. Only what you have read yourself.",
    "sources:\n  - \"[The Scrum Guide](https://scrumguides.org/), for who may change the work of a sprint\"",
);

static REPLY_KEYS: Map =
    Map::new("pair", "What they may say, and what you say then.", &[&[THEY.any(), YOU.any()]]);

const THEY: Key<Line> =
    Key::new("they", "What they may say.", "they: It is only a small thing.").needed();

const YOU: Key<Line> = Key::new(
    "you",
    "What you say then.",
    "you: Then it has a small price. Let’s write it down together.",
)
.needed();

static MISTAKE_KEYS: Map =
    Map::new("mistake", "A slip, and what to do instead.", &[&[IF.any(), THEN.any()]]);

const IF: Key<Line> =
    Key::new("if", "What goes wrong.", "if: A senior person goes round the log").needed();

const THEN: Key<Line> = Key::new(
    "then",
    "What to do instead.",
    "then: Enter the request yourself, with their name on it.",
)
.needed();

pub(super) fn scenario(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Option<Body> {
    // It was read with the head, which can do without it.
    keys.get(&SUMMARY);
    let because = reader.line(keys, &BECAUSE);
    if let Some(because) = because.as_ref().filter(|_| !reader.is_translation())
        && keys.get(&FIRST).is_none()
    {
        let help = "write `first: leader` or `first: manager` too";
        let path = keys.path(BECAUSE.name);
        keys.note(alone(because.span().clone(), BECAUSE.name, path, FIRST.name, help));
    }
    let leader = keys.group(&LEADER, |keys| response(reader, keys, Role::Leader));
    let manager = keys.group(&MANAGER, |keys| response(reader, keys, Role::Manager));
    let [leader, manager] = [leader, manager].map(|side| side.or_else(|| left_out(reader, keys)));
    Some(Body::Scenario(Box::new(Scenario {
        with: keys.word(&WITH),
        level: keys.word(&LEVEL),
        time: reader.line(keys, &TIME),
        people: keys.word(&PEOPLE),
        signs: reader.lines(keys, &SIGNS),
        situation: reader.block(keys, &SITUATION),
        caution: reader.block(keys, &CAUTION),
        first: keys.word(&FIRST),
        because,
        replies: keys.groups(&IF_THEY_SAY, |keys| {
            let (they, you) = (reader.line(keys, &THEY), reader.line(keys, &YOU));
            Some(Reply { they: they?, you: you? })
        }),
        places: keys.group(&WHERE, |keys| Some(places(reader, keys))),
        sequence: sequence(reader, keys),
        send: reader.block(keys, &SEND),
        templates: reader.references(keys, &TEMPLATES),
        measures: reader.lines(keys, &MEASURES),
        mistakes: keys.groups(&MISTAKES, |keys| {
            let (slip, fix) = (reader.line(keys, &IF), reader.line(keys, &THEN));
            Some(Mistake { slip: slip?, fix: fix? })
        }),
        practice: keys.group(&PRACTICE, |keys| practice(reader, keys)),
        discuss: reader.lines(keys, &DISCUSS),
        related: reader.references(keys, &RELATED),
        guidance: reader.references(keys, &GUIDANCE),
        reading: reader.lines(keys, &READING),
        sources: reader.lines(keys, &SOURCES),
        // Last, so that what is wrong further down is told of too when a side is missing.
        responses: Pair { leader: leader?, manager: manager? },
    })))
}

fn sequence(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Vec<Step> {
    let mut number = 0;
    let steps = keys.groups(&SEQUENCE, |keys| {
        number += 1;
        step(reader, keys, number)
    });
    duplicate_id::note_steps(&steps, keys.notes());
    steps
}
