//! Shares of a site that several machines have made become the site: byte for byte what one machine would have made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::model::{Book, SitePath};
use crate::render::Share;
use crate::source::{Asset, shown_path};

use super::failure::{Failure, disk};
use super::manifest::Manifest;
use super::place::manifest_at;
use super::stage::{AllStaged, Staged, carry};
use super::totals::Totals;
use super::whole::Whole;

/// A finished share: its folder and its list.
type Made<'a> = (&'a Path, Manifest);

/// Puts the shares in these folders together in the folder `output`, which belongs to the project at `project`.
///
/// # Errors
/// When they are not all shares of one site, one of their files is not as it was made, the output folder is refused, or the disk
/// fails. The folder is as it was.
pub fn join(
    shares: &[PathBuf],
    book: &Book,
    project: &Path,
    output: &Path,
) -> Result<Totals, Failure> {
    let refuse = |why| Failure::Refused { output: output.to_owned(), why };
    let (made_of, made) = all_of_one(shares).map_err(refuse)?;
    let paths: BTreeSet<&SitePath> =
        made.iter().flat_map(|(_, list)| list.files().map(|(path, _)| path)).collect();
    let paths: Vec<SitePath> = paths.into_iter().cloned().collect();
    let whole = Whole { book, paths: &paths, made_of, share: None };
    whole.put(project, output, |_, output, staging| stage(&made, output, staging))
}

/// What all of them were made of, and their lists, when they are the shares of one site.
fn all_of_one(folders: &[PathBuf]) -> Result<(String, Vec<Made<'_>>), String> {
    let mut made: BTreeMap<Share, Made<'_>> = BTreeMap::new();
    let mut one: Option<(String, Share)> = None;
    for folder in folders {
        let shown = shown_path(folder);
        let list =
            manifest_at(folder).map_err(|unread| format!("the list in `{shown}` {unread}"))?;
        let list = list.filter(|list| list.share.is_some() && list.basis().is_some());
        let list = list.ok_or_else(|| {
            format!("`{shown}` has no finished part of a site; `twohats build --part` makes one")
        })?;
        let (share, basis) = list.share.zip(list.basis()).expect("it was looked for just now");
        let (made_of, first) = one.get_or_insert_with(|| (basis.to_owned(), share));
        if made_of != basis || share.all().ne(first.all()) {
            return Err(format!(
                "the part in `{shown}` was made of something else than the one in `{}`; build both of the same \
                 files, with the same Twohats",
                shown_path(&folders[0])
            ));
        }
        if let Some((other, _)) = made.insert(share, (folder, list)) {
            let other = shown_path(other);
            return Err(format!("`{other}` and `{shown}` both have part {share} of the site"));
        }
    }
    let (made_of, first) = one.ok_or("no part of a site was named")?;
    match first.all().find(|share| !made.contains_key(share)) {
        Some(missing) => Err(format!("part {missing} of the site is missing; name its folder too")),
        None => Ok((made_of, made.into_values().collect())),
    }
}

/// Lays the files of all shares beside the output, each as it was made.
fn stage(made: &[Made<'_>], output: &Path, staging: &Path) -> Result<AllStaged, Failure> {
    let files: Vec<_> = made
        .iter()
        .flat_map(|(folder, list)| list.files().map(move |(path, hash)| (*folder, path, hash)))
        .collect();
    let staged = files.par_iter().enumerate().map(|(number, &(folder, path, hash))| {
        let from = folder.join(path.as_str());
        let file = Asset::on_disk(&from).map_err(|cause| disk(&from, cause))?;
        let beside = staging.join(number.to_string());
        let staged: Staged = carry(&file, &output.join(path.as_str()), beside)?;
        if staged.hash != hash {
            let why =
                format!("`{}` is not as it was built; build that part again", shown_path(&from));
            return Err(Failure::Refused { output: output.to_owned(), why });
        }
        Ok((path.clone(), staged))
    });
    staged.collect()
}
