//! `hearsay show`: any stage on the way from an article to its quotes.
//!
//! Owns how stages, and what else is known of a file, are printed, tab-separated and one thing a line, which is how the engine is debugged.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;
use hearsay_model::{LABELS, Label, Role};
use hearsay_quotes::marks::Ending;
use hearsay_quotes::{Stages, stages};
use hearsay_text::{Article, Span, sentences};

use crate::input::{Choice, Loaded, each_article};
use crate::listing::{Listing, place_name, printable};
use crate::output::print;

/// What to print.
#[derive(Debug, clap::Args)]
pub(crate) struct ShowArgs {
    /// The stage
    #[arg(value_enum)]
    stage: Stage,
    /// File to read; - is standard input
    file: PathBuf,
    #[command(flatten)]
    choice: Choice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Stage {
    /// The ways in which the file can be read, with their lengths in characters.
    Readings,
    /// What the file says of the article: title, byline, dates, address; its pages or chapters and embedded posts.
    Metadata,
    /// Headings, paragraphs, list items, …, with their bytes.
    Blocks,
    /// Words, punctuation and line breaks.
    Tokens,
    /// Sentences of each block.
    Sentences,
    /// Quotation marks and their pairs.
    Marks,
    /// What the model sees of each token.
    Features,
    /// Label of each token with its probability, then spans and their links.
    Labels,
    /// The quotes as listed by analyze.
    Quotes,
    /// Each mention of a speaker and who it resolves to.
    Speakers,
}

/// Prints the stage for every article of the file; says whether all input was fine.
pub(crate) fn run(args: &ShowArgs) -> anyhow::Result<bool> {
    let model = crate::model()?;
    let files = [args.file.clone()];
    each_article(&files, &args.choice, &mut |loaded| {
        let article = &loaded.article;
        let stages = || stages(article, model, crate::options(None));
        print(&match args.stage {
            Stage::Readings => readings(&loaded),
            Stage::Metadata => metadata(article),
            Stage::Blocks => blocks(article),
            Stage::Sentences => sentence_lines(article),
            Stage::Tokens => tokens(article, &stages()),
            Stage::Marks => marks(article, &stages()),
            Stage::Features => features(article, &stages()),
            Stage::Labels => labels(article, &stages()),
            Stage::Quotes => {
                Listing::for_standard_output().quotes(&loaded, &stages().analysis.quotes)
            }
            Stage::Speakers => speakers(article, &stages()),
        })
    })
}

/// Start, end and words of a span.
fn place(article: &Article, span: Span) -> String {
    let words = printable(article.slice(span));
    format!("{}\t{}\t{words}", span.start, span.end)
}

/// One line for each item. Writing to a string cannot fail.
fn lines<T>(items: impl IntoIterator<Item = T>, line: impl Fn(T) -> String) -> String {
    items.into_iter().fold(String::new(), |mut out, item| {
        let _ = writeln!(out, "{}", line(item));
        out
    })
}

fn readings(loaded: &Loaded) -> String {
    lines(
        loaded.readings.iter().enumerate(),
        |(nth, (label, length))| {
            let label = if label.is_empty() {
                "the only one"
            } else {
                label
            };
            let sign = if nth == loaded.nth_reading { "*" } else { "" };
            format!("{}{sign}\t{length}\t{}", nth + 1, printable(label))
        },
    )
}

fn metadata(article: &Article) -> String {
    let (said, from) = (&article.metadata, &article.provenance);
    let facts = [
        ("title", &said.title),
        ("byline", &said.byline),
        ("date", &said.date),
        ("modified", &said.modified),
        ("site", &said.site),
        ("url", &said.url),
        ("language", &said.language),
        ("format", &from.format),
        ("file", &from.file),
        ("address", &from.address),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.as_deref()?)));
    lines(known, |(name, value)| {
        format!("{name}\t{}", printable(value))
    }) + &lines(&article.landmarks, |landmark| {
        format!(
            "{}\t{}",
            printable(&place_name(&landmark.place)),
            landmark.start
        )
    }) + &lines(&article.posts, |post| {
        let known = [&post.author, &post.date, &post.url];
        let known: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
        let (start, end) = (post.span.start, post.span.end);
        format!("post\t{start}\t{end}\t{}", printable(&known.join(" · ")))
    })
}

fn blocks(article: &Article) -> String {
    lines(&article.blocks, |block| {
        format!("{:?}\t{}", block.kind, place(article, block.span))
    })
}

fn sentence_lines(article: &Article) -> String {
    let all = article.blocks.iter().enumerate().flat_map(|(nth, block)| {
        sentences(&article.text, block.span)
            .into_iter()
            .map(move |s| (nth, s))
    });
    lines(all, |(nth, span)| {
        format!("{nth}\t{}", place(article, span))
    })
}

fn tokens(article: &Article, stages: &Stages) -> String {
    lines(&stages.tokens, |token| {
        format!("{:?}\t{}", token.kind, place(article, token.span))
    })
}

fn marks(article: &Article, stages: &Stages) -> String {
    let pairs = lines(&stages.marks.pairs, |pair| {
        let ending = match pair.ending {
            Ending::Closed(_) => "closed",
            Ending::Continued => "continued",
            Ending::Unclosed => "unclosed",
        };
        format!("{ending}\t{}\t{}", pair.depth, place(article, pair.inner))
    });
    pairs
        + &lines(&stages.marks.unpaired, |span| {
            format!("unpaired\t0\t{}", place(article, *span))
        })
}

fn features(article: &Article, stages: &Stages) -> String {
    lines(
        stages.tokens.iter().zip(&stages.features),
        |(token, seen)| {
            format!(
                "{}\tword {:?}\tprefix {}\tsuffix {}\tshape {}\t{:?}\tposition {}",
                printable(article.slice(token.span)),
                seen.word,
                seen.prefix,
                seen.suffix,
                seen.shape,
                seen.state,
                seen.position
            )
        },
    )
}

const fn label_name(label: Label) -> &'static str {
    match label {
        Label::Outside => "O",
        Label::BeginContent => "B-content",
        Label::InsideContent => "I-content",
        Label::BeginSource => "B-source",
        Label::InsideSource => "I-source",
        Label::BeginCue => "B-cue",
        Label::InsideCue => "I-cue",
    }
}

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Content => "content",
        Role::Source => "source",
        Role::Cue => "cue",
    }
}

fn labels(article: &Article, stages: &Stages) -> String {
    let tagging = &stages.tagging;
    let of_token = stages
        .tokens
        .iter()
        .zip(tagging.labels.iter().zip(&tagging.marginals));
    let by_token = lines(of_token, |(token, (label, probabilities))| {
        let others: Vec<String> = LABELS
            .iter()
            .filter(|other| *other != label && probabilities[other.index()] >= 0.05)
            .map(|other| format!("{} {:.2}", label_name(*other), probabilities[other.index()]))
            .collect();
        format!(
            "{:9}\t{:.2}\t{}\t{}",
            label_name(*label),
            probabilities[label.index()],
            printable(article.slice(token.span)),
            others.join(" ")
        )
    });
    let by_span = lines(&tagging.spans, |span| {
        let words = |span: Span| printable(article.slice(span));
        let parent = span
            .parent
            .map_or_else(|| "nothing".to_owned(), |at| words(tagging.spans[at].span));
        let link = match span.role {
            Role::Source => String::new(),
            _ => format!("\t-> {parent} ({:.2})", span.link_probability),
        };
        format!(
            "{}\t{:.2}\t{}{link}",
            role_name(span.role),
            span.probability,
            words(span.span)
        )
    });
    by_token + "\n" + &by_span
}

fn speakers(article: &Article, stages: &Stages) -> String {
    lines(&stages.analysis.quotes, |quote| {
        let mention: Vec<&str> = quote
            .source
            .iter()
            .map(|span| article.slice(*span))
            .collect();
        let (name, evidence) = quote.speaker.as_ref().map_or(("", "nobody"), |speaker| {
            (&*speaker.name, speaker.evidence.name())
        });
        format!(
            "{}\t{evidence}\t{}",
            printable(&mention.join(" … ")),
            printable(name)
        )
    })
}
