//! Packs a folder, with the same bytes wherever and whenever that is done.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};
use testkit::outcome::{Outcome, because};
use walkdir::WalkDir;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A folder whose files are packed, all of them in one folder of this name.
pub struct Packed<'a> {
    pub folder: &'a Path,
    pub name: &'a str,
    /// The one file that can be run.
    pub program: &'a str,
    /// When its files were made, whenever that was.
    pub time: u64,
}

impl Packed<'_> {
    /// Writes `NAME.tar.gz`.
    pub fn tar_gz(&self, into: &Path) -> Outcome<PathBuf> {
        let at = into.join(format!("{}.tar.gz", self.name));
        let file = File::create(&at).map_err(because("no archive"))?;
        let gz = GzBuilder::new().mtime(0).write(file, Compression::best());
        let mut tar = Builder::new(gz);
        for (name, path) in self.files()? {
            let mut header = Header::new_gnu();
            header.set_mtime(self.time);
            header.set_uid(0);
            header.set_gid(0);
            let bytes = if path.is_dir() { Vec::new() } else { read(&path)? };
            if path.is_dir() {
                header.set_entry_type(EntryType::Directory);
            }
            header.set_mode(if path.is_dir() { 0o755 } else { self.mode(&path) });
            header.set_size(bytes.len() as u64);
            tar.append_data(&mut header, &name, &bytes[..]).map_err(because(&name))?;
        }
        let gz = tar.into_inner().map_err(because("archive"))?;
        gz.finish().and_then(|mut file| file.flush()).map_err(because("archive"))?;
        Ok(at)
    }

    /// Writes `NAME.zip`.
    pub fn zip(&self, into: &Path) -> Outcome<PathBuf> {
        let at = into.join(format!("{}.zip", self.name));
        let mut zip = ZipWriter::new(File::create(&at).map_err(because("no archive"))?);
        // Without a time of their own files have that of 1980.
        let options = SimpleFileOptions::DEFAULT;
        for (name, path) in self.files()? {
            if path.is_dir() {
                zip.add_directory(&name, options).map_err(because(&name))?;
                continue;
            }
            let options = options.unix_permissions(self.mode(&path));
            zip.start_file(&name, options).map_err(because(&name))?;
            zip.write_all(&read(&path)?).map_err(because(&name))?;
        }
        zip.finish().map_err(because("archive"))?;
        Ok(at)
    }

    fn mode(&self, path: &Path) -> u32 {
        if path == self.folder.join(self.program) { 0o755 } else { 0o644 }
    }

    /// All folders and files in the order of their names, by what they are called in the archive.
    fn files(&self) -> Outcome<Vec<(String, PathBuf)>> {
        let all = WalkDir::new(self.folder).sort_by_file_name().into_iter().map(|entry| {
            let path = entry.map_err(because("cannot list what is packed"))?.into_path();
            let below = path.strip_prefix(self.folder).map_err(because("it is in the folder"))?;
            let parts = below.iter().map(|part| part.to_string_lossy());
            let name = [self.name.into()].into_iter().chain(parts).collect::<Vec<_>>().join("/");
            Ok((name, path))
        });
        all.collect()
    }
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(because(&path.display().to_string()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, SystemTime};

    use tempfile::TempDir;

    use super::Packed;

    #[test]
    fn an_archive_has_the_same_bytes_wherever_and_whenever_its_files_were_written() {
        let made = |names: [&str; 2], age: u64| {
            let folder = TempDir::new().expect("a folder");
            let inside = folder.path().join("in");
            fs::create_dir_all(inside.join("man")).expect("a folder");
            for name in names {
                let file = inside.join(name);
                fs::write(&file, name).expect("a file");
                let time = SystemTime::now() - Duration::from_secs(age);
                let file = fs::File::options().write(true).open(file).expect("it is there");
                file.set_modified(time).expect("a time");
            }
            let packed =
                Packed { folder: &inside, name: "twohats-1", program: "twohats", time: 1000 };
            let archives = [packed.tar_gz(folder.path()), packed.zip(folder.path())];
            archives.map(|at| fs::read(at.expect("it is packed")).expect("it is there"))
        };
        let one = made(["twohats", "man/twohats.1"], 0);
        assert!(one == made(["man/twohats.1", "twohats"], 90_000));
    }
}
