//! Carried files, which go into the site a piece at a time: none is ever held as a whole.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use crate::source::Asset;

use super::failure::{Failure, disk};

/// How much is held of a file at a time.
const PIECE: usize = 64 * 1024;

/// A carried file that was read.
pub(super) struct Carried {
    pub hash: String,
    pub size: u64,
    /// Whether the same is in the output.
    pub is_there: bool,
}

/// Lays a carried file beside the output, unless the same is there.
pub(super) fn carried(asset: &Asset, target: &Path, beside: &Path) -> Result<Carried, Failure> {
    let fail = |cause| disk(asset.path().unwrap_or(target), cause);
    let there = target.symlink_metadata();
    if there.is_ok_and(|there| there.is_file() && there.len() == asset.size())
        && let Ok(found) = hash_of(File::open(target))
        && found == hash_of(asset.open()).map_err(fail)?
    {
        return Ok(Carried { hash: found.0.to_hex().to_string(), size: found.1, is_there: true });
    }
    let from = asset.open().map_err(fail)?;
    let to = File::create(beside).map_err(|cause| disk(beside, cause))?;
    let (hash, size) = pieces(from, |piece| (&to).write_all(piece)).map_err(fail)?;
    Ok(Carried { hash: hash.to_hex().to_string(), size, is_there: false })
}

/// The hash of what was opened, and how long it is.
pub(super) fn hash_of(opened: io::Result<impl Read>) -> io::Result<(blake3::Hash, u64)> {
    pieces(opened?, |_| Ok(()))
}

/// The hash of what is read, and how long it is; each piece is handed on.
pub(super) fn hash_while(
    from: impl Read,
    mut look: impl FnMut(&[u8]),
) -> io::Result<(blake3::Hash, u64)> {
    pieces(from, |piece| {
        look(piece);
        Ok(())
    })
}

/// Reads piece after piece, and hands each on.
fn pieces(
    mut from: impl Read,
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<(blake3::Hash, u64)> {
    let (mut hasher, mut size, mut piece) = (blake3::Hasher::new(), 0, vec![0; PIECE]);
    loop {
        let length = match from.read(&mut piece) {
            Ok(0) => return Ok((hasher.finalize(), size)),
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        take(&piece[..length])?;
        hasher.update(&piece[..length]);
        size += length as u64;
    }
}
