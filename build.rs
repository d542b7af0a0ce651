//! Builds the program again when anything that it is made of changes, and gives it a number of all of it. The macro
//! that embeds the themes only notices changes inside files it knows; and a site that another program made is not
//! known to be what this one would make. The playbook that it comes with is packed, since few ask for it.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::ZlibEncoder;

const PARTS: [&str; 6] = ["src", "themes", "content", "book.toml", "Cargo.toml", "Cargo.lock"];

fn main() {
    let mut hasher = DefaultHasher::new();
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
        take(Path::new(part), &mut hasher);
    }
    println!("cargo::rustc-env=TWOHATS_PROGRAM={:016x}", hasher.finish());
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    pack(Path::new("content"), &mut packed);
    let packed = packed.finish().expect("memory takes it");
    let folder = env::var_os("OUT_DIR").expect("cargo says where");
    fs::write(Path::new(&folder).join("content.packed"), packed).expect("it can be written");
}

/// Packs all files of a folder, in the order of their paths: before each stand its length and its path, in a line.
fn pack(path: &Path, packed: &mut impl Write) {
    for path in inside(path) {
        if path.is_dir() {
            pack(&path, packed);
            continue;
        }
        let text = fs::read(&path).expect("it can be read");
        let name = path.to_string_lossy().replace('\\', "/");
        let written = writeln!(packed, "{} {name}", text.len());
        written.and_then(|()| packed.write_all(&text)).expect("memory takes it");
    }
}

fn inside(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// Takes a file, or all that is in a folder.
fn take(path: &Path, hasher: &mut DefaultHasher) {
    if !path.is_dir() {
        path.hash(hasher);
        fs::read(path).unwrap_or_default().hash(hasher);
        return;
    }
    for path in inside(path) {
        take(&path, hasher);
    }
}
