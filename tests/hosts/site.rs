//! Our own book, built once for each place that it is served at.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::OnceLock;

use tempfile::TempDir;
use testkit::{Tree, run, tree, twohats};

/// Where on its host a site is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mount {
    Root,
    Path,
}

impl Mount {
    /// The path on the host, as the guide has it.
    pub fn path(self) -> &'static str {
        match self {
            Self::Root => "/",
            Self::Path => "/depot/",
        }
    }

    /// Where its block stands among those of a server in the guide.
    pub fn place(self) -> usize {
        match self {
            Self::Root => 0,
            Self::Path => 1,
        }
    }
}

/// A built site.
pub struct Site {
    pub mount: Mount,
    pub folder: PathBuf,
    pub files: Tree,
}

impl Site {
    #[track_caller]
    pub fn at(mount: Mount) -> Self {
        static BUILT: [OnceLock<TempDir>; 2] = [OnceLock::new(), OnceLock::new()];
        let built = BUILT[mount.place()].get_or_init(|| {
            let folder = TempDir::with_prefix("twohats-hosts-").expect("a folder for the test");
            // A server that was started by root hands files out as somebody else.
            fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("it is ours");
            let mut build = twohats();
            build.current_dir(env!("CARGO_MANIFEST_DIR")).args(["build", "--output"]);
            build.arg(folder.path().join("public"));
            if mount == Mount::Path {
                build.args(["--site-url", "http://127.0.0.1/depot/"]);
            }
            let built = run(build);
            assert_eq!(built.code, 0, "{}", built.err);
            folder
        });
        let folder = built.path().join("public");
        let files = tree(&folder);
        Self { mount, folder, files }
    }
}
