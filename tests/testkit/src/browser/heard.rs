//! What a page gave to hear while it was open: every message, error, failed request and breach of its
//! content policy, and the address of every request. It must not know which page it was.

use std::collections::BTreeMap;

use serde_json::Value;

use super::wire::Event;

#[derive(Default)]
pub struct Heard {
    pub complaints: Vec<String>,
    pub requests: Vec<String>,
}

impl Heard {
    pub fn from_events(events: &[Event]) -> Self {
        let mut heard = Heard::default();
        let mut addresses = BTreeMap::new();
        for Event { method, params } in events {
            match method.as_str() {
                "Network.requestWillBeSent" => {
                    let address = text(&params["request"]["url"]);
                    addresses.insert(text(&params["requestId"]), address.clone());
                    // A `data:` address is no request: the drawings in Chromium's own controls are such.
                    if !address.starts_with("data:") {
                        heard.requests.push(address);
                    }
                }
                "Network.loadingFailed" => {
                    let request = addresses.get(&text(&params["requestId"]));
                    let address = request.map_or("a request", String::as_str);
                    heard.complain(format!("{address} failed: {}", text(&params["errorText"])));
                }
                "Network.responseReceived" => {
                    let (status, address) =
                        (&params["response"]["status"], &params["response"]["url"]);
                    if status.as_u64().is_some_and(|status| status >= 400) {
                        heard.complain(format!("{} answered {status}", text(address)));
                    }
                }
                "Runtime.consoleAPICalled" => {
                    let words = params["args"].as_array().into_iter().flatten();
                    let words: Vec<String> = words.map(argument).collect();
                    heard.complain(format!(
                        "console.{}: {}",
                        text(&params["type"]),
                        words.join(" ")
                    ));
                }
                "Runtime.exceptionThrown" => {
                    let details = &params["exceptionDetails"];
                    let said = &details["exception"]["description"];
                    let said = if said.is_null() { &details["text"] } else { said };
                    // A page that is left before it was shown has its transition skipped. Styles alone ask for one, and no
                    // script can take this up.
                    if text(said) == "AbortError: Transition was skipped" {
                        continue;
                    }
                    heard.complain(format!("exception: {}", text(said)));
                }
                "Log.entryAdded" => {
                    let entry = &params["entry"];
                    let (level, said, address) = (&entry["level"], &entry["text"], &entry["url"]);
                    heard.complain(format!("{}: {} ({})", text(level), text(said), text(address)));
                }
                "Audits.issueAdded" if params["issue"]["code"] == "ContentSecurityPolicyIssue" => {
                    let details = &params["issue"]["details"]["contentSecurityPolicyIssueDetails"];
                    heard.complain(format!("breaks the content policy: {details}"));
                }
                _ => {}
            }
        }
        heard
    }

    fn complain(&mut self, complaint: String) {
        self.complaints.push(complaint);
    }
}

/// A console argument as a person would read it.
fn argument(argument: &Value) -> String {
    let description = &argument["description"];
    text(if description.is_null() { &argument["value"] } else { description })
}

/// A JSON string without its quotes, anything else as JSON.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
