//! SIGINT and SIGTERM: the first asks to finish, the second does not wait.

use tokio::signal;

/// Resolves at the first signal. After it, a second one ends the process at once.
pub async fn asked() {
    let code = one().await;
    tracing::info!("stopping: what is in flight is answered first");
    tokio::spawn(async move {
        one().await;
        tracing::warn!("stopped without waiting");
        std::process::exit(code);
    });
}

/// Waits for a signal and gives the exit code that it stands for.
#[cfg(unix)]
async fn one() -> i32 {
    let terminated = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut signals) => signals.recv().await.unwrap_or_default(),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminated => 143,
        () = interrupted() => 130,
    }
}

#[cfg(not(unix))]
async fn one() -> i32 {
    interrupted().await;
    130
}

async fn interrupted() {
    if signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
