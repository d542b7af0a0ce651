//! The two hats.

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Leader,
    Manager,
}

impl Role {
    /// Both, in the order in which they stand: leader left, manager right, always.
    pub const BOTH: [Self; 2] = [Self::Leader, Self::Manager];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Manager => "manager",
        }
    }
}

/// Exactly one value for each hat.
#[derive(Clone, Debug)]
pub struct Pair<T> {
    pub leader: T,
    pub manager: T,
}

impl<T> Pair<T> {
    pub fn get(&self, role: Role) -> &T {
        match role {
            Role::Leader => &self.leader,
            Role::Manager => &self.manager,
        }
    }

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
