//! Standard output: every write tells of a closed pipe, which ends the program quietly.

use std::io::{ErrorKind, Write as _};

/// Whoever read the output has left. Not a failure.
#[derive(Debug, thiserror::Error)]
#[error("the reader of the output has left")]
pub(crate) struct ReaderLeft;

/// Writes `text` to standard output and flushes it, so that whoever reads a pipe has each article at once.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(ReaderLeft.into()),
        result => Ok(result?),
    }
}
