//! The PDFs and Word documents that are filled in: what fields they have, and that no template, however odd,
//! makes a bad one.

mod docx;
mod fields;
mod hostile;
mod letters;
mod paper;
mod pdf;
