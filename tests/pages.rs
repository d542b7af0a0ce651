//! What readers find on pages: prose as it was meant, links that lead somewhere, both hats in their places.

#[path = "pages/cards.rs"]
mod cards;
#[path = "support/corpus.rs"]
mod corpus;
#[path = "pages/coverage.rs"]
mod coverage;
#[path = "pages/finder.rs"]
mod finder;
#[path = "pages/heads.rs"]
mod heads;
#[path = "pages/languages.rs"]
mod languages;
#[path = "pages/links.rs"]
mod links;
#[path = "pages/paper.rs"]
mod paper;
#[path = "pages/parts.rs"]
mod parts;
#[path = "pages/prose.rs"]
mod prose;
#[path = "pages/reach.rs"]
mod reach;
#[path = "pages/search.rs"]
mod search;
#[path = "pages/sheets.rs"]
mod sheets;
#[path = "pages/sides.rs"]
mod sides;
#[path = "pages/size.rs"]
mod size;
mod support;
