//! Owns what the names that pages give their elements tell: classes, ids, roles and labels, word by word.
//!
//! Only whole words count: `share-bar` is for sharing, `shareholders` are not. A word after *has*, *with*, *no* and the
//! like says something of what is inside or missing, not of the element.

/// What an element is by its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What readers wrote below.
    Comments,
    /// Asks to accept cookies and terms.
    Consent,
    /// Asks to subscribe to something.
    Newsletter,
    /// Buttons to pass the page on.
    Share,
    /// Leads to other articles.
    Related,
    /// Paid for.
    Ad,
    /// Menus, breadcrumbs, pages.
    Navigation,
    /// Printing, listening, saving, reading time.
    Tools,
    /// Key words.
    Tags,
    /// About the author.
    Bio,
    /// Imprint and rights.
    Imprint,
    /// There for screen readers.
    Unseen,
    /// Author line.
    Byline,
    /// When it was published.
    Date,
    /// The lead that stands between headline and text.
    Standfirst,
    /// A post of a social network.
    Post,
    /// Asks to pay to read on.
    Paywall,
    /// Author, date and the like in a box.
    About,
}

impl Kind {
    /// Whether elements of this kind are no part of the article.
    pub(super) const fn is_clutter(self) -> bool {
        !matches!(
            self,
            Self::Byline | Self::Date | Self::Standfirst | Self::Post | Self::Paywall
        )
    }

    /// Whether elements so named are sometimes part of the article all the same: then running text in them counts.
    pub(super) const fn is_doubtful(self) -> bool {
        matches!(
            self,
            Self::Related
                | Self::Share
                | Self::Newsletter
                | Self::Ad
                | Self::Tools
                | Self::Tags
                | Self::Bio
                | Self::Unseen
                | Self::About
                | Self::Imprint
        )
    }
}

/// Reads the words of names; keeps its buffer.
#[derive(Default)]
pub(super) struct Names {
    words: String,
    ends: Vec<usize>,
}

/// Longer lists of names are cut.
const MOST: usize = 600;

impl Names {
    /// Forgets the words read before.
    pub(super) fn clear(&mut self) {
        self.words.clear();
        self.ends.clear();
    }

    /// Reads the words of an id, unless they are many: then it is made of the words of a heading.
    pub(super) fn read_id(&mut self, value: &str) {
        if value.split(|c: char| !c.is_alphanumeric()).count() <= 3 {
            self.read(value);
        }
    }

    /// Reads the words of `value`, in lower case: split at all but letters and digits, and where case changes.
    pub(super) fn read(&mut self, value: &str) {
        let mut previous = ' ';
        for c in value.chars().take(MOST) {
            if c.is_alphanumeric() {
                if c.is_ascii_uppercase() && previous.is_ascii_lowercase() {
                    self.end_word();
                }
                if c.is_ascii() {
                    self.words.push(c.to_ascii_lowercase());
                } else {
                    self.words.extend(c.to_lowercase());
                }
            } else {
                self.end_word();
                if c.is_whitespace() {
                    // The word before belongs to another name.
                    self.ends.push(self.words.len());
                }
            }
            previous = c;
        }
        self.end_word();
        self.ends.push(self.words.len());
    }

    fn end_word(&mut self) {
        let start = self.ends.last().copied().unwrap_or_default();
        if self.words.len() > start {
            self.ends.push(self.words.len());
        }
    }

    /// The words; an empty one stands between names.
    fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let word = &self.words[start..*end];
            start = *end;
            word
        })
    }

    /// Whether one of the words is in `wanted`.
    pub(super) fn any(&self, wanted: &[&str]) -> bool {
        self.iter().any(|word| wanted.contains(&word))
    }

    /// What the element is by these names; clutter first.
    pub(super) fn kind(&self) -> Option<Kind> {
        let mut found: Option<Kind> = None;
        let mut words = self.iter().peekable();
        let (mut before, mut before_that) = ("", "");
        while let Some(word) = words.next() {
            if word.is_empty() {
                (before, before_that) = ("", "");
                continue;
            }
            let next = words.peek().copied().unwrap_or_default();
            if !(is_about_others(before) || is_about_others(before_that) || is_absence(next))
                && let Some(kind) = pair(before, word).or_else(|| single(word, next))
                && found.is_none_or(|known| !known.is_clutter())
            {
                found = Some(kind);
            }
            (before_that, before) = (before, word);
        }
        found
    }
}

/// Words after which names say what is in an element, or not in it.
fn is_about_others(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "have"
            | "with"
            | "without"
            | "no"
            | "not"
            | "non"
            | "hasnt"
            | "hasnot"
            | "is"
            | "show"
            | "hide"
            | "enable"
            | "enabled"
            | "disable"
            | "disabled"
            | "contains"
            | "supports"
            | "allow"
            | "u"
            | "js"
    )
}

/// Words that say that something is not there.
fn is_absence(word: &str) -> bool {
    matches!(
        word,
        "free" | "enabled" | "disabled" | "open" | "closed" | "loaded"
    )
}

/// Two words that tell together what neither tells alone.
fn pair(first: &str, second: &str) -> Option<Kind> {
    Some(match (first, second) {
        ("read" | "more", "more" | "on" | "from" | "stories" | "news" | "articles" | "like")
        | ("most", "read" | "popular" | "viewed" | "shared" | "recent")
        | ("also", "like" | "read" | "see" | "on")
        | (
            "see" | "lire" | "leggi" | "leia" | "lees" | "les" | "läs" | "ler",
            "also" | "aussi" | "anche" | "tambem" | "ook" | "også" | "också" | "mais",
        )
        | ("up", "next")
        | (
            "next" | "previous" | "other" | "latest" | "top" | "trending" | "recommended"
            | "suggested",
            "article" | "articles" | "story" | "stories" | "post" | "posts" | "news",
        )
        | ("related" | "recommended" | "similar", _)
        | ("in", "depth") => Kind::Related,
        ("sign", "up")
        | ("mailing", "list")
        | ("email" | "mail", "capture" | "signup" | "form" | "alerts") => Kind::Newsletter,
        (
            "comment" | "comments",
            "list" | "section" | "form" | "area" | "thread" | "body" | "box" | "wrapper" | "count"
            | "container" | "item" | "text" | "content" | "respond",
        ) => Kind::Comments,
        (
            "social",
            "share" | "sharing" | "links" | "icons" | "buttons" | "bar" | "media" | "nav"
            | "follow" | "tools",
        )
        | ("follow", "us" | "links" | "buttons")
        | ("copy", "link") => Kind::Share,
        ("skip", "link" | "links" | "to" | "nav")
        | ("back", "top")
        | ("table", "contents")
        | ("post" | "article", "navigation") => Kind::Navigation,
        ("sr" | "screenreader", "only")
        | ("visually" | "visibility", "hidden")
        | ("screen", "reader") => Kind::Unseen,
        (
            "print" | "listen" | "save" | "bookmark" | "font",
            "button" | "btn" | "link" | "article" | "size" | "icon" | "bar",
        )
        | ("read" | "reading", "time" | "duration")
        | ("audio", "player")
        | ("text", "speech")
        | ("article" | "story" | "post", "tools" | "actions" | "toolbar") => Kind::Tools,
        ("tag" | "topic" | "keyword", "list" | "cloud" | "links" | "container")
        | ("article" | "post" | "entry" | "story", "tags" | "topics" | "tag") => Kind::Tags,
        (
            "author" | "about",
            "bio" | "box" | "card" | "author" | "description" | "profile" | "about",
        ) => Kind::Bio,
        ("pay" | "subscribe" | "subscription" | "subscriber" | "premium" | "reg", "wall") => {
            Kind::Paywall
        }
        ("article" | "post" | "entry" | "story", "info" | "meta" | "metadata" | "details") => {
            Kind::About
        }
        ("by", "line") => Kind::Byline,
        ("sub", "title" | "headline" | "heading")
        | (
            "article" | "story" | "post" | "entry",
            "summary" | "intro" | "lead" | "lede" | "dek" | "deck" | "standfirst" | "subtitle"
            | "excerpt" | "description",
        ) => Kind::Standfirst,
        (
            "ad" | "ads" | "advert",
            "slot" | "unit" | "container" | "wrapper" | "banner" | "box" | "label" | "block"
            | "break",
        ) => Kind::Ad,
        _ => return None,
    })
}

/// Words that tell by themselves.
fn single(word: &str, next: &str) -> Option<Kind> {
    Some(match word {
        "comments"
        | "commentlist"
        | "disqus"
        | "commentform"
        | "kommentare"
        | "commentaires"
        | "comentarios"
        | "comentários"
        | "reacties"
        | "commenti"
        | "komentarze"
        | "комментарии" => Kind::Comments,
        "cookie" | "cookies" | "consent" | "gdpr" | "ccpa" | "onetrust" | "cookiebot"
        | "cookiebanner" | "didomi" | "cookienotice" | "cookielaw" | "dsgvo" | "rgpd" => {
            Kind::Consent
        }
        "newsletter" | "newsletters" | "signup" | "subscribe" | "subscription" | "optin"
        | "mc4wp" | "mailinglist" | "infolettre" | "boletin" | "nieuwsbrief" | "рассылка" => {
            Kind::Newsletter
        }
        "share"
        | "sharing"
        | "sharebar"
        | "sharetools"
        | "sharebuttons"
        | "sharedaddy"
        | "addthis"
        | "addtoany"
        | "socialshare"
        | "teilen"
        | "partager"
        | "compartir"
        | "compartilhar"
        | "condividi"
        | "delen"
        | "поделиться" => Kind::Share,
        "related" | "recirc" | "recirculation" | "outbrain" | "taboola" | "zergnet"
        | "revcontent" | "readmore" | "mostread" | "mostpopular" | "trending"
        | "recommendations" | "recommended" | "recommendation" | "seealso" | "upnext"
        | "relatedcontent" | "relatedarticles" | "relatedlinks" | "relatedposts"
        | "relacionadas" | "relacionados" | "relacionado" | "verwandte" | "correlati"
        | "gerelateerd" | "similaires" | "powiązane" => Kind::Related,
        "ad" | "ads" | "advert" | "adverts" | "advertisement" | "advertising" | "adslot"
        | "adunit" | "adsbygoogle" | "adbox" | "adwrapper" | "adcontainer" | "adbanner" | "dfp"
        | "googletag" | "sponsored" | "sponsor" | "promo" | "werbung" | "anzeige" | "publicite"
        | "publicidad" | "publicidade" | "pubblicità" | "annons" | "reklama" | "реклама" => {
            Kind::Ad
        }
        "masthead" | "breadcrumb" | "breadcrumbs" | "navbar" | "nav" | "navigation" | "menu"
        | "pagination" | "pager" | "sitemap" | "skiplink" | "skiplinks" | "breadcrumblist" => {
            Kind::Navigation
        }
        "toolbar" | "printbutton" | "readtime" | "readingtime" | "textsize" | "fontsize" => {
            Kind::Tools
        }
        "tags" | "taglist" | "tagcloud" | "hashtags" | "keywords" => Kind::Tags,
        "authorbio" | "authorbox" | "bio" | "biography" => Kind::Bio,
        "copyright" | "footer" | "colophon" | "imprint" | "impressum" => Kind::Imprint,
        "visuallyhidden" | "offscreen" => Kind::Unseen,
        "byline" | "bylines" | "writtenby" | "autor" | "auteur" | "autore" | "auteurs"
        | "autores" => Kind::Byline,
        "author" | "authors"
            if !matches!(next, "image" | "photo" | "avatar" | "social" | "links") =>
        {
            Kind::Byline
        }
        "dateline" | "pubdate" | "timestamp" | "published" | "date" | "datum" | "fecha" => {
            Kind::Date
        }
        "standfirst" | "deck" | "ingress" | "dek" | "lede" | "subtitle" | "subheadline"
        | "subhead" | "vorspann" | "chapo" | "chapeau" | "entradilla" | "sommario" => {
            Kind::Standfirst
        }
        "paywall" | "regwall" | "paygate" => Kind::Paywall,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(names: &str) -> Option<Kind> {
        let mut words = Names::default();
        words.read(names);
        words.kind()
    }

    #[test]
    fn names_tell_by_whole_words() {
        assert_eq!(kind("c-share-bar"), Some(Kind::Share));
        assert_eq!(kind("shareholders"), None);
        assert_eq!(kind("ArticleBody_commentList__x1"), Some(Kind::Comments));
        assert_eq!(kind("related"), Some(Kind::Related));
        assert_eq!(kind("most  read"), None);
        assert_eq!(kind("block most-read"), Some(Kind::Related));
        assert_eq!(kind("article-body"), None);
        assert_eq!(kind("adSlot"), Some(Kind::Ad));
        assert_eq!(kind("AD-slot"), Some(Kind::Ad));
    }

    #[test]
    fn what_an_element_has_is_not_what_it_is() {
        for names in [
            "has-comments",
            "story--with-related-items",
            "no-ads",
            "ad-free",
        ] {
            assert_eq!(kind(names), None, "{names}");
        }
    }

    #[test]
    fn clutter_is_told_before_the_rest() {
        assert_eq!(kind("byline share"), Some(Kind::Share));
        assert_eq!(kind("byline"), Some(Kind::Byline));
    }
}
