//! Builds the program so that its bytes tell neither where nor when that was.

use std::env;
use std::path::{Path, PathBuf};

use testkit::outcome::Outcome;

use crate::other::{cargo, run};
use crate::target::Target;

/// Builds the program of the sources in a folder, and says where it is.
pub fn build(sources: &Path, target: &Target, time: u64) -> Outcome<PathBuf> {
    let built = sources.join("target");
    let crates = cargo_home()?;
    // The last that fits counts.
    let places = [(&crates, "cargo"), (&sources.to_owned(), "twohats"), (&built, "target")];
    let remapped =
        places.map(|(place, name)| format!("--remap-path-prefix={}={name}", place.display()));
    let mut flags = remapped.to_vec();
    let mut c_flags = env::var_os("CFLAGS").unwrap_or_default();
    if !target.is_msvc() {
        c_flags.push(format!(" -ffile-prefix-map={}=cargo", crates.display()));
    }
    if target.is_msvc() {
        flags.push("-Clink-arg=/Brepro".into());
    }
    if target.is_musl() {
        // A list of a million bytes of what depends on where the program is loaded becomes one of a few thousand.
        flags.push("-Clink-arg=-Wl,-z,pack-relative-relocs".into());
    }
    if target.is_linux() || target.is_msvc() {
        flags.push("-Ctarget-feature=+crt-static".into());
    }
    let mut cargo = cargo();
    // The compiler for musl makes for the machine that it runs on, whichever that is.
    if target.0 == Target::of_this_machine()?.0 && target.is_musl() {
        cargo.env("TARGET_CC", "musl-gcc");
    }
    run(cargo
        .args(["build", "--locked", "--profile", "dist", "--bin", "twohats", "--target", &target.0])
        .current_dir(sources)
        .env("CARGO_TARGET_DIR", &built)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        .env("CFLAGS", c_flags)
        .env("SOURCE_DATE_EPOCH", time.to_string()))?;
    Ok(built.join(&target.0).join("dist").join(target.program()))
}

/// Where cargo keeps the sources of crates.
fn cargo_home() -> Outcome<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    home.ok_or_else(|| "nobody knows where cargo keeps its crates: set CARGO_HOME".into())
}
