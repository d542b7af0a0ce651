//! Binds the port, starts the thread that rebuilds, and answers until it is told to stop.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::{fmt, io, thread};

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{self, ConnectInfo};
use tokio::net::TcpListener;

use super::answer::{Answers, Request};
use super::connection::{Connections, Peer};
use super::current::{Settings, Shared};
use super::editing::Editing;
use super::guard::Guard;
use super::nearby::nearby;
use super::pointing::Followers;
use super::rebuild;
use super::status::Status;

/// The port that is tried first, and how many after it.
const FIRST_PORT: u16 = 3000;
const MORE_PORTS: u16 = 99;

/// Why the preview could not run.
#[derive(Debug)]
pub enum Error {
    /// The address cannot be had.
    Bind {
        /// Host and port that were asked for.
        address: SocketAddr,
        /// What the system says.
        cause: io::Error,
    },
    /// The system does not let the program wait for requests.
    Runtime(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bind { address, cause } if cause.kind() == io::ErrorKind::AddrInUse => {
                write!(
                    f,
                    "port {} is in use; leave out `--port` and a free one is found",
                    address.port()
                )
            }
            Self::Bind { address, cause } => write!(f, "could not listen on {address}: {cause}"),
            Self::Runtime(cause) => write!(f, "could not start: {cause}"),
        }
    }
}

impl std::error::Error for Error {}

/// Serves the preview until Ctrl-C. Everything that happens is reported, from another thread too.
///
/// # Errors
/// When the address cannot be had.
pub fn serve(
    settings: Settings,
    report: impl Fn(Status) + Send + Sync + 'static,
) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Error::Runtime)?;
    let report = Arc::new(report);
    // Ctrl-C ends it from the first moment on, also while the first site is being made.
    let ended = runtime.block_on(async {
        tokio::select! {
            ended = run(settings, report) => ended,
            _ = tokio::signal::ctrl_c() => Ok(()),
        }
    });
    // Open pages still listen; they find out by themselves.
    runtime.shutdown_background();
    ended
}

async fn run(
    settings: Settings,
    report: Arc<impl Fn(Status) + Send + Sync + 'static>,
) -> Result<(), Error> {
    let listener = bind(&settings, &*report).await?;
    let bound = listener.local_addr().map_err(Error::Runtime)?;
    let shared = Arc::new(Shared::new());
    let answers = Answers {
        shared: Arc::clone(&shared),
        guard: Guard::new(bound, settings.names.clone(), settings.writers, settings.is_in_editor),
        root: settings.root.clone(),
        editor: settings.editor.clone(),
        editing: Arc::new(Mutex::new(Editing::new(&settings.root))),
        followers: Followers::new(),
        report: Arc::clone(&report) as Arc<dyn Fn(Status) + Send + Sync>,
    };
    let invitation = answers.guard.invitation().map(str::to_owned);
    let heard = Arc::clone(&report);
    // The first site is there before the address is told: whoever opens it at once finds a page.
    let (ready, first) = tokio::sync::oneshot::channel();
    thread::spawn(move || rebuild::run(&settings, &shared, &*heard, ready));
    let _ = first.await;
    // It is taken away with all else when the preview ends.
    let left = answers.guard.listening().map(|listening| listening.leave(&answers.root));
    let _left = match left {
        Some(Ok(left)) => Some(left),
        Some(Err(error)) => {
            report(Status::Unfollowed { why: error.to_string() });
            None
        }
        None => None,
    };
    report(Status::Serving { address: bound, nearby: nearby(bound), invitation });
    let answer = move |peer: ConnectInfo<Peer>, request: extract::Request| {
        let answers = answers.clone();
        async move {
            let (head, body) = request.into_parts();
            let (method, uri, headers, peer) = (head.method, head.uri, head.headers, peer.0.0);
            let most = answers.most(&method, &uri, &headers, peer);
            let body = if most == 0 { Ok(Bytes::new()) } else { to_bytes(body, most).await };
            match body {
                Ok(body) => answers.answer(&Request { method, uri, headers, peer, body }),
                Err(_) => Answers::too_much(),
            }
        }
    };
    let service = Router::new().fallback(answer).into_make_service_with_connect_info::<Peer>();
    axum::serve(Connections(listener), service).await.map_err(Error::Runtime)
}

async fn bind(
    settings: &Settings,
    report: &(impl Fn(Status) + ?Sized),
) -> Result<TcpListener, Error> {
    let address = |port| SocketAddr::new(settings.host, port);
    let bind = |port| async move {
        TcpListener::bind(address(port))
            .await
            .map_err(|cause| Error::Bind { address: address(port), cause })
    };
    if let Some(port) = settings.port {
        return bind(port).await;
    }
    let mut taken = bind(FIRST_PORT).await;
    for port in FIRST_PORT + 1..=FIRST_PORT + MORE_PORTS {
        match taken {
            Err(Error::Bind { ref cause, .. }) if cause.kind() == io::ErrorKind::AddrInUse => {
                taken = bind(port).await;
                if taken.is_ok() {
                    report(Status::OtherPort { wanted: FIRST_PORT, found: port });
                }
            }
            done => return done,
        }
    }
    taken
}
