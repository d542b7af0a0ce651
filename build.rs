//! Builds the program again when a file of the default theme comes or goes: the macro that embeds the
//! folder only notices changes inside files it knows.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
}
