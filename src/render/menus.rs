//! The items of menus, each made once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use tera::Value;

use crate::model::Kind;
use crate::plan::Plan;

/// Items of menus. A page stands in the menus of many others, and is the same item in all that lie in its
/// folder: it is made when the first of them is rendered.
pub(super) struct Menus(BTreeMap<Kind, Vec<OnceLock<Value>>>);

impl Menus {
    pub(super) fn new(plan: &Plan) -> Self {
        let items = |kind: Kind| plan.listed(kind).iter().map(|_| OnceLock::new()).collect();
        Self(Kind::ALL.into_iter().map(|kind| (kind, items(kind))).collect())
    }

    /// The item at a place of the list of a kind; `make` makes it when it is asked for first.
    pub(super) fn item(&self, kind: Kind, at: usize, make: impl FnOnce() -> Value) -> Value {
        self.0[&kind][at].get_or_init(make).clone()
    }
}
