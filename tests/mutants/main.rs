//! Our own playbook with one mistake in it, again and again: every key misspelt, every needed key taken out, every
//! reference and link broken. Each mutant is caught, once, at its line.

mod book;
mod keys;
mod links;
mod needed;
mod prose;
