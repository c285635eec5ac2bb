//! The scorer against figures of the reference scorer, on articles written for it.
