//! A table whose rows pair the roles.

use crate::markdown::Prose;
use crate::source::Spanned;

use super::overlay::{Listed, Overlay};
use super::parts::{Part, Purpose, Section, Text};
use super::{Pair, Role};

/// What the leader and the manager do differently, as a table.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What stands above the table.
    pub intro: Option<Prose>,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// One thing that is compared.
#[derive(Clone, Debug)]
pub struct Row {
    /// The row's id on the page.
    pub id: String,
    /// What is compared.
    pub on: Spanned<String>,
    /// What each hat does.
    pub cells: Pair<Prose>,
    /// What holds for both hats.
    pub both: Option<Prose>,
    /// In a translation: whether its words are the original's.
    pub is_borrowed: bool,
}

impl Comparison {
    /// All that it says, in its order.
    #[must_use]
    pub fn parts(&self) -> Vec<Part<'_>> {
        let Self { intro, rows } = self;
        let intro = Part::at("", intro.iter().map(Text::prose));
        [intro].into_iter().chain(rows.iter().flat_map(Row::parts)).collect()
    }

    pub(super) fn translate(&mut self, own: &Self, over: &mut Overlay<'_>) {
        let Self { intro, rows } = self;
        over.maybe(intro, own.intro.as_ref());
        over.count(rows.len(), own.rows.len());
        over.list(rows, &own.rows);
    }
}

impl Row {
    fn parts(&self) -> [Part<'_>; 3] {
        let Self { id, on, cells, both, is_borrowed: _ } = self;
        let section = Some(Section::own(id.into(), &on.value));
        let side = |role: Role| {
            let part = Part::at("", [Text::prose(cells.get(role))]);
            Part { section: section.clone(), ..part.side(role, format!("{}-{id}", role.name())) }
        };
        let both = both.iter().map(Text::prose);
        let both = [Text::plain(&on.value).purpose(Purpose::Read)].into_iter().chain(both);
        let both = Part { section: section.clone(), ..Part::at(id, both) };
        [side(Role::Leader), side(Role::Manager), both]
    }
}

impl Listed for Row {
    fn texts_mut(&mut self) -> Vec<&mut Prose> {
        let Self { id: _, on: _, cells: Pair { leader, manager }, both, is_borrowed: _ } = self;
        [leader, manager].into_iter().chain(both).collect()
    }

    /// Links lead to a row in all languages.
    fn keep(&mut self, original: &Self) {
        self.id.clone_from(&original.id);
    }

    fn borrow(&mut self) {
        self.is_borrowed = true;
    }
}
