//! What stands below `extra`, as it is.

use crate::model::Extra;
use crate::tree::{Node, Value};

/// The notes of a file.
pub(super) fn extra(node: &Node) -> Extra {
    match &node.value {
        Value::Text(text) => Extra::Text(text.text.clone()),
        Value::List(items) => Extra::List(items.iter().map(extra).collect()),
        Value::Map(entries) => Extra::Group(
            entries.iter().map(|(key, node)| (key.name.clone(), extra(node))).collect(),
        ),
    }
}
