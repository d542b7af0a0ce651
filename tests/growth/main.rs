//! Twice as much of anything takes twice as long, and not four times. Each shape of `shapes/` is doubled again and
//! again, and the processor's time is taken of the program that reads it.

mod books;
mod doubling;
mod shapes;

use doubling::assert_in_proportion;

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn twice_as_much_prose_takes_twice_as_long() {
    assert_in_proportion(shapes::prose::ALL);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn twice_as_many_marks_that_mean_something_else_take_twice_as_long() {
    assert_in_proportion(shapes::marks::ALL);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn twice_as_much_html_takes_twice_as_long() {
    assert_in_proportion(shapes::html::ALL);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn twice_as_many_links_take_twice_as_long() {
    assert_in_proportion(shapes::links::ALL);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn twice_as_many_keys_and_values_take_twice_as_long() {
    assert_in_proportion(shapes::keys::ALL);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn a_book_of_twice_as_many_pages_takes_twice_as_long() {
    assert_in_proportion(shapes::pages::ALL);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn twice_as_much_of_a_theme_takes_twice_as_long() {
    assert_in_proportion(shapes::themes::ALL);
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn twice_as_much_to_do_takes_a_command_twice_as_long() {
    assert_in_proportion(shapes::commands::ALL);
}
