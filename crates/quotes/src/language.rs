//! Which language an article is written in, as far as quotation marks and words of saying depend on it.
//!
//! Owns [`Language`]: the declared one, else one told by script and by function words. The words of each are in
//! `languages/lexicon.rs`.

use hearsay_text::Article;

use crate::languages::Lexicon;

/// A language whose quoting conventions the engine knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, and whatever is too short or too mixed to tell: the model reads it.
    #[default]
    English,
    /// German: „…“, ‚…‘, »…«, and «…» in Switzerland.
    German,
    /// French: « … », dashes.
    French,
    /// Spanish: «…», “…”, dashes.
    Spanish,
    /// Italian: «…», “…”, dashes.
    Italian,
    /// Portuguese: “…”, «…», dashes.
    Portuguese,
    /// Dutch: ‘…’, “…”, „…”.
    Dutch,
    /// Swedish, and Danish and Norwegian, whose conventions are near enough: ”…”, »…», »…«, «…», dashes.
    Swedish,
    /// Finnish: ”…”, »…», dashes.
    Finnish,
    /// Polish: „…”, «…», dashes.
    Polish,
    /// Czech, and Slovak: „…“, »…«, dashes.
    Czech,
    /// Russian: «…», „…“, dashes.
    Russian,
    /// Ukrainian: «…», „…“, “…”, dashes.
    Ukrainian,
    /// Greek: «…», “…”, dashes.
    Greek,
    /// Turkish: “…”, ‘…’, dashes.
    Turkish,
    /// Arabic: «…», ”…“, “…”.
    Arabic,
    /// Hebrew: "…", ”…”, „…”, with gershayim inside words.
    Hebrew,
    /// Hindi: “…”, ‘…’.
    Hindi,
    /// Chinese: “…”, 「…」, 『…』.
    Chinese,
    /// Japanese: 「…」, 『…』.
    Japanese,
    /// Korean: “…”, ‘…’, 「…」.
    Korean,
    /// Any other that the article declares.
    Other,
}

use Language::{
    Arabic, Chinese, Czech, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi, Italian,
    Japanese, Korean, Other, Polish, Portuguese, Russian, Spanish, Swedish, Turkish, Ukrainian,
};

/// Primary language subtags (BCP 47) and their languages.
const TAGS: [(&str, Language); 26] = [
    ("en", English),
    ("de", German),
    ("fr", French),
    ("es", Spanish),
    ("it", Italian),
    ("pt", Portuguese),
    ("nl", Dutch),
    ("sv", Swedish),
    ("da", Swedish),
    ("nb", Swedish),
    ("nn", Swedish),
    ("no", Swedish),
    ("fi", Finnish),
    ("pl", Polish),
    ("cs", Czech),
    ("sk", Czech),
    ("ru", Russian),
    ("uk", Ukrainian),
    ("el", Greek),
    ("tr", Turkish),
    ("ar", Arabic),
    ("he", Hebrew),
    ("hi", Hindi),
    ("zh", Chinese),
    ("ja", Japanese),
    ("ko", Korean),
];

/// Frequent short words of English that few other languages spell so.
const ENGLISH: &str = " the of and to that for with said his from have has it this they at by be not who are in on as";

/// Languages in Latin script, whose little words tell them apart.
const LATIN: [Language; 11] = [
    German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Finnish, Polish, Czech, Turkish,
];

/// How many bytes of an article tell its language.
const SAMPLE: usize = 3000;

/// Fewest different function words that tell a language.
const FEWEST_DIFFERENT: usize = 4;

/// Fewest words of Latin script that tell a language.
const FEWEST_WORDS: usize = 8;

impl Language {
    /// The language of `article`: the one it declares, unless its script is another; else the one that its first
    /// thousands of characters look like. Text that is short or looks like none counts as English.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let mut end = article.text.len().min(SAMPLE);
        while !article.text.is_char_boundary(end) {
            end -= 1;
        }
        let sample = &article.text[..end];
        let declared = article
            .metadata
            .language
            .as_deref()
            .and_then(Self::declared);
        match (declared, by_script(sample)) {
            (Some(declared), script) if declared == Other || declared.shares_script(script) => {
                declared
            }
            (_, Some(found)) => found,
            _ => by_function_words(sample),
        }
    }

    /// The language that a BCP 47 tag names; `None` for one that names none (`und`, `mul`, `zxx`).
    #[must_use]
    pub fn declared(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
        if !matches!(primary.len(), 2 | 3) || matches!(&*primary, "und" | "mul" | "zxx" | "mis") {
            return None;
        }
        let known = TAGS.iter().find(|(tag, _)| *tag == primary);
        Some(known.map_or(Other, |known| known.1))
    }

    /// Whether text in this language may be in the script that `script` is written in (`None`: Latin).
    fn shares_script(self, script: Option<Self>) -> bool {
        match script {
            None => LATIN.contains(&self) || self == English,
            Some(Russian | Ukrainian) => matches!(self, Russian | Ukrainian),
            // Korean and Japanese may be written in Chinese characters.
            Some(Chinese | Japanese | Korean) => matches!(self, Chinese | Japanese | Korean),
            Some(other) => self == other,
        }
    }

    /// Whether a dash at the start of a paragraph opens speech.
    pub(crate) const fn has_dashes(self) -> bool {
        !matches!(
            self,
            English | German | Dutch | Arabic | Hebrew | Hindi | Chinese | Japanese | Korean
        )
    }

    /// Whether « and » can stand on either side, so that the letters beside them decide: »…« and »…».
    pub(crate) const fn turns_guillemets(self) -> bool {
        matches!(
            self,
            English | German | Dutch | Swedish | Finnish | Polish | Czech | Other
        )
    }

    /// Whether “ and ” can stand on either side: „…“, ”…”, ”…“.
    pub(crate) const fn turns_curly(self) -> bool {
        matches!(
            self,
            German
                | Dutch
                | Swedish
                | Finnish
                | Polish
                | Czech
                | Russian
                | Ukrainian
                | Greek
                | Arabic
                | Hebrew
                | Other
        )
    }

    /// Whether ’ opens as well as closes: ’…’.
    pub(crate) const fn opens_with_right_single(self) -> bool {
        matches!(self, Swedish | Finnish)
    }

    /// Whether words are written without spaces between them.
    pub(crate) const fn is_spaceless(self) -> bool {
        matches!(self, Chinese | Japanese)
    }

    /// Whether the verb of saying ends the sentence, after the quote.
    pub(crate) const fn puts_verb_last(self) -> bool {
        matches!(self, Turkish | Hindi | Japanese | Korean)
    }

    /// Whether the script has capital letters.
    pub(crate) const fn has_case(self) -> bool {
        !matches!(self, Arabic | Hebrew | Hindi | Chinese | Japanese | Korean)
    }
}

/// The language that the script of most letters tells; `None` for Latin script and for no letters.
fn by_script(sample: &str) -> Option<Language> {
    const SCRIPTS: [Language; 9] = [
        Russian, Greek, Arabic, Hebrew, Hindi, Chinese, Japanese, Korean, Ukrainian,
    ];
    let (mut counts, mut n_latin) = ([0_u32; SCRIPTS.len()], 0_u32);
    for c in sample.chars() {
        let script = match c {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => {
                n_latin += 1;
                continue;
            }
            'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ' => 8,
            '\u{400}'..='\u{52f}' => 0,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 1,
            '\u{600}'..='\u{6ff}' => 2,
            '\u{5d0}'..='\u{5ea}' => 3,
            '\u{900}'..='\u{97f}' => 4,
            '\u{3400}'..='\u{9fff}' => 5,
            '\u{3040}'..='\u{30ff}' => 6,
            '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => 7,
            _ => continue,
        };
        counts[script] += 1;
    }
    // A character of the east stands for two or three letters.
    let n_eastern = counts[5] + counts[6] + counts[7];
    if n_latin >= counts.iter().sum::<u32>() + n_eastern {
        return None;
    }
    let [cyrillic, .., ukrainian] = counts;
    let most = (0..8).max_by_key(|nth| (counts[*nth], std::cmp::Reverse(*nth)))?;
    Some(match SCRIPTS[most] {
        // The letters that only Ukrainian has make up a tenth of it.
        Russian if ukrainian * 30 > cyrillic => Ukrainian,
        // Japanese is never without kana for long.
        Chinese if counts[6] * 12 > counts[5] => Japanese,
        other => other,
    })
}

fn by_function_words(sample: &str) -> Language {
    let words: Vec<String> = sample
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_english = |word: &&String| ENGLISH.split(' ').any(|known| known == **word);
    let n_english = words.iter().filter(is_english).count();
    // The common case without a look at the others.
    if words.len() < FEWEST_WORDS || n_english * 6 >= words.len() {
        return English;
    }
    let mut best = (0, English);
    for language in LATIN {
        let lexicon = Lexicon::of(language);
        let (mut n, mut different) = (0, Vec::new());
        for word in words.iter().filter(|word| lexicon.classes(word) > 1) {
            n += 1;
            // One word over and over is a name or a refrain: *de la Cruz*.
            if different.len() < FEWEST_DIFFERENT && !different.contains(&word) {
                different.push(word);
            }
        }
        if n > best.0 && different.len() == FEWEST_DIFFERENT {
            best = (n, language);
        }
    }
    let (n_best, language) = best;
    let is_clear = n_best * 8 >= words.len() && n_best >= n_english * 2;
    if is_clear { language } else { English }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(declared: Option<&str>, text: &str) -> Language {
        let mut article = Article::verbatim(text);
        article.metadata.language = declared.map(str::to_owned);
        Language::of(&article)
    }

    #[test]
    fn every_language_is_told_by_a_sentence_or_two() {
        for (language, text) in [
            (
                English,
                "The bridge over the river is old, and the city has no money to mend it this year.",
            ),
            (
                German,
                "Die Brücke über den Fluss ist alt, und die Stadt hat in diesem Jahr kein Geld für eine neue.",
            ),
            (
                French,
                "Le pont sur la rivière est vieux et la ville ne trouve pas un sou pour le réparer.",
            ),
            (
                Spanish,
                "El puente sobre el río es viejo y la ciudad no tiene dinero para arreglarlo este año.",
            ),
            (
                Italian,
                "Il ponte sul fiume è vecchio e la città non ha i soldi per ripararlo, anche se sono pochi.",
            ),
            (
                Portuguese,
                "A ponte sobre o rio é velha e a cidade não tem dinheiro para uma nova.",
            ),
            (
                Dutch,
                "De brug over de rivier is oud en de stad heeft dit jaar geen geld voor een nieuwe.",
            ),
            (
                Swedish,
                "Bron över floden är gammal och staden har inte råd att laga den i år.",
            ),
            (
                Finnish,
                "Joen silta on vanha, eikä kaupungilla ole rahaa sen korjaamiseen, mutta se on auki ja hän tietää sen.",
            ),
            (
                Polish,
                "Most na rzece jest stary, a miasto nie ma w tym roku pieniędzy, żeby go naprawić do końca.",
            ),
            (
                Czech,
                "Most přes řeku je starý a město na jeho opravu v tomto roce nemá peníze, ale je to za námi.",
            ),
            (
                Turkish,
                "Nehrin üzerindeki köprü çok eski ve belediyenin bu yıl onarım için parası yok, daha sonra bir yol bulunacak.",
            ),
            (Russian, "Мост через реку старый."),
            (Ukrainian, "Міст через річку старий, і місто не має грошей."),
            (Greek, "Η γέφυρα είναι παλιά."),
            (Arabic, "الجسر قديم جدا."),
            (Hebrew, "הגשר ישן מאוד."),
            (Hindi, "पुल बहुत पुराना है।"),
            (Chinese, "这座桥很旧。"),
            (Japanese, "橋は古い。"),
            (Korean, "다리가 낡았다."),
        ] {
            assert_eq!(of(None, text), language, "{text}");
        }
    }

    #[test]
    fn a_declared_language_wins_over_a_look_at_the_words() {
        assert_eq!(of(Some("de-CH"), "Ja."), German);
        assert_eq!(of(Some("PT_br"), "Ja."), Portuguese);
        assert_eq!(of(Some("ro"), "Nu."), Other);
    }

    #[test]
    fn a_declared_language_in_another_script_is_a_mistake() {
        assert_eq!(of(Some("en"), "Мост через реку старый."), Russian);
        assert_eq!(of(Some("ja"), "The bridge is old."), English);
    }

    #[test]
    fn what_says_too_little_counts_as_english() {
        for text in [
            "",
            "¡Sí!",
            "“Ja”, sagte er.",
            "Ana Ruiz de la Cruz met Pedro de los Santos in Osk on Monday morning.",
        ] {
            assert_eq!(of(None, text), English, "{text}");
            assert_eq!(of(Some("und"), text), English, "{text}");
        }
    }
}
