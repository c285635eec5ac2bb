//! A static file server for the built site: on this machine only, right types, nothing cached.
//!
//! `serve` shows the site with it, and the journeys and benchmarks visit the same one. It serves files of one folder by
//! GET and HEAD, and does nothing else. The standard library is enough for that; the small server crate tried before it let
//! connections that browsers open ahead of need hold up the ones they use.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// A running server; dropping it stops it.
pub struct Site {
    port: u16,
    stopped: Arc<AtomicBool>,
    listener: Option<JoinHandle<()>>,
}

/// How long a connection may stay silent. Browsers open some ahead of need and say nothing on them.
const SILENCE: Duration = Duration::from_secs(30);

/// The longest request head that is read, in bytes.
const LONGEST_HEAD: u64 = 64 * 1024;

impl Site {
    /// Serves a folder on a port of 127.0.0.1; port 0 takes any free one. Each connection has a thread of its own, so that
    /// one that says nothing holds up no other.
    ///
    /// # Errors
    /// When the port is taken or not ours to take.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .with_context(|| format!("cannot listen on 127.0.0.1:{port}"))?;
        let port = listener.local_addr()?.port();
        let stopped = Arc::new(AtomicBool::new(false));
        let folder: Arc<Path> = Arc::from(folder);
        let thread = {
            let stopped = Arc::clone(&stopped);
            std::thread::spawn(move || {
                for stream in listener.incoming().map_while(Result::ok) {
                    if stopped.load(Ordering::SeqCst) {
                        break;
                    }
                    let folder = Arc::clone(&folder);
                    // A visitor who leaves early is none of our business.
                    std::thread::spawn(move || drop(answer(&stream, &folder)));
                }
            })
        };
        Ok(Self {
            port,
            stopped,
            listener: Some(thread),
        })
    }

    /// The address of the site's first page.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The port that it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Serves until the program ends.
    pub fn stay(mut self) {
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // One more visitor, so that it looks up.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(listener) = self.listener.take() {
            let _ = listener.join();
        }
    }
}

/// Answers the one request of a connection, and closes it.
fn answer(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    let mut head = BufReader::new(stream.take(LONGEST_HEAD)).lines();
    let Some(request) = head.next().transpose()? else {
        return Ok(());
    };
    // What else the head says is read, so that closing does not cut the answer short, and not heeded.
    for line in head {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, url) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let (status, media, body) = match file_for(url, folder) {
        _ if !matches!(method, "GET" | "HEAD") => plain(
            "405 Method Not Allowed",
            "only GET and HEAD are served here",
        ),
        Some(path) => match std::fs::read(&path) {
            Ok(bytes) => ("200 OK", media_type(&path), bytes),
            Err(_) => plain("404 Not Found", "no such file"),
        },
        None => plain("404 Not Found", "no such file"),
    };
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

fn plain(status: &'static str, words: &str) -> (&'static str, &'static str, Vec<u8>) {
    (
        status,
        "text/plain; charset=utf-8",
        words.as_bytes().to_vec(),
    )
}

/// The file that a request names, if it is one in the folder.
fn file_for(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let path = decoded(path)?;
    let mut file = folder.to_path_buf();
    for part in Path::new(path.trim_start_matches('/')).components() {
        match part {
            Component::Normal(name) => file.push(name),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

/// Undoes percent-encoding; `None` when what comes out is not UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escaped = (first == b'%').then(|| after.get(..2)).flatten();
        let value = escaped
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(value) = value {
            bytes.push(value);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Site, file_for};
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;
    use std::path::PathBuf;

    struct Folder(PathBuf);

    impl Folder {
        fn with(name: &str, files: &[(&str, &str)]) -> Self {
            let folder =
                std::env::temp_dir().join(format!("hearsay-server-{name}-{}", std::process::id()));
            for (path, text) in files {
                let path = folder.join("site").join(path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, text).unwrap();
            }
            std::fs::write(folder.join("secret.txt"), "not for visitors").unwrap();
            Self(folder)
        }

        fn site(&self) -> PathBuf {
            self.0.join("site")
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn ask(port: u16, line: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        write!(
            stream,
            "{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn serves_a_page_and_its_module_with_the_types_that_browsers_insist_on() {
        let folder = Folder::with(
            "types",
            &[("index.html", "<p>here"), ("app_bg.wasm", "module")],
        );
        let site = Site::start(&folder.site(), 0).unwrap();
        let page = ask(site.port(), "GET /");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        assert!(
            page.contains("text/html; charset=utf-8") && page.ends_with("<p>here"),
            "{page}"
        );
        let module = ask(site.port(), "GET /app_bg.wasm?v=1");
        assert!(
            module.contains("application/wasm") && module.contains("no-cache"),
            "{module}"
        );
    }

    #[test]
    fn tells_what_is_not_there_and_what_it_does_not_do() {
        let folder = Folder::with("absent", &[("index.html", "<p>here")]);
        let site = Site::start(&folder.site(), 0).unwrap();
        assert!(ask(site.port(), "GET /absent.js").starts_with("HTTP/1.1 404"));
        assert!(ask(site.port(), "DELETE /index.html").starts_with("HTTP/1.1 405"));
    }

    #[test]
    fn never_leaves_its_folder() {
        let folder = Folder::with("outside", &[("index.html", "<p>here")]);
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/x/../../secret.txt",
            "//../secret.txt",
        ] {
            assert_eq!(file_for(path, &folder.site()), None, "{path}");
        }
    }
}
