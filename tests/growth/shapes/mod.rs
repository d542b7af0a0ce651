//! What a book can have any number of, by where it stands.

pub mod commands;
pub mod html;
pub mod keys;
pub mod links;
pub mod marks;
pub mod pages;
pub mod prose;
pub mod themes;
