//! How a click on a page of a preview reaches an editor: the preview leaves word in the project's own folder of where it
//! listens, and an editor's server that finds it there hears of each place that somebody points at.
//!
//! It must not know what a page is, nor how an editor shows a text.

mod follow;
mod listening;
mod place;

pub(crate) use follow::{FOLLOW_PATH, TOKEN, follow};
pub(crate) use listening::Listening;
pub(crate) use place::Place;
