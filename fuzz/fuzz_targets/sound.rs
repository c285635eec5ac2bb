//! What every article promises by its type.

use hearsay_extract::Readings;

/// Panics where a promise is broken.
pub(crate) fn check(readings: &mut Readings) {
    for reading in readings.all_mut() {
        let article = &reading.article;
        let mut end = 0;
        for block in &article.blocks {
            assert!(
                block.span.start >= end,
                "blocks overlap or are out of order"
            );
            let words = article.text.get(block.span.range());
            assert!(
                words.is_some_and(|words| !words.trim().is_empty()),
                "a block is empty or cuts a character"
            );
            for inline in &block.inlines {
                assert!(
                    block.span.encloses(inline.span),
                    "a styled run reaches outside its block"
                );
                assert!(
                    article.text.get(inline.span.range()).is_some(),
                    "a styled run cuts a character"
                );
            }
            end = block.span.end;
        }
        for landmark in &article.landmarks {
            let starts = article
                .blocks
                .iter()
                .any(|block| block.span.start == landmark.start);
            assert!(starts, "a landmark stands inside a block");
        }
    }
}
