//! What readers find on pages: prose as it was meant, links that lead somewhere, both hats in their places.

mod addresses;
mod as_meant;
mod cards;
mod carried;
mod finder;
mod has;
mod heads;
mod languages;
mod left_alone;
mod letters;
mod links;
mod order;
mod own_theme;
mod paper;
mod parts;
mod pictures;
mod prose;
mod raw_html;
mod raw_ids;
mod reach;
mod redirects;
mod search;
mod sheets;
mod sides;
mod size;
mod written_out;
