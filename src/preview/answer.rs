//! Answers a request: from the plan, from memory, and to this machine.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode, Uri};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream;

use crate::model::{NOT_FOUND, SitePath, decode, encode};
use crate::render::Site;

use super::client::{SCRIPT, SCRIPT_PATH};
use super::current::{Current, Shared};
use super::page::{faults, with_script};

const EVENTS_PATH: &str = "/.twohats/events";

/// Pages are held to what the finished site promises: nothing from elsewhere, nothing inline.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'none'";

/// What is needed to answer.
#[derive(Clone)]
pub(super) struct Answers {
    pub shared: Arc<Shared>,
    pub bound: SocketAddr,
}

impl Answers {
    pub(super) fn answer(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response<Body> {
        if !self.is_for_us(headers) {
            let words = "This preview answers only to its own address. Open the one that the terminal shows.\n";
            return plain(StatusCode::FORBIDDEN, words);
        }
        if method != Method::GET && method != Method::HEAD {
            let mut response =
                plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.\n");
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        match uri.path() {
            EVENTS_PATH => self.events(),
            SCRIPT_PATH => file("text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec()),
            path => page(&self.shared.get(), &decode(path)),
        }
    }

    /// A page from elsewhere that has its name point here (DNS rebinding) says that name as `Host`.
    fn is_for_us(&self, headers: &HeaderMap) -> bool {
        let Some(host) = headers.get(HOST).and_then(|host| host.to_str().ok()) else {
            return false;
        };
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.parse() == Ok(self.bound.port()) => name,
            // Browsers do not say the usual port.
            _ if self.bound.port() == 80 => host,
            _ => return false,
        };
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        let Ok(address) = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>()
        else {
            return false;
        };
        // An address can be no name that somebody else points here; open to all, any of ours will do.
        address == self.bound.ip() || address.is_loopback() || self.bound.ip().is_unspecified()
    }

    /// Tells the state now and after every change.
    fn events(&self) -> Response<Body> {
        let mut listener = self.shared.listen();
        listener.mark_changed();
        let shared = Arc::clone(&self.shared);
        let stream = stream::unfold((listener, shared), |(mut listener, shared)| async move {
            listener.changed().await.ok()?;
            let state =
                serde_json::to_string(&*shared.get()).expect("numbers and a text always serialise");
            Some((Ok::<_, Infallible>(Event::default().data(state)), (listener, shared)))
        });
        Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
    }
}

fn page(current: &Current, path: &str) -> Response<Body> {
    let path = SitePath::made(path.trim_start_matches('/').to_owned());
    let Some(site) = &current.site else {
        let html = faults(current.faults.as_deref().unwrap_or("The book is being read."));
        return html_page(StatusCode::OK, html.as_bytes(), current);
    };
    let found = match find(site, &path) {
        Found::Path(path) => path,
        Found::Folder => {
            let mut response = plain(StatusCode::TEMPORARY_REDIRECT, "");
            let name = encode(path.name());
            if let Ok(value) = HeaderValue::from_str(&format!("{name}/")) {
                response.headers_mut().insert(LOCATION, value);
            }
            return response;
        }
        Found::Nothing => return rendered(site, &NOT_FOUND, StatusCode::NOT_FOUND, current),
    };
    rendered(site, &found, StatusCode::OK, current)
}

enum Found {
    Path(SitePath),
    /// A folder that was asked for without its `/`.
    Folder,
    Nothing,
}

/// The file behind a path, as common hosts find it: `index.html` in folders, `.html` left unsaid.
fn find(site: &Site, path: &SitePath) -> Found {
    let there = |path: String| site.has(&path).then(|| SitePath::made(path));
    if path.name().is_empty() {
        return there(format!("{path}index.html")).map_or(Found::Nothing, Found::Path);
    }
    match there(path.to_string()).or_else(|| there(format!("{path}.html"))) {
        Some(path) => Found::Path(path),
        None if site.has(&format!("{path}/index.html")) => Found::Folder,
        None => Found::Nothing,
    }
}

fn rendered(site: &Site, path: &SitePath, status: StatusCode, current: &Current) -> Response<Body> {
    match site.render(path.as_str()) {
        Some(Ok(bytes)) if path.is_page() => html_page(status, &bytes, current),
        Some(Ok(bytes)) => file(&mime(path.as_str()), bytes.into_owned()),
        // A layout can fail on one page alone; that page says so.
        Some(Err(fault)) => {
            let words = crate::diagnostic::human(&fault, crate::diagnostic::Style::Plain);
            html_page(StatusCode::OK, faults(&words).as_bytes(), current)
        }
        None => plain(StatusCode::NOT_FOUND, "There is no such page.\n"),
    }
}

fn mime(path: &str) -> String {
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    let text = guess.type_() == "text"
        || matches!(guess.subtype().as_str(), "javascript" | "json" | "xml");
    if text { format!("{guess}; charset=utf-8") } else { guess.to_string() }
}

fn html_page(status: StatusCode, html: &[u8], current: &Current) -> Response<Body> {
    let mut response = file("text/html; charset=utf-8", with_script(html, current));
    *response.status_mut() = status;
    response.headers_mut().insert("content-security-policy", HeaderValue::from_static(POLICY));
    response
}

fn file(kind: &str, bytes: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(kind) {
        headers.insert(CONTENT_TYPE, kind);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    response
}

fn plain(status: StatusCode, words: &'static str) -> Response<Body> {
    let mut response = file("text/plain; charset=utf-8", words.into());
    *response.status_mut() = status;
    response
}
