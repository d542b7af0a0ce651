//! A page that answers questions, whichever browser shows it.

use std::time::Instant;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

use crate::http::PATIENCE;
use crate::outcome::Outcome;

/// How long a page may take to come to what is waited for, in milliseconds.
const MOST_MS: u64 = 20_000;

pub trait Tab {
    /// Calls a JavaScript function with an argument in the page and waits for what it gives.
    fn ask<T: DeserializeOwned>(&mut self, function: &str, about: impl Serialize) -> Outcome<T>;

    /// Lets what the page's own scripts have begun at load run to its end.
    fn settle(&mut self) -> Outcome {
        self.ask("() => new Promise((done) => setTimeout(() => done(null)))", ())
    }

    /// Asks until the page, or one that it leads on to, says yes.
    fn until(&mut self, question: &str, about: impl Serialize) -> Outcome {
        let asked = format!(
            "async (about) => {{
                let fault = '';
                for (const end = performance.now() + {MOST_MS}; performance.now() < end;) {{
                    try {{
                        if (({question})(about)) return null;
                    }} catch (error) {{
                        fault = String(error);
                    }}
                    await new Promise((done) => setTimeout(done, 5));
                }}
                return `${{fault}}\\n${{document.documentElement.innerText.slice(0, 2000)}}`;
            }}"
        );
        let start = Instant::now();
        loop {
            match self.ask::<Option<String>>(&asked, &about) {
                Ok(None) => return Ok(()),
                Ok(Some(seen)) => {
                    let about = json!(about);
                    return Err(format!("waited in vain for {question} of {about}\n{seen}"));
                }
                // A page that is left answers no more; the next one is asked.
                Err(fault) if start.elapsed() > PATIENCE => return Err(fault),
                Err(_) => {}
            }
        }
    }
}
