//! What a site with a look of its own has for the tabs of browsers and the home screens of devices.

use serde_json::json;

use crate::plan::{Icon, Plan};
use crate::social_image::{Ground, ico, icon};

use super::look::look;
use super::social_image::colours;

/// The sides of the icons, in pixels: that of a tab on a screen of two pixels a point, and what Apple asks for.
const TAB: u8 = 32;
const HOME_SCREEN: u8 = 180;

/// The two hats in the colours of the theme.
pub(super) fn drawn(plan: &Plan, of: Icon) -> Vec<u8> {
    let colours = colours(plan);
    match of {
        Icon::Tab => ico(TAB, &icon(TAB.into(), Ground::None, &colours)),
        Icon::HomeScreen => icon(HOME_SCREEN.into(), Ground::Page, &colours),
    }
}

/// What a device is told: <https://www.w3.org/TR/appmanifest/>. Addresses are from the root of the site, where it lies.
pub(super) fn manifest(plan: &Plan) -> String {
    let book = &plan.playbook().book;
    let own = book.look.as_ref().and_then(|one| look(plan, one).icon);
    let icons = match own {
        Some(own) => json!([{ "src": own, "type": "image/png" }]),
        None => json!([
            { "src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml" },
            { "src": "apple-touch-icon.png", "sizes": format!("{HOME_SCREEN}x{HOME_SCREEN}"), "type": "image/png" },
        ]),
    };
    let [red, green, blue] = colours(plan).page;
    let page = format!("#{red:02x}{green:02x}{blue:02x}");
    let manifest = json!({
        "name": book.title,
        "lang": book.language,
        "start_url": "./",
        "display": "browser",
        "background_color": page,
        "theme_color": page,
        "icons": icons,
    });
    format!("{manifest:#}\n")
}
