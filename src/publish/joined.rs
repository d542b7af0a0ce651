//! Shares of a site that several machines have made become the site: byte for byte what one machine would have made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::model::{Book, SitePath};
use crate::render::Share;
use crate::source::{Asset, shown_path};

use super::failure::{Failure, disk};
use super::manifest::Manifest;
use super::place::{OWN, manifest_at};
use super::stage::{AllStaged, Staged, carry};
use super::totals::Totals;
use super::whole::Whole;

/// A finished share: its folder and its list.
type Made<'a> = (&'a Path, Manifest);

/// All shares of one site.
pub struct Shares<'a> {
    made_of: String,
    is_staging: bool,
    made: Vec<Made<'a>>,
}

impl<'a> Shares<'a> {
    /// Those in these folders, which are of `book`.
    ///
    /// # Errors
    /// When they are not all shares of one site of it, as a sentence goes on.
    pub fn of(book: &Book, folders: &'a [PathBuf]) -> Result<Self, String> {
        let mut made: BTreeMap<Share, Made<'_>> = BTreeMap::new();
        let mut one: Option<(String, Share, bool)> = None;
        for folder in folders {
            let shown = shown_path(folder);
            let list =
                manifest_at(folder).map_err(|unread| format!("the list in `{shown}` {unread}"))?;
            let list = list.filter(|list| list.share.is_some() && list.basis().is_some());
            let list = list.ok_or_else(|| {
                format!(
                    "`{shown}` has no finished part of a site; `twohats build --part` makes one"
                )
            })?;
            if !list.owner.as_ref().is_some_and(|owner| owner.is_called(book)) {
                return Err(format!("the part in `{shown}` is of another book"));
            }
            if list.paths().any(|path| path.is_in(OWN)) {
                return Err(format!("the list in `{shown}` names files of Twohats' own"));
            }
            let (share, basis) = list.share.zip(list.basis()).expect("it was looked for just now");
            let (made_of, first, _) =
                one.get_or_insert_with(|| (basis.to_owned(), share, list.is_staging));
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
        let (made_of, first, is_staging) = one.ok_or("no part of a site was named")?;
        match first.all().find(|share| !made.contains_key(share)) {
            Some(missing) => {
                Err(format!("part {missing} of the site is missing; name its folder too"))
            }
            None => Ok(Self { made_of, is_staging, made: made.into_values().collect() }),
        }
    }

    /// Whether they are of a copy for review.
    #[must_use]
    pub fn are_staging(&self) -> bool {
        self.is_staging
    }

    /// Puts them together in the folder `output`, which belongs to the project at `project`.
    ///
    /// # Errors
    /// When one of their files is not as it was made, the output folder is refused, or the disk fails. The folder is as it was.
    pub fn join(&self, book: &Book, project: &Path, output: &Path) -> Result<Totals, Failure> {
        let files = self.made.iter().flat_map(|(_, list)| list.files());
        let paths: BTreeSet<&SitePath> = files.map(|(path, _)| path).collect();
        let paths: Vec<SitePath> = paths.into_iter().cloned().collect();
        let (made_of, is_staging) = (self.made_of.clone(), self.is_staging);
        let whole = Whole { book, paths: &paths, made_of, share: None, is_staging, basis: None };
        whole.put(project, output, |output, staging| stage(&self.made, output, staging))
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
