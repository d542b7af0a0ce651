//! The commands of the README, for those who type them: in a folder of a test, and in a new root.

const README: &str = include_str!("../../../README.md");

/// The lines of the blocks of commands that stand below this heading.
pub fn commands(heading: &str) -> impl Iterator<Item = &'static str> {
    let (_, below) = README.split_once(&format!("\n## {heading}\n")).expect("it has this heading");
    let section = below.split("\n## ").next().unwrap_or(below);
    let blocks = section.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix("sh\n")).flat_map(str::lines)
}
