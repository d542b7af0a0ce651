//! `cargo xtask preview-times`: how long a save takes until it is served, and until it is on the screen,
//! at several sizes of book; and whether anybody is refused meanwhile.

mod browser;
mod serving;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use testkit::http::Events;

use crate::corpus::Corpus;
use crate::settings::Settings;
use browser::Screen;
use serving::{Connection, Preview};
use testkit::browser::find_chromium;

/// How often the client asks that must never be refused.
const ASKS: Duration = Duration::from_millis(5);
/// Between two saves an author thinks, and every thread goes to rest.
const PAUSE: Duration = Duration::from_millis(60);

/// Measures, and prints a table.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let settings = Settings::read(arguments, "preview-times", ("--saves", 30))?;
    println!(
        "{:>9}  {:22}  {:>7}  {:>7}  {:>7}  refused",
        "scenarios", "a save until", "min", "median", "max"
    );
    let mut refused = 0;
    for &size in &settings.sizes {
        let corpus = Corpus::make(size)?;
        let preview = Preview::start(&settings.program, corpus.folder())?;
        let times = served(&corpus, &preview, settings.times)?;
        tell(size, "it is served", times, None);
        let (times, failed) = while_asked(&preview, || served(&corpus, &preview, settings.times))?;
        tell(size, "it is served, asked", times, Some(&failed));
        refused += failed.failed;
        if let Some(chromium) = find_chromium() {
            let screen = Screen::open(&chromium, &preview.page(&corpus.page()))?;
            let (times, failed) =
                while_asked(&preview, || shown(&corpus, &preview, screen, settings.times))?;
            tell(size, "it is on the screen", times, Some(&failed));
            refused += failed.failed;
        } else {
            println!("{size:>9}  no Chromium is here, so nothing is on a screen");
        }
    }
    Ok(if refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// From the end of a write until an answer shows it, asked without a pause.
fn served(corpus: &Corpus, preview: &Preview, saves: usize) -> Result<Vec<Duration>, String> {
    let mut connection = Connection::open(preview)?;
    let mut events = Events::listen(preview.address);
    let mut times = Vec::new();
    for _ in 0..saves {
        events.until_quiet(PAUSE);
        let (words, written) = corpus.save()?;
        loop {
            let (status, page) = connection.get(&corpus.page())?;
            if status == 200 && page.contains(&words) {
                break;
            }
            if written.elapsed() > Duration::from_secs(20) {
                return Err("a save was never served".into());
            }
        }
        times.push(written.elapsed());
    }
    Ok(times)
}

/// From the end of a write until the frame in which it is drawn.
fn shown(
    corpus: &Corpus,
    preview: &Preview,
    mut screen: Screen,
    saves: usize,
) -> Result<Vec<Duration>, String> {
    let mut events = Events::listen(preview.address);
    let mut times = Vec::new();
    for _ in 0..saves {
        events.until_quiet(PAUSE);
        screen.wait_for(&corpus.next_words())?;
        corpus.save()?;
        let written = screen.clock();
        times.push(screen.shown()?.saturating_sub(written));
    }
    Ok(times)
}

struct Asked {
    asked: usize,
    failed: usize,
}

/// Does something while a client asks for pages, and counts what it did not get.
fn while_asked<T>(
    preview: &Preview,
    what: impl FnOnce() -> Result<T, String>,
) -> Result<(T, Asked), String> {
    let (end, ended) = channel();
    let mut connection = Connection::open(preview)?;
    let client = thread::spawn(move || {
        let mut count = Asked { asked: 0, failed: 0 };
        for page in ["/", "/scenarios/s1.html", "/assets/style.css"].iter().cycle() {
            if ended.recv_timeout(ASKS) != Err(RecvTimeoutError::Timeout) {
                break;
            }
            count.asked += 1;
            let good =
                connection.get(page).is_ok_and(|(status, page)| status == 200 && !page.is_empty());
            count.failed += usize::from(!good);
        }
        count
    });
    let done = what();
    // Whoever stopped before its time is told of below.
    let _ = end.send(());
    let count = client.join().map_err(|_| "the client stopped")?;
    Ok((done?, count))
}

fn tell(size: usize, what: &str, mut times: Vec<Duration>, asked: Option<&Asked>) {
    times.sort();
    let shown = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
    let (Some(&least), Some(&most)) = (times.first(), times.last()) else { return };
    let refused =
        asked.map_or_else(String::new, |count| format!("{} of {}", count.failed, count.asked));
    println!(
        "{size:>9}  {what:22}  {:>7}  {:>7}  {:>7}  {refused}",
        shown(least),
        shown(times[times.len() / 2]),
        shown(most)
    );
}
