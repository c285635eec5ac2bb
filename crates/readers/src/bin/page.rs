//! The reader of web pages, saved pages, mail, and text in encodings of old, as a program for a web worker.

fn main() {
    hearsay_readers::serve();
}
