//! A comparison's keys.

use std::collections::BTreeSet;

use crate::markdown::slug;
use crate::model::{Body, Comparison, Pair, Row};
use crate::tree::Fields;

use super::gather::Gather;

pub fn comparison(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<Body> {
    let intro = gather.block(fields, "intro");
    fields.need("rows", "add rows, each with `- on:`, `leader:` and `manager:`")?;
    let mut taken = BTreeSet::new();
    let rows = fields.groups("rows", "row", |row| {
        let on = row.need_text("on", "write what is compared, as in `on: Main question`");
        let leader = gather.need_block(row, "leader", "write the leader's side");
        let manager = gather.need_block(row, "manager", "write the manager's side");
        let both = gather.block(row, "both");
        let on = on?.text;
        let base = Some(slug(&on)).filter(|id| !id.is_empty()).unwrap_or_else(|| "row".to_owned());
        let numbers =
            std::iter::once(base.clone()).chain((2..).map(|number| format!("{base}-{number}")));
        let id = numbers.into_iter().find(|id| taken.insert(id.clone()))?;
        Some(Row { id, on, cells: Pair { leader: leader?, manager: manager? }, both })
    });
    Some(Body::Comparison(Comparison { intro, rows }))
}
