//! Old addresses that lead to other old addresses. It must not know which pages there are.

use std::collections::BTreeMap;

use crate::model::{Href, Redirect, SitePath};

/// Where an old address leads that names another one.
pub(super) enum Way<'r> {
    /// To this address in the end, which is no old one.
    On(&'r str),
    /// Back to itself, over these; it is the first of them.
    Round(Vec<&'r str>),
    /// To some that lead to each other.
    IntoCircle,
}

/// For each redirect, the next and the last one on its way.
pub(super) struct OldAddresses<'r> {
    redirects: &'r [Redirect],
    next: Vec<Option<usize>>,
    ends: Vec<End>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Unknown,
    /// On the way that is being walked.
    Walked,
    /// The last redirect of the way.
    At(usize),
    /// The first of those that lead to each other.
    Circle(usize),
}

impl<'r> OldAddresses<'r> {
    pub(super) fn of(redirects: &'r [Redirect]) -> Self {
        let mut files: BTreeMap<SitePath, usize> = BTreeMap::new();
        for (at, redirect) in redirects.iter().enumerate() {
            if let Some(file) = redirect.file() {
                files.entry(file).or_insert(at);
            }
        }
        let next = redirects.iter().map(|redirect| {
            let path = Href::cut(&redirect.to.value).path;
            let file = Redirect::file_at(path.strip_prefix('/').unwrap_or(path))?;
            files.get(&file).copied()
        });
        let next: Vec<Option<usize>> = next.collect();
        let mut old = Self { redirects, ends: vec![End::Unknown; next.len()], next };
        for at in 0..redirects.len() {
            old.walk(at);
        }
        old
    }

    /// Walks on from a redirect to what is known; each is walked over once.
    fn walk(&mut self, from: usize) {
        let mut walked = Vec::new();
        let mut at = from;
        let end = loop {
            match (self.ends[at], self.next[at]) {
                (End::Walked, _) => {
                    let circle = &walked[walked.iter().position(|one| *one == at).unwrap_or(0)..];
                    break End::Circle(circle.iter().copied().min().unwrap_or(at));
                }
                (end @ (End::At(_) | End::Circle(_)), _) => break end,
                (End::Unknown, next) => {
                    self.ends[at] = End::Walked;
                    walked.push(at);
                    match next {
                        Some(next) => at = next,
                        None => break End::At(at),
                    }
                }
            }
        };
        for at in walked {
            self.ends[at] = end;
        }
    }

    /// Where the redirect at a place leads, when it names an old address.
    pub(super) fn way(&self, at: usize) -> Option<Way<'r>> {
        self.next[at]?;
        Some(match self.ends[at] {
            End::At(last) => Way::On(&self.redirects[last].to.value),
            End::Circle(first) if first == at => Way::Round(self.round(at)),
            End::Circle(_) | End::Unknown | End::Walked => Way::IntoCircle,
        })
    }

    fn round(&self, first: usize) -> Vec<&'r str> {
        let on = |at: &usize| self.next[*at].filter(|next| *next != first);
        let members = std::iter::successors(Some(first), on);
        members.map(|at| self.redirects[at].from.value.as_str()).collect()
    }
}
