//! What fields were called before.

use crate::markdown::slug;
use crate::model::Id;
use crate::schema::{Key, Keys, Texts};
use crate::source::Spanned;

/// Old ids, as ids of fields are made: `was: Cost in days` is `cost-in-days`. In `retired`, a column has its
/// table's id before it.
pub(super) fn old_ids(keys: &mut Keys<'_, '_>, key: &Key<Texts>) -> Vec<Spanned<Id>> {
    let texts = keys.texts(key).into_iter();
    let id = |text: &str| text.split('.').map(slug).collect::<Vec<_>>().join(".");
    texts.map(|text| Spanned::new(id(&text.text), text.span)).collect()
}
