//! Words of saying and the little words around them, language by language.
//!
//! Owns the lists alone. They were written for this project from general knowledge of each language: the commonest verbs
//! of saying in the finite forms that news uses, articles, subject pronouns, titles, and words that end a phrase. No
//! dictionary or corpus was copied. They are loaded with the page, so they are short. How they are used is in `phrase.rs`
//! and `attribution.rs`.

use crate::language::Language;

/// A verb of saying.
pub(super) const CUE: u32 = 1;
/// An auxiliary, clitic or adverb that stands beside the verb.
pub(super) const HELPER: u32 = 1 << 2;
/// An article or the like that begins a subject.
pub(super) const DETERMINER: u32 = 0b111 << 3;
/// A subject pronoun.
pub(super) const PRONOUN: u32 = 0b111 << 6;
/// *According to*.
pub(super) const ACCORDING: u32 = 1 << 9;
/// A word that no subject goes on over: a preposition of time or place, a conjunction, a day.
pub(super) const STOP: u32 = 1 << 10;
/// *That*.
pub(super) const THAT: u32 = 1 << 11;
/// A title or role before a name.
pub(super) const TITLE: u32 = 0b111 << 12;
/// A word that joins the parts of a name or role.
pub(super) const LINK: u32 = 1 << 15;
/// What is masculine, and what is feminine, among articles, pronouns and titles.
pub(super) const MASCULINE: u32 = 1 << 3 | 1 << 6 | 1 << 12;
pub(super) const FEMININE: u32 = MASCULINE << 1;

/// The classes of words in one language.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lexicon(&'static str);

impl Lexicon {
    pub(crate) fn of(language: Language) -> Self {
        let nth = (language as usize).wrapping_sub(Language::German as usize);
        Self(LEXICONS.split('\n').nth(nth).unwrap_or_default())
    }

    /// The classes of a word in lower case.
    pub(crate) fn classes(self, word: &str) -> u32 {
        let mut classes = 0;
        let endings = self.0.split('|').nth(1).unwrap_or_default();
        for (nth, list) in self.0.split('|').enumerate() {
            for entry in list.split(' ') {
                let is_it = match entry.strip_suffix('*') {
                    Some(stem) => word.strip_prefix(stem).is_some_and(|ending| {
                        ending.is_empty() || endings.split(' ').any(|known| known == ending)
                    }),
                    None => entry == word && !word.is_empty(),
                };
                if is_it {
                    classes |= 1 << nth;
                }
            }
        }
        // The endings are no words.
        classes & !ENDINGS
    }

    /// The longest verb or particle that `text` begins with, in bytes, for scripts without spaces.
    pub(super) fn prefix(self, text: &str) -> usize {
        let fits = |entry: &&str| text.as_bytes().starts_with(entry.as_bytes());
        let entries = self.0.split(['|', ' ']).filter(fits);
        entries.map(str::len).max().unwrap_or_default()
    }

    /// Whether `word` ends in a verb: Korean writes the particle of quotation to it.
    pub(super) fn ends_in_verb(self, word: &str) -> bool {
        let verbs = self.0.split('|').next().unwrap_or_default();
        verbs.split(' ').any(|verb| word.ends_with(verb))
    }

    /// Whether nouns stand without article as subjects.
    pub(super) fn has_bare_nouns(self) -> bool {
        self.0.split('|').skip(3).take(3).all(str::is_empty)
    }
}

/// The second field: endings of verbs.
const ENDINGS: u32 = 1 << 1;

/// A line a language, in the order of [`Language`]: verbs, a `*` for one of the endings | endings | helpers | determiners:
/// masculine | feminine | either | pronouns: the same three | according to | stops | that | titles: the same three | links.
const LEXICONS: &str = "\
sag* sprach erklär* meint meinte meinten beton* berichtet berichtete antwortet antwortete frag* rief schrieb schreibt ergänz* warn* fordert forderte hieß heißt fügt fügte teilt teilte kündigt kündigte gab|t te ten|hat haben hatte hatten es sich nun auch ist war sei|der ein jener|die eine|das ihr sein unser dem den einem|er|sie|es wir ich man|laut so gemäß|am im in an auf aus bei mit nach vor zu zum zur über unter gegen um gegenüber während seit bis und oder aber als wie wenn weil dass daß ob wo was gestern heute damals danach später dann zudem dabei außerdem dazu kürzlich jetzt nicht auch|dass daß ob|herr herrn|frau|dr prof professor|von der des vom van für de
affirm* assur* déclar* expliqu* ajout* précis* soulign* estim* indiqu* racont* rappel* lanc* demand* cri* poursuit poursuivi reconnaît reconnu dit disait disent répond répondu répondit écrit|e é a ait ent aient èrent|a ont avait avaient t l' s' y est lui leur nous m' ensuite aussi encore ainsi alors également|le un ce son|la une cette sa|l' les des ces ses leurs plusieurs|il|elle|on ils elles je nous vous tu|selon|à au aux en dans sur lors lundi mardi mercredi jeudi vendredi samedi dimanche qui que qu' dont où et ou mais avant après pour par avec devant chez auprès sans sous depuis pendant ici quand comme si ne n' pas c'|que qu'|m mr monsieur|mme mlle madame|mm me dr pr|de du des d' le la les l'
dijo dijeron dice dicen decía dicho señal* afirm* asegur* declar* explic* añad* coment* reconoc* pregunt* respond* contest* destac* indic* escrib* manifest* anunci* contó|ó a an aron ió ieron e en aba ía ado ido|ha han había habían se le les lo nos me es está también ya luego además así|el un su este|la una esta|los las unos unas sus|él|ella|ellos ellas yo nosotros usted|según|en a al ante con por para desde durante tras hasta sobre entre lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana que quien cuando donde como y e o pero si no después|que|sr señor don d dr|sra señora doña dra|srta|de del la las los el
detto dice disse dicono diceva dichiar* afferm* spieg* aggiunto aggiunge aggiunse scritto scrive sottoline* raccont* risposto risponde rispose chiesto chiede chiese comment* annunci*|a ò ato ano ava arono e|ha hanno aveva avevano è si gli lo l' ne anche poi ancora così|il lo un uno suo|la una sua|l' i gli le|lui egli|lei ella|loro io noi|secondo|a ad al alla ai in nel nella nei su sul sulla con per da dal dalla durante dopo prima lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani che chi cui dove quando e ed o ma mentre come se non|che|signor sig|signora|dott|di del della dei delle degli dell' d'
disse disseram diz dizem dizia afirm* declar* explic* acrescent* respond* pergunt* escrev* contou destac* coment* anunci*|ou a am aram eu e em eram iu ava ado|tem tinha é está se lhe também ainda já|o um seu este|a uma sua|os as uns|ele|ela|eles elas eu nós|segundo conforme|em no na nos nas ao à aos às com por pelo pela para durante após depois desde até sobre entre segunda terça quarta quinta sexta sábado domingo ontem hoje amanhã que quem quando onde como e ou mas se não nesta neste|que|sr senhor dr|sra senhora dra|d|de do da dos das
zegt zei zeiden zeggen verklaar* vertelt vertelde antwoord* vraagt vroeg schrijft schreef meld* stelt stelde|t de te|heeft hebben had is was wordt ook dan er daarop|||de het een zijn haar deze|hij|zij ze|we wij ik men|volgens aldus|in op aan bij met na naar voor tegen tegenover over uit om tijdens sinds tot en of maar als dat die wie waar toen gisteren vandaag later daarna eerder niet|dat|heer dhr|mevrouw mevr|dr prof|van der den de het ten
säger sade sa sagt berättar berättade förklarar förklarade skriver skrev menar svarar svarade frågar tillägger tillade meddelar meddelade siger sagde forklarer mener svarer spørger sier forteller fortalte fortæller svarte||har hade är också sedan|||en ett den det de et|han|hon hun|de vi jag jeg man|enligt ifølge|i på till om för med av från under efter vid mot hos och men som att når när där då igår idag til fra ved og inte ikke|att at|herr|fru|dr borgmästare minister statsminister polischef|von af
sanoo sanoi sanoivat sanovat kertoo kertoi toteaa totesi kirjoittaa kirjoitti vastaa vastasi kysyy kysyi lisää lisäsi||on oli myös||||||hän he me minä||ja mutta joka jonka kun että jos sekä tai eilen tänään ei|että|||pormestari ministeri pääministeri presidentti
powiedział* mówi mówił* mówią stwierdził* stwierdza dodał* dodaje podkreślił* podkreśla zapytał* odpowiedział* odparł* odpowiada napisał* pisze wyjaśnił* wyjaśnia poinformował*|a i y o|się też także jednak to mu||||on|ona|oni one ja my|według zdaniem|w we na do z ze o od po przed przy podczas dla i oraz a ale który która którzy że gdy kiedy jak jeśli wczoraj dziś dzisiaj dziennikarzom nie|że iż|pan burmistrz minister premier prezydent dyrektor|pani burmistrzyni ministra dyrektorka|dr prof rzecznik
řekl* říká říkal* uvedl* dodal* prohlásil* vysvětlil* vysvětluje odpověděl* zeptal* napsal* píše tvrdí oznámil*|a i y o|se si to také však ještě sa||||on|ona|oni já my|podle podľa|v ve na do z ze o od po před při během pro s k a i ale který která kteří že když jak jestli včera dnes novinářům ne|že|pan starosta ministr premiér prezident ředitel|paní starostka ministryně ředitelka|dr mluvčí
сказал* говор* заяви* отмети* добави* подчеркну* сообщи* ответи* спроси* написа* пишет объясни* считает рассказа*|а и л ла ли ло ит ят ил ила или ет|также ещё уже тогда потом||||он|она|они я мы|словам|по в во на с со к о об от до после перед при для из у и а но который которая которые что когда где как если вчера сегодня журналистам не|что|господин|госпожа|г мэр министр президент премьер губернатор директор
сказа* говор* каже заяви* зазначи* дода* наголоси* підкресли* повідоми* відповів відповіла запита* написа* пише розповів розповіла|в ла ли ить ив ила є|також ще||||він|вона|вони я ми|словами|за у в на з із зі до від після перед при для про та і й а але який яка які що коли де як якщо вчора сьогодні журналістам не|що|пан міністр президент директор мер|пані міністерка директорка
είπε λέει δήλωσε δηλώνει τόνισε τονίζει ανέφερε αναφέρει πρόσθεσε προσθέτει απάντησε απαντά ρώτησε ρωτά έγραψε γράφει εξήγησε εξηγεί||έχει είχε του της τους μας επίσης|ο ένας|η μία μια|οι το τα|αυτός|αυτή|αυτοί|σύμφωνα|σε στο στη στην στον στις στα με από για κατά μετά πριν και αλλά που ότι πως όταν όπως αν χθες σήμερα προς δεν|ότι πως|κ κύριος|κα κυρία||του της των
dedi dediler diyor diyen söyledi söylüyor açıkladı belirtti konuştu vurguladı ekledi sordu yazdı anlattı||diye şeklinde ifadesini ifadelerini şöyle de da||||||o||ve ama ile için göre dün bugün sonra bu çok daha||bay|bayan|sayın belediye başkanı başkan bakan bakanı sözcüsü müdürü
قال قالت قالوا يقول تقول وقال وقالت فقال فقالت أضاف أضافت وأضاف وأضافت أوضح أوضحت وأوضح صرح صرحت وصرح أكد أكدت وأكد وأكدت أعلن أعلنت وأعلن كتب كتبت وكتب ذكر ذكرت وذكر تابع وتابع سأل سألت أجاب أجابت||قد||||هو|هي|هم|وفق حسب|في إن أن من على إلى خلال مع عن بعد قبل أمس اليوم الذي التي للصحفيين و|إن أن|السيد|السيدة
אמר אמרה אמרו אומר אומרת מסר מסרה הוסיף הוסיפה הסביר הסבירה כתב כתבה הצהיר הצהירה טען טענה השיב השיבה ציין ציינה שאל שאלה הדגיש הדגישה סיפר סיפרה הודיע הודיעה||גם עוד||||הוא|היא|הם|לדברי לפי|על עם אל את כי אתמול היום בראיון לעיתונאים אחרי לפני וגם אבל|כי|מר|גברת
कहा बोले बोला बोलीं बताया पूछा लिखा जोड़ा||ने है था हैं थे||||||उन्होंने उसने||ने कि और लेकिन को से में पर|कि|श्री|श्रीमती
表示 指出 强调 強調 回应 介绍 透露 写道 告诉 说 說 称 稱 问 問 道||||||他|她|||在 星 对 昨 今 也 还 则
述べ 話し 話す 語っ 語る 言っ 言う 説明し 強調し 主張し 指摘し 訴え 答え 明らかにし コメント 書い||と など は が も||||彼|彼女|||で に
말했다 밝혔다 전했다 강조했다 설명했다 덧붙였다 주장했다 물었다 답했다 썼다 지적했다||||||그|그녀
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_line() {
        assert_eq!(Lexicon::of(Language::German).classes("sagte"), CUE);
        assert_eq!(Lexicon::of(Language::Korean).classes("밝혔다"), CUE);
        assert_eq!(
            Lexicon::of(Language::Greek).classes("η"),
            DETERMINER & FEMININE
        );
        assert_eq!(Lexicon::of(Language::Other).classes("sagte"), 0);
        for line in LEXICONS.split('\n').filter(|line| !line.is_empty()) {
            assert!(line.split('|').count() <= 16, "{line}");
        }
    }

    #[test]
    fn verbs_are_known_by_their_forms_and_not_by_their_kin() {
        let spanish = Lexicon::of(Language::Spanish);
        for verb in ["dijo", "declaró", "añadió"] {
            assert_eq!(spanish.classes(verb), CUE, "{verb}");
        }
        for other in ["declaración", "declar*", "ó", ""] {
            assert_eq!(spanish.classes(other), 0, "{other}");
        }
        let russian = Lexicon::of(Language::Russian);
        assert_eq!(
            (russian.classes("сказала"), russian.classes("сказка")),
            (CUE, 0)
        );
    }
}
