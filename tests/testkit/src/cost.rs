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

/// How a process ended.
pub struct Ended {
    pub cost: Cost,
    /// None when it was killed.
    pub code: Option<i32>,
    /// What it said on standard error.
    pub said: String,
}

/// Runs a command that must succeed. Gives what it took, and what it said.
pub fn measure(command: Command, input: &[u8]) -> Result<(Cost, String), String> {
    let Ended { cost, code, said } = run(command, input)?;
    if code != Some(0) {
        return Err(format!("it failed:\n{said}"));
    }
    Ok((cost, said))
}

/// Runs a command, however it ends.
pub fn run(mut command: Command, input: &[u8]) -> Result<Ended, String> {
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
    let cpu = used.rusage.utime + used.rusage.stime;
    let cost = Cost { wall: start.elapsed(), cpu, peak: used.rusage.maxrss };
    Ok(Ended { cost, code: used.status.code(), said })
}

/// The median of each.
pub fn median(costs: &[Cost]) -> Cost {
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
