//! What one hat wants, says, does and avoids: the keys, and how they are read.

use crate::model::{Response, Role};
use crate::schema::{Key, Keys, Line, Lines, Map, Prose};

use super::super::entry_reader::EntryReader;

pub(super) static LEADER_KEYS: Map =
    Map::new("response", "What the leader wants, says, does and avoids.", &[&LEADER.all()]);

pub(super) static MANAGER_KEYS: Map =
    Map::new("response", "What the manager wants, says, does and avoids.", &[&MANAGER.all()]);

/// The keys of one side: both have the same, each with examples of its own.
struct Side {
    aim: Key<Line>,
    short: Key<Lines>,
    say: Key<Prose>,
    actions: Key<Lines>,
    avoid: Key<Lines>,
}

const LEADER: Side = Side {
    aim: aim("aim: Agree with the sponsor what must work on the first day, and what can wait."),
    short: short(
        "frame:\n  - All of it makes sense. Added together, it takes us into {month}.\n  - What has to work on {the first day} for you to say it was worth it?",
    ),
    say: say(
        "say: |\n  Everything people have asked for makes sense. Added together, it takes us into April.\n\n  On the first morning, what has to work for you to say it was worth it?",
    ),
    actions: actions(
        "do:\n  - See the sponsor before you talk to the team\n  - Offer a true choice between the extra work and the date",
    ),
    avoid: avoid("avoid: Promising an extra in the meeting because it feels kind."),
};

const MANAGER: Side = Side {
    aim: aim("aim: Put the agreed work on one page, with owners and dates."),
    short: short(
        "frame:\n  - This is what we open with, each with one name and one date.\n  - Anything new goes in {the log}. You have an answer by {day}.",
    ),
    say: say(
        "say: |\n  This is what we open with. Each of the four items has one name and one date beside it.\n\n  From today anything new goes in the change log. You will have an answer by Tuesday noon.",
    ),
    actions: actions(
        "do:\n  - Publish the agreed work with one owner and one date for each item\n  - Ask for a cost in days before anyone argues for or against a request",
    ),
    avoid: avoid("avoid: Turning requests away by quoting the rules."),
};

impl Side {
    const fn all(&self) -> [Key; 5] {
        [self.aim.any(), self.short.any(), self.say.any(), self.actions.any(), self.avoid.any()]
    }
}

const fn aim(example: &'static str) -> Key<Line> {
    Key::new("aim", "What this hat wants to have at the end of the talk.", example)
}

const fn short(example: &'static str) -> Key<Lines> {
    Key::new(
        "frame",
        "The words in three or four lines, the first thing that readers see. What they put in themselves stands in braces.",
        example,
    )
}

const fn say(example: &'static str) -> Key<Prose> {
    Key::new("say", "The words themselves, as one would speak them. Read them aloud once. Words of the case alone are marked with what they stand for, as in `[Kaya]{the person}`: whoever copies the script gets the gap.", example)
        .needed()
        .help("write the words this hat would say, after `say: |` on lines of their own")
}

const fn actions(example: &'static str) -> Key<Lines> {
    Key::new("do", "What this hat does, each line starting with a verb.", example)
}

const fn avoid(example: &'static str) -> Key<Lines> {
    Key::new("avoid", "What makes it worse, although it feels right.", example)
}

pub(super) fn response(
    reader: &mut EntryReader<'_>,
    keys: &mut Keys<'_, '_>,
    role: Role,
) -> Option<Response> {
    let side = match role {
        Role::Leader => LEADER,
        Role::Manager => MANAGER,
    };
    let aim = reader.line(keys, &side.aim);
    let short = reader.lines(keys, &side.short);
    let say = reader.script(keys, &side.say);
    let actions = reader.lines(keys, &side.actions);
    let avoid = reader.lines(keys, &side.avoid);
    let say = reader.or_left_out(keys, say)?;
    Some(Response { aim, short, say, actions, avoid })
}

/// A side that a translation leaves out.
pub(super) fn left_out(reader: &EntryReader<'_>, keys: &Keys<'_, '_>) -> Option<Response> {
    let say = reader.or_left_out(keys, None)?;
    Some(Response { aim: None, short: Vec::new(), say, actions: Vec::new(), avoid: Vec::new() })
}
