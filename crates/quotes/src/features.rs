//! Tokens of an article become the feature rows that the model reads.
