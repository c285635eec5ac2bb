//! `cargo xtask serve`: the app, built for release, on this machine.

use crate::server::Site;
use crate::{console, process, site};
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

/// Where the app is served when no port is asked for.
const USUAL_PORT: u16 = 8080;

/// How many ports after the usual one are tried.
const OTHER_PORTS: u16 = 20;

/// Options of `cargo xtask serve`.
#[derive(Args, Debug)]
pub struct Options {
    /// The port on 127.0.0.1; without this option 8080, or the next free one
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Open the app in the browser
    #[arg(long, value_name = "yes|no", num_args = 0..=1, default_value = "no", default_missing_value = "yes", hide_default_value = true, hide_possible_values = true)]
    open: Choice,
    /// Serve what dist/ holds, without building it again
    #[arg(long)]
    no_build: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Choice {
    Yes,
    No,
}

/// Builds and serves until Ctrl-C.
///
/// # Errors
/// When the app cannot be built, or the port cannot be had.
pub fn run(options: &Options) -> Result<()> {
    let folder = site::folder();
    // The port first: nobody should wait for a build to hear that it is taken.
    let site = listen(&folder, options.port)?;
    if !options.no_build {
        site::build()?;
    }
    if !folder.join("index.html").is_file() {
        bail!(
            "{} holds no site; run this without --no-build",
            folder.display()
        );
    }
    println!();
    println!("Hearsay is at {} (Ctrl-C stops it)", site.address());
    if options.open == Choice::Yes {
        open(&site.address());
    }
    site.stay();
    Ok(())
}

fn listen(folder: &std::path::Path, asked: Option<u16>) -> Result<Site> {
    if let Some(port) = asked {
        return Site::start(folder, port)
            .with_context(|| format!("port {port} cannot be had; choose another with --port"));
    }
    for port in USUAL_PORT..=USUAL_PORT + OTHER_PORTS {
        match Site::start(folder, port) {
            Ok(site) => {
                if port != USUAL_PORT {
                    console::note(format!("port {USUAL_PORT} is taken; using {port}"));
                }
                return Ok(site);
            }
            Err(error) if port == USUAL_PORT + OTHER_PORTS => return Err(error),
            Err(_) => {}
        }
    }
    bail!(
        "no free port from {USUAL_PORT} to {}",
        USUAL_PORT + OTHER_PORTS
    )
}

fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let opened = process::find(opener)
        .is_some_and(|path| process::command(path).arg(address).spawn().is_ok());
    if !opened {
        console::note("found no way to open a browser; open the address yourself");
    }
}
