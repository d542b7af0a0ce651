//! What the web says of an address.

use serde::{Deserialize, Serialize};

use crate::web::{Address, Silence, Way, Web};

/// The most steps from an address to what stands there.
const STEPS: usize = 6;

/// What the web says of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heard {
    /// Something stands there.
    Well,
    /// It has moved for good, to there.
    Moved(String),
    /// The host says that nothing stands there, with this number.
    Gone(u16),
    /// No host has its name.
    NoName,
    /// Nobody can say: the host is slow, busy or broken, or lets no program in.
    Unknown(String),
}

impl Heard {
    /// What stands at an address and where it leads. A host that refuses to say it in short is asked for the whole.
    pub(super) fn of(web: &Web, start: &Address) -> Self {
        let (mut address, mut has_moved) = (start.clone(), true);
        let mut way = Way::Head;
        for step in 0.. {
            if step >= STEPS {
                break;
            }
            let mut answer = web.ask(&address, way);
            let is_refused = |answer: &Result<_, Silence>| match answer {
                Ok(answer) => is_refusal(answer),
                Err(silence) => matches!(silence, Silence::Broken(_)),
            };
            if way == Way::Head && is_refused(&answer) {
                way = Way::Get;
                answer = web.ask(&address, way);
            }
            let answer = match answer {
                Ok(answer) => answer,
                Err(Silence::NoName) => return Self::NoName,
                Err(other) => return Self::Unknown(other.to_string()),
            };
            if let Some(link) = answer.leads_to() {
                let Some(next) = address.join(link) else { break };
                has_moved &= answer.has_moved();
                address = next;
                continue;
            }
            return match answer.status() {
                404 | 410 => Self::Gone(answer.status()),
                _ if !answer.is_well() => {
                    Self::Unknown(format!("the host answers {}", answer.status()))
                }
                _ if step > 0 && has_moved => Self::Moved(address.to_string()),
                _ => Self::Well,
            };
        }
        Self::Unknown("it leads in circles".to_owned())
    }
}

/// Whether an answer may be another one when all is asked for. A host that is busy is not asked twice.
fn is_refusal(answer: &crate::web::Answer) -> bool {
    !answer.is_well() && answer.leads_to().is_none() && !matches!(answer.status(), 429 | 503)
}
