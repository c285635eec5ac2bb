//! The reader of PDF, as a program for a web worker.

fn main() {
    hearsay_readers::serve();
}
