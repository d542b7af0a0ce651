//! What the chores that measure are asked for: at which sizes, how often, and which program.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::program::{Profile, build};

pub struct Settings {
    /// Scenarios of each book.
    pub sizes: Vec<usize>,
    /// How often each is measured.
    pub times: usize,
    pub program: PathBuf,
}

impl Settings {
    /// Reads the arguments of `chore`, where `option` says how often, and builds the program when none is named.
    pub fn read(
        mut arguments: impl Iterator<Item = OsString>,
        chore: &str,
        (option, usually): (&str, usize),
    ) -> Result<Self, String> {
        let (mut sizes, mut times, mut program) = (vec![100, 1000, 10_000], usually, None);
        while let Some(argument) = arguments.next() {
            let value = arguments.next().and_then(|value| value.into_string().ok());
            let number =
                |text: &str| text.parse::<usize>().map_err(|_| format!("`{text}` is no number"));
            match (argument.to_str(), value) {
                (Some("--sizes"), Some(value)) => {
                    sizes = value.split(',').map(number).collect::<Result<_, _>>()?;
                }
                (Some("--program"), Some(value)) => program = Some(value.into()),
                (Some(name), Some(value)) if name == option => times = number(&value)?.max(1),
                _ => {
                    return Err(format!(
                        "usage: {chore} [--sizes 100,1000] [{option} {usually}] [--program FILE]"
                    ));
                }
            }
        }
        Ok(Self { sizes, times, program: program.map_or_else(|| build(Profile::Release), Ok)? })
    }
}
