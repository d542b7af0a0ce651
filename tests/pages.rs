//! What readers find on pages: prose as it was meant, links that lead somewhere, both hats in their places.

#[path = "pages/links.rs"]
mod links;
#[path = "pages/prose.rs"]
mod prose;
#[path = "pages/sheets.rs"]
mod sheets;
#[path = "pages/sides.rs"]
mod sides;
mod support;
