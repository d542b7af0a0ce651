//! Heading levels of a page.

use super::read::Shape;

/// Heading levels that start where the page needs them and never skip one.
pub struct Levels {
    highest: u8,
    /// The written and the given level of the headings that are open.
    open: Vec<(u8, u8)>,
}

impl Levels {
    pub fn new(shape: Shape) -> Self {
        let highest = if shape == Shape::Document { 2 } else { 3 };
        Self { highest, open: Vec::new() }
    }

    pub fn fit(&mut self, written: u8) -> u8 {
        while self.open.last().is_some_and(|(above, _)| *above >= written) {
            self.open.pop();
        }
        let given = self.open.last().map_or(self.highest, |(_, above)| (above + 1).min(6));
        self.open.push((written, given));
        given
    }
}
