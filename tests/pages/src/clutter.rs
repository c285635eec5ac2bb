//! Owns what surrounds an article on a page: styles, scripts, menus, teasers, comments, notices; made up from lists of
//! words, by dice that always fall alike for a page of the same name.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Lists of words by language and kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clutter {
    lists: BTreeMap<(String, String), Vec<String>>,
}

/// Numbers that look random and are not.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn of(name: &str) -> Self {
        // FNV-1a.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(hash | 1)
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        // Xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let end = end.max(1) as u64;
        usize::try_from((self.0 >> 11) % end).unwrap_or_default()
    }

    fn one<'a>(&mut self, of: &'a [&'a str]) -> &'a str {
        let at = self.below(of.len());
        of.get(at).copied().unwrap_or_default()
    }

    fn hash(&mut self) -> String {
        const DIGITS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        let first = self.below(26);
        let rest: Vec<usize> = (0..5).map(|_| self.below(DIGITS.len())).collect();
        std::iter::once(first)
            .chain(rest)
            .map(|at| char::from(DIGITS[at]))
            .collect()
    }
}

impl Clutter {
    /// Reads `LANGUAGE.txt` files: `[kind]` and then one entry a line.
    pub(crate) fn load(folder: &Path) -> Result<Self, String> {
        let mut lists: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for path in crate::files(folder, "txt")? {
            let mut kind = String::new();
            for line in crate::text(&path)?.lines().map(str::trim) {
                if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                    name.clone_into(&mut kind);
                } else if !line.is_empty() {
                    let key = (crate::stem(&path), kind.clone());
                    lists.entry(key).or_default().push(line.to_owned());
                }
            }
        }
        Ok(Self { lists })
    }

    fn list(&self, language: &str, kind: &str) -> &[String] {
        let primary = language.split('-').next().unwrap_or_default();
        let of = |language: &str| self.lists.get(&(language.to_owned(), kind.to_owned()));
        of(primary).or_else(|| of("en")).map_or(&[], Vec::as_slice)
    }

    /// `count` entries of a list, beginning anywhere.
    fn some(&self, language: &str, kind: &str, count: usize, dice: &mut Dice) -> Vec<&str> {
        let list = self.list(language, kind);
        let start = dice.below(list.len());
        let entries = list.iter().map(String::as_str).cycle().skip(start);
        entries
            .take(if list.is_empty() { 0 } else { count })
            .collect()
    }

    /// What goes to a place of a template, if the place is one of these.
    pub(crate) fn place(
        &self,
        name: &str,
        argument: &str,
        language: &str,
        dice: &mut Dice,
    ) -> Option<String> {
        let number = || argument.parse::<usize>().unwrap_or(1);
        Some(match name {
            "hash" => dice.hash(),
            "number" => dice.below(900_000).to_string(),
            "css" => css(number() * 1024, dice),
            "js" => js(number() * 1024, dice),
            "data" => self.data(number() * 1024, language, dice),
            "svg" => svg(dice),
            "menu" => self.menu(number(), language, dice),
            "links" => self.links(number(), language, dice),
            "teasers" => self.teasers(number(), language, dice),
            "headlines" => self.headlines(number(), language, dice),
            "comments" => self.comments(number(), language, dice),
            "word" => {
                let entry = self.some(language, argument, 1, dice);
                escape(entry.first()?)
            }
            "cookie" | "newsletter" | "ad" | "share" | "subscribe" | "footer" | "paywall" => {
                let template = self.list("markup", name);
                let at = dice.below(template.len());
                let mut markup = template.get(at)?.clone();
                let words = self.list(language, name);
                for (nth, words) in words.iter().enumerate() {
                    markup = markup.replace(&format!("${}", nth + 1), &escape(words));
                }
                markup.replace("$HASH", &dice.hash())
            }
            _ => return None,
        })
    }

    fn links(&self, count: usize, language: &str, dice: &mut Dice) -> String {
        let words = self.some(language, "menu", count, dice);
        let links = words.iter().map(|word| {
            format!(
                "<li><a href=\"/{}/\">{}</a></li>",
                dice.below(999),
                escape(word)
            )
        });
        links.collect()
    }

    /// A menu of groups of links.
    fn menu(&self, groups: usize, language: &str, dice: &mut Dice) -> String {
        let mut out = String::from("<ul class=\"menu\">");
        for group in self.some(language, "menu", groups, dice) {
            let count = 4 + dice.below(6);
            let links = self.links(count, language, dice);
            let (id, group) = (dice.below(9999), escape(group));
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "<li class=\"menu-item menu-item-{id}\"><a href=\"/s/{id}\" data-track=\"nav:{id}\" aria-haspopup=\"true\">{group}</a><button type=\"button\" aria-expanded=\"false\" aria-label=\"{group}\">{}</button><ul class=\"sub-menu\">{links}</ul></li>",
                svg(dice)
            );
        }
        out.push_str("</ul>");
        out
    }

    fn teasers(&self, count: usize, language: &str, dice: &mut Dice) -> String {
        let mut out = String::new();
        for entry in self.some(language, "teasers", count, dice) {
            let (title, summary) = entry.split_once(" | ").unwrap_or((entry, ""));
            let (id, hash) = (dice.below(99_999), dice.hash());
            let _ = writeln!(
                out,
                "<div class=\"card card--{hash}\"><a class=\"card__link\" href=\"/news/{id}\" data-id=\"{id}\"><picture><source srcset=\"/t/{id}-320.webp 320w, /t/{id}-640.webp 640w\" type=\"image/webp\"><img loading=\"lazy\" src=\"/t/{id}.jpg\" alt=\"\" width=\"320\" height=\"180\"></picture><h3 class=\"card__title\">{}</h3></a><p class=\"card__text\">{}</p><span class=\"card__time\">{} h</span></div>",
                escape(title),
                escape(summary),
                1 + dice.below(20)
            );
        }
        out
    }

    fn headlines(&self, count: usize, language: &str, dice: &mut Dice) -> String {
        let entries = self.some(language, "teasers", count, dice);
        let items = entries.iter().map(|entry| {
            let title = entry.split(" | ").next().unwrap_or_default();
            let id = dice.below(99_999);
            format!("<li><a href=\"/news/{id}\">{}</a></li>\n", escape(title))
        });
        items.collect()
    }

    fn comments(&self, count: usize, language: &str, dice: &mut Dice) -> String {
        let mut out = String::new();
        for entry in self.some(language, "comments", count, dice) {
            let (name, words) = entry.split_once(" | ").unwrap_or(("Guest", entry));
            let id = dice.below(999_999);
            let _ = writeln!(
                out,
                "<li id=\"comment-{id}\" class=\"comment depth-{}\"><article id=\"div-comment-{id}\" class=\"comment-body\"><footer class=\"comment-meta\"><div class=\"comment-author vcard\"><img alt=\"\" src=\"/avatar/{id}?s=56\" class=\"avatar\" height=\"56\" width=\"56\"><b class=\"fn\">{}</b></div><div class=\"comment-metadata\"><a href=\"#comment-{id}\"><time datetime=\"2026-0{}-1{}T1{}:2{}:00+00:00\">{}:4{}</time></a></div></footer><div class=\"comment-content\"><p>{}</p></div><div class=\"reply\"><a rel=\"nofollow\" class=\"comment-reply-link\" href=\"#comment-{id}\">↩ {}</a></div></article></li>",
                1 + dice.below(3),
                escape(name),
                1 + dice.below(9),
                dice.below(10),
                dice.below(10),
                dice.below(10),
                8 + dice.below(14),
                dice.below(10),
                escape(words),
                dice.below(40),
            );
        }
        out
    }

    /// What a program left in the page for itself.
    fn data(&self, bytes: usize, language: &str, dice: &mut Dice) -> String {
        let mut out = String::from("{\"buildId\":\"");
        out.push_str(&dice.hash());
        out.push_str("\",\"items\":[");
        let teasers = self.list(language, "teasers");
        while out.len() < bytes {
            let at = dice.below(teasers.len());
            let entry = teasers.get(at).map_or("", String::as_str);
            let (title, summary) = entry.split_once(" | ").unwrap_or((entry, ""));
            let _ = write!(
                out,
                "{{\"id\":{},\"__typename\":\"Teaser\",\"slug\":\"{}\",\"headline\":{},\"summary\":{},\"premium\":{},\"renditions\":[{{\"w\":320,\"u\":\"/t/{}.webp\"}},{{\"w\":640,\"u\":\"/t/{}.webp\"}}]}},",
                dice.below(9_999_999),
                dice.hash(),
                json(title),
                json(summary),
                dice.below(2) == 0,
                dice.hash(),
                dice.hash()
            );
        }
        out.push_str("null]}");
        out
    }
}

fn css(bytes: usize, dice: &mut Dice) -> String {
    const RULES: [&str; 16] = [
        "display:flex;align-items:center;justify-content:space-between",
        "margin:0 auto;max-width:1240px;padding:0 16px",
        "font:400 1.125rem/1.6 Georgia,\"Times New Roman\",serif;color:#1b1b1b",
        "position:absolute;inset:0;opacity:.5;transition:opacity .2s ease-in-out",
        "background:#fff;border:1px solid rgba(0,0,0,.12);border-radius:4px",
        "grid-template-columns:repeat(12,minmax(0,1fr));column-gap:24px",
        "text-transform:uppercase;letter-spacing:.08em;font-weight:700",
        "overflow:hidden;text-overflow:ellipsis;white-space:nowrap",
        "color:var(--c-accent,#a4001d);text-decoration:none",
        "content:\"\";display:block;padding-top:56.25%",
        "list-style:none;margin:0;padding:0",
        "box-shadow:0 2px 8px rgba(0,0,0,.2);z-index:1000",
        "width:1px;height:1px;clip:rect(0 0 0 0);overflow:hidden",
        "aspect-ratio:16/9;object-fit:cover;width:100%",
        "border-top:3px double currentColor;padding-block:1rem",
        "animation:fade .3s both;will-change:transform",
    ];
    const PARTS: [&str; 8] = [
        "", "__inner", "--wide", ":hover", ">a", " li+li", "::before", " img",
    ];
    let mut out = String::with_capacity(bytes + 200);
    while out.len() < bytes {
        let (hash, part, rule) = (dice.hash(), dice.one(&PARTS), dice.one(&RULES));
        let _ = match dice.below(9) {
            0 => write!(
                out,
                "@media (min-width:{}px){{.{hash}{part}{{{rule}}}}}",
                480 + dice.below(900)
            ),
            _ => write!(out, ".{hash}{part}{{{rule}}}"),
        };
    }
    out
}

fn js(bytes: usize, dice: &mut Dice) -> String {
    const LINES: [&str; 14] = [
        "window.$H=window.$H||[];$H.push(function(){$H.enable({lazy:!0,refresh:30})});",
        "!function(e,t){var n=e.getElementsByTagName(t)[0],r=e.createElement(t);r.async=1;r.src='/js/$H.min.js';n.parentNode.insertBefore(r,n)}(document,'script');",
        "var $H={slot:'article_mid',sizes:[[300,250],[728,90],[970,250]],targeting:{pos:'mid',kw:['news','local']}};",
        "if(!('IntersectionObserver'in window)){document.documentElement.className+=' no-io'}",
        "function $H(a,b){return a&&a.length?a.reduce(function(c,d){return c+(d<b?1:0)},0):null}",
        "document.addEventListener('DOMContentLoaded',function(){var m=document.querySelector('.js-$H');m&&m.addEventListener('click',function(e){e.preventDefault();m.classList.toggle('is-open')})});",
        "try{localStorage.setItem('$H',String(1))}catch(e){}",
        "var html='<div class=\"promo\"><p>Read more in the app</p></div>';",
        "dataLayer.push({event:'pageview',page:{type:'article',premium:false,words:$N}});",
        "for(var i=0;i<$N%7;i++){(function(k){setTimeout(function(){performance.mark('$H'+k)},k*10)})(i)}",
        "/* consent */ window.__tcf=function(c,v,f){f&&f({gdprApplies:!0,tcString:'$H$H$H'},!0)};",
        "const $H=(t=>({...t,ready:!0}))({v:'$N',flags:{dark:1,ab:'$H'}});",
        "var a$N=document.cookie.match(/(?:^|; )$H=([^;]*)/);",
        "self.__chunks=self.__chunks||[];self.__chunks.push([$N,{'$H':(e,t,n)=>{n.d(t,{Z:()=>r});const r=n($N)}}]);",
    ];
    let mut out = String::with_capacity(bytes + 300);
    while out.len() < bytes {
        let line = dice.one(&LINES).replace("$H", &dice.hash());
        out.push_str(&line.replace("$N", &dice.below(9_999).to_string()));
        out.push('\n');
    }
    out
}

fn svg(dice: &mut Dice) -> String {
    let mut path = String::new();
    for _ in 0..4 + dice.below(6) {
        let _ = write!(
            path,
            "l{}.{} {}.{}",
            dice.below(20),
            dice.below(99),
            dice.below(20),
            dice.below(99)
        );
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><title>icon</title><path d=\"M12 4{path}z\"/></svg>"
    )
}

/// Words as text or attribute of HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Words as a string of JSON that may stand in a script.
pub(crate) fn json(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", text.replace('\n', "\\n").replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dice_fall_alike_for_the_same_name_only() {
        let rolled = |name: &str| css(2_000, &mut Dice::of(name));
        assert_eq!(rolled("a"), rolled("a"));
        assert_ne!(rolled("a"), rolled("b"));
        assert!(rolled("a").len() >= 2_000);
    }

    #[test]
    fn a_string_of_json_never_ends_the_script_it_stands_in() {
        assert_eq!(json("a\"</script>\\"), "\"a\\\"\\u003c/script>\\\\\"");
    }
}
