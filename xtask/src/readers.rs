//! The programs that read back what leaves a sheet, those that read what is made of our commands, and the one that makes
//! system calls fail.

use std::fs;

use tempfile::TempDir;

use crate::tools::Tool;
use testkit::other_programs::{cmark, office};
use testkit::outcome::because;

pub const OFFICE: Tool = Tool {
    name: "LibreOffice with Writer and Calc",
    programs: &["soffice"],
    // Where a LibreOffice with windows is installed, the parts without would take its place.
    packages: &[
        &["libreoffice-writer-nogui", "libreoffice-calc-nogui"],
        &["libreoffice-writer", "libreoffice-calc"],
    ],
    attempt: |tools| {
        let folder = TempDir::with_prefix("twohats-office-").map_err(because("no folder"))?;
        let folder = folder.path();
        let write = |name, text| fs::write(folder.join(name), text).map_err(because(name));
        write("words.txt", "Hello\n")?;
        write("table.csv", "Hello,\"2\"\n")?;
        office(tools.command("soffice"), folder, &["words.txt"], "docx")?;
        for name in ["words.docx", "table.csv"] {
            office(tools.command("soffice"), folder, &[name], "html")?;
        }
        Ok(())
    },
    without: None,
};

pub const CMARK: Tool = Tool {
    name: "cmark-gfm",
    programs: &["cmark-gfm"],
    packages: &[&["cmark-gfm"]],
    attempt: |tools| {
        let folder = TempDir::with_prefix("twohats-cmark-").map_err(because("no folder"))?;
        let file = folder.path().join("table.md");
        fs::write(&file, "| a |\n| - |\n\n- [x] b\n").map_err(because("no file"))?;
        let html = cmark(tools.command("cmark-gfm"), &file)?;
        let knows = ["<table>", "checkbox"].iter().all(|part| html.contains(part));
        if knows { Ok(()) } else { Err(format!("cmark-gfm makes no table or no box: {html}")) }
    },
    without: None,
};

pub const STRACE: Tool = Tool {
    name: "strace",
    programs: &["strace"],
    packages: &[&["strace"]],
    attempt: |tools| {
        let mut strace = tools.command("strace");
        let traced =
            strace.args(["-qq", "-o", "/dev/null", "-e", "inject=flock:error=EIO", "true"]);
        let is_well = traced.output().is_ok_and(|output| output.status.success());
        if is_well { Ok(()) } else { Err("no strace that makes calls fail is here".into()) }
    },
    without: None,
};

pub const NEOVIM: Tool = Tool {
    name: "Neovim",
    programs: &["nvim"],
    packages: &[&["neovim"]],
    attempt: |tools| {
        let mut nvim = tools.command("nvim");
        let asked = nvim.args(["--headless", "-u", "NONE", "-c", "lua vim.lsp.util", "-c", "quit"]);
        let is_well = asked.output().is_ok_and(|output| output.status.success());
        if is_well { Ok(()) } else { Err("no Neovim with a client for servers is here".into()) }
    },
    without: None,
};

pub const SHELLS: Tool = Tool {
    name: "bash, zsh, fish and groff",
    programs: &["bash", "fish", "zsh", "groff"],
    packages: &[&["bash", "fish", "zsh", "groff-base"]],
    without: None,
    attempt: |tools| {
        let is_there = |name: &&str| {
            let asked = tools.command(name).arg("--version").output();
            asked.is_ok_and(|output| output.status.success())
        };
        match SHELLS.programs.iter().find(|name| !is_there(name)) {
            None => Ok(()),
            Some(name) => Err(format!("no {name} is here, for completions and manual pages")),
        }
    },
};
