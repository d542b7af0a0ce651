//! The list of the ids under which readers' answers are kept, for the build that comes next.

use crate::model::TemplateIds;
use crate::plan::Plan;

/// JSON, one id a line, so that a change of the list can be read.
pub(super) fn template_ids(plan: &Plan) -> String {
    let ids = TemplateIds::of(plan.playbook());
    let mut json = serde_json::to_string_pretty(&ids).expect("strings always serialise");
    json.push('\n');
    json
}
