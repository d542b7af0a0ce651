//! A preview that is killed while somebody writes: no file is torn, and what was said to be kept is there.

use std::fs;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::json;
use testkit::chance::Chance;
use testkit::http::ask_with;
use testkit::preview::Preview;
use testkit::writer::{Writer, field};

use crate::watched::{SCENARIO, mark, watched};

/// How many saves there are in all, and how many previews are killed.
const SAVES: usize = 200;
const KILLS: usize = 20;

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_preview_that_is_killed_among_saves_tears_no_file_and_keeps_what_it_said_is_kept() {
    let project = watched();
    let first = fs::read_to_string(SCENARIO.path(&project)).expect("it is there");
    let words = |number: usize| format!("Why {number}? {}", "And so on. ".repeat(number % 50));
    let (mut chance, mut number) = (Chance::new(11), 0);
    for kill in 1..=KILLS {
        let preview = Preview::start(&project);
        let writer = Writer::at(&preview);
        let until = number + 1 + chance.below(2 * SAVES / KILLS);
        let kept = AtomicUsize::new(number);
        thread::scope(|threads| {
            threads.spawn(|| {
                for number in number + 1.. {
                    if !save(&preview, &writer, &words(number)) {
                        return;
                    }
                    kept.store(number, Ordering::SeqCst);
                }
            });
            // It is killed in the middle of one, wherever that is.
            while kept.load(Ordering::SeqCst) < until {
                thread::yield_now();
            }
            for _ in 0..chance.below(400_000) {
                spin_loop();
            }
            preview.kill();
        });
        let kept = kept.into_inner();
        let text = fs::read_to_string(SCENARIO.path(&project)).expect("it is there");
        let saved = [kept, kept + 1].into_iter().find(|number| {
            let said = words(*number);
            text == first.replace("say: Why?", &format!("say: {}", said.trim()))
        });
        let saved =
            saved.unwrap_or_else(|| panic!("kill {kill}: torn or lost after {kept}:\n{text}"));
        number = saved;
    }
    println!("tally: previews killed {KILLS}");
    // After all that, everything of it can be taken back.
    let preview = Preview::start(&project);
    let writer = Writer::at(&preview);
    let (status, told) = writer.post("undo", &json!({ "since": 0 }));
    assert_eq!(status, 200, "{told}");
    assert_eq!(fs::read_to_string(SCENARIO.path(&project)).expect("it is there"), first);
    preview.until(SCENARIO.page, &mark(0));
}

/// Writes the leader's words. Whether the preview said that they are kept.
fn save(preview: &Preview, writer: &Writer, words: &str) -> bool {
    let address = preview.address();
    let headers = writer.headers();
    let lines = format!("GET /.twohats/edit/page?path={} HTTP/1.1\r\n{headers}", SCENARIO.page);
    let Ok(answer) = testkit::http::ask(address, &lines) else { return false };
    let Ok(page) = serde_json::from_slice::<serde_json::Value>(&answer.body) else { return false };
    let was = &field(&page, "leader.say")["was"];
    let edits = json!([{ "do": "set", "key": "leader.say", "was": was, "value": words.trim() }]);
    let body = json!({ "file": page["file"], "hash": page["hash"], "edits": edits }).to_string();
    let lines =
        format!("POST /.twohats/edit/save HTTP/1.1\r\n{headers}Content-Type: application/json\r\n");
    ask_with(address, &lines, body.as_bytes()).is_ok_and(|answer| answer.status == 200)
}
