//! Nothing leaves the browser by opening an article: proved by what the browser itself writes down of its network.

use hearsay_e2e::{Folder, Journey, Visitor};

/// No such host exists anywhere (RFC 2606), and the browser would have to look it up.
const TRAP: &str = "trap.hearsay.test";

/// An article that names everything a page can name, each at a host of its own below [`TRAP`].
fn greedy_page() -> String {
    let head = format!(
        r#"<!doctype html><html lang="en"><head><title>Ferry returns to the lake</title>
<base href="https://base.{TRAP}/news/">
<link rel="stylesheet" href="https://style.{TRAP}/a.css"><link rel="preload" as="font" href="https://font.{TRAP}/a.woff2" crossorigin>
<link rel="dns-prefetch" href="https://dns.{TRAP}"><link rel="preconnect" href="https://connect.{TRAP}">
<link rel="prefetch" href="https://prefetch.{TRAP}/next"><link rel="modulepreload" href="https://module.{TRAP}/a.js">
<link rel="icon" href="https://icon.{TRAP}/a.ico"><link rel="manifest" href="https://manifest.{TRAP}/a.json">
<style>@import url(https://import.{TRAP}/b.css); @font-face {{ font-family: x; src: url(https://face.{TRAP}/x.woff2) }} p {{ font-family: x; background: url(https://background.{TRAP}/b.png) }}</style>
<script src="https://script.{TRAP}/a.js"></script><script>fetch("https://inline.{TRAP}/")</script>
<script type="speculationrules">{{"prefetch":[{{"urls":["https://speculation.{TRAP}/"]}}]}}</script>
<meta http-equiv="refresh" content="0; url=https://refresh.{TRAP}/"></head>"#
    );
    let body = format!(
        r#"<body background="https://body.{TRAP}/b.png" onload="fetch('https://onload.{TRAP}/')"><article><h1>Ferry returns to the lake</h1>
<p>“The ferry is back,” said <a href="https://link.{TRAP}/kaplan" ping="https://ping.{TRAP}/">Noor Kaplan</a>, who runs it, on the first morning of the season.</p>
<img src="https://image.{TRAP}/a.png" srcset="https://srcset.{TRAP}/a.png 2x" onerror="fetch('https://onerror.{TRAP}/')">
<p style="background-image: url(https://attribute.{TRAP}/b.png)">The town council said that fares would stay where they were for the next two years at least.</p>
<picture><source srcset="https://source.{TRAP}/a.webp"><img loading="lazy" src="https://lazy.{TRAP}/a.jpg"></picture>
<video poster="https://poster.{TRAP}/a.jpg" src="https://video.{TRAP}/a.mp4" autoplay></video><audio src="https://audio.{TRAP}/a.mp3" autoplay></audio>
<iframe src="https://frame.{TRAP}/"></iframe><object data="https://object.{TRAP}/a.swf"></object><embed src="https://embed.{TRAP}/a.swf">
<svg><image href="https://svg.{TRAP}/a.png"/><use href="https://use.{TRAP}/a.svg#a"/></svg>
<blockquote class="twitter-tweet"><p>First ferry, first coffee.</p>— Noor Kaplan (@noorkaplan) <a href="https://post.{TRAP}/1">May 2, 2024</a></blockquote>
<p>Passengers who had waited since dawn cheered when the rope was let go, and the captain rang the bell twice.</p>
<img src="https://pixel.{TRAP}/1.gif?visit=1" width="1" height="1"><form action="https://form.{TRAP}/"><input></form></article></body></html>"#
    );
    head + &body
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn opening_a_local_article_makes_no_request_to_anywhere_whatever_the_article_names() {
    let folder = Folder::new("network");
    let page = greedy_page();
    let html = folder.file("ferry.html", &page);
    let picture = format!(
        "# Ferry in pictures\n\n![The ferry](https://markdown.{TRAP}/a.png)\n\n“It floats,” said Noor Kaplan.\n"
    );
    let markdown = folder.file("ferry.md", picture);

    let journey = Journey::start("network", Visitor::at_a_desk().whose_network_is_logged());
    let read = |title: &str| {
        journey.wait_until("the article", || journey.words_of("main h1") == title);
        journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    };
    journey.give_file("[data-role=open-file]", &html);
    read("Ferry returns to the lake");
    journey.drop_file(&markdown);
    read("Ferry in pictures");
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
    journey.reload();
    read("Ferry in pictures");
    journey.choose("Hearsay");
    journey.click("#paste");
    journey.paste_rich(&page, "Ferry returns to the lake");
    read("Ferry returns to the lake");
    // What the log would show of a request: this one is made on purpose, by hand, as a person follows a link.
    let control = format!("http://control.{TRAP}/");
    let _ = journey
        .session()
        .command("POST", "url", Some(&serde_json::json!({ "url": control })));
    let log = journey.network_log();

    let hosts: std::collections::BTreeSet<&str> = log
        .match_indices(TRAP)
        .map(|(at, _)| {
            let start = log[..at]
                .rfind(|c: char| !c.is_ascii_alphanumeric() && c != '.')
                .map_or(0, |at| at + 1);
            &log[start..at]
        })
        .collect();
    assert_eq!(
        Vec::from_iter(hosts),
        ["control."],
        "hosts below {TRAP} in the browser's own log of its network"
    );
}
