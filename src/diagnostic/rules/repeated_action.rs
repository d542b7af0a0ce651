//! `repeated-action`: a question to talk about only repeats an action.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("repeated-action", include_str!("repeated-action.md"));

pub(crate) fn repeated_action(span: Span, action: Span, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, "this question only asks whether an action was done")
        .key(key)
        .label(action, "the action is here")
        .help(
            "ask for what is not on the page: what makes it hard here, what it costs, who decides",
        )
}
