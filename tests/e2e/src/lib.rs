//! A harness for whole journeys through the built app in a real browser, Chromium or Firefox.
//!
//! A journey reads as what a person does and sees, and the same in both browsers:
//!
//! ```no_run
//! use hearsay_e2e::{Journey, Visitor};
//!
//! for visitor in Visitor::at_a_desk().in_each_browser() {
//!     let journey = Journey::start("a first look", visitor);
//!     journey.paste("“We won't wait,” said Ana Ruiz.");
//!     journey.wait_until("a quote is highlighted", || !journey.annotations("quote").is_empty());
//!     journey.insist_on_no_faults("a quote");
//!     journey.screenshot("first-look");
//!     journey.end();
//! }
//! ```
//!
//! What only Chromium can do says so and stops the journey elsewhere: the DevTools protocol, the log of the network, long
//! tasks.
//!
//! Owns the browser, its driver, the server and the words for what a person does; knows the app only by its documented
//! DOM contract. What the app should do is for the tests beside it to say.
//!
//! `cargo xtask test --only journeys` builds the site and runs them. By hand, against a site that is built:
//! `HEARSAY_DIST=dist cargo test -p hearsay-e2e -- --include-ignored --test-threads=1`. Tests carry
//! `#[ignore = "needs the built site and a browser: cargo xtask test"]`, so that `cargo test --workspace` needs neither.

mod axe;
mod chromium;
pub mod documents;
mod driver;
mod firefox;
mod folder;
mod hands;
mod hearing;
mod journey;
mod keys;
mod other_site;
mod page;
mod session;
mod sight;
mod timing;
mod visitor;

pub use axe::Fault;
pub use folder::Folder;
pub use hearing::Heard;
pub use journey::Journey;
pub use other_site::{Answered, OtherSite};
pub use page::{Annotation, Mark};
pub use session::Session;
pub use timing::{EventTime, LongTask, QUICKEST};
pub use visitor::{Scheme, Visitor};
pub use xtask::browser::Kind;
