//! The editor server as editors use it: the real program, and real messages through its pipes.

mod hostile;
mod talk;
mod told;
