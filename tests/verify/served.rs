//! A folder as hosts serve it, well or not.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use testkit::host::{Asked, Host, Reply};
use twohats::web::media_type;

/// Below which path a site is served.
pub const MOUNT: &str = "/a/b/";

/// What a careful host answers: types, times to keep, packed texts, `404.html`.
pub fn well(folder: &Path, asked: &Asked) -> Reply {
    let Some(path) = asked.path.strip_prefix(MOUNT) else { return Reply::new(404, "nothing here") };
    let path = path.replace("%20", " ");
    let name =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    let not_found = || {
        let page = fs::read(folder.join("404.html")).unwrap_or_default();
        Reply::new(404, page).with("Content-Type", "text/html; charset=utf-8")
    };
    let Some(body) = file(folder, &name) else { return not_found() };
    let keep =
        if name.contains("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let reply = Reply::new(200, body)
        .with("Content-Type", &media_type(&name))
        .with("Cache-Control", keep)
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Security-Policy", "frame-ancestors 'self'");
    let is_packed =
        asked.head.to_ascii_lowercase().contains("gzip") && media_type(&name).contains("html");
    if is_packed { packed(reply) } else { reply }
}

fn file(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let path: PathBuf = folder.join(name);
    path.is_file().then(|| fs::read(path).ok())?
}

pub fn packed(reply: Reply) -> Reply {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(&reply.body).expect("memory takes it");
    let body = packer.finish().expect("memory takes it");
    Reply { body, ..reply.with("Content-Encoding", "gzip") }
}

/// A host that changes what a careful one answers, where it is told a path below the site.
pub fn host(
    folder: PathBuf,
    change: impl Fn(&str, Reply) -> Option<Reply> + Send + Sync + 'static,
) -> Host {
    let host = Host::open(move |asked| {
        let path = asked.path.strip_prefix(MOUNT).unwrap_or(&asked.path);
        change(path, well(&folder, asked))
    });
    host.expect("a port is free")
}

pub fn url(host: &Host) -> String {
    format!("{}{}", host.url(), &MOUNT[1..])
}
