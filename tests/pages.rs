//! What readers find on pages: prose as it was meant, links that lead somewhere, both hats in their places.

#[path = "pages/links.rs"]
mod links;
#[path = "pages/prose.rs"]
mod prose;
#[path = "pages/search.rs"]
mod search;
#[path = "pages/sides.rs"]
mod sides;
mod support;
