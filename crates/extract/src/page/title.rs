//! Owns the headline: the best of what a page offers, without the name of the site.

use super::metadata::meta;
use super::scan::Scan;
use super::words::{normal, plain, similar};

/// Signs that part a headline from the name of the site.
const SEPARATORS: [&str; 12] = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " › ", " · ", " • ", " / ", "｜",
];

pub(super) fn decide(
    scan: &Scan<'_>,
    json: Option<&str>,
    og: Option<&str>,
    site: Option<&str>,
) -> Option<String> {
    let names = site_names(scan, site);
    let page = scan.title.as_deref().map(plain);
    let core = meta(scan, &["dc:title", "dcterms:title"]);
    let other = meta(
        scan,
        &[
            "twitter:title",
            "parsely-title",
            "sailthru.title",
            "dc.title",
            "dcterms.title",
            "citation_title",
            "title",
            "weibo:article:title",
        ],
    );
    let declared = [json.map(plain), core, og.map(plain), other];
    for candidate in declared.into_iter().flatten() {
        // A page title said twice is no more of a headline.
        if json.is_none() && page.as_ref() == Some(&candidate) {
            continue;
        }
        let candidate = without_site(&candidate, &names, scan);
        if candidate.is_empty() || names.iter().any(|name| *name == normal(&candidate)) {
            continue;
        }
        return Some(in_full(&candidate, scan).unwrap_or(candidate));
    }
    let headline = best_headline(scan, page.as_deref());
    let Some(page) = page else {
        return headline;
    };
    if let Some(headline) = headline
        && normal(&page).contains(&normal(&headline))
        && normal(&headline).len() * 3 >= normal(&page).len()
    {
        return Some(headline);
    }
    let cut = without_site(&page, &names, scan);
    if cut != page {
        return Some(cut);
    }
    if let Some(shown) = shown_part(&page, &names, scan) {
        return Some(shown);
    }
    Some(without_last_part(&page)).filter(|title| !title.is_empty())
}

/// The names by which the site may call itself.
fn site_names(scan: &Scan<'_>, site: Option<&str>) -> Vec<String> {
    let metas = [
        "og:site_name",
        "application-name",
        "apple-mobile-web-app-title",
        "twitter:site",
        "publisher",
    ];
    let mut names: Vec<String> = metas
        .iter()
        .filter_map(|name| meta(scan, &[name]))
        .chain(site.map(str::to_owned))
        .collect();
    let address = scan.canonical.clone().or_else(|| meta(scan, &["og:url"]));
    if let Some(address) = address {
        let host = address
            .split_once("//")
            .map_or("", |(_, rest)| rest)
            .split('/')
            .next()
            .unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host);
        names.push(host.to_owned());
        names.extend(
            host.rsplit('.')
                .nth(1)
                .filter(|label| label.len() > 2)
                .map(str::to_owned),
        );
    }
    names
        .iter()
        .map(|name| normal(name))
        .filter(|name| !name.is_empty())
        .collect()
}

/// `title` without the name of the site before or after it, unless the headline in the page has it too.
fn without_site(title: &str, names: &[String], scan: &Scan<'_>) -> String {
    if scan
        .headlines
        .iter()
        .any(|headline| normal(headline) == normal(title))
    {
        return title.to_owned();
    }
    let is_site = |part: &str| {
        let part = normal(part);
        let bare = |name: &str| name.strip_prefix("the ").unwrap_or(name).replace(' ', "");
        !part.is_empty()
            && names
                .iter()
                .any(|name| *name == part || bare(name) == bare(&part))
    };
    let mut title = title;
    for _ in 0..3 {
        let after = SEPARATORS
            .iter()
            .filter_map(|separator| title.rfind(separator).map(|at| (at, at + separator.len())))
            .max();
        let before = SEPARATORS
            .iter()
            .filter_map(|separator| title.find(separator).map(|at| (at, at + separator.len())))
            .min();
        if let Some((at, end)) = after
            && is_site(&title[end..])
        {
            title = title[..at].trim();
        } else if let Some((at, end)) = before
            && is_site(&title[..at])
        {
            title = title[end..].trim();
        } else {
            break;
        }
    }
    // The headline in the page may be all but a section or a site that we don't know by name.
    let shown = scan.headlines.iter().find(|headline| {
        let rest = title.strip_prefix(headline.as_str());
        rest.is_some_and(|rest| {
            SEPARATORS
                .iter()
                .any(|separator| rest.starts_with(separator.trim_end()))
        })
    });
    shown.map_or_else(|| title.to_owned(), String::clone)
}

/// A title that was cut short, as the page shows it.
fn in_full(title: &str, scan: &Scan<'_>) -> Option<String> {
    let start = title
        .strip_suffix('…')
        .or_else(|| title.strip_suffix("..."))?
        .trim_end();
    let candidates = scan
        .headlines
        .iter()
        .cloned()
        .chain(meta(scan, &["og:title", "twitter:title"]))
        .chain(scan.title.clone());
    candidates
        .filter(|full| full.starts_with(start) && !full.ends_with('…') && !full.ends_with("..."))
        .min_by_key(String::len)
}

/// The part of a page title that the page shows by itself near the top: *Site: Headline*, *Print: Headline*.
fn shown_part(title: &str, names: &[String], scan: &Scan<'_>) -> Option<String> {
    let parted = SEPARATORS.iter().chain(&[": "]).filter_map(|separator| {
        title
            .split_once(separator)
            .zip(title.rsplit_once(separator))
    });
    let parts: Vec<&str> = parted
        .flat_map(|((first, rest), (start, last))| [first, rest, start, last])
        .collect();
    parts
        .into_iter()
        .filter(|part| part.split_whitespace().count() >= 3 && !names.contains(&normal(part)))
        .filter(|part| {
            scan.early
                .iter()
                .chain(&scan.headlines)
                .any(|text| normal(text) == normal(part))
        })
        .max_by_key(|part| part.len())
        .map(|part| part.trim().to_owned())
}

/// The heading of level 1 that is the headline: that which the title of the page repeats, else the only one, else the
/// first that is not of the site.
fn best_headline(scan: &Scan<'_>, page: Option<&str>) -> Option<String> {
    let repeated = page.and_then(|page| {
        scan.headlines.iter().find(|headline| {
            similar(headline, page)
                || normal(page).starts_with(&normal(headline)) && normal(headline).contains(' ')
        })
    });
    repeated.or_else(|| scan.headlines.first()).cloned()
}

/// A page title without what is probably the name of the site: a short last part, when enough remains.
fn without_last_part(title: &str) -> String {
    let last = SEPARATORS
        .iter()
        .filter_map(|separator| title.rfind(separator).map(|at| (at, at + separator.len())))
        .max();
    if let Some((at, end)) = last {
        let (before, after) = (title[..at].trim(), title[end..].trim());
        let words = |text: &str| text.split_whitespace().count();
        if words(before) >= 3 && words(after) <= 4 && words(after) <= words(before) {
            return before.to_owned();
        }
    }
    title.trim().to_owned()
}
