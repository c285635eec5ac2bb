//! A site of somebody else: what it answers is said in the journey, and what it was asked is written down.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What a site answers at one path.
#[derive(Clone, Debug)]
pub struct Answered {
    status: &'static str,
    headers: Vec<String>,
    body: Vec<u8>,
    dawdles: Option<Duration>,
}

impl Answered {
    /// A page that only its own site may read.
    #[must_use]
    pub fn page(html: &str) -> Self {
        Self {
            status: "200 OK",
            headers: vec!["Content-Type: text/html; charset=utf-8".to_owned()],
            body: html.as_bytes().to_vec(),
            dawdles: None,
        }
    }

    /// The same, with another status: `404 Not Found`.
    #[must_use]
    pub fn with_status(self, status: &'static str) -> Self {
        Self { status, ..self }
    }

    /// The same, for everybody to read (CORS).
    #[must_use]
    pub fn for_everybody(self) -> Self {
        self.with_header("Access-Control-Allow-Origin: *")
    }

    /// The same, with one more header.
    #[must_use]
    pub fn with_header(mut self, header: &str) -> Self {
        self.headers.push(header.to_owned());
        self
    }

    /// The same, of which half arrives, and the rest after a while.
    #[must_use]
    pub fn dawdling(self, pause: Duration) -> Self {
        Self {
            dawdles: Some(pause),
            ..self
        }
    }
}

/// A running site; it ends with the journey's process.
pub struct OtherSite {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl OtherSite {
    /// A site with these pages, on a port of its own, which makes it another origin.
    ///
    /// # Panics
    /// When there is no port.
    #[must_use]
    pub fn with(pages: &[(&str, Answered)]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let pages: HashMap<String, Answered> = pages
            .iter()
            .map(|(path, answer)| ((*path).to_owned(), answer.clone()))
            .collect();
        let (pages, log) = (Arc::new(pages), Arc::clone(&asked));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (pages, log) = (Arc::clone(&pages), Arc::clone(&log));
                // A visitor who leaves early is none of the site's business.
                std::thread::spawn(move || drop(answer(&stream, &pages, &log)));
            }
        });
        Self { port, asked }
    }

    /// The address of a path.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The heads of the requests so far.
    ///
    /// # Panics
    /// Never.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("nobody panics there").clone()
    }
}

fn answer(
    mut stream: &TcpStream,
    pages: &HashMap<String, Answered>,
    log: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut head = String::new();
    for line in BufReader::new(stream).lines() {
        let line = line?;
        if line.is_empty() {
            break;
        }
        head.push_str(&line);
        head.push('\n');
    }
    if head.is_empty() {
        return Ok(());
    }
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    if let Ok(mut log) = log.lock() {
        log.push(head);
    }
    // A browser asks for an icon whether there is one or not.
    let missing = Answered::page("").with_status(if path == "/favicon.ico" {
        "204 No Content"
    } else {
        "404 Not Found"
    });
    let found = pages.get(&path).unwrap_or(&missing);
    write!(stream, "HTTP/1.1 {}\r\n", found.status)?;
    for header in &found.headers {
        write!(stream, "{header}\r\n")?;
    }
    write!(
        stream,
        "Content-Length: {}\r\nConnection: close\r\n\r\n",
        found.body.len()
    )?;
    let (first, rest) = found.body.split_at(found.body.len() / 2);
    stream.write_all(first)?;
    stream.flush()?;
    if let Some(pause) = found.dawdles {
        std::thread::sleep(pause);
    }
    stream.write_all(rest)?;
    stream.flush()
}
