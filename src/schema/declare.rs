//! How a key is declared: as a constant, by the shape that it has.

use crate::model::Kind;

use super::key::{Filled, Key, Map, Need, Pattern, Range, Shape, Types};
use super::value::{
    Count, Example, Form, Group, Groups, Ids, Languages, OneOf, Plain, Typed, Word,
};

impl<V: Plain> Key<V> {
    /// A key whose shape is all that there is to say of what stands behind it.
    #[must_use]
    pub const fn new(name: &'static str, about: &'static str, example: &'static str) -> Self {
        shaped(V::SHAPE, V::OF, [name, about, example])
    }
}

impl<W: Word> Key<OneOf<W>> {
    /// One of a few words.
    #[must_use]
    pub const fn word(name: &'static str, about: &'static str, example: &'static str) -> Self {
        shaped(Shape::Word(OneOf::<W>::words), OneOf::NEW, [name, about, example])
    }
}

/// What declares the keys of a shape with something of its own: it comes after the name.
macro_rules! declare {
    ($($(#[$about:meta])* $declare:ident($kept:ident: $told:ty);)*) => {$(
        impl Key<$kept> {
            $(#[$about])*
            #[must_use]
            pub const fn $declare(
                name: &'static str,
                of: $told,
                about: &'static str,
                example: &'static str,
            ) -> Self {
                shaped(Shape::$kept(of), $kept(of), [name, about, example])
            }
        }
    )*};
}

declare! {
    /// The ids of other things of a kind; one will do.
    ids(Ids: Kind);
    /// A group of keys.
    group(Group: &'static Map);
    /// Several groups of keys.
    groups(Groups: &'static Map);
    /// Tags of languages, each with a group of keys.
    languages(Languages: &'static Map);
    /// Several groups of keys, each of one of several types.
    typed(Typed: Types);
    /// How many there are of something.
    count(Count: Range);
    /// Words of a certain form.
    form(Form: Pattern);
    /// What a field may hold when it is filled in.
    example(Example: Filled);
}

const fn shaped<V>(shape: Shape, of: V, texts: [&'static str; 3]) -> Key<V> {
    let [name, about, example] = texts;
    Key { name, shape, need: Need::Optional, about, example, help: None, of }
}
