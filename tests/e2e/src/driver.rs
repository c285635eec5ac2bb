//! A ChromeDriver or geckodriver of our own on a free port; it ends with the value that holds it, however the journey ends.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running ChromeDriver or geckodriver.
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver and waits until it says where it listens.
    pub(crate) fn start(program: &Path, options: &[String]) -> Self {
        let mut child = Command::new(program)
            .arg("--port=0")
            .args(options)
            // Firefox without a display has a screen of this size; no window of ours is larger.
            .envs([
                ("MOZ_HEADLESS_WIDTH", "2560"),
                ("MOZ_HEADLESS_HEIGHT", "2160"),
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", program.display()));
        let stdout = child
            .stdout
            .take()
            .expect("the driver's output was asked for");
        let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
        let port = lines.by_ref().find_map(|line| port_in(&line));
        // It may say more, and must find somebody listening.
        std::thread::spawn(move || lines.for_each(drop));
        let Some(port) = port else {
            let _ = child.kill();
            let _ = child.wait();
            panic!(
                "{} ended without saying on which port it listens",
                program.display()
            );
        };
        Self { child, port }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn port_in(line: &str) -> Option<u16> {
    let of_chromium = line.split_once("started successfully on port ");
    let of_firefox = line.split_once("INFO\tListening on 127.0.0.1:");
    let (_, port) = of_chromium.or(of_firefox)?;
    port.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn reads_the_port_from_the_line_that_names_it() {
        assert_eq!(
            port_in("ChromeDriver was started successfully on port 41233."),
            Some(41233)
        );
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 0"), None);
        assert_eq!(
            port_in("1795449781769\tgeckodriver\tINFO\tListening on 127.0.0.1:42935"),
            Some(42935)
        );
        assert_eq!(
            port_in("1795449782385\tMarionette\tINFO\tListening on port 44635"),
            None,
            "this is where the driver finds the browser"
        );
    }
}
