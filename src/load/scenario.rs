//! A scenario's keys.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::markdown::{Prose, slug};
use crate::model::{
    Body, Choice, Kind, Level, Mistake, Pair, Practice, Response, Role, Scenario, Step,
};
use crate::source::{Span, Spanned};
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
    let mut number = 0;
    let sequence = fields.groups("sequence", "step", |step_fields| {
        number += 1;
        step(gather, step_fields, number)
    });
    note_duplicates(&sequence, fields.notes());
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

/// Reads a step. `number` is its place among the others, from 1: it is called by it unless it has an `id`.
fn step(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>, number: usize) -> Option<Step> {
    let found = fields.one_of(&["leader", "manager"]).map(|(name, _, span)| (name, span));
    let when = gather.inline(fields, "when");
    let own = fields.text("id").map(|text| Spanned::new(slug(&text.text), text.span));
    let (role, span) = match found {
        Some(("leader", span)) => (Role::Leader, span),
        Some((_, span)) => (Role::Manager, span),
        None => {
            fields.missing_one_of(
                &["leader", "manager"],
                "start the step with `leader:` or `manager:` and what that hat does",
            );
            return None;
        }
    };
    let text: Prose = gather.need_inline(fields, role.name(), "write what this hat does")?;
    let own = own.filter(|id| !id.value.is_empty());
    let id = own.unwrap_or_else(|| Spanned::new(number.to_string(), span));
    Some(Step { id, role, text, when })
}

/// Reports steps that a link could not tell apart.
fn note_duplicates(steps: &[Step], notes: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, &Span> = BTreeMap::new();
    for step in steps {
        let id = &step.id;
        if let Some(before) = first.insert(step.anchor(), &id.span) {
            let help = "give one of them another `id`: links to a step use it";
            notes.push(duplicate_id(id.span.clone(), "step", &id.value, before.clone(), help));
        }
    }
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
