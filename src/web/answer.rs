//! What a host answers. It must not know what was asked for.

use std::io::Read;

use ureq::Body;
use ureq::http::Response;

/// The longest answer that is read as a text.
const LONGEST_TEXT: u64 = 64 * 1024 * 1024;

/// An answer whose body has not been read yet.
pub struct Answer(Response<Body>);

impl Answer {
    pub(super) fn new(response: Response<Body>) -> Self {
        Self(response)
    }

    /// Its number, as in 200 or 404.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.status().as_u16()
    }

    /// Whether all is well with what was asked for.
    #[must_use]
    pub fn is_well(&self) -> bool {
        self.0.status().is_success()
    }

    /// Where it leads, when it is an answer that leads on.
    #[must_use]
    pub fn leads_to(&self) -> Option<&str> {
        let leads = matches!(self.status(), 301 | 302 | 303 | 307 | 308);
        self.header("location").filter(|_| leads)
    }

    /// Whether what was asked for has moved for good.
    #[must_use]
    pub fn has_moved(&self) -> bool {
        matches!(self.status(), 301 | 308)
    }

    /// What it says of itself under a name; what is said more than once is one list.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.0.headers().get(name)?.to_str().ok()
    }

    /// All that it says under a name that may be there more than once.
    pub fn headers(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.headers().get_all(name).iter().filter_map(|value| value.to_str().ok())
    }

    /// Its bytes, unpacked, as they come.
    pub fn bytes(&mut self) -> impl Read {
        self.0.body_mut().as_reader()
    }

    /// The whole of it as a text.
    ///
    /// # Errors
    /// When it ends too early, or is no text.
    pub fn text(&mut self) -> Result<String, String> {
        let read = self.0.body_mut().with_config().limit(LONGEST_TEXT).read_to_vec();
        let bytes = read.map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|_| "it is no text".to_owned())
    }
}
