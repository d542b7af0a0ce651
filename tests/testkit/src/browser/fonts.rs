//! The letters of the browser under test: Liberation's and no others, whatever else is installed, so that lines
//! break alike on every machine. `cargo xtask test` gets them when they are missing.

use std::fs;
use std::path::{Path, PathBuf};

use crate::link_to;
use crate::outcome::{Outcome, because};

/// The family that words have where nothing else is asked for.
pub const PLAIN: &str = "Liberation Sans";

const FAMILIES: [(&str, &str); 3] =
    [("sans-serif", PLAIN), ("serif", "Liberation Serif"), ("monospace", "Liberation Mono")];
const STYLES: [&str; 4] = ["Regular", "Bold", "Italic", "BoldItalic"];

/// Where systems put what is for all users.
const PLACES: [&str; 4] =
    ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:/Windows/Fonts"];

/// The file of each style of each family, when all of them are here.
pub fn find() -> Option<Vec<PathBuf>> {
    let mut here = Vec::new();
    for place in PLACES {
        collect(Path::new(place), &mut here);
    }
    // Where there are two of a name, it shall be the same one each time.
    here.sort();
    let of = |(_, family): (&str, &str)| {
        let family = family.replace(' ', "");
        STYLES.map(|style| format!("{family}-{style}.ttf"))
    };
    let names = FAMILIES.into_iter().flat_map(of);
    names.map(|name| here.iter().find(|path| path.ends_with(&name)).cloned()).collect()
}

/// The file of a folder that says to fontconfig which letters there are.
pub const CONFIGURATION: &str = "fonts.conf";

/// Writes that file, and all that it needs beside it.
pub fn configure(folder: &Path) -> Outcome {
    let fonts = folder.join("fonts");
    fs::create_dir(&fonts).map_err(because("no folder for fonts"))?;
    for file in find().ok_or("the fonts Liberation are not here: `cargo xtask test` gets them")? {
        let link = fonts.join(file.file_name().expect("it was found by its name"));
        link_to(&file, link).map_err(because("no link to a font"))?;
    }
    let aliases = FAMILIES.map(|(general, family)| {
        format!(
            "<alias><family>{general}</family><prefer><family>{family}</family></prefer></alias>\n"
        )
    });
    let text = format!(
        "<?xml version=\"1.0\"?>\n<fontconfig>\n<dir>{}</dir>\n<cachedir>{}</cachedir>\n{}</fontconfig>\n",
        fonts.display(),
        folder.join("fonts-cache").display(),
        aliases.concat()
    );
    fs::write(folder.join(CONFIGURATION), text).map_err(because(CONFIGURATION))
}

/// All files below a folder that may not be there.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
