//! The browser's parser and ours give the same article of the same HTML.

use hearsay::dom;
use hearsay_extract::{Source, extract};
use wasm_bindgen_test::wasm_bindgen_test;

const PAGES: [&str; 14] = [
    "",
    "just words",
    "<p>One <b>bold <i>and</i></b> word.<p>Two &amp; “three”&nbsp;four.",
    "<title>Named</title><h1>Head</h1><div>Loose <p>in a div</p> words</div>",
    "<ul><li>a<li>b<ol start=3><li>c</ol></ul>",
    "<blockquote><p>“No.”</p><footer>— Ana Ruiz</footer></blockquote>",
    "<table><tr><th>Who<th>What<tr><td>Ruiz<td>No</table>",
    "<p>Bad <b>nesting <p>here</b> and </div> there",
    "<script>alert(1)</script><style>p{}</style><p>Seen</p><noscript><p>Not</p></noscript><template><p>No</template>",
    "<pre>  two\n   lines</pre><p>a<br>b<br/>c",
    "<html lang=de><head><meta name=author content='Zoë &quot;Z&quot; Ruiz'><meta property='og:site_name' content=Blatt></head><body><p>Ja 😀 né</body></html>",
    "<nav><a href=/x>Menu</a></nav><main><article><p>Text <a href='https://example.org/?a=1&b=2'>link</a></article></main><footer>End</footer>",
    "<figure><img src=x onerror=alert(1)><figcaption>A <em>caption</em></figcaption></figure><svg><text>drawn</text></svg><p hidden>no",
    "<!-- c --><p>x<!-- y -->y</p><![CDATA[z]]><p>&#x1F600; &notanentity; &lt;p&gt;",
];

#[wasm_bindgen_test]
fn the_browsers_parser_and_ours_give_the_same_article() {
    for page in PAGES {
        let document = dom::parse(page).unwrap();
        let events = dom::events(&document);
        let walked = extract(Source::Events(&events), Default::default());
        let parsed = extract(Source::Html(page), Default::default());
        assert_eq!(walked, parsed, "{page}");
    }
}

#[wasm_bindgen_test]
fn nesting_may_be_as_deep_as_a_page_likes() {
    let page = "<div><b>".repeat(20_000) + "deep";
    let document = dom::parse(&page).unwrap();
    let (article, _) = extract(Source::Events(&dom::events(&document)), Default::default());
    assert_eq!(article.text, "deep");
}

#[wasm_bindgen_test]
fn parsing_runs_no_script_and_fetches_nothing() {
    let page = "<script>window.ran = 1</script><img src='https://nowhere.invalid/x.png' onerror='window.ran = 1'><p>x";
    dom::parse(page).unwrap();
    let ran = js_sys::Reflect::get(&js_sys::global(), &"ran".into()).unwrap();
    assert!(ran.is_undefined());
}

#[wasm_bindgen_test]
fn rich_text_has_a_shape_or_is_only_coloured_lines() {
    let shaped = |html: &str| dom::has_structure(&dom::parse(html).unwrap());
    assert!(shaped("<meta charset=utf-8><p>A paragraph</p>"));
    assert!(shaped("<h2>Head</h2><span>x</span>"));
    assert!(!shaped("<div><span style='color:red'>fn</span> main</div>"));
    assert!(!shaped("words"));
}
