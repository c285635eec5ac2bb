//! How long the page takes, as the browser itself measures it: from an event to the next paint, and tasks that hold up
//! the page (Event Timing, Long Tasks).

use crate::journey::Journey;
use serde_json::{Value, json};
use xtask::browser::Kind;

/// From what a person does to what they see of it, in milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub struct EventTime {
    /// `keydown`, `pointerup`, `click` and the like.
    pub name: String,
    /// When it happened, since the page was opened.
    pub start: f64,
    /// Until the next paint after it was handled, rounded by the browser to 8 ms.
    pub duration: f64,
    /// Until the page began to handle it.
    pub delay: f64,
    /// How long the page handled it.
    pub handling: f64,
}

/// A task of more than 50 ms, in milliseconds since the page was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct LongTask {
    /// When it began.
    pub start: f64,
    /// How long it took.
    pub duration: f64,
}

/// The least time that a browser writes down for an event; what is quicker is only counted.
pub const QUICKEST: f64 = 16.0;

/// A script's way to wait until all events that happened are painted: only then are they written down and counted.
const AT_REST: &str = r#"
    const counted = () => [...performance.eventCounts.values()].reduce((sum, count) => sum + count, 0);
    const pause = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))));
    const atRest = async () => {
        for (let before = -1; before !== counted();) {
            before = counted();
            await pause();
        }
    };
"#;

impl Journey {
    /// Begins to measure, and forgets what was measured before. A page that is loaded anew is not measured any more.
    pub fn watch_times(&self) {
        let script = format!(
            r#"{AT_REST}
            window.hearsayTimes?.observers.forEach((observer) => observer.disconnect());
            return atRest().then(() => {{
                const times = {{ since: performance.now(), entries: [], observers: [], counts: new Map(performance.eventCounts) }};
                const take = (list) => times.entries.push(...list.filter((entry) => entry.startTime >= times.since));
                for (const type of ["event", "longtask"]) {{
                    if (!PerformanceObserver.supportedEntryTypes.includes(type)) continue;
                    const observer = new PerformanceObserver((list) => take(list.getEntries()));
                    observer.observe(type === "event" ? {{ type, durationThreshold: arguments[0] }} : {{ type }});
                    times.observers.push(observer);
                }}
                times.finish = () => times.observers.forEach((observer) => take(observer.takeRecords()));
                window.hearsayTimes = times;
            }});
        "#
        );
        self.session.script(&script, &[json!(QUICKEST)]);
    }

    /// The events since [`Journey::watch_times`] that took at least [`QUICKEST`], in the order in which they happened.
    #[must_use]
    pub fn event_times(&self) -> Vec<EventTime> {
        let found = self.times(
            "event",
            "[entry.name, entry.startTime, entry.duration, entry.processingStart - entry.startTime, entry.processingEnd - entry.processingStart]",
        );
        let time = |entry: &Value| EventTime {
            name: entry[0].as_str().unwrap_or_default().to_owned(),
            start: number(&entry[1]),
            duration: number(&entry[2]),
            delay: number(&entry[3]),
            handling: number(&entry[4]),
        };
        let mut times: Vec<EventTime> = found.iter().map(time).collect();
        times.sort_by(|one, other| one.start.total_cmp(&other.start));
        times
    }

    /// The durations of all events of one name since [`Journey::watch_times`], from the shortest to the longest: those that
    /// were too quick to be written down stand at the start as [`QUICKEST`].
    ///
    /// # Panics
    /// When the browser does not count its events.
    #[must_use]
    pub fn durations_of(&self, event: &str) -> Vec<f64> {
        let slow = self.event_times();
        let mut durations: Vec<f64> = slow
            .iter()
            .filter(|time| time.name == event)
            .map(|time| time.duration)
            .collect();
        let count = self.session.script(
            "return performance.eventCounts.get(arguments[0]) - (window.hearsayTimes.counts.get(arguments[0]) ?? 0);",
            &[json!(event)],
        );
        let count = count.as_u64().and_then(|count| usize::try_from(count).ok());
        let count = count.expect("a count of events");
        let quick = count.saturating_sub(durations.len());
        durations.extend(std::iter::repeat_n(QUICKEST, quick));
        durations.sort_by(f64::total_cmp);
        durations
    }

    /// The tasks since [`Journey::watch_times`] that held up the page for more than 50 ms. Chromium only.
    ///
    /// # Panics
    /// In Firefox, which does not tell.
    #[must_use]
    pub fn long_tasks(&self) -> Vec<LongTask> {
        assert!(
            self.session.kind() == Kind::Chromium,
            "long tasks are told by Chromium only"
        );
        let found = self.times("longtask", "[entry.startTime, entry.duration]");
        let task = |entry: &Value| LongTask {
            start: number(&entry[0]),
            duration: number(&entry[1]),
        };
        found.iter().map(task).collect()
    }

    /// What was written down of one type, each as the script says.
    fn times(&self, kind: &str, told: &str) -> Vec<Value> {
        let script = format!(
            r#"{AT_REST}
            const times = window.hearsayTimes;
            if (!times) throw new Error("nothing is measured: watch_times comes first");
            return atRest().then(() => {{
                times.finish();
                return times.entries.filter((entry) => entry.entryType === arguments[0]).map((entry) => {told});
            }});
        "#
        );
        let found = self.session.script(&script, &[json!(kind)]);
        found.as_array().cloned().unwrap_or_default()
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}
