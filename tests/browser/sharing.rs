//! A sheet as a link: the data is in it and nowhere else, and whatever happens to it on its way is told.

use testkit::outcome::Outcome;

use crate::copies::fill;
use crate::sheet::{
    change_log, expect, holds, is_saved, kept, open, press, press_words, says, write,
};
use crate::site::Visit;

const WORK: &str = "field-piece-of-work";
const LINK: &str = "() => document.getElementById('link-box').value";

pub fn a_link_brings_a_copy_into_a_fresh_profile_unsaved(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    fill(&mut page)?;
    press(&mut page, "[data-do=share]")?;
    page.until("(id) => document.getElementById(id).open", "link-dialog")?;
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
    press(&mut page, "[data-do=share]")?;
    page.until("(id) => document.getElementById(id).open", "link-dialog")?;
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
    press(&mut page, "[data-do=share]")?;
    says(&mut page, "#link-dialog", "Send the file instead")?;
    expect(page.ask::<String>(LINK, ())?.is_empty(), "the link is shown all the same")
}

pub fn a_long_link_is_noted_before_it_is_refused(visit: &Visit) -> Outcome {
    let mut page = change_log(visit)?;
    let noise = "() => Array.from({ length: 3000 }, () => Math.random().toString(36)[2]).join('')";
    let noise: String = page.ask(noise, ())?;
    write(&mut page, WORK, &noise)?;
    press(&mut page, "[data-do=share]")?;
    says(&mut page, "#link-dialog", "Some programs cut links this long")?;
    expect(!page.ask::<String>(LINK, ())?.is_empty(), "the link is not shown")
}

pub fn a_sheet_about_a_person_is_not_shared_by_link(visit: &Visit) -> Outcome {
    let mut page = visit.new_page()?;
    open(visit, &mut page, "templates/improvement-plan.html")?;
    let offered: bool =
        page.ask("() => document.querySelector('[data-do=share]').checkVisibility()", ())?;
    expect(!offered, "a link is offered")
}
