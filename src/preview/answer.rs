//! Answers a request: from the plan, from memory, and to this machine.

use std::convert::Infallible;
use std::io::Read;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode, Uri};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream;
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;

use crate::model::{NOT_FOUND, SitePath, decode, encode};
use crate::pointing::{FOLLOW_PATH, Place};
use crate::source::{Asset, Source};
use crate::theme::default_style;
use crate::web::media_type;

use super::client::{
    EDIT_SCRIPT, EDIT_SCRIPT_PATH, POINT_SCRIPT, POINT_SCRIPT_PATH, SCRIPT, SCRIPT_PATH, STYLE,
    STYLE_PATH, THEME_PATH,
};
use super::current::{Current, Shared};
use super::editing::{Editing, Fault};
use super::editor::Editor;
use super::found::{Found, find};
use super::guard::Guard;
use super::mend::mend;
use super::notes::{Desk, notes};
use super::page::{faults, with_script};
use super::pointing::{Followers, place, traced};
use super::policy::{self, for_an_editor, for_our_pages};
use super::status::Status;
use super::told::{Told, all};

/// The address of what open pages are told; the page says behind it which one it is.
const EVENTS_PATH: &str = "/.twohats/events";

/// Where a fix is asked for, by its name.
const MEND_PATH: &str = "/.twohats/mend/";

/// Where what stands in a page's file is asked for and written.
const EDIT_PATH: &str = "/.twohats/edit/";

/// Where a page is asked for with signs round its texts, and where it says which of them somebody points at.
const POINT_PATH: &str = "/.twohats/point";

/// The most bytes of what is asked there; of a picture, which is sent as it is.
const MOST_ASKED: usize = 1 << 20;
const MOST_OF_A_PICTURE: usize = 20 << 20;

/// How often whoever follows is told that the preview is still there.
const STILL_THERE: Duration = Duration::from_secs(15);

/// What is asked, and from where.
pub(super) struct Request {
    pub method: Method,
    pub uri: Uri,
    pub headers: HeaderMap,
    pub peer: SocketAddr,
    /// What is sent along; empty where nothing is to be.
    pub body: Bytes,
}

/// What is needed to answer.
#[derive(Clone)]
pub(super) struct Answers {
    pub shared: Arc<Shared>,
    pub guard: Guard,
    pub root: PathBuf,
    pub editor: Editor,
    pub editing: Arc<Mutex<Editing>>,
    pub followers: Followers,
    pub report: Arc<dyn Fn(Status) + Send + Sync>,
}

impl Answers {
    pub(super) fn answer(&self, request: &Request) -> Response<Body> {
        let response = for_our_pages(self.any_page(request));
        if self.guard.is_in_editor() { for_an_editor(response) } else { response }
    }

    /// The answer, before it says who may use it.
    fn any_page(&self, request: &Request) -> Response<Body> {
        let Request { method, uri, headers, .. } = request;
        if !self.guard.is_for_us(headers) {
            return plain(StatusCode::FORBIDDEN, Guard::way_on(headers));
        }
        if self.guard.is_for_another_page(headers) {
            let words = "This is for pages of the preview alone. Open it by its address.\n";
            return plain(StatusCode::FORBIDDEN, words);
        }
        if let (&Method::POST, Some(fix)) = (method, uri.path().strip_prefix(MEND_PATH)) {
            return self.mend(fix, request);
        }
        if let Some(what) = uri.path().strip_prefix(EDIT_PATH) {
            return self.edit(what, request);
        }
        if [POINT_PATH, FOLLOW_PATH].contains(&uri.path()) {
            return self.point(request);
        }
        if method != Method::GET && method != Method::HEAD {
            let mut response =
                plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.\n");
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        match uri.path() {
            EVENTS_PATH => self.events(request),
            SCRIPT_PATH => file("text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec()),
            EDIT_SCRIPT_PATH => {
                file("text/javascript; charset=utf-8", EDIT_SCRIPT.as_bytes().to_vec())
            }
            POINT_SCRIPT_PATH => {
                file("text/javascript; charset=utf-8", POINT_SCRIPT.as_bytes().to_vec())
            }
            STYLE_PATH => file("text/css; charset=utf-8", STYLE.as_bytes().to_vec()),
            THEME_PATH => file("text/css; charset=utf-8", default_style().as_bytes().to_vec()),
            path => self.page(&decode(path), request),
        }
    }

    /// Whoever sits at this machine has its files at hand.
    fn desk(&self, headers: &HeaderMap, peer: SocketAddr) -> Option<(Desk<'_>, &str)> {
        let token = self.guard.token_for(headers, peer)?;
        Some((Desk { root: &self.root, editor: &self.editor }, token))
    }

    fn mend(&self, fix: &str, request: &Request) -> Response<Body> {
        if !self.guard.may_mend(&request.headers, request.peer) {
            return plain(StatusCode::FORBIDDEN, "Only a page of this preview may ask for that.\n");
        }
        match mend(&self.root, &self.shared.get().notes, fix) {
            Ok(what) => {
                (self.report)(Status::Mended { what: what.clone() });
                plain(StatusCode::OK, what)
            }
            Err(why) => plain(StatusCode::CONFLICT, why),
        }
    }

    /// The most bytes that may be sent along with a request; none where nobody may write.
    pub(super) fn most(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
        peer: SocketAddr,
    ) -> usize {
        let is_edit = uri.path().starts_with(EDIT_PATH);
        match *method {
            Method::POST if uri.path() == POINT_PATH => {
                if self.guard.may_point(method, headers, peer) { MOST_ASKED } else { 0 }
            }
            _ if !is_edit || !self.guard.may_write(method, headers, peer) => 0,
            Method::PUT => MOST_OF_A_PICTURE,
            _ => MOST_ASKED,
        }
    }

    /// The answer to whoever sends more than there is room for.
    pub(super) fn too_much() -> Response<Body> {
        let told = json!({ "message": "This is too large to be kept." });
        for_our_pages(json(StatusCode::PAYLOAD_TOO_LARGE, &told))
    }

    /// What a page asks for whose texts are written.
    fn edit(&self, what: &str, request: &Request) -> Response<Body> {
        let Request { method, uri, headers, peer, body } = request;
        if !self.guard.may_write(method, headers, *peer) {
            let message = "Only a page of this preview may ask for that.";
            return json(StatusCode::FORBIDDEN, &json!({ "message": message }));
        }
        let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if *method == Method::POST && kind != Some("application/json") {
            let message = "What is asked comes as application/json.";
            return json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &json!({ "message": message }));
        }
        let current = self.shared.get();
        let mut editing = self.editing.lock().unwrap_or_else(PoisonError::into_inner);
        let told = match (method, what) {
            (&Method::GET, "page") => editing.page(&current, &asked(uri, "path")),
            (&Method::GET, "file") => editing.settings(&current, &asked(uri, "name")),
            (&Method::GET, "titles") => Ok(Editing::titles(&current)),
            (&Method::POST, "save") => editing.save(body),
            (&Method::POST, "undo") => editing.undo(body),
            (&Method::POST, "new") => editing.new_page(&current, body),
            (&Method::POST, "move") => editing.move_page(body),
            (&Method::POST, "delete") => editing.delete_page(body),
            (&Method::POST, "translate") => editing.translate(&current, body),
            (&Method::POST, "right") => editing.right(body),
            (&Method::PUT, "picture") => {
                editing.picture(&asked(uri, "file"), &asked(uri, "name"), body)
            }
            _ => Err(Fault::Nothing("there is nothing to ask for here".to_owned())),
        };
        match told {
            Ok(told) => json(StatusCode::OK, &told),
            Err(fault) => refused(fault),
        }
    }

    /// What a page asks that is pointed at, and an editor that follows.
    fn point(&self, request: &Request) -> Response<Body> {
        let Request { method, uri, headers, peer, body } = request;
        if !self.guard.may_point(method, headers, *peer) {
            let message = "Only a page of this preview may ask for that.";
            return json(StatusCode::FORBIDDEN, &json!({ "message": message }));
        }
        let current = self.shared.get();
        match (method, uri.path()) {
            (&Method::GET, FOLLOW_PATH) => self.follow(),
            (&Method::GET, _) => {
                json(StatusCode::OK, &json!({ "page": traced(&current, &asked(uri, "path")) }))
            }
            (&Method::POST, POINT_PATH) => place(&current, body, |file| self.as_it_is(file))
                .map_or_else(refused, |place| self.pointed(&place)),
            _ => refused(Fault::Nothing("there is nothing to ask for here".to_owned())),
        }
    }

    /// Tells editors of a place, and the page what became of it.
    fn pointed(&self, place: &Place) -> Response<Body> {
        let at = (place.line, place.column);
        let link = self.editor.link(&self.root.join(&place.file), at);
        let shown = format!("{}:{}", place.file, place.line);
        let followers = self.followers.tell(place);
        json(StatusCode::OK, &json!({ "place": shown, "link": link, "followers": followers }))
    }

    fn as_it_is(&self, file: &str) -> Option<Arc<Source>> {
        let mut editing = self.editing.lock().unwrap_or_else(PoisonError::into_inner);
        editing.file(file).ok().map(|(source, _)| source)
    }

    /// Tells of every place that is pointed at from now on.
    fn follow(&self) -> Response<Body> {
        let places = stream::unfold(self.followers.join(), |mut places| async {
            loop {
                match tokio::time::timeout(STILL_THERE, places.recv()).await {
                    Ok(Ok(place)) => return Some((Ok::<_, Infallible>(place), places)),
                    Ok(Err(RecvError::Lagged(_))) => {}
                    Ok(Err(RecvError::Closed)) => return None,
                    Err(_) => return Some((Ok(Bytes::from_static(b":\n\n")), places)),
                }
            }
        });
        file("text/event-stream", Body::from_stream(places))
    }

    /// Tells the state now and after every change.
    fn events(&self, request: &Request) -> Response<Body> {
        let mut listener = self.shared.listen();
        listener.mark_changed();
        let (answers, headers, peer) = (self.clone(), request.headers.clone(), request.peer);
        let address = request.uri.query().unwrap_or_default().to_owned();
        let stream = stream::unfold(listener, move |mut listener| {
            let (answers, address, headers) = (answers.clone(), address.clone(), headers.clone());
            async move {
                listener.changed().await.ok()?;
                let told = Told::of(
                    &answers.shared.get(),
                    &address,
                    answers.desk(&headers, peer),
                    answers.guard.has_writers(&headers, peer),
                );
                let told =
                    serde_json::to_string(&told).expect("numbers and texts always serialise");
                Some((Ok::<_, Infallible>(Event::default().data(told)), listener))
            }
        });
        Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
    }

    fn page(&self, path: &str, request: &Request) -> Response<Body> {
        let current = &*self.shared.get();
        let path = SitePath::made(path.trim_start_matches('/').to_owned());
        let desk = self.desk(&request.headers, request.peer).map(|(desk, _)| desk);
        let Some(site) = &current.site else {
            let told = all(current, None, desk);
            let html = faults(&told.unwrap_or_else(|| "<p>The book is being read.</p>".to_owned()));
            return html_page(StatusCode::OK, html.as_bytes(), current);
        };
        let (found, status) = match find(site, &path) {
            Found::Path(path) => (path, StatusCode::OK),
            Found::Folder => {
                let mut response = plain(StatusCode::TEMPORARY_REDIRECT, "");
                let name = encode(path.name());
                if let Ok(value) = HeaderValue::from_str(&format!("{name}/")) {
                    response.headers_mut().insert(LOCATION, value);
                }
                return response;
            }
            Found::Nothing => (NOT_FOUND, StatusCode::NOT_FOUND),
        };
        if let Some(asset) = site.on_disk(found.as_str()) {
            return carried(asset, &media_type(found.as_str()));
        }
        match site.render(found.as_str()) {
            Some(Ok(bytes)) if found.is_page() => html_page(status, &bytes, current),
            Some(Ok(bytes)) => file(&media_type(found.as_str()), bytes.into_owned()),
            // A layout can fail on one page alone; that page says so.
            Some(Err(fault)) => {
                let html = faults(&notes(std::slice::from_ref(&fault), None, desk));
                html_page(StatusCode::OK, html.as_bytes(), current)
            }
            None => plain(StatusCode::NOT_FOUND, "There is no such page.\n"),
        }
    }
}

/// A file that is read while it is sent, a piece at a time.
fn carried(asset: &Asset, kind: &str) -> Response<Body> {
    const PIECE: usize = 64 * 1024;
    let Ok(opened) = asset.open() else {
        return plain(StatusCode::NOT_FOUND, "This file cannot be read any more.\n");
    };
    let size = opened.limit();
    let pieces = stream::unfold(Some(opened), |opened| async {
        let (mut opened, mut piece) = (opened?, vec![0; PIECE]);
        match opened.read(&mut piece) {
            Ok(0) => None,
            Ok(length) => {
                piece.truncate(length);
                Some((Ok(piece), Some(opened)))
            }
            Err(error) => Some((Err(error), None)),
        }
    });
    let mut response = file(kind, Body::from_stream(pieces));
    response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(size));
    response
}

/// What the address says of a name behind its `?`.
fn asked(uri: &Uri, name: &str) -> String {
    let parts = uri.query().unwrap_or_default().split('&');
    let found = parts.filter_map(|part| part.split_once('=')).find(|(key, _)| *key == name);
    found.map(|(_, value)| decode(&value.replace('+', " "))).unwrap_or_default()
}

fn refused(fault: Fault) -> Response<Body> {
    let (status, told) = fault.told();
    json(StatusCode::from_u16(status).unwrap_or_default(), &told)
}

fn json(status: StatusCode, told: &Value) -> Response<Body> {
    let mut response = file("application/json", told.to_string());
    *response.status_mut() = status;
    response
}

fn html_page(status: StatusCode, html: &[u8], current: &Current) -> Response<Body> {
    let mut response = file("text/html; charset=utf-8", with_script(html, current));
    *response.status_mut() = status;
    policy::page(&mut response);
    response
}

fn file(kind: &str, body: impl Into<Body>) -> Response<Body> {
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(kind) {
        headers.insert(CONTENT_TYPE, kind);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn plain(status: StatusCode, words: impl Into<Vec<u8>>) -> Response<Body> {
    let mut response = file("text/plain; charset=utf-8", words.into());
    *response.status_mut() = status;
    response
}
