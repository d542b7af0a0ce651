//! A table whose rows pair the roles.

use crate::markdown::Prose;

use super::Pair;

#[derive(Clone, Debug)]
pub struct Comparison {
    pub intro: Option<Prose>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Row {
    /// The row's id on the page.
    pub id: String,
    /// What is compared.
    pub on: String,
    pub cells: Pair<Prose>,
    pub both: Option<Prose>,
}
