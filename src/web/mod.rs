//! The web: the only room that asks anything of the network. It must not know why it is asked.

mod address;
mod answer;
mod media_type;
mod silence;

use std::sync::Arc;
use std::time::Duration;

use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

pub use address::Address;
pub use answer::Answer;
pub use media_type::media_type;
pub use silence::Silence;

/// How long a host may be silent before it counts as one that does not answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long the whole of an answer may take.
const LONGEST: Duration = Duration::from_mins(2);

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// With all that is there.
    Get,
    /// What is said of it, and nothing of itself.
    Head,
}

/// Asks hosts, and follows nowhere by itself. Connections are kept for what is asked next. The store of the system judges
/// certificates, and `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` say which way requests go.
pub struct Web(Agent);

impl Web {
    /// `purpose` is what hosts may want to know of who asks.
    #[must_use]
    pub fn new(purpose: &str) -> Self {
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(format!("twohats/{} ({purpose})", env!("CARGO_PKG_VERSION")))
            .accept("*/*")
            .timeout_connect(Some(PATIENCE))
            .timeout_recv_response(Some(PATIENCE))
            .timeout_global(Some(LONGEST))
            .tls_config(tls)
            .build();
        Self(config.new_agent())
    }

    /// What stands at an address.
    ///
    /// # Errors
    /// When there is no answer.
    pub fn ask(&self, address: &Address, way: Way) -> Result<Answer, Silence> {
        if address.is_nowhere() {
            return Err(Silence::NoName);
        }
        let request = match way {
            Way::Get => self.0.get(address.as_str()),
            Way::Head => self.0.head(address.as_str()),
        };
        request.call().map(Answer::new).map_err(|error| Silence::of(&error))
    }
}
