//! What layouts are given of the owner's look.

use crate::model::{Look, encode};
use crate::plan::Plan;
use crate::source::Asset;

use super::picture_size::picture_size;
use super::view::{LogoView, LookView};

/// The look of a book in the language of a plan.
pub(super) fn look(plan: &Plan, look: &Look) -> LookView {
    let path = |link: &String| file(plan, link).map(|(path, _)| path);
    let logo = look.logo.as_ref().and_then(|logo| {
        let (path, asset) = file(plan, &logo.light)?;
        let dark = logo.dark.as_ref().and_then(|dark| Some(file(plan, dark)?.0));
        Some(LogoView { path, dark, size: picture_size(asset.head()) })
    });
    let fonts = look.font.iter().chain(&look.font_bold);
    LookView {
        logo,
        icon: look.icon.as_ref().and_then(path),
        fonts: fonts.filter_map(path).collect(),
    }
}

/// A carried file that the look names, with its address from the root of the site.
fn file<'p>(plan: &'p Plan, link: &str) -> Option<(String, &'p Asset)> {
    let playbook = plan.playbook();
    let target = playbook.follow(None, link).ok()?;
    let (path, asset) = if target.is_shared {
        (target.path.clone(), playbook.shared.get(&target.path)?)
    } else {
        (plan.folder().whole(&target.path), playbook.assets.get(&target.path)?)
    };
    Some((encode(path.as_str()), asset))
}
