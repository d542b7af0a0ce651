//! What readers find on pages: prose as it was meant, links that lead somewhere, both hats in their places.

mod cards;
mod carried;
mod finder;
mod heads;
mod languages;
mod links;
mod own_theme;
mod paper;
mod parts;
mod pictures;
mod prose;
mod reach;
mod search;
mod sheets;
mod sides;
mod size;
