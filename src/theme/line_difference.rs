//! Two texts line by line: what one has, and what the other has in its place.
//!
//! It must not know what the texts are.

use std::fmt::Write;

/// How many pairs of lines are compared; of texts with more, all between their common ends counts as changed.
const MOST_PAIRS: usize = 4_000_000;

/// How many lines that are the same stand round what differs.
const AROUND: usize = 2;

/// A line of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line<'t> {
    Same(&'t str),
    Gone(&'t str),
    New(&'t str),
}

/// What differs, as a unified difference without its head; nothing where all is the same.
pub(super) fn line_difference(before: &str, after: &str) -> String {
    let lines = lines(&before.lines().collect::<Vec<_>>(), &after.lines().collect::<Vec<_>>());
    let changed: Vec<usize> = (0..lines.len()).filter(|at| !is_same(lines[*at])).collect();
    let is_near = |at: usize| {
        let next = changed.partition_point(|changed| *changed + AROUND < at);
        changed.get(next).is_some_and(|changed| *changed <= at + AROUND)
    };
    let mut written = String::new();
    let (mut old, mut new, mut is_open) = (1, 1, false);
    for (at, line) in lines.iter().enumerate() {
        let is_shown = is_near(at);
        if is_shown && !is_open {
            let _ = writeln!(written, "@@ line {old}, now {new} @@");
        }
        is_open = is_shown;
        let (mark, text) = match line {
            Line::Same(text) => (' ', text),
            Line::Gone(text) => ('-', text),
            Line::New(text) => ('+', text),
        };
        if is_shown {
            let _ = writeln!(written, "{mark}{text}");
        }
        old += usize::from(!matches!(line, Line::New(_)));
        new += usize::from(!matches!(line, Line::Gone(_)));
    }
    written
}

fn is_same(line: Line<'_>) -> bool {
    matches!(line, Line::Same(_))
}

fn lines<'t>(before: &[&'t str], after: &[&'t str]) -> Vec<Line<'t>> {
    let start = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let (old, new) = (&before[start..], &after[start..]);
    let ends = old.iter().rev().zip(new.iter().rev());
    let end = ends.take_while(|(one, other)| one == other).count();
    let (old, new) = (&old[..old.len() - end], &new[..new.len() - end]);
    let mut lines: Vec<Line> = before[..start].iter().map(|line| Line::Same(line)).collect();
    if old.len() * new.len() > MOST_PAIRS {
        lines.extend(old.iter().map(|line| Line::Gone(line)));
        lines.extend(new.iter().map(|line| Line::New(line)));
    } else {
        lines.extend(middle(old, new));
    }
    lines.extend(before[before.len() - end..].iter().map(|line| Line::Same(line)));
    lines
}

/// The lines of two texts, of which as many as can be are the same.
fn middle<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<Line<'t>> {
    // How many lines the rests from each pair on have in common.
    let width = new.len() + 1;
    let mut common = vec![0_usize; (old.len() + 1) * width];
    for one in (0..old.len()).rev() {
        for other in (0..new.len()).rev() {
            common[one * width + other] = if old[one] == new[other] {
                common[(one + 1) * width + other + 1] + 1
            } else {
                common[(one + 1) * width + other].max(common[one * width + other + 1])
            };
        }
    }
    let (mut one, mut other, mut lines) = (0, 0, Vec::new());
    while one < old.len() || other < new.len() {
        let has_both = one < old.len() && other < new.len();
        if has_both && old[one] == new[other] {
            lines.push(Line::Same(old[one]));
            (one, other) = (one + 1, other + 1);
        } else if other == new.len()
            || has_both && common[(one + 1) * width + other] >= common[one * width + other + 1]
        {
            lines.push(Line::Gone(old[one]));
            one += 1;
        } else {
            lines.push(Line::New(new[other]));
            other += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::line_difference;

    #[test]
    fn what_differs_is_shown_with_what_stands_round_it() {
        for (before, after, wanted) in [
            ("a\nb\n", "a\nb\n", ""),
            ("a\nb\nc\n", "a\nB\nc\n", "@@ line 1, now 1 @@\n a\n-b\n+B\n c\n"),
            ("", "a\n", "@@ line 1, now 1 @@\n+a\n"),
            ("a\n", "", "@@ line 1, now 1 @@\n-a\n"),
            (
                "1\n2\n3\n4\n5\n6\n7\n8\n",
                "1\n3\n4\n5\n6\n7\n8\n9\n",
                "@@ line 1, now 1 @@\n 1\n-2\n 3\n 4\n@@ line 7, now 6 @@\n 7\n 8\n+9\n",
            ),
        ] {
            assert_eq!(line_difference(before, after), wanted);
        }
    }

    #[test]
    fn the_difference_turns_one_text_into_the_other() {
        let text = |seed: u32| -> String {
            let lines = (0..40_u32).map(|at| (at * seed * 7 % 11) / 3);
            lines.flat_map(|line| [line.to_string(), "\n".to_owned()]).collect()
        };
        for seed in 1..30 {
            let (before, after) = (text(seed), text(seed + 3));
            let all: Vec<&str> = before.lines().collect();
            let lines = super::lines(&all, &after.lines().collect::<Vec<_>>());
            let side = |is_after: bool| -> String {
                let of = |line: &super::Line<'_>| match *line {
                    super::Line::Same(line) => Some(format!("{line}\n")),
                    super::Line::Gone(line) => (!is_after).then(|| format!("{line}\n")),
                    super::Line::New(line) => is_after.then(|| format!("{line}\n")),
                };
                lines.iter().filter_map(of).collect()
            };
            assert_eq!((side(false), side(true)), (before, after.clone()));
        }
    }
}
