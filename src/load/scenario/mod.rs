//! A scenario: its keys, and how they are read.

mod practice;
mod response;
mod step;

use crate::model::{Body, Kind, Level, Mistake, Pair, Role, Scenario, Step};
use crate::schema::{Fields, Group, Groups, Ids, Key, Line, Lines, Map, OneOf, Prose};

use super::duplicate_id;
use super::gather::Gather;
use super::head::{self, FOOT, TITLE, TOPICS};

use practice::practice;
use response::response;
use step::step;

pub static KEYS: Map = Map::new(
    "scenario",
    "A situation, and what the leader and the manager each say and do.",
    &[
        &[
            TITLE.any(),
            SUMMARY.any(),
            TOPICS.any(),
            LEVEL.any(),
            TIME.any(),
            SIGNS.any(),
            SITUATION.any(),
            CAUTION.any(),
            FIRST.any(),
            BECAUSE.any(),
            LEADER.any(),
            MANAGER.any(),
            SEQUENCE.any(),
            TEMPLATES.any(),
            MEASURES.any(),
            MISTAKES.any(),
            PRACTICE.any(),
            DISCUSS.any(),
            RELATED.any(),
            GUIDANCE.any(),
            READING.any(),
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

const LEVEL: Key<OneOf<Level>> =
    Key::word("level", "How much experience the situation asks for.", "level: core");

const TIME: Key<Line> =
    Key::new("time", "How long it takes.", "time: An hour to reset, then 15 minutes a week");

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

const SEQUENCE: Key<Groups> = Key::groups(
    "sequence",
    &step::KEYS,
    "Who does what after whom. Each step starts with the hat that is on.",
    "sequence:\n  - leader: Ask the sponsor what must work on the first day\n    when: Today\n  - manager: Write the agreed work, the owners and the dates on one page\n    when: The same day",
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

pub fn scenario(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<Body> {
    // It was read with the head, which can do without it.
    fields.get(&SUMMARY);
    let leader = fields.group(&LEADER, |fields| response(gather, fields, Role::Leader));
    let manager = fields.group(&MANAGER, |fields| response(gather, fields, Role::Manager));
    Some(Body::Scenario(Box::new(Scenario {
        level: fields.word(&LEVEL),
        time: gather.line(fields, &TIME),
        signs: gather.lines(fields, &SIGNS),
        situation: gather.block(fields, &SITUATION),
        caution: gather.block(fields, &CAUTION),
        first: fields.word(&FIRST),
        because: gather.line(fields, &BECAUSE),
        sequence: sequence(gather, fields),
        templates: gather.references(fields, &TEMPLATES),
        measures: gather.lines(fields, &MEASURES),
        mistakes: fields.groups(&MISTAKES, |fields| {
            let (slip, fix) = (gather.line(fields, &IF), gather.line(fields, &THEN));
            Some(Mistake { slip: slip?, fix: fix? })
        }),
        practice: fields.group(&PRACTICE, |fields| practice(gather, fields)),
        discuss: gather.lines(fields, &DISCUSS),
        related: gather.references(fields, &RELATED),
        guidance: gather.references(fields, &GUIDANCE),
        reading: gather.lines(fields, &READING),
        // Last, so that what is wrong further down is told of too when a side is missing.
        responses: Pair { leader: leader?, manager: manager? },
    })))
}

fn sequence(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Vec<Step> {
    let mut number = 0;
    let steps = fields.groups(&SEQUENCE, |fields| {
        number += 1;
        step(gather, fields, number)
    });
    duplicate_id::note_steps(&steps, fields.notes());
    steps
}
