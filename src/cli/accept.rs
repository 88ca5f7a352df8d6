//! The door: takes connections, gives each a head start of ten seconds to say what it wants, and shows the last ones out.
//!
//! `axum::serve` waits for a half-sent header for ever; a thousand such connections would stop every till.

use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
};
use tower::ServiceExt;

/// A connection that has not said in this time what it wants is closed; so is one that has nothing more to say.
const HEADER_TIME: Duration = Duration::from_secs(10);
/// How many connections are open at once; fewer than the files that a process may usually open (1,024).
const CONNECTIONS: usize = 900;

/// Answers until `stop`; then takes nothing new, and ends when everything in flight is answered or `farewell` is over.
pub async fn serve(listener: TcpListener, app: Router, stop: impl Future<Output = ()>, farewell: Duration) {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    tokio::pin!(stop);
    loop {
        let taken = tokio::select! {
            taken = next(&listener, &places) => taken,
            () = &mut stop => break,
        };
        match taken {
            Some((stream, peer, place)) => answer(stream, peer, place, app.clone(), &graceful),
            // Without a place for another file the same error would come at once.
            None => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
    drop(listener);
    if tokio::time::timeout(farewell, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
}

async fn next(listener: &TcpListener, places: &Arc<Semaphore>) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = places.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, place)),
        Err(error) => {
            tracing::warn!(%error, "a connection could not be taken");
            None
        }
    }
}

fn answer(stream: TcpStream, peer: SocketAddr, place: OwnedSemaphorePermit, app: Router, graceful: &GracefulShutdown) {
    // Small answers go out at once; where it cannot be set they only come later.
    let _ = stream.set_nodelay(true);
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let app = app.clone();
        async move { Ok::<_, Infallible>(app.oneshot(request.map(Body::new)).await.unwrap_or_else(|never| match never {})) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEADER_TIME);
    let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
        drop(place);
    });
}
