//! From a source to an article with suggested annotations: what worker, command line and embedders call.
