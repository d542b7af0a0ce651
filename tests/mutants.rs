//! Our own playbook with one mistake in it, again and again: every key misspelt, every needed key taken out, every
//! reference and link broken. Each mutant is caught, once, at its line.

#[path = "mutants/book.rs"]
mod book;
#[path = "mutants/keys.rs"]
mod keys;
#[path = "mutants/links.rs"]
mod links;
#[path = "mutants/needed.rs"]
mod needed;
