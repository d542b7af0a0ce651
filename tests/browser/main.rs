//! Looks at our own book in a real browser, as its readers do. `cargo xtask test` runs these with all
//! others and brings the browser; plain `cargo test` reports them as ignored.
//!
//! One Chromium and one build of the book serve all tests, and every test has a tab of its own. A test
//! that finds a fault on a page leaves a picture of it and says where. Those in `firefox.rs` have a Firefox each.
//!
//! What a theme can break is looked at with every other theme of the program too. `TWOHATS_THEME=compact` has all tests
//! look at the book with that one.

mod axe;
mod bar;
mod boxes;
mod brand;
mod copies;
mod crawl;
mod deploys;
mod editing;
mod editing_looks;
mod editing_parts;
mod editing_situation;
mod editing_whole;
mod failures;
mod filling;
mod finding;
mod firefox;
mod hats;
mod hooks;
mod hostile;
mod keyboard;
mod kinds;
mod languages;
mod layout;
mod leaving;
mod legible;
mod letters;
mod light;
mod links;
mod long_words;
mod markdown;
mod moving;
mod paper;
mod pdf;
mod pictures;
mod pointing;
mod practice;
mod preview;
mod read_back;
mod readers;
mod reading;
mod search;
mod server;
mod sharing;
mod sheet;
mod site;
mod still;
mod taking;
mod tasks;
mod told;
mod upkeep;
mod versions;
mod whole;

use std::env;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Trial};
use testkit::browser::{Chromium, find_chromium, find_firefox};
use testkit::outcome::Outcome;
use twohats::theme::shipped_themes;

use crawl::Check;
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
    links::a_missing_page_leads_to_those_that_its_address_may_have_meant,
    layout::leader_stands_left_of_manager_on_a_laptop_with_aligned_tops,
    layout::leader_stands_above_manager_on_a_phone,
    layout::the_hats_are_told_apart_without_our_colours,
    layout::the_first_screen_of_a_situation_has_the_reason_and_the_first_words,
    layout::no_heading_is_broken_within_a_word_beside_the_switch,
    layout::a_comparison_of_one_hat_has_each_label_within_its_row,
    layout::what_opens_in_the_masthead_shows_whether_it_is_open,
    layout::the_chapters_show_where_one_is_among_many,
    hats::one_hat_can_be_read_alone_and_linked_to,
    hats::the_switch_works_by_keyboard_and_without_scripts,
    hats::a_link_to_a_part_selects_its_hat_on_a_phone_scrolls_and_moves_the_focus,
    hats::a_script_and_a_link_can_be_copied_by_keyboard,
    hats::where_nothing_can_be_copied_the_words_are_selected,
    hats::a_bar_names_the_moment_in_view_on_a_phone,
    hooks::where_a_layout_leaves_out_what_a_script_looks_for_nothing_fails,
    practice::both_answers_are_hidden_until_they_are_asked_for,
    practice::what_was_practised_is_there_again_and_listed_with_all_copies,
    practice::where_nothing_can_be_kept_practice_goes_on_and_says_so,
    practice::a_choice_shows_what_follows_and_all_can_be_opened,
    practice::a_group_is_led_through_by_keyboard_alone,
    practice::a_group_chooses_a_situation_and_sees_what_its_minutes_become,
    practice::the_drill_answers_a_choice_without_scripts,
    practice::the_drill_shows_one_card_at_a_time_and_says_in_words_how_it_went,
    practice::a_self_check_says_in_words_where_the_ticks_lean,
    markdown::what_is_closed_on_the_screen_is_open_on_paper_and_lists_have_their_numbers,
    markdown::columns_of_tables_stand_as_their_author_said,
    long_words::what_an_author_writes_pushes_no_page_sideways,
    long_words::what_a_reader_types_pushes_no_page_sideways,
    paper::a_situation_takes_one_sheet_for_3000_characters,
    paper::both_hats_are_printed_whichever_is_shown,
    paper::what_is_ticked_is_printed_and_all_where_nothing_is,
    paper::the_cards_of_a_situation_are_one_sheet,
    paper::the_guides_recipe_makes_a_book_with_a_cover_bookmarks_and_heads,
    reading::everything_is_readable_without_javascript,
    reading::every_page_has_a_title_and_a_description_of_its_own,
    reading::one_main_one_h1_and_no_skipped_heading,
    filling::every_control_has_a_name,
    filling::a_change_log_can_be_filled_in,
    axe::axe_finds_nothing_in_any_state_of_a_situation,
    axe::axe_finds_nothing_in_any_state_of_a_sheet,
    axe::axe_finds_nothing_on_a_page_of_each_kind,
    axe::axe_finds_nothing_while_the_search_is_open,
    brand::a_brand_of_fourteen_lines_is_read_and_seen_in_light_and_in_dark,
    search::the_keyboard_alone_finds_and_opens_a_page,
    search::escape_closes_the_search_and_gives_the_focus_back,
    search::a_slash_opens_the_search_only_where_nobody_types_and_can_be_switched_off,
    search::what_is_found_deep_in_a_page_is_shown_and_linked,
    search::kinds_and_hats_can_be_left_out,
    search::when_nothing_fits_there_is_a_way_on,
    search::what_no_page_has_is_said,
    search::an_address_can_hold_a_query,
    search::from_the_disk_the_search_finds_the_same,
    search::the_browser_ranks_as_the_check_does,
    search::a_first_search_is_a_small_download,
    hostile::a_page_from_elsewhere_neither_reads_nor_writes_the_book,
    preview::a_save_takes_away_nothing_that_was_typed,
    preview::a_search_stays_open_over_a_save,
    preview::a_broken_save_is_told_over_the_old_page_until_it_is_mended,
    preview::a_new_style_is_laid_over_the_page_without_a_flash,
    preview::a_new_script_loads_the_page_again,
    preview::seven_tabs_at_once_load_and_follow_saves,
    preview::a_tab_that_was_not_seen_catches_up,
    preview::a_tab_that_lost_the_server_catches_up_once,
    preview::a_page_whose_file_is_deleted_says_so,
    preview::a_tab_on_what_is_wrong_gets_the_page_when_it_is_mended,
    pointing::a_click_with_alt_held_leads_the_editor_to_the_word,
    pointing::without_an_editor_the_page_says_the_line_and_goes_nowhere,
    editing::who_only_reads_has_nothing_of_the_editor_but_its_switch,
    editing::a_page_that_becomes_newer_while_the_editor_comes_is_written_on,
    editing::a_text_that_is_pressed_is_written_on_the_page_and_in_its_file,
    editing::a_text_is_found_written_and_closed_by_keys_alone,
    editing::a_box_stays_open_with_its_caret_while_the_page_changes_round_it,
    editing::what_is_typed_last_is_in_the_file_when_the_page_is_left_at_once,
    editing::where_two_write_at_once_both_versions_are_there,
    editing::what_was_written_is_taken_back,
    editing::a_fault_stands_at_its_text_and_is_mended_there,
    editing_parts::lines_of_a_list_come_go_and_move,
    editing_parts::a_part_that_is_not_there_is_begun_at_the_side,
    editing_parts::a_page_is_named_by_its_title,
    editing_whole::a_page_begins_gets_another_name_and_goes,
    editing_whole::a_picture_that_is_dropped_is_in_the_book_and_in_the_text,
    editing_whole::a_translation_begins_and_is_written_beside_its_original,
    editing_whole::what_cannot_be_kept_waits_is_said_and_comes_into_the_file_later,
    editing_situation::a_whole_situation_is_made_by_keys_alone,
    editing_situation::a_whole_situation_is_made_by_pointer,
    editing_looks::axe_finds_nothing_while_somebody_writes,
    editing_looks::on_a_phone_a_text_and_all_parts_are_in_reach_of_a_thumb,
    told::warnings_are_counted_at_the_foot_and_told_on_a_click,
    told::a_fault_that_was_folded_away_comes_back_with_the_next_new_one,
    told::a_fault_is_mended_by_its_button_and_by_keyboard,
    told::a_page_from_elsewhere_has_nothing_mended,
    told::what_is_told_is_legible_on_every_screen_and_on_no_paper,
    told::the_foot_covers_nothing_that_stays_at_the_foot_of_a_page,
    tasks::leads_get_what_they_come_for_in_half_a_minute,
    tasks::last_weeks_sheet_is_one_press_away,
    tasks::a_colleague_who_reads_german_has_the_same_page,
    still::a_page_fades_into_the_next_only_for_those_who_like_movement,
    still::nothing_jumps_while_a_page_comes,
    still::nothing_moves_for_those_who_like_it_still,
    light::every_page_is_light_and_asks_for_little,
    boxes::what_is_typed_into_a_box_for_a_number_is_kept_and_it_is_said_what_counts,
    boxes::on_paper_and_in_every_file_stands_what_was_typed,
    boxes::a_day_is_kept_as_it_was_typed_and_what_is_read_is_said,
    boxes::neither_the_wheel_nor_an_arrow_key_changes_a_number_or_a_day,
    boxes::a_calendar_and_a_sign_write_what_is_pressed_and_nothing_else,
    boxes::cells_of_a_spreadsheet_keep_their_letters,
    letters::whatever_is_written_is_there_again_from_the_device_a_file_and_a_link,
    letters::a_copy_from_anywhere_keeps_what_no_box_was_made_for,
    keyboard::a_sheet_is_filled_kept_and_taken_away_by_keyboard_alone,
    finding::ticked_signs_bring_the_situation_that_fits_best_to_the_top,
    finding::the_finder_brings_the_signs_that_may_be_meant_by_what_one_types,
    finding::everyday_words_find_signs,
    finding::the_chosen_colours_hold_on_the_next_page_too,
    languages::where_words_run_from_the_right_the_leader_stands_there,
    languages::nothing_sticks_out_where_words_run_from_the_right,
    languages::a_reader_takes_a_filled_sheet_to_another_language,
    copies::what_is_written_is_there_again_in_another_window,
    copies::nothing_is_requested_while_filling_saving_and_taking_away,
    leaving::nothing_leaves_a_sheet_whatever_is_made_in_it,
    leaving::what_an_author_is_trusted_with_works_beside_the_sheets,
    copies::what_is_typed_last_is_kept_when_the_page_is_left_at_once,
    copies::one_copy_is_cleared_after_it_is_named_and_comes_back,
    copies::the_text_goes_to_the_clipboard_or_into_a_box_to_copy_from,
    copies::rows_are_a_table_from_900_pixels_on_and_cards_with_labels_on_a_phone,
    bar::the_first_field_of_every_sheet_is_in_the_first_screen_of_a_phone,
    bar::no_table_of_a_sheet_loses_an_edge_on_paper,
    bar::a_printed_sheet_says_which_copy_it_is_and_of_which_book,
    bar::one_line_stays_with_the_name_of_the_copy_and_the_ways_out,
    bar::the_menu_of_a_sheet_closes_when_something_of_it_is_done,
    bar::the_blank_files_become_the_filled_ones,
    bar::each_step_leads_to_its_heading_and_says_what_is_still_empty,
    sharing::a_long_link_is_noted_before_it_is_refused,
    copies::rows_come_and_go_and_sums_follow,
    copies::rows_of_a_spreadsheet_can_be_pasted,
    copies::the_example_is_shown_and_can_be_a_start,
    copies::an_address_can_ask_for_the_example_or_for_a_blank_sheet,
    copies::the_next_one_starts_from_this_and_all_are_listed,
    copies::what_is_needed_and_empty_is_a_gentle_list,
    copies::every_file_holds_what_was_written,
    sharing::a_link_brings_a_copy_into_a_fresh_profile_unsaved,
    sharing::a_mangled_link_is_mended,
    sharing::a_link_that_is_too_long_is_refused,
    sharing::a_sheet_about_a_person_is_not_shared_by_link,
    sharing::a_code_brings_a_copy_to_another_device,
    sharing::a_copy_that_no_code_holds_goes_as_a_link_or_as_a_file,
    copies::on_paper_nothing_that_was_written_is_cut_off,
    copies::the_scripts_of_a_sheet_are_small,
    taking::a_file_that_is_chosen_dropped_or_pasted_becomes_a_copy,
    taking::what_is_no_copy_is_refused_and_what_belongs_elsewhere_goes_there,
    taking::all_copies_go_into_one_file_and_come_back,
    taking::a_copy_that_was_not_taken_away_says_for_how_long,
    taking::a_copy_that_was_not_taken_away_for_a_fortnight_says_so_once,
    taking::all_copies_say_what_they_take_and_what_is_left,
    taking::a_file_with_thousands_of_copies_comes_in_whole,
    taking::one_file_holds_everything_that_is_kept,
    taking::without_the_second_script_it_is_said_and_nothing_is_lost,
    taking::what_was_written_is_looked_at_before_it_is_printed,
    taking::when_the_browser_was_closed_everything_is_there_again,
    taking::a_playbook_with_an_id_finds_its_copies_after_it_moved,
    deploys::a_new_page_never_meets_an_old_style_or_script_or_index,
    deploys::a_page_that_is_open_while_the_site_changes_still_works,
    deploys::where_nothing_old_is_left_an_open_page_says_so_and_loading_it_again_mends_it,
    deploys::a_sheet_whose_script_does_not_come_says_that_it_keeps_nothing,
    upkeep::a_page_whose_review_was_due_says_so_by_the_readers_own_day,
    upkeep::a_page_that_was_changed_since_it_was_seen_here_says_what,
    upkeep::in_a_frame_a_page_stands_alone_with_a_way_out,
    upkeep::axe_finds_nothing_in_a_handbook,
    moving::an_old_address_leads_on_with_all_that_a_link_carries,
    moving::a_filled_sheet_comes_through_an_old_address,
    moving::without_scripts_an_old_address_leads_on_too,
    moving::copies_go_on_to_the_new_name_of_their_playbook,
    versions::a_copy_outlives_whatever_the_next_version_changes,
    taking::the_second_script_comes_once_and_with_the_first_touch,
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
    whole::a_long_answer_many_rows_and_many_items_are_kept_whole,
    whole::all_rows_of_a_spreadsheet_are_there_and_cells_without_a_place_are_told,
    whole::what_the_device_has_no_room_for_comes_in_again_and_is_told,
    whole::an_odd_copy_is_shown_kept_and_hides_no_other,
    whole::a_fault_in_what_is_shown_stops_no_saving,
    whole::where_saving_itself_fails_the_page_says_so,
    whole::what_came_by_a_link_is_kept_with_the_first_letter,
    whole::twice_the_rows_are_twice_the_work,
    links::a_broken_end_of_an_address_stops_no_script,
    readers::other_programs_read_every_value_in_every_file,
];

/// These are in Firefox.
const IN_FIREFOX: &[Test] = named![
    firefox::in_firefox_every_box_keeps_what_is_typed_and_every_file_has_it,
    firefox::in_firefox_whatever_is_typed_is_there_again,
    firefox::in_firefox_a_shared_sheet_is_shown_and_kept_as_a_copy_when_one_writes_in_it,
    firefox::in_firefox_no_page_has_anything_to_complain_of_whatever_end_its_address_has,
];

/// These look at every page while the crawl has it open.
const CHECKS: &[Check] = named![
    layout::no_page_scrolls_sideways_from_320_to_1680,
    layout::printing_keeps_both_hats_and_hides_the_menu,
    layout::the_page_follows_the_systems_dark_scheme,
    legible::wider_letters_push_nothing_off_the_smallest_phone,
    legible::what_can_be_pressed_on_a_phone_is_not_missed,
    legible::lines_are_neither_long_nor_short,
];

/// What a theme can break although the pages of our own book are the same: these and the checks are made with each
/// theme of the program.
const OF_A_THEME: &[Test] = named![
    links::below_a_sub_path_every_link_resolves_and_nothing_is_logged,
    layout::leader_stands_left_of_manager_on_a_laptop_with_aligned_tops,
    layout::leader_stands_above_manager_on_a_phone,
    layout::the_hats_are_told_apart_without_our_colours,
    layout::the_first_screen_of_a_situation_has_the_reason_and_the_first_words,
    layout::no_heading_is_broken_within_a_word_beside_the_switch,
    layout::a_comparison_of_one_hat_has_each_label_within_its_row,
    layout::the_chapters_show_where_one_is_among_many,
    hats::one_hat_can_be_read_alone_and_linked_to,
    hats::the_switch_works_by_keyboard_and_without_scripts,
    paper::a_situation_takes_one_sheet_for_3000_characters,
    paper::both_hats_are_printed_whichever_is_shown,
    paper::the_cards_of_a_situation_are_one_sheet,
    reading::everything_is_readable_without_javascript,
    axe::axe_finds_nothing_in_any_state_of_a_situation,
    axe::axe_finds_nothing_in_any_state_of_a_sheet,
    axe::axe_finds_nothing_on_a_page_of_each_kind,
    axe::axe_finds_nothing_while_the_search_is_open,
    light::every_page_is_light_and_asks_for_little,
    keyboard::a_sheet_is_filled_kept_and_taken_away_by_keyboard_alone,
    finding::ticked_signs_bring_the_situation_that_fits_best_to_the_top,
    finding::the_chosen_colours_hold_on_the_next_page_too,
    bar::the_first_field_of_every_sheet_is_in_the_first_screen_of_a_phone,
    bar::no_table_of_a_sheet_loses_an_edge_on_paper,
    bar::one_line_stays_with_the_name_of_the_copy_and_the_ways_out,
];

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Chromium has processes of its own: more tabs at once make nothing quicker on two cores.
    arguments.test_threads.get_or_insert(2);
    let theme = env::var("TWOHATS_THEME").ok();
    let in_firefox = find_firefox().map_or(&[] as &[Test], |_| IN_FIREFOX);
    let chromium = Arc::default();
    let site = |theme| Opened { theme, chromium: Arc::clone(&chromium), site: OnceLock::new() };
    let tests = trials(site(theme.clone()), TESTS.iter().chain(in_firefox), "");
    let of_others = shipped_themes().filter(|_| theme.is_none()).flat_map(|theme| {
        trials(site(Some(theme.to_owned())), OF_A_THEME.iter(), &format!("_in_{theme}"))
    });
    let trials = tests.into_iter().chain(of_others).map(|trial| trial.with_ignored_flag(true));
    if !arguments.include_ignored && !arguments.ignored {
        println!("\nslow, and in need of Chromium: `cargo xtask test` runs these");
    } else if in_firefox.is_empty() {
        println!("\nno Firefox was found: what is tested in it is left out");
    }
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

/// Tests and all checks, on one site; `end` tells their names apart.
fn trials(site: Opened, tests: impl Iterator<Item = &'static Test>, end: &str) -> Vec<Trial> {
    let site = Arc::new(site);
    let tests = tests.map(|&(test, run)| {
        let (site, name) = (Arc::clone(&site), format!("{test}{end}"));
        Trial::test(name.clone(), move || Ok(run(&Visit { site: site.site()?, test: &name })?))
    });
    let checks = CHECKS.iter().map(|&(test, _)| {
        let site = Arc::clone(&site);
        Trial::test(format!("{test}{end}"), move || Ok(site.site()?.faults(test)?))
    });
    tests.chain(checks).collect()
}

/// The site with a theme, which the first test that asks for it builds and opens.
struct Opened {
    theme: Option<String>,
    chromium: Arc<OnceLock<Outcome<Arc<Chromium>>>>,
    site: OnceLock<Outcome<Site>>,
}

impl Opened {
    fn site(&self) -> Result<&Site, &String> {
        let launch = || {
            let missing = "no Chromium was found: `cargo xtask test` gets one";
            Chromium::launch(&find_chromium().ok_or(missing)?).map(Arc::new)
        };
        let open = || {
            let chromium = self.chromium.get_or_init(launch).clone()?;
            Site::open(chromium, CHECKS, self.theme.as_deref())
        };
        self.site.get_or_init(open).as_ref()
    }
}
