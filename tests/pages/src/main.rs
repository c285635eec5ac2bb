//! `cargo run -p hearsay-pages -- FOLDER` writes every page there, for a browser or for looking at.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("say where to write the pages: cargo run -p hearsay-pages -- FOLDER");
        return ExitCode::FAILURE;
    };
    match hearsay_pages::write_to(Path::new(&folder)) {
        Ok(fixtures) => {
            let bytes: usize = fixtures.iter().map(|fixture| fixture.html.len()).sum();
            println!("{} pages, {} KB", fixtures.len(), bytes / 1024);
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}
