//! A scenario's keys.

use crate::markdown::Prose;
use crate::model::{
    Body, Choice, Kind, Level, Mistake, Pair, Practice, Response, Role, Scenario, Step,
};
use crate::tree::Fields;

use super::gather::Gather;

pub fn scenario(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<Body> {
    fields.need(
        "summary",
        "add a line like `summary: New asks arrive every week, and nothing comes out.`",
    );
    let level = fields.word("level", &Level::ALL.map(|level| (level.name(), level)));
    let time = gather.inline(fields, "time");
    let signs = gather.lines(fields, "signs");
    let situation = gather.block(fields, "situation");
    let caution = gather.block(fields, "caution");
    let first = fields.word("first", &Role::BOTH.map(|role| (role.name(), role)));
    let because = gather.inline(fields, "because");
    let leader = response(gather, fields, Role::Leader);
    let manager = response(gather, fields, Role::Manager);
    let sequence = fields.groups("sequence", "step", |step_fields| step(gather, step_fields));
    let templates = gather.references(fields, "templates", Kind::Template);
    let measures = gather.lines(fields, "measures");
    let mistakes = fields.groups("mistakes", "mistake", |mistake| {
        let slip = gather.need_inline(
            mistake,
            "if",
            "write what goes wrong, as in `if: The review day slips twice`",
        );
        let fix = gather.need_inline(
            mistake,
            "then",
            "write what to do instead, as in `then: Decide by message the same day.`",
        );
        Some(Mistake { slip: slip?, fix: fix? })
    });
    let practice =
        fields.group("practice", "practice", |practice_fields| practice(gather, practice_fields));
    let discuss = gather.lines(fields, "discuss");
    let related = gather.references(fields, "related", Kind::Scenario);
    let guidance = gather.references(fields, "guidance", Kind::Guide);
    let reading = gather.lines(fields, "reading");
    Some(Body::Scenario(Box::new(Scenario {
        level: level.map(|level| level.value),
        time,
        signs,
        situation,
        caution,
        first: first.map(|first| first.value),
        because,
        responses: Pair { leader: leader?, manager: manager? },
        sequence,
        templates,
        measures,
        mistakes,
        practice,
        discuss,
        related,
        guidance,
        reading,
    })))
}

fn response(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>, role: Role) -> Option<Response> {
    let name = role.name();
    fields.need(
        name,
        "each scenario has both a `leader:` and a `manager:`, with at least `say:` below it",
    )?;
    fields.group(name, "response", |response| {
        let aim = gather.inline(response, "aim");
        let say = gather.need_block(
            response,
            "say",
            "write the words this hat would say, after `say: |` on lines of their own",
        );
        let actions = gather.lines(response, "do");
        let avoid = gather.lines(response, "avoid");
        Some(Response { aim, say: say?, actions, avoid })
    })
}

fn step(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<Step> {
    let name = fields.one_of(&["leader", "manager"]).map(|(name, ..)| name);
    let when = gather.inline(fields, "when");
    let role = match name {
        Some("leader") => Role::Leader,
        Some(_) => Role::Manager,
        None => {
            fields.missing_one_of(
                &["leader", "manager"],
                "start the step with `leader:` or `manager:` and what that hat does",
            );
            return None;
        }
    };
    let text: Prose = gather.need_inline(fields, role.name(), "write what this hat does")?;
    Some(Step { role, text, when })
}

fn practice(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<Practice> {
    let with = gather.inline(fields, "with");
    let ask = gather.need_block(fields, "ask", "write what happens and end with a question");
    let choices = fields.groups("choices", "choice", |choice| {
        let say = gather.need_inline(choice, "say", "write what one might say");
        let then = gather.need_inline(choice, "then", "write what happens next");
        Some(Choice { say: say?, then: then? })
    });
    let listen_for = gather.lines(fields, "listen_for");
    Some(Practice { with, ask: ask?, choices, listen_for })
}
