//! Folders that are listed: the standard library panics where the system cannot close one, and a failing disk is an error
//! here as everywhere.

use std::any::Any;
use std::io;
use std::panic::{self, AssertUnwindSafe, catch_unwind, resume_unwind};

/// What the standard library says when a folder cannot be closed.
const SAID: &str = "unexpected error during closedir";

/// Does what lists folders.
///
/// # Errors
/// When `list` says so, or a folder cannot be closed.
pub(crate) fn listed<T, E>(
    list: impl FnOnce() -> Result<T, E>,
    error: impl FnOnce(io::Error) -> E,
) -> Result<T, E> {
    // Nothing that was half done is used after it.
    catch_unwind(AssertUnwindSafe(list)).unwrap_or_else(|panic| {
        let Some(said) = said(&*panic) else { resume_unwind(panic) };
        let cause = said.rsplit("message: \"").next().and_then(|rest| rest.split('"').next());
        let cause = cause.unwrap_or_default();
        Err(error(io::Error::other(format!("a folder could not be closed: {cause}"))))
    })
}

/// Lets a program say nothing of its own about a folder that cannot be closed, since the error tells.
pub(crate) fn say_once() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if said(panic.payload()).is_none() {
            before(panic);
        }
    }));
}

fn said(panic: &(dyn Any + Send)) -> Option<&str> {
    panic.downcast_ref::<String>().map(String::as_str).filter(|said| said.starts_with(SAID))
}
