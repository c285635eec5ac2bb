//! HTML, Markdown or plain text becomes an article, with diagnostics.
