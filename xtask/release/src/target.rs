//! What a release is made for.

use testkit::outcome::Outcome;

use crate::other::{ask, cargo};

/// A target by Rust's name, as in `x86_64-unknown-linux-musl`.
pub struct Target(pub String);

impl Target {
    /// The machine that this runs on. On Linux that with musl, which asks nothing of the system.
    pub fn of_this_machine() -> Outcome<Self> {
        let said = ask(cargo().args(["--version", "--verbose"]))?;
        let host = said.lines().find_map(|line| line.strip_prefix("host: "));
        let host = host.ok_or("cargo does not say what machine this is")?;
        Ok(Self(host.replace("linux-gnu", "linux-musl")))
    }

    pub fn is_linux(&self) -> bool {
        self.0.contains("-linux-")
    }

    /// Whether its C library is the one that becomes part of the program.
    pub fn is_musl(&self) -> bool {
        self.0.ends_with("-musl")
    }

    pub fn is_windows(&self) -> bool {
        self.0.contains("-windows-")
    }

    /// Whether Microsoft's linker and compiler are used, which take other words.
    pub fn is_msvc(&self) -> bool {
        self.0.ends_with("-msvc")
    }

    /// What the program's file is called.
    pub fn program(&self) -> &'static str {
        if self.is_windows() { "twohats.exe" } else { "twohats" }
    }
}
