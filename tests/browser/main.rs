//! Looks at our own book in a real browser, as its readers do. `cargo xtask test` runs these with all
//! others and brings the browser; plain `cargo test` reports them as ignored on a machine without one.
//! `TWOHATS_BROWSER=required` makes a missing browser a failure instead.
//!
//! One Chromium and one build of the book serve all tests, and every test has a tab of its own. A test
//! that finds a fault on a page leaves a picture of it and says where.

mod axe;
mod chromium;
mod copies;
mod crawl;
mod devtools;
mod failures;
mod filling;
#[path = "../../xtask/src/find_chromium.rs"]
mod find_chromium;
mod finding;
mod heard;
#[path = "../preview/http.rs"]
#[allow(dead_code, reason = "the preview's own tests use the other parts")]
mod http;
mod languages;
mod layout;
mod links;
mod outcome;
mod page;
mod pictures;
mod preview;
#[path = "../cli/project.rs"]
#[allow(dead_code, reason = "the commands' tests use the other parts")]
mod project;
mod reading;
mod server;
#[path = "../preview/serving.rs"]
#[allow(dead_code, reason = "the preview's own tests use the other parts")]
mod serving;
mod sheet;
mod site;

use std::env;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Trial};

use crawl::Check;
use find_chromium::find_chromium;
use outcome::Outcome;
use site::{Site, Visit};

/// A test that goes its own way through the site: its name, and what it does.
type Test = (&'static str, fn(&Visit) -> Outcome);

/// Gives each test its function's name.
macro_rules! named {
    ($($subject:ident::$name:ident),+ $(,)?) => { &[$((stringify!($name), $subject::$name)),+] };
}

const TESTS: &[Test] = named![
    links::below_a_sub_path_every_link_resolves_and_nothing_is_logged,
    links::over_file_every_link_resolves_and_nothing_is_logged,
    links::every_page_is_reached_from_home,
    links::a_missing_page_deep_down_is_styled,
    layout::leader_stands_left_of_manager_on_a_laptop_with_aligned_tops,
    layout::leader_stands_above_manager_on_a_phone,
    layout::the_hats_are_told_apart_without_our_colours,
    reading::everything_is_readable_without_javascript,
    reading::every_page_has_a_title_and_a_description_of_its_own,
    reading::one_main_one_h1_and_no_skipped_heading,
    filling::every_control_has_a_name,
    filling::a_change_log_can_be_filled_in,
    axe::axe_finds_nothing_in_any_state_of_a_sheet,
    preview::a_save_takes_away_nothing_that_was_typed,
    preview::a_broken_save_is_told_over_the_old_page_until_it_is_mended,
    preview::a_new_style_is_laid_over_the_page_without_a_flash,
    preview::a_new_script_loads_the_page_again,
    preview::seven_tabs_at_once_load_and_follow_saves,
    preview::a_tab_that_was_not_seen_catches_up,
    preview::a_tab_that_lost_the_server_catches_up_once,
    preview::a_page_whose_file_is_deleted_says_so,
    preview::a_tab_on_what_is_wrong_gets_the_page_when_it_is_mended,
    finding::ticked_signs_bring_the_situation_that_fits_best_to_the_top,
    finding::the_finder_shows_the_signs_that_have_the_words_one_types,
    finding::the_chosen_colours_hold_on_the_next_page_too,
    languages::where_words_run_from_the_right_the_leader_stands_there,
    languages::nothing_sticks_out_where_words_run_from_the_right,
    languages::a_reader_takes_a_filled_sheet_to_another_language,
    copies::what_is_written_is_there_again_in_another_window,
    copies::nothing_is_requested_while_filling_saving_and_taking_away,
    copies::rows_come_and_go_and_sums_follow,
    copies::rows_of_a_spreadsheet_can_be_pasted,
    copies::the_example_is_shown_and_can_be_a_start,
    copies::the_next_one_starts_from_this_and_all_are_listed,
    copies::what_is_needed_and_empty_is_a_gentle_list,
    copies::every_file_holds_what_was_written,
    copies::a_link_brings_a_copy_into_a_fresh_profile_unsaved,
    copies::a_mangled_link_is_mended,
    copies::a_link_that_is_too_long_is_refused,
    copies::a_sheet_about_a_person_is_not_shared_by_link,
    copies::on_paper_nothing_that_was_written_is_cut_off,
    copies::the_scripts_of_a_sheet_are_small,
    failures::a_full_device_is_told_and_editing_goes_on,
    failures::where_nothing_can_be_kept_it_is_said,
    failures::on_a_shared_computer_nothing_is_kept,
    failures::a_cleared_storage_does_not_take_the_page_along,
    failures::a_template_that_changed_drops_no_answer,
    failures::two_windows_on_one_copy_ask_before_one_wins,
    failures::a_damaged_or_newer_copy_is_set_aside,
    failures::a_page_from_the_cache_looks_before_it_writes,
    failures::from_the_disk_a_sheet_keeps_or_says_that_it_does_not,
    failures::a_browser_that_hands_over_no_file_shows_the_text,
];

/// These look at every page while the crawl has it open.
const CHECKS: &[Check] = named![
    layout::no_page_scrolls_sideways_from_320_to_1680,
    layout::printing_keeps_both_hats_and_hides_the_menu,
    layout::the_page_follows_the_systems_dark_scheme,
];

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Chromium has processes of its own: more tabs at once make nothing quicker on two cores.
    arguments.test_threads.get_or_insert(2);
    let required = env::var_os("TWOHATS_BROWSER").is_some_and(|value| value == "required");
    let left_out = !required && find_chromium().is_none();
    let site: Arc<OnceLock<Outcome<Site>>> = Arc::default();
    let tests = TESTS.iter().map(|&(test, run)| {
        let site = Arc::clone(&site);
        Trial::test(test, move || Ok(run(&Visit { site: opened(&site)?, test })?))
    });
    let checks = CHECKS.iter().map(|&(test, _)| {
        let site = Arc::clone(&site);
        Trial::test(test, move || Ok(opened(&site)?.faults(test)?))
    });
    let trials = tests.chain(checks).map(|trial| trial.with_ignored_flag(left_out));
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

/// The site, which the first test that asks for it builds and opens.
fn opened(site: &OnceLock<Outcome<Site>>) -> Result<&Site, &String> {
    let open = || {
        let chromium = find_chromium();
        let missing = "no Chromium was found: `cargo xtask test` gets one";
        Site::open(&chromium.ok_or(missing)?, CHECKS)
    };
    site.get_or_init(open).as_ref()
}
