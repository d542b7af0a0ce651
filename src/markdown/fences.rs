//! Boxes of code between fences, and those that are never closed.

/// The fence that begins a box and is not there again to end it: all below it has become code.
pub(super) fn unclosed(code: &str) -> Option<&str> {
    let sign = code.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let fence = &code[..code.len() - code.trim_start_matches(sign).len()];
    let mut lines = code.trim_end().lines();
    let last = lines.next_back().filter(|_| lines.next().is_some());
    // In a quotation or a list, its marks stand before it.
    let last = last.map_or("", |line| line.trim_start_matches(['>', ' ', '\t']).trim_end());
    let is_closed = last.starts_with(fence) && last.trim_start_matches(sign).is_empty();
    (!is_closed).then_some(fence)
}

#[cfg(test)]
mod tests {
    use super::unclosed;

    #[test]
    fn a_fence_is_closed_by_one_of_its_signs_that_is_as_long() {
        for closed in ["```\na\n```", "```\n```\n", "~~~~ x\na\n  ~~~~~", "```\n> a\n> ```"] {
            assert_eq!(unclosed(closed), None, "{closed}");
        }
        for open in ["```", "```\na\n", "````\na\n```", "```\na\n~~~", "```\na\n``` b"] {
            assert!(unclosed(open).is_some(), "{open}");
        }
    }
}
