//! Where one may say it, and what is different there.

use crate::markdown::Prose;

use super::overlay::Overlay;

/// What is different in each place where one may say it.
#[derive(Clone, Debug)]
pub struct Places {
    /// In one room.
    pub in_person: Option<Prose>,
    /// On a screen, or by telephone.
    pub video: Option<Prose>,
    /// In a message.
    pub in_writing: Option<Prose>,
    /// Where people stand, and cannot leave their post together.
    pub shop_floor: Option<Prose>,
    /// With a team that is never in one room.
    pub remote_team: Option<Prose>,
}

impl Places {
    /// Those of which something is said, each with its name.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &Prose)> {
        let Self { in_person, video, in_writing, shop_floor, remote_team } = self;
        let places = [
            ("in_person", in_person),
            ("video", video),
            ("in_writing", in_writing),
            ("shop_floor", shop_floor),
            ("remote_team", remote_team),
        ];
        places.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)))
    }

    pub(super) fn translate(&mut self, own: Option<&Self>, over: &mut Overlay<'_>) {
        let Self { in_person, video, in_writing, shop_floor, remote_team } = self;
        over.maybe(in_person, own.and_then(|own| own.in_person.as_ref()));
        over.maybe(video, own.and_then(|own| own.video.as_ref()));
        over.maybe(in_writing, own.and_then(|own| own.in_writing.as_ref()));
        over.maybe(shop_floor, own.and_then(|own| own.shop_floor.as_ref()));
        over.maybe(remote_team, own.and_then(|own| own.remote_team.as_ref()));
    }
}
