//! Owns what a page says of itself in JSON-LD (schema.org): found whatever its shape, and read even when it is broken.

use serde_json::{Map, Value};

use super::words::{plain, similar};

/// What JSON-LD says of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) title: Option<String>,
    /// Names as given, one for each.
    pub(super) authors: Vec<String>,
    pub(super) date: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) site: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    /// It describes an article, rather than a page of any kind.
    pub(super) is_article: bool,
    /// It says that it is not free to read.
    pub(super) is_closed: bool,
}

/// More than any page has.
const MOST_NODES: usize = 2_000;

/// What the scripts say of the article that `titles` name in the page.
pub(super) fn read(scripts: &[String], titles: &[&str]) -> Said {
    let mut values = Vec::new();
    for script in scripts {
        match parse(script) {
            Some(value) => values.push(value),
            None => {
                if let Some(said) = scrape(script) {
                    values.push(said);
                }
            }
        }
    }
    let mut nodes: Vec<&Map<String, Value>> = Vec::new();
    for value in &values {
        collect(value, &mut nodes);
    }
    let article = choose(&nodes, titles);
    let page = nodes
        .iter()
        .find(|node| has_type(node, &["WebPage"]))
        .copied();
    let Some(article) = article.or(page) else {
        return Said {
            site: site_of(&nodes),
            ..Said::default()
        };
    };
    let text = |name: &str| string(article, name);
    let of_page = |name: &str| page.and_then(|page| string(page, name));
    let is_page = page.is_some_and(|page| std::ptr::eq(page, article));
    let is_known = |title: &Option<String>| {
        title
            .as_ref()
            .is_some_and(|title| titles.iter().any(|known| similar(title, known)))
    };
    let (mut headline, name) = (text("headline").filter(|_| !is_page), text("name"));
    // Some say in the headline what the article is about.
    if is_known(&name) && !is_known(&headline) {
        headline = name.filter(|_| !is_page);
    }
    Said {
        is_article: !is_page,
        title: headline
            .or_else(|| text("name").filter(|_| !is_page))
            .or_else(|| text("alternativeHeadline").filter(|_| !is_page)),
        authors: names(
            article.get("author").or_else(|| article.get("creator")),
            &nodes,
        ),
        date: text("datePublished")
            .or_else(|| text("dateCreated"))
            .or_else(|| of_page("datePublished")),
        modified: text("dateModified").or_else(|| of_page("dateModified")),
        site: names(article.get("publisher"), &nodes)
            .into_iter()
            .next()
            .or_else(|| {
                names(
                    article.get("isPartOf").filter(|part| {
                        !is_page && part.get("@type").is_some_and(|kind| kind != "WebPage")
                    }),
                    &nodes,
                )
                .into_iter()
                .next()
            })
            .or_else(|| site_of(&nodes)),
        url: address(article.get("url"))
            .or_else(|| address(article.get("mainEntityOfPage")))
            .or_else(|| address(article.get("@id"))),
        language: language(article.get("inLanguage"))
            .or_else(|| page.and_then(|page| language(page.get("inLanguage")))),
        is_closed: article.get("isAccessibleForFree").is_some_and(|free| {
            *free == Value::Bool(false)
                || free.as_str().is_some_and(|free| {
                    let free = free.rsplit('/').next().unwrap_or(free);
                    free.eq_ignore_ascii_case("false") || free.eq_ignore_ascii_case("no")
                })
        }),
    }
}

/// The value in a script, repaired if need be.
fn parse(script: &str) -> Option<Value> {
    let text = script.trim();
    let text = text.strip_prefix("<!--").unwrap_or(text);
    let text = text
        .trim_start()
        .strip_prefix("//")
        .unwrap_or(text)
        .trim_start();
    let text = text.strip_prefix("<![CDATA[").unwrap_or(text).trim_start();
    first_value(text).or_else(|| first_value(&repaired(text)))
}

fn first_value(text: &str) -> Option<Value> {
    serde_json::Deserializer::from_str(text)
        .into_iter()
        .next()?
        .ok()
}

/// With line breaks in strings made spaces, and commas before closing brackets dropped: what hand-made templates get
/// wrong.
fn repaired(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in text.chars() {
        if in_string {
            in_string = escaped || c != '"';
            escaped = c == '\\' && !escaped;
            kept.push(if c.is_control() { ' ' } else { c });
            continue;
        }
        if matches!(c, '}' | ']') {
            let end = kept.trim_end().len();
            if kept[..end].ends_with(',') {
                kept.truncate(end - 1);
            }
        }
        in_string = c == '"';
        kept.push(c);
    }
    kept
}

/// The few fields that matter, from a script that no repair makes JSON.
fn scrape(script: &str) -> Option<Value> {
    let mut fields = Map::new();
    for name in [
        "headline",
        "datePublished",
        "dateModified",
        "inLanguage",
        "url",
    ] {
        if let Some(value) = scraped(script, name) {
            fields.insert(name.to_owned(), Value::String(value));
        }
    }
    if !fields.contains_key("headline") {
        return None;
    }
    let author = script
        .find("\"author\"")
        .and_then(|at| scraped(&script[at..], "name"));
    if let Some(author) = author {
        fields.insert("author".to_owned(), Value::String(author));
    }
    fields.insert("@type".to_owned(), Value::String("Article".to_owned()));
    Some(Value::Object(fields))
}

fn scraped(script: &str, name: &str) -> Option<String> {
    let key = format!("\"{name}\"");
    let rest = &script[script.find(&key)? + key.len()..];
    let rest = rest
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('"')?;
    let mut end = 0;
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        if c == '"' && !escaped {
            // A quotation mark that nobody escaped goes on; one that ends the string has a comma or bracket after it.
            let after = rest[at + 1..].trim_start();
            if after.is_empty() || after.starts_with([',', '}', ']']) {
                end = at;
                break;
            }
        }
        escaped = c == '\\' && !escaped;
        if at > 1_000 {
            break;
        }
    }
    (end > 0).then(|| rest[..end].replace("\\\"", "\"").replace("\\/", "/"))
}

/// All objects that may describe something, from arrays and graphs too.
fn collect<'a>(value: &'a Value, nodes: &mut Vec<&'a Map<String, Value>>) {
    let mut queue = vec![value];
    while let Some(value) = queue.pop() {
        if nodes.len() >= MOST_NODES {
            return;
        }
        match value {
            Value::Array(values) => queue.extend(values.iter().rev()),
            Value::Object(fields) => {
                nodes.push(fields);
                let inner = [
                    "@graph",
                    "mainEntity",
                    "mainEntityOfPage",
                    "hasPart",
                    "about",
                    "author",
                    "publisher",
                ];
                queue.extend(inner.iter().rev().filter_map(|name| fields.get(*name)));
            }
            _ => {}
        }
    }
}

fn has_type(node: &Map<String, Value>, endings: &[&str]) -> bool {
    let is = |kind: &Value| {
        kind.as_str()
            .is_some_and(|kind| endings.iter().any(|ending| kind.ends_with(ending)))
    };
    match node.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

/// The node that describes the article: the one named as the page is, else the first that has a headline.
fn choose<'a>(nodes: &[&'a Map<String, Value>], titles: &[&str]) -> Option<&'a Map<String, Value>> {
    const ARTICLES: [&str; 9] = [
        "Article",
        "Posting",
        "Report",
        "Review",
        "Recipe",
        "HowTo",
        "APIReference",
        "CreativeWork",
        "LiveBlogPosting",
    ];
    let articles = || {
        nodes
            .iter()
            .copied()
            .filter(|node| has_type(node, &ARTICLES))
    };
    let title =
        |node: &Map<String, Value>| string(node, "headline").or_else(|| string(node, "name"));
    articles()
        .find(|node| {
            title(node).is_some_and(|title| titles.iter().any(|known| similar(&title, known)))
        })
        .or_else(|| articles().find(|node| title(node).is_some()))
        .or_else(|| articles().next())
}

fn string(node: &Map<String, Value>, name: &str) -> Option<String> {
    let value = match node.get(name)? {
        Value::Array(values) => values.first()?,
        Value::Object(fields) => fields.get("@value").or_else(|| fields.get("name"))?,
        value => value,
    };
    Some(plain(value.as_str()?)).filter(|text| !text.is_empty())
}

/// The names of persons or bodies: a string, an object, a reference to one, or several.
fn names(value: Option<&Value>, nodes: &[&Map<String, Value>]) -> Vec<String> {
    let values: &[Value] = match value {
        Some(Value::Array(values)) => values,
        Some(value) => std::slice::from_ref(value),
        None => &[],
    };
    let mut found: Vec<String> = Vec::new();
    for value in values.iter().take(50) {
        let name = match value {
            Value::String(name) => Some(plain(name)),
            Value::Object(fields) => string(fields, "name").or_else(|| {
                let id = fields.get("@id")?;
                let known = nodes
                    .iter()
                    .find(|node| node.get("@id") == Some(id) && node.contains_key("name"))?;
                string(known, "name")
            }),
            _ => None,
        };
        if let Some(name) = name
            && !name.is_empty()
            && !found.contains(&name)
        {
            found.push(name);
        }
    }
    found
}

fn site_of(nodes: &[&Map<String, Value>]) -> Option<String> {
    let site = nodes.iter().find(|node| has_type(node, &["WebSite"]));
    let site = site.or_else(|| {
        nodes
            .iter()
            .find(|node| has_type(node, &["NewsMediaOrganization"]))
    });
    string(site?, "name")
}

fn address(value: Option<&Value>) -> Option<String> {
    let value = match value? {
        Value::Object(fields) => fields.get("@id").or_else(|| fields.get("url"))?,
        value => value,
    };
    let address = value.as_str()?.trim();
    (address.starts_with("http://") || address.starts_with("https://")).then(|| address.to_owned())
}

fn language(value: Option<&Value>) -> Option<String> {
    let value = match value? {
        Value::Array(values) => values.first()?,
        value => value,
    };
    match value {
        Value::Object(fields) => string(fields, "alternateName").or_else(|| string(fields, "name")),
        value => value.as_str().map(str::to_owned),
    }
}
