//! What a key is taken as: a type for each shape, so that a key can be taken only in a way that fits it.

use std::marker::PhantomData;

use crate::markdown::Html;
use crate::model::{Counterpart, Host, Kind, Level, People, Role};

use super::key::{Filled, Map, Pattern, Range, Shape, Types};

/// A shape of which nothing more is said.
pub trait Plain: Copy {
    const SHAPE: Shape;
    const OF: Self;
}

macro_rules! plain {
    ($($name:ident)*) => {$(
        #[doc = concat!("What has the shape `", stringify!($name), "`.")]
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Plain for $name {
            const SHAPE: Shape = Shape::$name;
            const OF: Self = Self;
        }
    )*};
}

plain!(Text Line Prose Texts Lines FieldId YesNo Number Date Named Rules Alike Anything);

/// One of a few words.
#[derive(Clone, Copy, Debug)]
pub struct OneOf<W>(PhantomData<fn() -> W>);

/// The ids of other things of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Ids(pub Kind);

/// A group of keys.
#[derive(Clone, Copy, Debug)]
pub struct Group(pub &'static Map);

/// Several groups of keys.
#[derive(Clone, Copy, Debug)]
pub struct Groups(pub &'static Map);

/// Tags of languages, each with a group of keys.
#[derive(Clone, Copy, Debug)]
pub struct Languages(pub &'static Map);

/// Several groups of keys, each of one of several types.
#[derive(Clone, Copy, Debug)]
pub struct Typed(pub Types);

/// How many there are of something.
#[derive(Clone, Copy, Debug)]
pub struct Count(pub Range);

/// Words of a certain form.
#[derive(Clone, Copy, Debug)]
pub struct Form(pub Pattern);

/// What a field may hold when it is filled in.
#[derive(Clone, Copy, Debug)]
pub struct Example(pub Filled);

/// Behind a key with one of these stands one text.
pub trait One: Copy {}

/// Behind a key with one of these stand several texts, or one.
pub trait Several: Copy {}

/// Behind a key with one of these stand keys that the author chooses.
pub trait Own: Copy {}

impl One for Text {}
impl One for Line {}
impl One for Prose {}
impl One for FieldId {}
impl One for YesNo {}
impl One for Number {}
impl One for Date {}
impl One for Count {}
impl One for Form {}
impl<W: Word> One for OneOf<W> {}

impl Several for Texts {}
impl Several for Lines {}
impl Several for Ids {}

impl Own for Named {}
impl Own for Rules {}
impl Own for Languages {}

/// A closed list of words of which one may be written.
pub trait Word: Copy + 'static {
    /// All of them, in the order in which they are told.
    const ALL: &'static [Self];

    /// How it is written.
    fn word(self) -> &'static str;
}

impl<W: Word> OneOf<W> {
    pub(super) const NEW: Self = Self(PhantomData);

    /// How all of them are written.
    pub(super) fn words() -> Vec<&'static str> {
        W::ALL.iter().map(|one| one.word()).collect()
    }
}

impl Word for Level {
    const ALL: &'static [Self] = &Self::ALL;

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for People {
    const ALL: &'static [Self] = &Self::ALL;

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for Counterpart {
    const ALL: &'static [Self] = &Self::ALL;

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for Role {
    const ALL: &'static [Self] = &Self::BOTH;

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for Host {
    const ALL: &'static [Self] = &Self::ALL;

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for Html {
    const ALL: &'static [Self] = &Self::ALL;

    fn word(self) -> &'static str {
        self.name()
    }
}
