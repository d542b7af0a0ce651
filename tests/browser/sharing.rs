//! A sheet as a link: the data is in it and nowhere else, and whatever happens to it on its way is told.

use testkit::browser::{Medium, Page, Screen};
use testkit::outcome::{Outcome, because, none};

use crate::copies::fill;
use crate::sheet::{
    change_log, expect, holds, is_saved, kept, open, press, press_words, says, touch, write,
};
use crate::site::Visit;

const WORK: &str = "field-piece-of-work";
const LINK: &str = "() => document.getElementById('link-box').value";

pub fn a_link_brings_a_copy_into_a_fresh_profile_unsaved(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    fill(&mut page)?;
    press(&mut page, "[data-do=send]")?;
    page.until("(id) => document.getElementById(id).open", "send-dialog")?;
    let link: String = page.ask(LINK, ())?;
    let mut fresh = visit.new_page()?;
    fresh.open(&link)?;
    says(&mut fresh, "#sheet-banner", "shared")?;
    holds(&mut fresh, "field-requests.3.request", "Colours | more")?;
    let address: String = fresh.ask("() => location.href", ())?;
    expect(!address.contains("c1."), &format!("the data stays in the address: {address}"))?;
    expect(kept(&mut fresh)?.is_empty(), "it was saved unasked")?;
    press_words(&mut fresh, "Save it here")?;
    is_saved(&mut fresh)?;
    expect(kept(&mut fresh)?.len() == 1, "it was not saved")?;

    for (spoilt, said) in [
        (link[..link.len() - 9].to_owned(), "incomplete"),
        (format!("{}AAAA", &link[..link.len() - 4]), "changed on its way"),
        (link.replace("#c1.", "#c2."), "newer version"),
    ] {
        let mut fresh = visit.new_page()?;
        fresh.open(&spoilt)?;
        says(&mut fresh, "#sheet-banner", said)?;
        press_words(&mut fresh, "Show what is there")?;
        fresh.until("(id) => document.getElementById(id).open", "text-dialog")?;
    }
    Ok(())
}

/// A mail filter wrote `%23` for `#`, and the server knows no such page.
pub fn a_mangled_link_is_mended(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    write(&mut page, WORK, "Mended")?;
    press(&mut page, "[data-do=send]")?;
    page.until("(id) => document.getElementById(id).open", "send-dialog")?;
    let link: String = page.ask(LINK, ())?;
    let (root, below) = (&visit.site.at_the_root.base, &visit.site.below_a_path.base);
    let mut fresh = visit.new_page()?;
    fresh.open(root)?;
    let mangled = link.replace(below.as_str(), root).replace('#', "%23");
    fresh.ask::<()>("(link) => (setTimeout(() => (location.href = link)), null)", mangled)?;
    fresh.until("(id) => document.getElementById(id)?.value === 'Mended'", WORK)
}

pub fn a_link_that_is_too_long_is_refused(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    let noise = "() => Array.from({ length: 9000 }, () => Math.random().toString(36)[2]).join('')";
    let noise: String = page.ask(noise, ())?;
    write(&mut page, WORK, &noise)?;
    press(&mut page, "[data-do=send]")?;
    says(&mut page, "#send-dialog", "Send the file instead")?;
    expect(page.ask::<String>(LINK, ())?.is_empty(), "the link is shown all the same")
}

pub fn a_long_link_is_noted_before_it_is_refused(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    let noise = "() => Array.from({ length: 3000 }, () => Math.random().toString(36)[2]).join('')";
    let noise: String = page.ask(noise, ())?;
    write(&mut page, WORK, &noise)?;
    press(&mut page, "[data-do=send]")?;
    says(&mut page, "#send-dialog", "Some programs cut links this long")?;
    expect(!page.ask::<String>(LINK, ())?.is_empty(), "the link is not shown")
}

pub fn a_sheet_about_a_person_is_not_shared_by_link(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, "templates/improvement-plan.html")?;
    press(&mut page, "[data-do=send]")?;
    says(&mut page, "#send-dialog", "only as a file")?;
    let offered: bool =
        page.ask("() => document.getElementById('link-box').checkVisibility()", ())?;
    expect(!offered && page.ask::<String>(LINK, ())?.is_empty(), "a link is offered")
}

/// What a camera reads of the window.
fn read_code(page: &mut Page) -> Outcome<String> {
    let picture = page.picture()?;
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(because("the picture"))?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("a picture without an end")?];
    let info = reader.next_frame(&mut pixels).map_err(because("the picture"))?;
    let (width, height) = (info.width as usize, info.height as usize);
    let samples = info.color_type.samples();
    let light = |x: usize, y: usize| pixels[y * info.line_size + x * samples];
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    let grids = seen.detect_grids();
    let [grid] = grids.as_slice() else { return Err(format!("{} codes are seen", grids.len())) };
    grid.decode().map(|(_, text)| text).map_err(because("the code"))
}

const DEVICE: &str = "#send-dialog";
const CODE: &str = "() => document.getElementById('send-code').checkVisibility()";

pub fn a_code_brings_a_copy_to_another_device(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    fill(&mut page)?;
    touch(&mut page)?;
    for (screen, medium) in
        [(Screen::LAPTOP, Medium::LightScreen), (Screen::PHONE, Medium::DarkScreen)]
    {
        page.show_on(screen)?;
        page.show_in(medium)?;
        press(&mut page, "[data-do=send]")?;
        says(&mut page, DEVICE, "of the 2,953 letters")?;
        page.until(CODE, "")?;
        let link = read_code(&mut page)?;
        press(&mut page, &format!("{DEVICE} [data-answer='']"))?;
        let mut other = visit.new_page()?;
        other.open(&link)?;
        says(&mut other, "#sheet-banner", "until you write in it")?;
        holds(&mut other, "field-requests.3.request", "Colours | more")?;
        write(&mut other, WORK, "Gone on with")?;
        is_saved(&mut other)?;
    }
    none(&page.heard().complaints)
}

pub fn a_copy_that_no_code_holds_goes_as_a_link_or_as_a_file(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    touch(&mut page)?;
    let buttons = "() => [...document.querySelectorAll('#send-dialog button')].filter((one) => one.checkVisibility()).map((one) => one.dataset.answer)";
    for (letters, said, code, offered) in [
        (2700, "of the 2,953 letters", true, vec!["copy", "file", ""]),
        (4000, "more than the 2,953", false, vec!["copy", "file", ""]),
        (9000, "more than the 8,000", false, vec!["file", ""]),
    ] {
        let noise =
            "(many) => Array.from({ length: many }, () => Math.random().toString(36)[2]).join('')";
        let noise: String = page.ask(noise, letters)?;
        write(&mut page, WORK, &noise)?;
        press(&mut page, "[data-do=send]")?;
        says(&mut page, DEVICE, said)?;
        let shown: Vec<String> = page.ask(buttons, ())?;
        expect(shown == offered, &format!("{letters} letters: {shown:?}"))?;
        expect(page.ask::<bool>(CODE, ())? == code, &format!("{letters} letters: a code or none"))?;
        if code {
            page.ask::<()>(
                "() => (document.getElementById('send-code').scrollIntoView(), null)",
                (),
            )?;
            expect(read_code(&mut page)?.contains("#c1."), "another code is shown")?;
        }
        press(&mut page, &format!("{DEVICE} [data-answer='']"))?;
    }
    // A sheet about a person leaves the device only as a file.
    open(visit, &mut page, "templates/improvement-plan.html")?;
    touch(&mut page)?;
    press(&mut page, "[data-do=send]")?;
    says(&mut page, DEVICE, "only as a file")?;
    let shown: Vec<String> = page.ask(buttons, ())?;
    expect(shown == ["file", ""], &format!("about a person: {shown:?}"))
}
