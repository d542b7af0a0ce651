//! `cargo xtask steps`: runs here what a job of a workflow runs on its forge.

use std::fs;
use std::process::Command;

use serde_json::Value;
use testkit::outcome::{Outcome, because};

use crate::other::run as run_it;

const USAGE: &str = "usage: cargo xtask steps FILE JOB, as in `.github/workflows/pages.yml build`";

/// Runs all commands of a job in their order. What a forge does by an action of its own is left out.
pub fn run(words: impl Iterator<Item = String>) -> Outcome {
    let words: Vec<String> = words.collect();
    let [file, job] = &words[..] else { return Err(USAGE.into()) };
    let text = fs::read_to_string(file).map_err(because(file))?;
    let workflow: Value = serde_yaml::from_str(&text).map_err(because(file))?;
    let job = job_of(&workflow, job).ok_or_else(|| format!("`{file}` has no job `{job}`"))?;
    for line in commands(job) {
        println!("$ {line}");
        run_it(
            Command::new("bash").args(["-e", "-o", "pipefail", "-c", &line]).envs(variables(job)),
        )?;
    }
    Ok(())
}

/// By its name, in the manner of GitHub or of GitLab.
fn job_of<'a>(workflow: &'a Value, name: &str) -> Option<&'a Value> {
    workflow.get("jobs").unwrap_or(workflow).get(name)
}

/// What it runs, with the values of the first of its matrix.
fn commands(job: &Value) -> Vec<String> {
    let lines = |part: &str| job[part].as_array().cloned().unwrap_or_default();
    let steps = lines("steps");
    let runs = steps.iter().filter_map(|step| step["run"].as_str());
    let scripts = lines("script");
    let all = runs.chain(scripts.iter().filter_map(Value::as_str));
    all.map(|line| {
        let filled = variables(job).into_iter().fold(line.to_owned(), |line, (name, value)| {
            line.replace(&format!("${{{{ matrix.{name} }}}}"), &value)
        });
        filled.trim_end().to_owned()
    })
    .collect()
}

/// The values of the first of its matrix: those that GitHub fills in, and those that GitLab sets.
fn variables(job: &Value) -> Vec<(String, String)> {
    let first = |at: &str| job.pointer(at).and_then(Value::as_object);
    let values = first("/strategy/matrix/include/0").or_else(|| first("/parallel/matrix/0"));
    let one = |value: &Value| value.get(0).unwrap_or(value).as_str().map(str::to_owned);
    let named = values.into_iter().flatten();
    named.filter_map(|(name, value)| Some((name.clone(), one(value)?))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{commands, job_of};

    #[test]
    fn the_commands_of_a_job_have_the_values_of_the_first_of_its_matrix() {
        let steps =
            json!([{"uses": "actions/checkout@v4"}, {"run": "make ${{ matrix.target }}\n"}]);
        let include = json!([{"target": "one"}, {"target": "two"}]);
        let strategy = json!({"matrix": {"include": include}});
        let github = json!({"jobs": {"it": {"strategy": strategy, "steps": steps}}});
        assert_eq!(commands(job_of(&github, "it").expect("it is there")), ["make one"]);
        let gitlab = json!({"it": {"script": ["make it"]}});
        assert_eq!(commands(job_of(&gitlab, "it").expect("it is there")), ["make it"]);
    }
}
