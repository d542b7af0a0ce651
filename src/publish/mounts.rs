//! Parts of the output folder that are another disk, or another place of this one: no file can be moved there at once, and
//! what is there is seldom meant for a site.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::source::shown_path;

use super::failure::Failure;

/// Where Linux lists what is mounted.
const LIST: &str = "/proc/self/mountinfo";

/// Refuses an output folder in which one of these paths is a mount or lies in one.
pub(super) fn refuse_mounts<'p>(
    output: &Path,
    paths: impl IntoIterator<Item = &'p str>,
) -> Result<(), Failure> {
    let listed: Vec<PathBuf> =
        fs::read_to_string(LIST).iter().flat_map(|list| inside(list, output)).collect();
    let disk = disk(output);
    // Folders that were looked at, with all above them: a large site has the same few in all its paths.
    let mut seen = BTreeSet::new();
    for path in paths {
        let whole = output.join(path);
        let steps = whole.ancestors().take_while(|step| *step != output && !seen.contains(*step));
        let steps: Vec<&Path> = steps.collect();
        let mount = steps.iter().rfind(|step| is_mount(step, disk, &listed));
        seen.extend(steps.iter().skip(1).map(|folder| folder.to_path_buf()));
        if let Some(name) = mount.and_then(|mount| mount.strip_prefix(output).ok()) {
            let why = format!(
                "`{}` in it is a mount, into which no file can be moved at once; take it away, or name another folder",
                shown_path(name)
            );
            return Err(Failure::Refused { output: output.to_owned(), why });
        }
    }
    Ok(())
}

/// Whether something else is mounted there than the output's own disk.
fn is_mount(path: &Path, own: Option<u64>, listed: &[PathBuf]) -> bool {
    listed.iter().any(|mount| mount == path) || disk(path).is_some_and(|disk| Some(disk) != own)
}

/// The number of the disk of what is at a path, where there is something and the system tells.
#[cfg(unix)]
fn disk(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;

    path.symlink_metadata().map(|there| there.dev()).ok()
}

#[cfg(not(unix))]
fn disk(_path: &Path) -> Option<u64> {
    None
}

/// The mounts below a folder.
fn inside(list: &str, output: &Path) -> Vec<PathBuf> {
    let places = list.lines().filter_map(|line| line.split(' ').nth(4)).map(unescaped);
    let below = |place: &PathBuf| place.starts_with(output) && place != output;
    places.map(PathBuf::from).filter(below).collect()
}

/// A path in which the list writes spaces and the like as three digits.
fn unescaped(written: &str) -> String {
    let mut parts = written.split('\\');
    let mut path = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..3).and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match code.and_then(|code| Some((code, part.get(3..)?))) {
            Some((code, rest)) => {
                path.push(code.into());
                path.push_str(rest);
            }
            None => path.extend(["\\", part]),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::inside;

    #[test]
    fn only_what_is_mounted_below_a_folder_is_found_whatever_signs_are_in_its_path() {
        let list = "22 1 254:0 / / rw - ext4 /dev/vda rw\n\
                    35 22 254:0 /x /site/my\\040pages rw - ext4 /dev/vda rw\n\
                    36 22 254:0 /x /site rw - ext4 /dev/vda rw\n\
                    37 22 0:31 / /sites rw - tmpfs tmpfs rw\n";
        assert_eq!(inside(list, Path::new("/site")), [PathBuf::from("/site/my pages")]);
    }
}
