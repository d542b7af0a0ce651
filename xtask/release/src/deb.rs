//! The package for Debian. What goes where stands in `Cargo.toml`, for `cargo deb`.

use std::fs;
use std::path::Path;

use testkit::outcome::{Outcome, because};

use crate::lists::Tools;
use crate::other::{ask, program};
use crate::target::Target;

/// Makes it of what was packed beside the sources.
pub fn make(
    tools: &Tools,
    sources: &Path,
    target: &Target,
    into: &Path,
    (version, time): (&str, u64),
) -> Outcome {
    let day = format!("@{time}");
    let day = ask(&mut program("date", &["--utc", "--rfc-email", "--date", &day], sources))?;
    let manifest = fs::read_to_string(sources.join("Cargo.toml")).map_err(because("manifest"))?;
    let people = manifest.lines().find_map(|line| line.strip_prefix("maintainer = \""));
    let people = people.and_then(|people| people.strip_suffix('"'));
    let people = people.ok_or("`Cargo.toml` does not say who maintains the package")?;
    let changes = format!(
        "twohats ({version}-1) stable; urgency=medium\n\n  * Release {version}: see CHANGELOG.md.\n\n -- {people}  {day}\n"
    );
    fs::write(sources.join("packed/changelog"), changes).map_err(because("changelog"))?;
    // Each licence by its name, as Debian has them.
    let mut copyright = fs::read_to_string(sources.join("LICENSE-MIT")).map_err(because("MIT"))?;
    copyright.push_str("\nOr, as you choose, Apache-2.0: see /usr/share/common-licenses/Apache-2.0.\nParts that others made: see THIRD-PARTY.md.gz beside this file.\n");
    fs::write(sources.join("packed/copyright"), copyright).map_err(because("copyright"))?;
    let into = into.display().to_string();
    let words = ["deb", "--no-build", "--no-strip", "--profile", "dist", "--target", &target.0];
    tools.run(sources, &[&words[..], &["--locked", "--output", &into]].concat(), time)
}
