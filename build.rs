//! Builds the program again when a file of the default theme or of our own playbook comes or goes: the macro
//! that embeds the folders only notices changes inside files it knows.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
    println!("cargo::rerun-if-changed=content");
}
