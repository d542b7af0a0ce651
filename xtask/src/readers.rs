//! Gets the programs on to the machine that read back what leaves a sheet: those that are there, else Debian's
//! packages.

use std::process::Command;

use crate::debian;

/// How each is asked whether it is there, and its packages.
const READERS: [(&[&str], &[&str]); 4] = [
    (&["soffice", "--version"], &["libreoffice-writer-nogui", "libreoffice-calc-nogui"]),
    (&["pdftotext", "-v"], &["poppler-utils"]),
    (&["cmark-gfm", "--version"], &["cmark-gfm"]),
    (&["python3", "-c", "import pypdf"], &["python3-pypdf"]),
];

/// Installs what is missing.
pub fn ensure() -> Result<(), String> {
    let missing: Vec<&str> = missing().into_iter().flatten().copied().collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("installing Debian's packages {}", missing.join(", "));
    let installed = debian::install(&missing);
    installed.map_err(|fault| format!("{fault}; the tests read files back with them"))?;
    match self::missing().first() {
        Some(packages) => Err(format!("{} is installed and does not run", packages.join(", "))),
        None => Ok(()),
    }
}

fn missing() -> Vec<&'static [&'static str]> {
    let runs = |line: &[&str]| {
        let output = Command::new(line[0]).args(&line[1..]).output();
        output.is_ok_and(|output| output.status.success())
    };
    READERS.iter().filter(|(line, _)| !runs(line)).map(|(_, packages)| *packages).collect()
}
