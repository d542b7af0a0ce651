//! `twohats serve`: the preview, and what it tells in the terminal.

use std::net::SocketAddr;
use std::time::Duration;

use crate::preview::{Editor, Settings, Status, Writers, serve};
use crate::render::address_in_blocks;
use crate::source::find_project;

use super::args::Serve;
use super::outcome::{Error, Outcome};
use super::screen::{counted, is_watched, say, show, show_code};

/// The most names of files that one line tells.
const MOST_NAMES: usize = 3;

pub(super) fn run(args: &Serve) -> Result<Outcome, Error> {
    let settings = Settings {
        root: find_project(&args.dir)?,
        host: args.host,
        names: args.allow_host.clone(),
        port: args.port,
        poll: args.poll.map(Duration::from_millis),
        editor: args.editor.clone().unwrap_or_else(editor),
        writers: writers(args),
        is_in_editor: args.in_editor,
    };
    let open = args.open;
    serve(settings, move |status| tell(status, open))?;
    Ok(Outcome::Clean)
}

/// Others than those at this machine write only where they are let.
fn writers(args: &Serve) -> Writers {
    match (args.host.is_loopback(), args.allow_edit) {
        _ if args.no_edit => Writers::Nobody,
        (true, _) => Writers::Here,
        (false, true) => Writers::Invited,
        (false, false) => Writers::Nobody,
    }
}

/// The editor that the environment names, where it opens addresses.
fn editor() -> Editor {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    named.into_iter().find_map(|command| Editor::of_program(&command)).unwrap_or_default()
}

fn tell(status: Status, open: bool) {
    match status {
        Status::OtherPort { wanted, found } => {
            say(format_args!("port {wanted} is in use, so this is port {found}"));
        }
        Status::Serving { address, nearby, invitation } => {
            serving(address, open);
            if let Some(nearby) = nearby {
                show_way(&format!("http://{nearby}/"));
            }
            if let Some(word) = invitation {
                invite(nearby.unwrap_or_else(|| reachable(address)), &word);
            }
        }
        Status::Unfollowed { why } => {
            say(format_args!("warning: your editor does not follow clicks on a page: {why}"));
        }
        Status::Polling { every, why } => {
            say(format_args!("looking for saves every {} ms, because {why}", every.as_millis()));
        }
        Status::Ready { files, took, warnings } => {
            show(&warnings);
            say(format_args!("read {} in {}", counted(files, "file"), milliseconds(took)));
        }
        Status::Changed { files, took, mut warnings } => {
            warnings.retain(|one| files.iter().any(|file| file == one.span.source().path()));
            show(&warnings);
            say(format_args!("{} in {}", names(&files), milliseconds(took)));
        }
        Status::Faults { files, faults } => {
            say(names(&files));
            show(&faults);
            say("the last good pages are still shown");
        }
        Status::Mended { what } => say(what),
        Status::Schemas(Ok(())) => say("`schema/` now offers editors what this book has"),
        Status::Schemas(Err(error)) => {
            say(format_args!("warning: `schema/` is older than this book: {error}"));
        }
        Status::AllClear => say("all clear: what was wrong is mended"),
        Status::Unreadable { why } => {
            say(format_args!("error: {why}"));
            say("the last good pages are still shown");
        }
    }
}

fn serving(address: SocketAddr, open: bool) {
    let url = format!("http://{}/", reachable(address));
    say(format_args!("your playbook is at {url} and follows every save; Ctrl-C ends"));
    if !address.ip().is_loopback() {
        say("warning: everybody who can reach this machine can read it");
    }
    if open && let Err(error) = open::that_detached(&url) {
        say(format_args!("could not open a browser: {error}"));
    }
}

/// The address for a phone in the same network, with a code for its camera where somebody looks at the terminal.
fn show_way(url: &str) {
    say(format_args!("others in this network find it at {url}"));
    if let Some(code) = is_watched().then(|| address_in_blocks(url)).flatten() {
        show_code(&code);
    }
}

/// An address at which a browser on this machine finds the preview.
fn reachable(address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        return SocketAddr::new([127, 0, 0, 1].into(), address.port());
    }
    address
}

/// Those who are invited have the word in the address, behind a `#`: browsers send that nowhere.
fn invite(address: SocketAddr, word: &str) {
    say(format_args!("to write on the pages: http://{address}/#edit={word}"));
    say("warning: whoever has that address can change the files of this playbook");
}

/// `content/scenarios/a.yaml changed`, or how many.
fn names(files: &[String]) -> String {
    match files {
        [] => "looked again".to_owned(),
        few if few.len() <= MOST_NAMES => format!("{} changed", few.join(", ")),
        many => format!("{} changed", counted(many.len(), "file")),
    }
}

fn milliseconds(took: Duration) -> String {
    format!("{:.0} ms", took.as_secs_f64() * 1000.0)
}
