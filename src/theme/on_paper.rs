//! The owner's colours on white paper, where no style reaches. It must not know what is drawn with them.

use csscolorparser::Color;

use crate::model::{Look, Rgb};

use super::colours::Colours;
use super::contrast::{BAR, colour, worth};
use super::nearest_colour::nearest;

/// Colours of the site on paper, as red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug)]
pub struct OnPaper {
    /// The leader's bar.
    pub leader: Rgb,
    /// The manager's bars.
    pub manager: Rgb,
    /// The colour of links.
    pub link: Rgb,
}

/// The colours that stand out from white paper, when the owner gives some: those of the site, or the nearest.
pub(super) fn on_paper(look: &Look, colours: &Colours) -> Option<OnPaper> {
    let given = [&look.hats.leader, &look.hats.manager, &look.accent];
    given.into_iter().any(|shades| shades.light.is_some()).then_some(())?;
    let held = |rgb: Rgb| {
        let held =
            nearest(colour(rgb), |one| worth(one, &[[1.; 4]], BAR)).unwrap_or_else(|best| best);
        [0, 1, 2].map(|at| Color::from(held).to_rgba8()[at])
    };
    Some(OnPaper {
        leader: held(colours.leader),
        manager: held(colours.manager),
        link: held(colours.link),
    })
}
