//! `twohats serve`: the preview, and what it tells in the terminal.

use std::net::SocketAddr;
use std::time::Duration;

use crate::preview::{Report, Settings, serve};
use crate::source::find_project;

use super::args::Serve;
use super::outcome::{Error, Outcome};
use super::screen::{counted, say, show};

/// The most names of files that one line tells.
const MOST_NAMES: usize = 3;

pub(super) fn run(args: &Serve) -> Result<Outcome, Error> {
    let settings = Settings {
        root: find_project(&args.dir)?,
        host: args.host,
        port: args.port,
        poll: args.poll.map(Duration::from_millis),
    };
    let open = args.open;
    serve(settings, move |report| tell(report, open))?;
    Ok(Outcome::Clean)
}

fn tell(report: Report, open: bool) {
    match report {
        Report::OtherPort { wanted, found } => {
            say(format_args!("port {wanted} is in use, so this is port {found}"));
        }
        Report::Serving { address } => serving(address, open),
        Report::Polling { every, why } => {
            say(format_args!("looking for saves every {} ms, because {why}", every.as_millis()));
        }
        Report::Ready { files, took, warnings } => {
            show(&warnings);
            say(format_args!("read {} in {}", counted(files, "file"), milliseconds(took)));
        }
        Report::Changed { files, took, mut warnings } => {
            warnings.retain(|one| files.iter().any(|file| file == one.span.source().path()));
            show(&warnings);
            say(format_args!("{} in {}", names(&files), milliseconds(took)));
        }
        Report::Faults { files, faults } => {
            say(names(&files));
            show(&faults);
            say("the last good pages are still shown");
        }
        Report::AllClear => say("all clear: what was wrong is mended"),
        Report::Unreadable { why } => {
            say(format_args!("error: {why}"));
            say("the last good pages are still shown");
        }
    }
}

fn serving(address: SocketAddr, open: bool) {
    let ip = address.ip();
    let shown = if ip.is_unspecified() {
        SocketAddr::new([127, 0, 0, 1].into(), address.port())
    } else {
        address
    };
    let url = format!("http://{shown}/");
    say(format_args!("your playbook is at {url} and follows every save; Ctrl-C ends"));
    if !ip.is_loopback() {
        say("warning: everybody who can reach this machine can read it");
    }
    if open && let Err(error) = open::that_detached(&url) {
        say(format_args!("could not open a browser: {error}"));
    }
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
