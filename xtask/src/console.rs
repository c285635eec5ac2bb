//! What the commands say: one line for each step, so that a person knows what is going on and for how long.

use std::fmt::Display;
use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

/// Announces a step and returns the clock that times it.
pub fn step(what: impl Display) -> Instant {
    if std::io::stdout().is_terminal() {
        println!("\x1b[1m▸ {what}\x1b[0m");
    } else {
        println!("▸ {what}");
    }
    Instant::now()
}

/// Says something that belongs to the step above.
pub fn note(what: impl Display) {
    println!("  {what}");
}

/// A duration as people say it: `0.4 s`, `12 s`, `3 min 05 s`.
#[must_use]
pub fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 10.0 {
        format!("{seconds:.1} s")
    } else if seconds < 100.0 {
        format!("{seconds:.0} s")
    } else {
        let whole = duration.as_secs();
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::spoken;
    use std::time::Duration;

    #[test]
    fn durations_are_said_in_the_unit_that_fits() {
        assert_eq!(spoken(Duration::from_millis(440)), "0.4 s");
        assert_eq!(spoken(Duration::from_millis(12_300)), "12 s");
        assert_eq!(spoken(Duration::from_secs(185)), "3 min 05 s");
    }
}
