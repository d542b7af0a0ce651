//! What a page asks for whose texts are being written: what stands in its file, and what is to stand there. Each answer is
//! one that a page can show. It must not know who asks, nor how the answer is sent.

mod back;
mod book;
mod fault;
mod form;
mod pages;
mod pictures;
mod save;
mod shown;
mod titles;
mod translations;

pub(super) use book::Editing;
pub(super) use fault::Fault;
pub(super) use shown::{Shown, shown};
