//! What an author may write: how a key is declared, how its value is taken, and how editors are told of it.
//!
//! A key is a constant with its shape, what it is for and an example. It must not know which keys there are: each is
//! declared where it is read, in `load`.

mod declare;
mod json;
mod kept_as_words;
mod key;
mod keys;
mod known;
mod list_in_a_text;
mod shapes;
mod take;
mod value;
mod words;

pub use json::{Written, all, is_ours, schema};
pub use key::{Filled, Key, Map, Need, Pattern, Range, Shape, Types};
pub use keys::Keys;
pub use known::{Known, Offer};
pub use value::{
    Alike, Anything, Count, Date, Example, FieldId, Form, Group, Groups, Ids, Languages, Line,
    Lines, Named, Number, One, OneOf, Own, Prose, Rules, Several, Text, Texts, Typed, Word, YesNo,
};
