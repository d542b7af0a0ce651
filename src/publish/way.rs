//! How one folder is reached from another. It must not know what lies in them.

use std::path::{Component, Path, PathBuf};

/// The way from one folder to another, with `/`.
pub(super) fn way(from: &Path, to: &Path) -> String {
    let common = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(common).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(to.components().skip(common)).collect();
    way.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::way;

    #[test]
    fn the_way_leads_up_as_far_as_it_must() {
        for (from, to, there) in
            [("/a/b/public", "/a/b", ".."), ("/srv/site", "/home/me/book", "../../home/me/book")]
        {
            assert_eq!(way(Path::new(from), Path::new(to)), there);
        }
    }
}
