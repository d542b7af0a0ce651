//! Markdown guidance.

use crate::markdown::Prose;

use super::Id;

#[derive(Clone, Debug)]
pub struct Guide {
    pub body: Prose,
    /// Other guides.
    pub related: Vec<Id>,
}
