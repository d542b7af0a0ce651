//! Connections that end: a client that asks slowly, reads nothing or has gone without a word holds none for ever. It
//! must not know what is asked.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep_until};

/// How long a request may take to come, from its first byte until it is answered.
const TO_ASK: Duration = Duration::from_secs(10);

/// How long nothing may go either way. Open pages hear from the preview more often than that.
const SILENCE: Duration = Duration::from_mins(1);

/// Takes connections, each of which ends.
pub(super) struct Connections(pub TcpListener);

/// Whoever asks.
#[derive(Clone, Copy)]
pub(super) struct Peer(pub SocketAddr);

impl Listener for Connections {
    type Io = Connection<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        // Where there are no handles for files any more, it waits for one by itself.
        let (stream, peer) = Listener::accept(&mut self.0).await;
        (Connection::new(stream), peer)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Connections>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Connections>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// A connection, and since when it has been waited for.
pub(super) struct Connection<S> {
    stream: S,
    /// When the first byte came of what is not answered yet.
    asked: Option<Instant>,
    /// When something went either way.
    moved: Instant,
    end: Pin<Box<Sleep>>,
}

impl<S> Connection<S> {
    fn new(stream: S) -> Self {
        let now = Instant::now();
        Self { stream, asked: None, moved: now, end: Box::pin(sleep_until(now + SILENCE)) }
    }

    fn deadline(&self) -> Instant {
        let silence = self.moved + SILENCE;
        self.asked.map_or(silence, |asked| silence.min(asked + TO_ASK))
    }

    /// Waits on, unless that has taken too long.
    fn wait<T>(&mut self, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        let deadline = self.deadline();
        if self.end.deadline() != deadline {
            self.end.as_mut().reset(deadline);
        }
        self.end.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }

    fn wrote(&mut self) {
        (self.asked, self.moved) = (None, Instant::now());
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Connection<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = bytes.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, bytes);
        if read.is_pending() || self.deadline() <= Instant::now() {
            return self.wait(context);
        }
        if bytes.filled().len() > before {
            self.moved = Instant::now();
            self.asked = self.asked.or(Some(self.moved));
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Connection<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        if written.is_pending() {
            return self.wait(context);
        }
        self.wrote();
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        if written.is_pending() {
            return self.wait(context);
        }
        self.wrote();
        written
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
    use tokio::time::sleep;

    use super::*;

    /// Runs with a clock that goes on by itself whenever everybody waits.
    fn on_time<T>(test: impl Future<Output = T>) -> T {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_time().start_paused(true).build();
        runtime.expect("the system has threads").block_on(test)
    }

    fn connected(room: usize) -> (Connection<DuplexStream>, DuplexStream) {
        let (ours, theirs) = duplex(room);
        (Connection::new(ours), theirs)
    }

    /// Reads until that ends, and says after how many seconds, and whether it was too slow.
    async fn ends(mut ours: Connection<DuplexStream>) -> (u64, bool) {
        let start = Instant::now();
        let read = ours.read_to_end(&mut Vec::new()).await;
        let slow = read.is_err_and(|error| error.kind() == io::ErrorKind::TimedOut);
        (start.elapsed().as_secs(), slow)
    }

    #[test]
    fn a_client_that_says_nothing_is_not_waited_for_beyond_a_minute() {
        on_time(async {
            let (ours, _theirs) = connected(64);
            assert_eq!(ends(ours).await, (60, true));
        });
    }

    #[test]
    fn a_client_that_sends_a_byte_now_and_then_has_ten_seconds_for_its_request() {
        on_time(async {
            let (ours, mut theirs) = connected(64);
            let slow = async {
                loop {
                    if theirs.write_all(b"G").await.is_err() {
                        return;
                    }
                    sleep(Duration::from_secs(3)).await;
                }
            };
            let ((took, slow), ()) = tokio::join!(ends(ours), slow);
            assert!(slow && (10..=12).contains(&took), "it ended after {took} s");
        });
    }

    #[test]
    fn a_client_that_reads_nothing_ends_when_nothing_more_fits() {
        on_time(async {
            let (mut ours, _theirs) = connected(8);
            let start = Instant::now();
            let written = ours.write_all(&[0; 64]).await.map_err(|error| error.kind());
            assert_eq!(written, Err(io::ErrorKind::TimedOut));
            assert_eq!(start.elapsed(), SILENCE);
        });
    }

    #[test]
    fn a_page_that_is_told_something_now_and_then_stays() {
        on_time(async {
            let (mut ours, mut theirs) = connected(64);
            for _ in 0..100 {
                ours.write_all(b":\n\n").await.expect("it is open");
                theirs.read_exact(&mut [0; 3]).await.expect("it comes");
                sleep(Duration::from_secs(15)).await;
            }
        });
    }
}
