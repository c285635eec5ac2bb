//! The bookmarklet: a page of another site is sent here by the person who looks at it, and by nobody else.

use hearsay_e2e::{Answered, Journey, OtherSite, Visitor};

const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Ferry returns</title></head><body><nav><a href="/">Weather desk</a></nav><article><h1>Ferry returns to the lake</h1>
<p id="live">Loading…</p>
<p>The town council said that fares would stay where they were for the next two years at least.</p>
<p>Passengers who had waited since dawn cheered when the rope was let go, and the captain rang the bell twice.</p>
<p onclick="alert(1)"><img src="data:," onerror="window.ran = true">It rained.</p></article>
<script>document.getElementById("live").textContent = "“The ferry is back,” said Noor Kaplan, who runs it, on the first morning."</script></body></html>"#;

/// The program of the bookmarklet, as it is dragged from the page.
fn program(journey: &Journey) -> String {
    journey.wait_until("the bookmarklet", || journey.count(".bookmarklet") == 1);
    let href = journey.script(
        "return decodeURIComponent(document.querySelector('.bookmarklet').getAttribute('href'))",
    );
    let href = href.as_str().expect("an address");
    href.strip_prefix("javascript:")
        .expect("a program")
        .to_owned()
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_page_that_one_looks_at_opens_here_as_it_is_seen() {
    let site = OtherSite::with(&[("/ferry?a=1", Answered::page(PAGE))]);
    let journey = Journey::start("bookmarklet", Visitor::at_a_desk());
    journey.click(".from-anywhere summary");
    journey.screenshot("bookmarklet");
    let program = program(&journey);
    let address = site.address("/ferry?a=1");
    journey.session().go(&address);
    let before = journey.windows();
    journey.script(&program);
    journey.wait_until("a window of ours", || {
        journey.windows().len() == before.len() + 1
    });
    let ours = journey.windows();
    let ours = ours
        .iter()
        .find(|window| !before.contains(window))
        .expect("a new window");
    journey.look_at(ours);
    journey.wait_until("the article", || {
        journey
            .words_of("main article")
            .contains("The ferry is back")
    });
    assert!(!journey.words_of("main article").contains("Weather desk"));
    assert_eq!(
        journey.script("return [document.querySelector('.provenance a').href, location.hash, window.opener, window.ran ?? null]"),
        serde_json::json!([address, "", null, null])
    );
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn nobody_else_is_believed() {
    // A site that opens the page as the bookmarklet does, and lies about whose page it sends; and a frame of it that sends
    // one that would be believed of its parent.
    let liar = r##"<!doctype html><title>Liar</title><body><script>
        const lie = { type: "hearsay/page", version: 1, title: "Lie", url: "https://bank.example/news", html: "<p>They lied, said the bank.</p>" };
        const send = (home) => {
            const there = open(home + "#receive");
            addEventListener("message", (event) => {
                if (event.source !== there) return;
                window.asked = (window.asked ?? 0) + 1;
                there.postMessage(lie, "*");
                there.postMessage({ ...lie, url: 7 }, "*");
                there.postMessage({ ...lie, version: 2, url: location.href }, "*");
                there.postMessage("hearsay/page", "*");
                there.postMessage(null, "*");
                window.there = there;
                const frame = document.createElement("iframe");
                frame.srcdoc = "<script>parent.there.postMessage(" + JSON.stringify({ ...lie, url: location.href }) + ", '*')<\/script>";
                document.body.append(frame);
                frame.onload = () => { window.lied = true; };
            });
        };
    </script>"##;
    let site = OtherSite::with(&[("/", Answered::page(liar))]);
    let journey = Journey::start("forged", Visitor::at_a_desk());
    journey.session().go(&site.address("/"));
    let before = journey.windows();
    journey.script(&format!("send({:?})", journey.address()));
    journey.wait_until("the lies to be told", || {
        journey.script("return window.lied === true") == true
    });
    let ours = journey.windows();
    let ours = ours
        .iter()
        .find(|window| !before.contains(window))
        .expect("a new window");
    journey.look_at(ours);
    journey.wait_until("it to be given up", || {
        journey
            .words_of(".open-panel .message")
            .contains("did not arrive")
    });
    assert_eq!(journey.count("main article"), 0);
    assert!(!journey.words_of("body").contains("They lied"));
    journey.end();
}
