//! The reader of Markdown, as a program for a web worker.

fn main() {
    hearsay_readers::serve();
}
