//! The floor under every build: as many files of the same sizes, written by a plain loop that thinks nothing.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Every file below a folder and its size; folders whose name begins with a dot are left out.
pub fn files(folder: &Path) -> Result<Vec<(PathBuf, u64)>, String> {
    let mut found = Vec::new();
    walk(folder, &mut found).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(found)
}

fn walk(folder: &Path, found: &mut Vec<(PathBuf, u64)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            found.push((entry.path(), entry.metadata()?.len()));
        } else if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            walk(&entry.path(), found)?;
        }
    }
    Ok(())
}

/// `xtask floor FOLDER`: writes a file for each line `SIZE PATH` of standard input.
pub fn run(mut arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let folder = PathBuf::from(arguments.next().ok_or("usage: floor FOLDER")?);
    write(&folder, io::stdin().lock()).map_err(|error| error.to_string())?;
    Ok(ExitCode::SUCCESS)
}

fn write(folder: &Path, list: impl BufRead) -> io::Result<()> {
    let mut bytes = Vec::new();
    let mut made = PathBuf::new();
    for line in list.lines() {
        let line = line?;
        let wrong = || io::Error::new(io::ErrorKind::InvalidInput, line.clone());
        let (size, path) = line.split_once(' ').ok_or_else(wrong)?;
        let (size, path): (usize, _) = (size.parse().map_err(|_| wrong())?, folder.join(path));
        let parent = path.parent().ok_or_else(wrong)?;
        if made != parent {
            fs::create_dir_all(parent)?;
            parent.clone_into(&mut made);
        }
        bytes.resize(bytes.len().max(size), b'x');
        File::create(path)?.write_all(&bytes[..size])?;
    }
    Ok(())
}
