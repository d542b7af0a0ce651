//! A comparison's keys.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::markdown::slug;
use crate::model::{Body, Comparison, Pair, Role, Row};
use crate::source::{Span, Spanned};
use crate::tree::Fields;

use super::gather::Gather;

pub fn comparison(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<Body> {
    let intro = gather.block(fields, "intro");
    fields.need("rows", "add rows, each with `- on:`, `leader:` and `manager:`")?;
    // A row may be called like a role, whose id on the page is taken.
    let mut taken = BTreeSet::from(Role::BOTH.map(|role| role.name().to_owned()));
    let mut called: BTreeMap<String, Span> = BTreeMap::new();
    let rows = fields.groups("rows", "row", |row| {
        let on = row.need_text("on", "write what is compared, as in `on: Main question`");
        let leader = gather.need_block(row, "leader", "write the leader's side");
        let manager = gather.need_block(row, "manager", "write the manager's side");
        let both = gather.block(row, "both");
        let own = row.text("id").map(|text| Spanned::new(slug(&text.text), text.span));
        let on = on?.text;
        if let Some(own) = &own
            && let Some(before) = called.insert(own.value.clone(), own.span.clone())
        {
            let help = "give one of them another `id`: links to a row use it";
            row.notes().push(duplicate_id(own.span.clone(), "row", &own.value, before, help));
        }
        let base = own.map_or_else(|| slug(&on), |own| own.value);
        let base = Some(base).filter(|id| !id.is_empty()).unwrap_or_else(|| "row".to_owned());
        let numbers =
            std::iter::once(base.clone()).chain((2..).map(|number| format!("{base}-{number}")));
        let id = numbers.into_iter().find(|id| taken.insert(id.clone()))?;
        Some(Row { id, on, cells: Pair { leader: leader?, manager: manager? }, both })
    });
    Some(Body::Comparison(Comparison { intro, rows }))
}
