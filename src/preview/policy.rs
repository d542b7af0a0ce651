//! What an answer tells browsers of who may use it. It must not know what is in it.

use axum::body::Body;
use axum::http::header::{CONTENT_SECURITY_POLICY, X_FRAME_OPTIONS};
use axum::http::{HeaderValue, Response};

/// Pages are held to what the finished site promises: nothing from elsewhere, nothing inline.
const OF_PAGES: &str =
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// The same, and an editor may show them: these are what Visual Studio Code, and what is made of it, calls its own pages. No page
/// of the web is called so.
const IN_EDITOR: &str = "default-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'self' vscode-webview: vscode-file:";

/// What tells a browser that nothing of it is for the pages of others, which may hold drafts open to whoever made them:
/// neither a script nor a frame of theirs, nor a window that they opened.
const FOR_OUR_PAGES: [(&str, &str); 4] = [
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("x-frame-options", "SAMEORIGIN"),
    ("x-content-type-options", "nosniff"),
];

/// A page that is held to what we promise.
pub(super) fn page(response: &mut Response<Body>) {
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(OF_PAGES));
}

/// An answer that says who may use it.
pub(super) fn for_our_pages(mut response: Response<Body>) -> Response<Body> {
    for (name, value) in FOR_OUR_PAGES {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The same of an answer that an editor may show too.
pub(super) fn for_an_editor(mut response: Response<Body>) -> Response<Body> {
    let headers = response.headers_mut();
    if let Some(policy) = headers.get_mut(CONTENT_SECURITY_POLICY) {
        *policy = HeaderValue::from_static(IN_EDITOR);
        headers.remove(X_FRAME_OPTIONS);
    }
    response
}
