//! A web server as strict as a careful owner's: it serves a folder below a path, refuses to run anything
//! the pages do not bring along as a file, and knows one 404 page.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use testkit::http::PATIENCE;
use testkit::outcome::{Outcome, because};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::crawl::Place;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'";

/// Serves a folder. The mount is the path below which it is, such as `/a/b/`; outside of it there is nothing, not even the
/// site's own 404 page.
pub fn serve(folder: &Path, mount: &str) -> Outcome<Place> {
    let missing = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder).not_found_service(missing);
    let routes = match mount.trim_end_matches('/') {
        "" => Router::new().fallback_service(files),
        path => Router::new().nest_service(path, files),
    };
    Ok(Place { folder: folder.to_owned(), base: format!("{}{mount}", start(strict(routes))?) })
}

/// Serves a folder as many hosts do: what is in `assets/` may be kept for four hours, and pages are asked for again.
pub fn serve_to_keep(folder: &Path) -> Outcome<Place> {
    let kept = |header| {
        SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static(header))
    };
    let assets = Router::new().nest_service("/assets", ServeDir::new(folder.join("assets")));
    let pages = Router::new().fallback_service(ServeDir::new(folder)).layer(kept("no-cache"));
    let routes = assets.layer(kept("max-age=14400")).merge(pages);
    Ok(Place { folder: folder.to_owned(), base: format!("{}/", start(strict(routes))?) })
}

/// Nothing runs that pages do not bring along as a file.
fn strict(routes: Router) -> Router {
    let policy = HeaderValue::from_static(POLICY);
    routes.layer(SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, policy))
}

/// Serves a folder at the root of a host that says nothing: only what pages say themselves holds.
pub fn serve_silently(folder: &Path) -> Outcome<Place> {
    let routes = Router::new().fallback_service(ServeDir::new(folder));
    Ok(Place { folder: folder.to_owned(), base: format!("{}/", start(routes)?) })
}

/// Answers from a thread that ends with the program, and says where.
fn start(routes: Router) -> Outcome<String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(because("no free port"))?;
    let port = listener.local_addr().map_err(because("no address"))?.port();
    listener.set_nonblocking(true).map_err(because("the port"))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    let runtime = runtime.map_err(because("no runtime"))?;
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, routes).await
        })
    });
    Ok(format!("http://127.0.0.1:{port}"))
}

/// Another host, which lets any page ask for anything and notes what is asked for.
pub struct Listener {
    /// Ends in `/`.
    pub base: String,
    asked: Receiver<String>,
}

impl Listener {
    pub fn open() -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(because("no free port"))?;
        let port = listener.local_addr().map_err(because("no address"))?.port();
        let (sender, asked) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let sender = sender.clone();
                thread::spawn(move || {
                    let mut line = String::new();
                    let _ = BufReader::new(&stream).read_line(&mut line);
                    // A connection that is only opened beforehand asks for nothing.
                    if !line.is_empty() {
                        let _ = sender.send(line.trim().to_owned());
                    }
                    let answer = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n\
                         Content-Type: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                    let _ = (&stream).write_all(answer.as_bytes());
                });
            }
        });
        Ok(Self { base: format!("http://127.0.0.1:{port}/"), asked })
    }

    /// The first line of every request until this address was asked for.
    pub fn asked_until(&self, end: &str) -> Outcome<Vec<String>> {
        let mut asked = Vec::new();
        loop {
            let line = self.asked.recv_timeout(PATIENCE).map_err(because("nobody asked"))?;
            if line.contains(end) {
                return Ok(asked);
            }
            asked.push(line);
        }
    }
}
