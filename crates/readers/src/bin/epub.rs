//! The reader of EPUB books, as a program for a web worker.

fn main() {
    hearsay_readers::serve();
}
