//! The two hats.

use std::collections::BTreeMap;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Says where to go and why.
    Leader,
    /// Says how, who and by when.
    Manager,
}

impl Role {
    /// Both, in the order in which they stand: leader left, manager right, always.
    pub const BOTH: [Self; 2] = [Self::Leader, Self::Manager];

    /// The word for it in files, addresses and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Manager => "manager",
        }
    }
}

/// The forms of a hat's name that a book gives, by their keys, such as `possessive`.
pub type RoleForms = BTreeMap<&'static str, String>;

/// Exactly one value for each hat.
#[derive(Clone, Debug, Default)]
pub struct Pair<T> {
    /// That of the leader.
    pub leader: T,
    /// That of the manager.
    pub manager: T,
}

impl<T> Pair<T> {
    /// That of one hat.
    pub fn get(&self, role: Role) -> &T {
        match role {
            Role::Leader => &self.leader,
            Role::Manager => &self.manager,
        }
    }

    /// That of one hat, to be changed.
    pub fn get_mut(&mut self, role: Role) -> &mut T {
        match role {
            Role::Leader => &mut self.leader,
            Role::Manager => &mut self.manager,
        }
    }

    /// Both with their hats, leader first.
    pub fn each(&self) -> impl Iterator<Item = (Role, &T)> {
        Role::BOTH.into_iter().map(|role| (role, self.get(role)))
    }
}
