//! Owns what there is to say while something is being opened: how far it is, what the person is asked, and what stands
//! in the way of an address.

use super::RequestId;
use crate::t;

/// Words of a reading shown to whoever chooses.
const PREVIEW_WORDS: usize = 60;

/// What there is to say while something is being opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// How far the awaited work is; of an earlier request it is old news.
    pub step: Option<(RequestId, Step)>,
    /// The readings of the source opened last, when it has several.
    pub choice: Option<Choice>,
    /// Whether the person is asked to choose now.
    pub choosing: bool,
    /// Why an address could not be opened.
    pub refusal: Option<Refusal>,
}

/// How far some work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A page is on its way.
    Fetching {
        /// Bytes that are there.
        done: usize,
        /// Bytes in all, if the site says.
        total: Option<usize>,
    },
    /// What reads such files is on its way.
    Loading,
    /// A file is being read.
    Reading {
        /// Pages or chapters done.
        done: u32,
        /// Pages or chapters in all.
        total: u32,
        /// Whether these are pages, and not chapters.
        pages: bool,
    },
    /// Quotes are being found.
    Finding {
        /// Of the article, 0 to 100.
        percent: u8,
    },
}

impl Step {
    /// What is done to what, for the reader.
    #[must_use]
    pub fn words(&self, what: &str) -> String {
        match self {
            Self::Fetching { done, total } => {
                let done = size(*done);
                match total {
                    Some(total) => {
                        t!(
                            "step-fetching-of",
                            what = what,
                            done = done,
                            total = size(*total)
                        )
                    }
                    None => t!("step-fetching", what = what, done = done),
                }
            }
            Self::Loading => t!("step-loading", what = what),
            Self::Reading { done, total, pages } => {
                if *pages {
                    t!(
                        "step-reading-pages",
                        what = what,
                        done = *done,
                        total = *total
                    )
                } else {
                    t!(
                        "step-reading-chapters",
                        what = what,
                        done = *done,
                        total = *total
                    )
                }
            }
            Self::Finding { percent } => t!("step-finding", percent = *percent),
        }
    }

    /// How much of it is done, in percent, where that is known.
    #[must_use]
    pub fn percent(&self) -> Option<u8> {
        let share =
            |done: u64, total: u64| u8::try_from((100 * done).checked_div(total)?.min(100)).ok();
        match *self {
            Self::Fetching { done, total } => share(done as u64, total? as u64),
            Self::Loading => None,
            Self::Reading { done, total, .. } => share(done.into(), total.into()),
            Self::Finding { percent } => Some(percent),
        }
    }
}

/// Several readings of one source, for the person to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The source: *report.html*.
    pub what: String,
    /// Why it is asked.
    pub why: Why,
    /// The readings, the best guess first.
    pub options: Vec<ReadingOption>,
    /// The reading that is open.
    pub current: Option<usize>,
}

/// Why a person is asked to choose between readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is not sure what on the page is the article.
    Article,
    /// A book, whose chapters are articles of their own.
    Chapter,
    /// They did not have to be asked.
    Offer,
}

/// One reading, as it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingOption {
    /// What tells it from the others.
    pub label: String,
    /// Title.
    pub title: Option<String>,
    /// Number of words.
    pub words: u32,
    /// Its first words.
    pub preview: String,
}

impl ReadingOption {
    /// The first words of `text`.
    #[must_use]
    pub fn preview_of(text: &str) -> String {
        let mut words = text.split_whitespace();
        let mut preview: Vec<&str> = words.by_ref().take(PREVIEW_WORDS).collect();
        if words.next().is_some() {
            preview.push("…");
        }
        preview.join(" ")
    }
}

/// Why an address could not be opened, and whether there are other ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The address.
    pub address: String,
    /// In a sentence.
    pub message: String,
    /// Whether the page may be had in other ways.
    pub has_ways: bool,
}

/// What went wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is none that can be fetched.
    NoAddress,
    /// There is no network.
    Offline,
    /// The site lets no other page read it, or cannot be reached; browsers do not tell which.
    Blocked,
    /// It answered with an error.
    Status(u16),
    /// No answer for too long.
    Silent,
    /// There is more than Hearsay reads.
    TooLarge,
    /// There is nothing at it.
    Empty,
}

impl Refusal {
    /// The refusal of `address` at `host`.
    #[must_use]
    pub fn new(address: &str, host: &str, obstacle: Obstacle) -> Self {
        let (message, has_ways) = match obstacle {
            Obstacle::NoAddress => (t!("refusal-no-address"), false),
            Obstacle::Offline => (t!("refusal-offline", host = host), false),
            Obstacle::Blocked => (t!("refusal-blocked", host = host), true),
            Obstacle::Status(status) => {
                let status_told = status.to_string();
                let (meaning, has_ways) = meaning_of(status);
                let told = t!(
                    "refusal-status",
                    host = host,
                    status = status_told,
                    meaning = meaning
                );
                (told, has_ways)
            }
            Obstacle::Silent => (t!("refusal-silent", host = host), true),
            Obstacle::TooLarge => (t!("refusal-too-large", host = host), false),
            Obstacle::Empty => (t!("refusal-empty", host = host), true),
        };
        Self {
            address: address.to_owned(),
            message,
            has_ways,
        }
    }
}

/// What a status means for somebody who wants to read (RFC 9110, section 15), and whether other ways may do.
fn meaning_of(status: u16) -> (String, bool) {
    match status {
        401 => (t!("refusal-status-401"), true),
        402 => (t!("refusal-status-402"), true),
        403 => (t!("refusal-status-403"), true),
        404 => (t!("refusal-status-404"), false),
        410 => (t!("refusal-status-410"), false),
        429 => (t!("refusal-status-429"), true),
        451 => (t!("refusal-status-451"), true),
        500..=599 => (t!("refusal-status-5xx"), false),
        _ => (t!("refusal-status-other"), true),
    }
}

fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        return [&bytes.div_ceil(1_000).to_string(), " KB"].concat();
    }
    let tenths = bytes / 100_000;
    [
        &(tenths / 10).to_string(),
        ".",
        &(tenths % 10).to_string(),
        " MB",
    ]
    .concat()
}

/// What can happen while something is being opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpeningAction {
    /// The work got further.
    Progressed {
        /// Dropped unless awaited.
        request: RequestId,
        /// How far.
        step: Step,
    },
    /// The person stopped the work that is awaited.
    Stopped,
    /// The source has several readings and the person must choose.
    Offered {
        /// Dropped unless awaited; nothing is awaited afterwards.
        request: RequestId,
        /// The readings.
        choice: Choice,
    },
    /// The article opened last is one of several readings.
    Known(Choice),
    /// Ask, or stop asking, which reading to open.
    Ask(bool),
    /// An address could not be opened.
    Refused {
        /// Dropped unless awaited; nothing is awaited afterwards.
        request: RequestId,
        /// Why.
        refusal: Refusal,
    },
    /// The person has read why.
    RefusalRead,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_says_what_is_done_to_what_and_how_far_it_is() {
        let fetching = Step::Fetching {
            done: 1_234_567,
            total: Some(4_000_000),
        };
        assert_eq!(
            fetching.words("example.com"),
            "Fetching example.com · 1.2 MB of 4.0 MB"
        );
        assert_eq!(fetching.percent(), Some(30));
        let reading = Step::Reading {
            done: 34,
            total: 210,
            pages: true,
        };
        assert_eq!(
            reading.words("report.pdf"),
            "Reading report.pdf · page 34 of 210"
        );
        let nothing = Step::Reading {
            done: 0,
            total: 0,
            pages: false,
        };
        assert_eq!(nothing.percent(), None);
        assert_eq!(
            Step::Finding { percent: 40 }.words("x"),
            "Finding quotes · 40%"
        );
    }

    #[test]
    fn a_refusal_names_the_site_and_what_an_error_means() {
        let refused = |obstacle| Refusal::new("https://example.com/a", "example.com", obstacle);
        let missing = refused(Obstacle::Status(404));
        assert!(
            missing
                .message
                .starts_with("example.com answered with 404: there is no page")
        );
        assert!(!missing.has_ways);
        let paid = refused(Obstacle::Status(403));
        assert!(paid.message.contains("paywall") && paid.has_ways);
        assert!(
            refused(Obstacle::Blocked)
                .message
                .starts_with("example.com does not let")
        );
        assert!(!refused(Obstacle::Offline).has_ways);
    }

    #[test]
    fn a_preview_is_the_first_words_and_says_that_there_are_more() {
        assert_eq!(ReadingOption::preview_of(" one\n\ntwo "), "one two");
        let long = "word ".repeat(100);
        let preview = ReadingOption::preview_of(&long);
        assert_eq!(preview.split(' ').count(), PREVIEW_WORDS + 1);
        assert!(preview.ends_with('…'));
    }
}
