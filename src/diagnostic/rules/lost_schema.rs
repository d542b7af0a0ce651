//! `lost-schema`: the line by which an editor finds the schema of a file leads nowhere.

use crate::diagnostic::Diagnostic;
use crate::edit::Edit;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("lost-schema", include_str!("lost-schema.md"));

/// `way` is the one to the schema that is meant.
pub(crate) fn lost_schema(span: Span, way: &str, fix: Edit) -> Diagnostic {
    Diagnostic::new(&RULE, span, "your editor finds no schema here, and cannot help in this file")
        .help(format!("write `$schema={way}`; `twohats check --fix` does it"))
        .fix(Some(fix))
}
