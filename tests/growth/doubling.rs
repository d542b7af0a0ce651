//! What a shape is, and how its growth is measured: by the processor's time of the program, which a busy machine does
//! not stretch as it does the clock's.

use std::env;
use std::time::Duration;

use testkit::Book;
use testkit::cost::{Ended, run};

/// Something of which a book can have any number.
pub struct Shape {
    /// What is doubled, in words.
    pub of: &'static str,
    pub command: &'static [&'static str],
    /// A book with so many.
    pub book: fn(usize) -> Book,
}

impl Shape {
    /// A shape that is built, so that its page is made as well.
    pub const fn built(of: &'static str, book: fn(usize) -> Book) -> Self {
        Self { of, command: &["build"], book }
    }

    /// A shape with faults.
    pub const fn checked(of: &'static str, book: fn(usize) -> Book) -> Self {
        Self { of, command: &["check", "--all"], book }
    }

    /// A shape for another command.
    pub const fn run(
        command: &'static [&'static str],
        of: &'static str,
        book: fn(usize) -> Book,
    ) -> Self {
        Self { of, command, book }
    }

    /// What the program takes for so many.
    fn takes(&self, number: usize) -> Duration {
        let project = (self.book)(number).on_disk();
        let mut command = project.command(self.command);
        // One thread: what several spend on waiting for each other is not the book's.
        command.env("RAYON_NUM_THREADS", "1");
        let Ended { cost, code, said } = run(command, b"").expect("the program runs");
        let wanted = i32::from(self.command[0] == "check");
        assert!(code.is_some_and(|code| code <= wanted), "{number} {}: {code:?}\n{said}", self.of);
        cost.cpu
    }
}

/// How many times as long twice as much may take.
const MOST: f64 = 2.6;

/// How many times each shape is doubled at least.
const DOUBLINGS: usize = 4;

/// Of how many it begins.
const FIRST: usize = 64;

/// What is less than this is more the machine's than the book's.
const NOISE: Duration = Duration::from_millis(40);

/// How often a step is measured again before it counts as too long.
const AGAIN: usize = 4;

/// Set when each shape is doubled until that takes so many milliseconds.
const UNTIL: &str = "TWOHATS_GROWTH_MILLISECONDS";

/// How long the last step takes when nobody says.
const SHORT: u64 = 250;

/// Only shapes with this in their name.
const ONLY: &str = "TWOHATS_GROWTH_ONLY";

/// Doubles every shape, and lists those that grow faster than they should.
#[track_caller]
pub fn assert_in_proportion(shapes: &[Shape]) {
    let until =
        env::var(UNTIL).map_or(SHORT, |text| text.parse().expect("a number of milliseconds"));
    let until = Duration::from_millis(until);
    let only = env::var(ONLY).unwrap_or_default();
    let shapes: Vec<&Shape> = shapes.iter().filter(|shape| shape.of.contains(&only)).collect();
    let fallen: Vec<String> = shapes.iter().filter_map(|shape| grows(shape, until)).collect();
    println!("tally: shapes doubled: {}", shapes.len());
    assert!(fallen.is_empty(), "too fast grow:\n  {}", fallen.join("\n  "));
}

/// How the shape grows, when that is too fast.
fn grows(shape: &Shape, until: Duration) -> Option<String> {
    let nothing = shape.takes(1).min(shape.takes(1));
    let takes = |number| shape.takes(number).saturating_sub(nothing);
    let (mut number, mut before) = (FIRST, takes(FIRST));
    while before < NOISE {
        number *= 2;
        before = takes(number);
    }
    for step in 1.. {
        number *= 2;
        let mut after = takes(number);
        for _ in 0..AGAIN {
            if is_too_long(before, after) {
                // Both: the one before may have been luckier than any other.
                before = before.max(takes(number / 2));
                after = after.min(takes(number));
            }
        }
        if is_too_long(before, after) {
            let half = number / 2;
            return Some(format!("{half} {} take {before:.2?}, {number} {after:.2?}", shape.of));
        }
        if after >= until && step >= DOUBLINGS {
            println!("{number} {} take {after:.2?}, {:.2} times", shape.of, ratio(before, after));
            return None;
        }
        before = after;
    }
    None
}

fn is_too_long(before: Duration, after: Duration) -> bool {
    ratio(before, after) > MOST
}

/// How many times as long; what is less than noise counts as that.
fn ratio(before: Duration, after: Duration) -> f64 {
    after.as_secs_f64() / before.max(NOISE).as_secs_f64()
}
