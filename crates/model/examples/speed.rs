//! How long the model takes per token, on chunks as long as those of an article.
//!
//! `cargo run --release -p hearsay-model --example speed`

use std::hint::black_box;
use std::time::Instant;

use hearsay_model::{Features, Model, PACKED, Workspace, role_spans};

const CHUNK: usize = 120;
const N_CHUNKS: usize = 200;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let model = Model::parse(PACKED)?;
    println!("parse: {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    let words = [
        "the", "minister", "said", "on", "monday", ",", "that", "it", "would", "rain", ".",
    ];
    let features: Vec<Features> = (0..CHUNK)
        .map(|i| Features {
            word: model.word_row(words[i % words.len()]),
            prefix: (i * 37 % 1000) as u16,
            suffix: (i * 91 % 1000) as u16,
            shape: (i * 7 % 96) as u16,
            state: (i / 20 % 2 * 2) as u8,
            position: if i % 11 == 0 { 4 } else { 0 },
        })
        .collect();
    let mut workspace = Workspace::default();
    for (stage, depth) in [("encode", 0), ("and decode", 1), ("and link", 2)] {
        let mut best = f64::INFINITY;
        for _ in 0..5 {
            let start = Instant::now();
            for _ in 0..N_CHUNKS {
                let encoding = model.encode(black_box(&features), &mut workspace);
                if depth > 0 {
                    let decoding = encoding.decode();
                    if depth > 1 {
                        let spans = role_spans(&decoding.labels);
                        black_box((encoding.link_cues(&spans), encoding.link_sources(&spans)));
                    }
                    black_box(decoding);
                }
                black_box(encoding.emissions());
            }
            best = best.min(start.elapsed().as_secs_f64());
        }
        println!(
            "{stage}: {:.2} µs a token",
            best * 1e6 / (CHUNK * N_CHUNKS) as f64
        );
    }
    Ok(())
}
