//! Puts lines into files of the repository beside lines that are there, or makes new files, and says what it did.

use std::fs;
use std::path::Path;

/// A text that becomes part of a file.
pub struct Insert {
    /// From the repository's root.
    pub path: String,
    /// What the file has where the text goes.
    pub mark: String,
    pub side: Side,
    pub text: String,
}

/// On which side of its mark a text goes.
#[derive(Clone, Copy)]
pub enum Side {
    Before,
    After,
}

impl Insert {
    /// The file with the text in it. A mark that is not there, or there twice, is no place.
    pub fn made(&self, file: &str) -> Result<String, String> {
        let Self { path, mark, side, text } = self;
        let mut places = file.match_indices(mark.as_str()).map(|(at, _)| at);
        let (Some(at), None) = (places.next(), places.next()) else {
            return Err(format!("`{path}` has no place, or two, like this:\n{mark}"));
        };
        let at = match side {
            Side::Before => at,
            Side::After => at + mark.len(),
        };
        Ok([&file[..at], text, &file[at..]].concat())
    }
}

/// Makes new files and inserts, all or, when one of them cannot be made, none.
pub fn write(new: &[(String, String)], inserts: &[Insert]) -> Result<(), String> {
    let mut files: Vec<(String, String)> = Vec::new();
    for (path, text) in new {
        if Path::new(path).exists() {
            return Err(format!("`{path}` is there already"));
        }
        files.push((path.clone(), text.clone()));
    }
    for insert in inserts {
        let path = &insert.path;
        match files.iter_mut().find(|(known, _)| known == path) {
            Some((_, text)) => *text = insert.made(text)?,
            None => files.push((path.clone(), insert.made(&read(path)?)?)),
        }
    }
    for (path, text) in files {
        fs::write(&path, text).map_err(|error| format!("cannot write `{path}`: {error}"))?;
        println!("wrote {path}");
    }
    Ok(())
}

pub fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read `{path}`: {error}"))
}
