//! What a process takes: time, processor time, memory.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

#[derive(Clone, Copy)]
pub struct Cost {
    pub wall: Duration,
    pub cpu: Duration,
    /// The most memory it held, in bytes.
    pub peak: u64,
}

/// Runs a command that must succeed. Gives what it took, and what it said.
pub fn measure(mut command: Command, input: &[u8]) -> Result<(Cost, String), String> {
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let start = Instant::now();
    let mut process =
        command.spawn().map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    let (stdin, stderr) = (process.stdin.take(), process.stderr.take());
    stdin.ok_or("it hears nothing")?.write_all(input).map_err(|error| error.to_string())?;
    let mut said = String::new();
    let read = stderr.ok_or("it says nothing")?.read_to_string(&mut said);
    read.map_err(|error| error.to_string())?;
    let used = process.wait4().map_err(|error| error.to_string())?;
    let wall = start.elapsed();
    if !used.status.success() {
        return Err(format!("it failed:\n{said}"));
    }
    let cpu = used.rusage.utime + used.rusage.stime;
    Ok((Cost { wall, cpu, peak: used.rusage.maxrss }, said))
}

/// The median of each.
pub fn median(costs: Vec<Cost>) -> Cost {
    Cost {
        wall: middle(costs.iter().map(|cost| cost.wall)),
        cpu: middle(costs.iter().map(|cost| cost.cpu)),
        peak: middle(costs.iter().map(|cost| cost.peak)),
    }
}

fn middle<T: Ord + Copy>(values: impl Iterator<Item = T>) -> T {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    values[values.len() / 2]
}
