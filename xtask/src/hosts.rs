//! The web servers on which our own book is served.

use crate::tools::{Tool, Tools};
use testkit::other_programs::web_server;

pub const NGINX: Tool = Tool {
    name: "nginx",
    programs: &[],
    packages: &[&["nginx"]],
    attempt: |tools| says_its_version(tools, "nginx", "-v"),
    without: None,
};

pub const APACHE: Tool = Tool {
    name: "Apache",
    programs: &[],
    packages: &[&["apache2"]],
    attempt: |tools| says_its_version(tools, "apache2", "-v"),
    without: None,
};

pub const CADDY: Tool = Tool {
    name: "Caddy",
    programs: &[],
    packages: &[&["caddy"]],
    attempt: |tools| says_its_version(tools, "caddy", "version"),
    without: None,
};

fn says_its_version(tools: &Tools, name: &str, word: &str) -> Result<(), String> {
    let server = web_server(name).ok_or_else(|| format!("no {name} is here"))?;
    let said = tools.command(server).arg(word).output();
    let is_well = said.is_ok_and(|output| output.status.success());
    if is_well { Ok(()) } else { Err(format!("{name} does not say its version")) }
}
