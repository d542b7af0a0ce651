//! The owner's logo on pictures beside links: unpacked once, and again only when the file or the ground below it is
//! another.

use std::sync::{Arc, Mutex, PoisonError};

use crate::model::Rgb;
use crate::social_image::Logo;
use crate::source::Asset;

/// The most bytes of a logo that is drawn on pictures.
const MOST_OF_LOGO: u64 = 5_000_000;

/// The logo that was read last. Whoever has a copy of it has the same.
#[derive(Clone, Debug, Default)]
pub struct LastLogo(Arc<Mutex<Option<Read>>>);

#[derive(Debug)]
struct Read {
    file: Asset,
    page: Rgb,
    logo: Option<Arc<Logo>>,
}

impl LastLogo {
    /// The logo in this file, on a page of this colour. `None` when it cannot be drawn.
    pub(super) fn of(&self, file: &Asset, page: Rgb) -> Option<Arc<Logo>> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = |read: &&Read| read.file == *file && read.page == page;
        if let Some(read) = last.as_ref().filter(is_it) {
            return read.logo.clone();
        }
        let bytes = file.whole(MOST_OF_LOGO);
        let logo = bytes.and_then(|bytes| Logo::read(&bytes, page)).map(Arc::new);
        *last = Some(Read { file: file.clone(), page, logo: logo.clone() });
        logo
    }
}
