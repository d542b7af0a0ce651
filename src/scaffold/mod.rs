//! Files for a new playbook, for a new page of one, for the editor and for a forge. It must not know where they are
//! written to.

mod blank;
mod ci;
mod editor;
mod playbooks;
mod unfit;

pub use blank::{Besides, Blank, blank, to_write_over, translated};
pub use ci::{Forge, ci};
pub use editor::{EXTENSIONS, SETTINGS, editor, known, schema_paths, schemas};
pub use playbooks::{Playbook, playbook};
pub use unfit::unfit;

/// A file that is to be written: its path from the project's root, and its text.
pub type File = (String, String);
