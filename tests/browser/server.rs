//! A web server as strict as a careful owner's: it serves a folder below a path, refuses to run anything
//! the pages do not bring along as a file, and knows one 404 page.

use std::net::TcpListener;
use std::path::Path;
use std::thread;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use testkit::outcome::{Outcome, because};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::crawl::Place;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'";

/// Serves a folder. The mount is the path below which it is, such as `/a/b/`; outside of it there is nothing, not even the
/// site's own 404 page.
pub fn serve(folder: &Path, mount: &str) -> Outcome<Place> {
    let (listener, port) = listen()?;
    let missing = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder).not_found_service(missing);
    let routes = match mount.trim_end_matches('/') {
        "" => Router::new().fallback_service(files),
        path => Router::new().nest_service(path, files),
    };
    run(listener, routes)?;
    Ok(Place { folder: folder.to_owned(), base: format!("http://127.0.0.1:{port}{mount}") })
}

/// Serves a folder as many hosts do: what is in `assets/` may be kept for four hours, and pages are asked for again.
pub fn serve_to_keep(folder: &Path) -> Outcome<Place> {
    let (listener, port) = listen()?;
    let kept = |header| {
        SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static(header))
    };
    let assets = Router::new().nest_service("/assets", ServeDir::new(folder.join("assets")));
    let pages = Router::new().fallback_service(ServeDir::new(folder)).layer(kept("no-cache"));
    run(listener, assets.layer(kept("max-age=14400")).merge(pages))?;
    Ok(Place { folder: folder.to_owned(), base: format!("http://127.0.0.1:{port}/") })
}

fn listen() -> Outcome<(TcpListener, u16)> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(because("no free port"))?;
    let port = listener.local_addr().map_err(because("no address"))?.port();
    listener.set_nonblocking(true).map_err(because("the port"))?;
    Ok((listener, port))
}

/// Answers from a thread that ends with the program, and runs nothing that pages do not bring along as a file.
fn run(listener: TcpListener, routes: Router) -> Outcome {
    let policy = HeaderValue::from_static(POLICY);
    let routes = routes.layer(SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, policy));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    let runtime = runtime.map_err(because("no runtime"))?;
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, routes).await
        })
    });
    Ok(())
}
