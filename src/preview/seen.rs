//! When what was heard of saves is enough for a look, and where to look. It must not know what a clock says: it
//! is told.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::signs::Sign;

/// How long nothing must happen after one file was written and closed.
const QUIET_AFTER_ONE: Duration = Duration::from_millis(2);
/// The same after several files, or while one is being written.
const QUIET: Duration = Duration::from_millis(30);
/// The longest that writing may go on before a look is taken all the same.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where to look.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Look {
    At(BTreeSet<PathBuf>),
    Everywhere,
}

/// What was heard since the last look.
#[derive(Default)]
pub(super) struct Seen {
    paths: BTreeSet<PathBuf>,
    /// Files that are being written and not closed yet.
    open: BTreeSet<PathBuf>,
    folders: bool,
    /// When the first and the last was heard.
    span: Option<(Instant, Instant)>,
}

impl Seen {
    pub(super) fn note(&mut self, sign: Sign, now: Instant) {
        match sign {
            Sign::Nothing => return,
            Sign::Folders { .. } => self.folders = true,
            Sign::Files { paths, settled: true } => {
                self.open.retain(|path| !paths.contains(path));
                self.paths.extend(paths);
            }
            Sign::Files { paths, settled: false } => {
                self.open.extend(paths.iter().cloned());
                self.paths.extend(paths);
            }
        }
        self.span = Some((self.span.map_or(now, |(first, _)| first), now));
    }

    /// When a look is due, if nothing more is heard until then.
    pub(super) fn due(&self) -> Option<Instant> {
        let (first, last) = self.span?;
        let one = self.paths.len() == 1 && self.open.is_empty() && !self.folders;
        let quiet = if one { QUIET_AFTER_ONE } else { QUIET };
        Some((last + quiet).min(first + PATIENCE))
    }

    pub(super) fn look(self) -> Look {
        if self.folders { Look::Everywhere } else { Look::At(self.paths) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is heard, each at its millisecond.
    type Heard = Vec<(u64, Sign)>;

    fn files(names: &str, settled: bool) -> Sign {
        Sign::Files { paths: names.split(' ').map(PathBuf::from).collect(), settled }
    }

    fn written(name: &str) -> Sign {
        files(name, true)
    }

    fn begun(name: &str) -> Sign {
        files(name, false)
    }

    #[test]
    fn a_look_is_due_when_the_writing_stops() {
        let folders = || Sign::Folders { top: false };
        let long: Heard = (0..60).map(|at| (at * 20, begun("a"))).collect();
        // What is heard, when the look is due, and where it goes.
        let table: [(Heard, Option<u64>, &str); 10] = [
            (vec![], None, ""),
            (vec![(0, Sign::Nothing)], None, ""),
            (vec![(0, written("a"))], Some(2), "a"),
            (vec![(0, begun("a"))], Some(30), "a"),
            (vec![(0, begun("a")), (10, written("a"))], Some(12), "a"),
            (vec![(0, begun("a")), (10, written("b"))], Some(40), "a b"),
            (vec![(0, written("a")), (1, written("b"))], Some(31), "a b"),
            (vec![(0, written("a")), (1, Sign::Nothing)], Some(2), "a"),
            (vec![(0, written("a")), (1, folders())], Some(31), "everywhere"),
            // It goes on and on.
            (long, Some(1000), "a"),
        ];
        for (heard, due, place) in table {
            let shown = format!("{heard:?}");
            let (start, mut seen) = (Instant::now(), Seen::default());
            let at = |time: u64| start + Duration::from_millis(time);
            for (time, sign) in heard {
                seen.note(sign, at(time));
            }
            assert_eq!(seen.due(), due.map(at), "{shown}");
            let wanted = match place {
                "everywhere" => Look::Everywhere,
                names => Look::At(names.split_whitespace().map(PathBuf::from).collect()),
            };
            assert_eq!(seen.look(), wanted, "{shown}");
        }
    }
}
