//! What readers find on pages: prose as it was meant, links that lead somewhere, both hats in their places.

mod cards;
mod carried;
mod finder;
mod heads;
mod languages;
mod links;
mod paper;
mod parts;
mod pictures;
mod prose;
mod raw_html;
mod reach;
mod search;
mod sheets;
mod sides;
mod size;
