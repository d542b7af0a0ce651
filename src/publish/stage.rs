//! Renders every file of the site and lays those that differ beside the output, ready to be renamed.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::build::page_faults;
use crate::diagnostic::{Severity, sort};
use crate::model::SitePath;
use crate::render::Site;
use crate::source::Asset;

use super::carried::{self, Carried};
use super::drawn::{Drawn, Of, number};
use super::failure::{Failure, disk};

/// How a rendered file compares with what is in the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Same,
    Absent,
    /// Something else is there.
    Differs,
}

/// A rendered file.
pub(super) struct Staged {
    pub change: Change,
    pub hash: String,
    pub size: u64,
    /// Of a picture, what it is drawn of.
    pub drawn_of: Option<Of>,
    /// Where its bytes lie, unless they are in place already.
    pub beside: PathBuf,
}

/// Files that are laid beside the output, by their paths.
pub(super) type AllStaged = BTreeMap<SitePath, Staged>;

/// Renders these files of a site in parallel. Memory holds only the pages that are being rendered.
pub(super) fn stage(
    site: &Site,
    paths: &[SitePath],
    drawn: &Drawn,
    (output, staging): (&Path, &Path),
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<AllStaged, Failure> {
    let done = AtomicUsize::new(0);
    let staged = paths.par_iter().enumerate().map(|(number, path)| {
        let staged = one(site, path, drawn, (output, staging.join(number.to_string())))?;
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, paths.len());
        Ok((path.clone(), staged))
    });
    let mut files = BTreeMap::new();
    let mut faults = Vec::new();
    for result in staged.collect::<Vec<Result<_, Failure>>>() {
        match result {
            Ok((path, file)) => {
                files.insert(path, file);
            }
            Err(Failure::Faults(found)) => faults.extend(found),
            Err(other) => return Err(other),
        }
    }
    if faults.is_empty() {
        return Ok(files);
    }
    sort(&mut faults);
    Err(Failure::Faults(faults))
}

/// The pictures among them: what each is drawn of, and its hash.
pub(super) fn pictures(staged: &AllStaged) -> impl Iterator<Item = (Of, &str)> {
    staged.values().filter_map(|file| Some((file.drawn_of?, file.hash.as_str())))
}

fn one(
    site: &Site,
    path: &SitePath,
    drawn: &Drawn,
    (output, beside): (&Path, PathBuf),
) -> Result<Staged, Failure> {
    let target = output.join(path.as_str());
    if let Some(asset) = site.on_disk(path.as_str()) {
        return carry(asset, &target, beside);
    }
    let drawn_of = site.drawn_of(path.as_str()).map(|of| number(&of));
    if let Some(known) = drawn_of.and_then(|of| drawn.hash(of))
        && let Ok((found, size)) = carried::hash_of(File::open(&target))
        && found == known
    {
        let hash = found.to_hex().to_string();
        return Ok(Staged { change: Change::Same, hash, size, drawn_of, beside });
    }
    let rendered = site.render(path.as_str()).expect("every path of the site can be rendered");
    let bytes = rendered.map_err(|fault| Failure::Faults(vec![*fault]))?;
    let mut faults = page_faults(site, path, &bytes);
    faults.retain(|fault| fault.severity() == Severity::Error);
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let change = match fs::read(&target) {
        Ok(found) if found == *bytes => Change::Same,
        Ok(_) => Change::Differs,
        Err(_) if target.symlink_metadata().is_ok_and(|there| !there.is_dir()) => Change::Differs,
        Err(_) => Change::Absent,
    };
    if change != Change::Same {
        fs::write(&beside, &bytes).map_err(|cause| disk(&beside, cause))?;
    }
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    Ok(Staged { change, hash, size, drawn_of, beside })
}

/// A file that is somewhere else on the disk.
pub(super) fn carry(asset: &Asset, target: &Path, beside: PathBuf) -> Result<Staged, Failure> {
    let Carried { hash, size, is_there } = carried::carried(asset, target, &beside)?;
    let change = match target.symlink_metadata() {
        _ if is_there => Change::Same,
        Ok(there) if !there.is_dir() => Change::Differs,
        _ => Change::Absent,
    };
    Ok(Staged { change, hash, size, drawn_of: None, beside })
}
