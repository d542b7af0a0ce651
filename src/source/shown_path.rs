//! Paths as people read them.

use std::path::Path;

/// A path with `/` on every system, and without what Windows puts before one that it has looked up.
#[must_use]
pub fn shown_path(path: &Path) -> String {
    let path = path.to_string_lossy();
    if cfg!(windows) { plain(&path) } else { path.into_owned() }
}

fn plain(path: &str) -> String {
    const LOOKED_UP: &str = r"\\?\";
    let plain = match path.strip_prefix(LOOKED_UP) {
        Some(rest) => rest.strip_prefix("UNC").map_or(rest.to_owned(), |host| format!(r"\{host}")),
        None => path.to_owned(),
    };
    plain.replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_path_of_windows_is_shown_as_everybody_writes_paths() {
        assert_eq!(plain(r"\\?\C:\books\ours\book.toml"), "C:/books/ours/book.toml");
        assert_eq!(plain(r"\\?\UNC\host\share\book.toml"), "//host/share/book.toml");
        assert_eq!(plain(r"\\host\share"), "//host/share");
        assert_eq!(plain(r"content\late.yaml"), "content/late.yaml");
    }
}
