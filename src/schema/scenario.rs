//! The keys of a scenario.

use crate::model::Kind;

use super::head::{FOOT, SUMMARY, TITLE, TOPICS};
use super::shape::{Key, Map, Shape, needed, optional};

pub static SCENARIO: Map = Map {
    name: "scenario",
    about: "A situation, and what the leader and the manager each say and do.",
    keys: &[KEYS, FOOT],
    one_of: &[],
};

const KEYS: &[Key] = &[
    TITLE,
    needed(
        "summary",
        Shape::Line,
        SUMMARY,
        "summary: Small extras arrive from every side, and together they are sinking the date.",
    ),
    TOPICS,
    optional(
        "level",
        Shape::Word(&["starter", "core", "stretch"]),
        "How much experience the situation asks for.",
        "level: core",
    ),
    optional(
        "time",
        Shape::Line,
        "How long it takes.",
        "time: An hour to reset, then 15 minutes a week",
    ),
    optional(
        "signs",
        Shape::Lines,
        "What one can see or hear when this is the situation. Readers recognise theirs by these lines.",
        "signs:\n  - The list of work is longer than it was a fortnight ago, and the date is the same\n  - Two people give different answers when asked what is included",
    ),
    optional(
        "situation",
        Shape::Prose,
        "The case in a few sentences: who, what, since when.",
        "situation: |\n  A group of clinics is moving its appointments to a new booking system. Since the date was\n  agreed, reception and finance have each asked for something small.",
    ),
    optional(
        "caution",
        Shape::Prose,
        "When this page is not enough and somebody else must be asked first. It is shown as a warning.",
        "caution: |\n  If somebody may be in danger, call for help now, and read on later.",
    ),
    optional(
        "first",
        Shape::Word(&["leader", "manager"]),
        "Which hat goes first.",
        "first: leader",
    ),
    optional(
        "because",
        Shape::Line,
        "Why that hat goes first.",
        "because: Nobody can hold a list steady until the people asking agree what the work is for.",
    ),
    needed(
        "leader",
        Shape::Group(&LEADER),
        "The leader’s side: why, and for whom.",
        "leader:\n  say: On the first morning, what has to work for you to say it was worth it?",
    ),
    needed(
        "manager",
        Shape::Group(&MANAGER),
        "The manager’s side: what, who, by when, and how we will know.",
        "manager:\n  say: These four items are what we open with. Anything new goes in the change log.",
    ),
    optional(
        "sequence",
        Shape::Groups(&STEP),
        "Who does what after whom. Each step starts with the hat that is on.",
        "sequence:\n  - leader: Ask the sponsor what must work on the first day\n    when: Today\n  - manager: Write the agreed work, the owners and the dates on one page\n    when: The same day",
    ),
    optional(
        "templates",
        Shape::Ids(Kind::Template),
        "The sheets that go with it.",
        "templates: [change-log]",
    ),
    optional(
        "measures",
        Shape::Lines,
        "How one sees that it goes better.",
        "measures:\n  - Pieces of work under way that are not on the agreed page (aim for none)",
    ),
    optional(
        "mistakes",
        Shape::Groups(&MISTAKE),
        "What often goes wrong, and what to do instead.",
        "mistakes:\n  - if: Everything on the list is called essential\n    then: Ask which item they would open without if one of the team fell ill tomorrow.",
    ),
    optional(
        "practice",
        Shape::Group(&PRACTICE),
        "A moment to try out before it is real.",
        "practice:\n  ask: The director catches you at the door with a tiny request. What do you say?",
    ),
    optional(
        "discuss",
        Shape::Lines,
        "Questions for a team that reads the page together.",
        "discuss:\n  - Which item on your own list would you be glad to lose?",
    ),
    optional(
        "related",
        Shape::Ids(Kind::Scenario),
        "Situations that often come with this one.",
        "related: [process-rollout, morale-drop]",
    ),
    optional(
        "guidance",
        Shape::Ids(Kind::Guide),
        "Guides that are worth reading first.",
        "guidance: [which-hat-when]",
    ),
    optional(
        "reading",
        Shape::Lines,
        "Where to read more, as links.",
        "reading:\n  - \"[The Scrum Guide](https://scrumguides.org/), for teams that work in sprints\"",
    ),
];

static LEADER: Map = Map {
    name: "response",
    about: "What the leader wants, says, does and avoids.",
    keys: &[LEADER_KEYS],
    one_of: &[],
};

static MANAGER: Map = Map {
    name: "response",
    about: "What the manager wants, says, does and avoids.",
    keys: &[MANAGER_KEYS],
    one_of: &[],
};

const AIM: &str = "What this hat wants to have at the end of the talk.";
const SAY: &str = "The words themselves, as one would speak them. Read them aloud once.";
const DO: &str = "What this hat does, each line starting with a verb.";
const AVOID: &str = "What makes it worse, although it feels right.";

const LEADER_KEYS: &[Key] = &[
    optional(
        "aim",
        Shape::Line,
        AIM,
        "aim: Agree with the sponsor what must work on the first day, and what can wait.",
    ),
    needed(
        "say",
        Shape::Prose,
        SAY,
        "say: |\n  Everything people have asked for makes sense. Added together, it takes us into April.\n\n  On the first morning, what has to work for you to say it was worth it?",
    ),
    optional(
        "do",
        Shape::Lines,
        DO,
        "do:\n  - See the sponsor before you talk to the team\n  - Offer a true choice between the extra work and the date",
    ),
    optional(
        "avoid",
        Shape::Lines,
        AVOID,
        "avoid: Promising an extra in the meeting because it feels kind.",
    ),
];

const MANAGER_KEYS: &[Key] = &[
    optional(
        "aim",
        Shape::Line,
        AIM,
        "aim: Put the agreed work on one page, with owners and dates.",
    ),
    needed(
        "say",
        Shape::Prose,
        SAY,
        "say: |\n  This is what we open with. Each of the four items has one name and one date beside it.\n\n  From today anything new goes in the change log. You will have an answer by Tuesday noon.",
    ),
    optional(
        "do",
        Shape::Lines,
        DO,
        "do:\n  - Publish the agreed work with one owner and one date for each item\n  - Ask for a cost in days before anyone argues for or against a request",
    ),
    optional("avoid", Shape::Lines, AVOID, "avoid: Turning requests away by quoting the rules."),
];

const STEP_ID: Key = optional(
    "id",
    Shape::Text,
    "The name by which links find the step, as in `#step-publish`. Without it, a step is called by its number.",
    "id: publish",
);

static STEP: Map = Map {
    name: "step",
    about: "One step: who acts, what that hat does, and when.",
    keys: &[&[
        optional(
            "leader",
            Shape::Line,
            "What the leader does.",
            "leader: Ask the sponsor what must work on the first day",
        ),
        optional(
            "manager",
            Shape::Line,
            "What the manager does.",
            "manager: Write the agreed work on one page",
        ),
        optional("when", Shape::Line, "When, in words.", "when: The same day"),
        STEP_ID,
    ]],
    one_of: &["leader", "manager"],
};

static MISTAKE: Map = Map {
    name: "mistake",
    about: "A slip, and what to do instead.",
    keys: &[&[
        needed("if", Shape::Line, "What goes wrong.", "if: A senior person goes round the log"),
        needed(
            "then",
            Shape::Line,
            "What to do instead.",
            "then: Enter the request yourself, with their name on it.",
        ),
    ]],
    one_of: &[],
};

static PRACTICE: Map = Map {
    name: "practice",
    about: "A moment to try out.",
    keys: &[&[
        optional(
            "with",
            Shape::Line,
            "The other person.",
            "with: A sponsor with two minutes between meetings",
        ),
        needed(
            "ask",
            Shape::Prose,
            "What happens, ending with a question.",
            "ask: The director catches you at the door with a tiny request. What do you say?",
        ),
        optional(
            "choices",
            Shape::Groups(&CHOICE),
            "What one might say, each with what happens then.",
            "choices:\n  - say: Leave it with me. We’ll find a way.\n    then: The team finds a way by skipping the tests.\n  - say: What would the doctors do on the first morning without it?\n    then: The director thinks. They could manage for a month.",
        ),
        optional(
            "listen_for",
            Shape::Lines,
            "What a friend who listens should hear in a good answer.",
            "listen_for:\n  - You asked what it was for before you mentioned dates",
        ),
    ]],
    one_of: &[],
};

static CHOICE: Map = Map {
    name: "choice",
    about: "One answer, and what happens then.",
    keys: &[&[
        needed(
            "say",
            Shape::Line,
            "What one might say.",
            "say: Leave it with me. We’ll find a way.",
        ),
        needed(
            "then",
            Shape::Line,
            "What happens then.",
            "then: The team finds a way by skipping the tests.",
        ),
    ]],
    one_of: &[],
};
