//! The reader of Word documents, as a program for a web worker.

fn main() {
    hearsay_readers::serve();
}
