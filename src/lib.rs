//! The Hearsay app.
