//! `cargo xtask serve`: the app, built for release, on this machine.

use crate::server::Site;
use crate::{console, process, site};
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use std::net::TcpListener;

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
    // The port first: nobody should wait for a build to hear that it is taken. It is not kept during the build, so that
    // whoever waits for an answer there gets the new site and nothing else.
    let port = free_port(options.port)?;
    let folder = if options.no_build {
        site::folder()
    } else {
        site::build()?
    };
    if !folder.join("index.html").is_file() {
        bail!(
            "{} holds no site; run this without --no-build",
            folder.display()
        );
    }
    let site = Site::start(&folder, port)?;
    println!();
    println!("Hearsay is at {} (Ctrl-C stops it)", site.address());
    if options.open == Choice::Yes {
        open(&site.address());
    }
    site.stay();
    Ok(())
}

fn free_port(asked: Option<u16>) -> Result<u16> {
    let listen = |port: u16| TcpListener::bind(("127.0.0.1", port));
    if let Some(port) = asked {
        // Port 0 is any free one: the listener knows which.
        let listener = listen(port)
            .with_context(|| format!("port {port} cannot be had; choose another with --port"))?;
        return Ok(listener.local_addr()?.port());
    }
    let last = USUAL_PORT + OTHER_PORTS;
    let Some(port) = (USUAL_PORT..=last).find(|port| listen(*port).is_ok()) else {
        bail!("no port from {USUAL_PORT} to {last} is free; choose another with --port");
    };
    if port != USUAL_PORT {
        console::note(format!("port {USUAL_PORT} is taken; using {port}"));
    }
    Ok(port)
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
