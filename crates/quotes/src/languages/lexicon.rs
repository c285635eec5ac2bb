//! Words of saying and the little words around them, language by language.
//!
//! Owns the lists alone. They were written for this project from general knowledge of each language: the commonest verbs
//! of saying in the finite forms that news uses, articles, subject pronouns, and words that end a phrase. No dictionary or
//! corpus was copied. How they are used is in `phrase.rs` and `attribution.rs`.

use crate::language::Language;

/// The words of one language, each list separated by spaces; genders (masculine; feminine; either) by semicolons.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lexicon {
    /// Verbs of saying: whole, or a stem and `*`, which one of `endings` or nothing may follow.
    cues: &'static str,
    endings: &'static str,
    /// Auxiliaries, clitics and adverbs that stand beside the verb.
    helpers: &'static str,
    /// Articles and the like that begin a subject.
    determiners: &'static str,
    /// Subject pronouns.
    pronouns: &'static str,
    /// *According to*; words joined by `_` are two.
    according: &'static str,
    /// Words that no subject goes on over: prepositions of time and place, conjunctions, days.
    stops: &'static str,
    /// *That*.
    that: &'static str,
    /// Titles.
    titles: &'static str,
    /// Words that join parts of a name or role.
    links: &'static str,
}

/// Grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
    Either,
}

impl Lexicon {
    pub(super) fn of(language: Language) -> Self {
        let line = LEXICONS
            .lines()
            .find_map(|line| line.strip_prefix(code(language)))
            .unwrap_or_default();
        let mut fields = line.split('|');
        let mut next = || fields.next().unwrap_or_default();
        Self {
            cues: next(),
            endings: next(),
            helpers: next(),
            determiners: next(),
            pronouns: next(),
            according: next(),
            stops: next(),
            that: next(),
            titles: next(),
            links: next(),
        }
    }

    pub(super) fn is_cue(&self, word: &str) -> bool {
        self.cues.split(' ').any(|cue| match cue.strip_suffix('*') {
            Some(stem) => word
                .strip_prefix(stem)
                .is_some_and(|ending| ending.is_empty() || has(self.endings, ending)),
            None => cue == word,
        })
    }

    /// All verbs, for scripts without spaces.
    pub(super) fn cues(&self) -> impl Iterator<Item = &'static str> {
        self.cues.split(' ').filter(|cue| !cue.is_empty())
    }

    pub(super) fn is_helper(&self, word: &str) -> bool {
        has(self.helpers, word)
    }

    pub(super) fn determiner(&self, word: &str) -> Option<Gender> {
        gender_in(self.determiners, word)
    }

    pub(super) fn pronoun(&self, word: &str) -> Option<Gender> {
        gender_in(self.pronouns, word)
    }

    pub(super) fn title(&self, word: &str) -> Option<Gender> {
        gender_in(self.titles, word)
    }

    /// How many words of `first second` mean *according to*: 0, 1 or 2.
    pub(super) fn according(&self, first: &str, second: &str) -> usize {
        let mut found = 0;
        for entry in self.according.split(' ').filter(|entry| !entry.is_empty()) {
            match entry.split_once('_') {
                None if entry == first => found = found.max(1),
                Some((one, two)) if one == first && two == second => found = 2,
                _ => {}
            }
        }
        found
    }

    pub(super) fn is_stop(&self, word: &str) -> bool {
        has(self.stops, word)
    }

    /// Whether a character is a stop, for scripts without spaces.
    pub(super) fn stops_char(&self, c: char) -> bool {
        self.stops.contains(c)
    }

    pub(super) fn is_that(&self, word: &str) -> bool {
        has(self.that, word)
    }

    pub(super) fn is_link(&self, word: &str) -> bool {
        has(self.links, word)
    }

    /// Whether nouns stand without article as subjects.
    pub(super) fn has_bare_nouns(&self) -> bool {
        !self.determiners.contains(';')
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split([' ', ';']).any(|entry| entry == word) && !word.is_empty()
}

fn gender_in(list: &str, word: &str) -> Option<Gender> {
    let genders = [Gender::Masculine, Gender::Feminine, Gender::Either];
    let mut parts = list.split(';').zip(genders);
    if !list.contains(';') {
        return has(list, word).then_some(Gender::Either);
    }
    parts.find_map(|(part, gender)| has(part, word).then_some(gender))
}

/// What the line of a language in [`LEXICONS`] begins with.
const fn code(language: Language) -> &'static str {
    match language {
        Language::German => "de=",
        Language::French => "fr=",
        Language::Spanish => "es=",
        Language::Italian => "it=",
        Language::Portuguese => "pt=",
        Language::Dutch => "nl=",
        Language::Swedish => "sv=",
        Language::Finnish => "fi=",
        Language::Polish => "pl=",
        Language::Czech => "cs=",
        Language::Russian => "ru=",
        Language::Ukrainian => "uk=",
        Language::Greek => "el=",
        Language::Turkish => "tr=",
        Language::Arabic => "ar=",
        Language::Hebrew => "he=",
        Language::Hindi => "hi=",
        Language::Chinese => "zh=",
        Language::Japanese => "ja=",
        Language::Korean => "ko=",
        Language::English | Language::Other => "?",
    }
}

/// One line a language: verbs|endings|helpers|determiners|pronouns|according to|stops|that|titles|links.
const LEXICONS: &str = "\
de=sag* sprach erklär* meint meinte meinten beton* berichtet berichtete antwortet antwortete frag* rief schrieb schreibt ergänz* warn* kritisier* fordert forderte bekräftig* behauptet behauptete versichert versicherte unterstrich bestätig* äußert äußerte hieß heißt verkündet verkündete lobt lobte klagt klagte fügt fügte teilt teilte kündigt kündigte räumt räumte gab konstatiert konstatierte findet wiederholt wiederholte verspricht versprach|t te ten|hat haben hatte hatten es sich nun auch|der ein jener;die eine;das ihr sein unser|er;sie;es wir ich man|laut so gemäß|am im in an auf aus bei mit nach vor zu zum zur über unter gegen um dem den einem gegenüber während seit bis und oder aber als wie wenn weil dass daß ob wo was gestern heute montag dienstag mittwoch donnerstag freitag samstag sonntag später dann zudem dabei außerdem zuvor daraufhin weiter wörtlich dazu anschließend kürzlich zuletzt dort hier jetzt denn doch nicht auch|dass daß ob|herr herrn;frau;dr prof professor|von der des vom van für de
fr=affirm* assur* confi* déclar* expliqu* ajout* précis* soulign* estim* dénonc* indiqu* insist* racont* regrett* rappel* lanc* demand* lâch* martel* résum* plaid* confirm* témoign* murmur* cri* annonc* exclam* répliqu* ironis* gliss* réagi réagit poursuit poursuivi reconnaît reconnu dit disait disent répond répondu répondit écrit écrivait soutient soutenu prévient prévenu admet admis promet promis conclut conclu avertit averti|e é a ait ent aient èrent|a ont avait avaient t l' s' y est lui leur nous m' ensuite aussi encore ainsi alors également|le un l' ce son;la une cette sa;les des ces ses leurs plusieurs|il;elle;on ils elles je nous vous tu|selon d'_après|à au aux en dans sur lors lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd qui que qu' dont où et ou mais avant après pour par avec devant chez auprès sans sous depuis pendant ici puis quand comme si ne n' pas c'|que qu'|m mr monsieur;mme mlle madame;mm me dr pr|de du des d' le la les l'
es=dijo dijeron dice dicen decía dicho señal* afirm* asegur* declar* explic* añad* agreg* coment* advirt* advierte reconoc* insist* pregunt* respond* contest* sostuvo sostiene subray* destac* indic* apunt* matiz* critic* lament* recalc* exclam* escrib* manifest* anunci* replic* precis* concluy* enfatiz* reiter* denunci* confes* admit* relat* contó contaba|ó a an aron ió ieron e en aba ía ado ido|ha han había habían se le les lo nos me también ya luego además así|el un su este;la una esta;los las unos unas sus|él;ella;ellos ellas yo nosotros usted|según|en a al ante con por para desde durante tras hasta sobre entre lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana que quien cuando donde como y e o pero cuyo si no después antes luego mientras aquí|que|sr señor don d dr;sra señora doña dra;srta|de del la las los el
it=detto dice disse dicono diceva dichiar* afferm* spieg* aggiunto aggiunge aggiunse sostien* sostenuto scritto scrive scrisse ribadito ribadisce sottoline* raccont* risposto risponde rispose chiesto chiede chiese comment* annunci* avverte avvertito conclude concluso precis* assicur* ricord* osserv* critic* ammesso ammette lament* replic* esclam* confess* prosegue|a ò ato ano ava arono e|ha hanno aveva avevano si gli lo l' ne anche poi ancora così|il lo un uno suo l';la una sua;i gli le|lui egli;lei ella;loro io noi|secondo|a ad al alla ai in nel nella nei su sul sulla con per da dal dalla durante dopo prima lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi domani che chi cui dove quando e ed o ma mentre come se non|che|signor sig;signora;dott on|di del della dei delle degli dell' d' de
pt=disse disseram diz dizem dizia afirm* declar* explic* acrescent* respond* pergunt* escrev* contou garant* ressalt* destac* coment* avali* defend* critic* lament* alert* anunci* admit* reconhec* conclu* exclam* sublinh* salient* fris* assegur* adiant*|ou a am aram eu e em eram iu ava ado|tem tinha se lhe também ainda já|o um seu este;a uma sua;os as uns|ele;ela;eles elas eu nós|segundo conforme|em no na nos nas ao à aos às com por pelo pela para durante após depois antes desde até sobre entre segunda terça quarta quinta sexta sábado domingo ontem hoje amanhã que quem quando onde como e ou mas se não nesta neste|que|sr senhor dr;sra senhora dra;d|de do da dos das
nl=zegt zei zeiden zeggen verklaar* vertelt vertelde antwoord* vraagt vroeg schrijft schreef meld* benadruk* vindt vond roept riep waarschuw* voegt voegde reageer* stelt stelde legt legde bevestig* meent meende concludeer* erken*|t de te|heeft hebben had ook dan er daarop|;;de het een zijn haar deze|hij;zij ze;we wij ik men|volgens aldus|in op aan bij met na naar voor tegen tegenover over uit om tijdens sinds tot en of maar als dat die wie waar toen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren vandaag later daarna eerder niet|dat|heer dhr;mevrouw mevr;dr prof|van der den de het ten
sv=säger sade sa sagt berättar berättade förklarar förklarade skriver skrev menar menade svarar svarade frågar frågade tycker uppger uppgav konstaterar konstaterade tillägger tillade betonar betonade ropar ropade meddelar meddelade hävdar hävdade varnar varnade siger sagde forklarer mener svarer spørger sier forteller fortalte fortæller svarte spurte opplyser oplyser udtaler uttaler||har hade också sedan|en ett den det de et|han;hon hun;de vi jag jeg man|enligt ifølge|i på till om för med av från under efter vid mot hos och men som att når när där då måndag tisdag onsdag torsdag fredag lördag söndag igår idag til fra ved og inte ikke|att at|herr;fru;dr borgmästare minister statsminister polischef|von af
fi=sanoo sanoi sanoivat sanovat kertoo kertoi toteaa totesi kirjoittaa kirjoitti vastaa vastasi kysyy kysyi huomauttaa huomautti arvioi korostaa korosti selittää selitti lisää lisäsi muistuttaa muistutti vakuuttaa vakuutti kommentoi ihmettelee huusi pohtii pohti||on oli myös||hän he me minä||ja mutta joka jonka kun että jos sekä tai maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina eilen tänään ei|että|pormestari ministeri pääministeri presidentti|
pl=powiedział* mówi mówił* mówią stwierdził* stwierdza dodał* dodaje podkreślił* podkreśla oświadczył* zapytał* odpowiedział* odparł* odpowiada napisał* pisze wyjaśnił* wyjaśnia ocenił* ocenia zaznaczył* przyznał* tłumaczy tłumaczył* zapewnił* ostrzegł* poinformował* krzyknął krzyknęła spytał* zauważył* twierdzi uważa|a i y o|się też także jednak to mu||on;ona;oni one ja my|według zdaniem|w we na do z ze o od po przed przy podczas dla i oraz a ale który która którzy że gdy kiedy jak jeśli poniedziałek wtorek środę czwartek piątek sobotę niedzielę wczoraj dziś dzisiaj dziennikarzom nie|że iż|pan burmistrz minister premier prezydent dyrektor;pani burmistrzyni ministra dyrektorka;dr prof rzecznik|
cs=řekl* říká říkal* uvedl* dodal* prohlásil* vysvětlil* vysvětluje zdůraznil* odpověděl* zeptal* napsal* píše tvrdí míní konstatoval* upozornil* poznamenal* oznámil* podotkl* sdělil* myslí povedal* hovorí uviedol uviedla dodáva tvrdil*|a i y o|se si to také však ještě sa||on;ona;oni já my|podle podľa|v ve na do z ze o od po před při během pro s k a i ale který která kteří že když jak jestli pondělí úterý středu čtvrtek pátek sobotu neděli včera dnes novinářům ne|že|pan starosta ministr premiér prezident ředitel;paní starostka ministryně ředitelka;dr mluvčí|
ru=сказал* говор* заяви* отмети* добави* подчеркну* сообщи* ответи* спроси* написа* пишет объясни* поясни* уточни* считает рассказа* призна* предупреди* заверил* воскликну* заключи* крикну* напомни* утвержда*|а и л ла ли ло ит ят ил ила или ет|также ещё уже тогда потом||он;она;они я мы|по_словам|в во на с со к о об от до после перед при для из у и а но который которая которые что когда где как если понедельник вторник среду четверг пятницу субботу воскресенье вчера сегодня журналистам не|что|господин;госпожа;г мэр министр президент премьер губернатор директор|
uk=сказа* говор* каже заяви* зазначи* дода* наголоси* підкресли* повідоми* відповів відповіла запита* написа* пише поясни* вважає розповів розповіла визна* уточни* запевни* попереди*|в ла ли ить ив ила є|також ще||він;вона;вони я ми|за_словами|у в на з із зі до від після перед при для про та і й а але який яка які що коли де як якщо понеділок вівторок середу четвер вчора сьогодні журналістам не|що|пан міністр президент директор мер;пані міністерка директорка|
el=είπε είπαν λέει λένε δήλωσε δηλώνει δήλωσαν τόνισε τονίζει ανέφερε αναφέρει πρόσθεσε προσθέτει απάντησε απαντά ρώτησε ρωτά έγραψε γράφει σημείωσε σημειώνει υποστήριξε υποστηρίζει εξήγησε εξηγεί υπογράμμισε προειδοποίησε σχολίασε επισήμανε φώναξε παραδέχθηκε||έχει είχε του της τους μας επίσης|ο ένας;η μία μια;οι το τα|αυτός;αυτή;αυτοί|σύμφωνα_με|σε στο στη στην στον στις στα με από για κατά μετά πριν και αλλά που ότι πως όταν όπως αν χθες σήμερα δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή προς δεν|ότι πως|κ κύριος;κα κυρία|του της των
tr=dedi dediler diyor söyledi söylüyor açıkladı belirtti konuştu vurguladı ekledi sordu yazdı yanıtladı anlattı kaydetti kullandı uyardı bağırdı cevapladı aktardı||diye şeklinde ifadesini ifadelerini şöyle de da||o||ve ama ile için göre dün bugün pazartesi salı çarşamba perşembe cuma cumartesi pazar sonra||bay;bayan;sayın belediye başkanı başkan bakan bakanı sözcüsü müdürü|
ar=قال قالت قالوا يقول تقول وقال وقالت فقال فقالت أضاف أضافت وأضاف وأضافت أوضح أوضحت وأوضح صرح صرحت وصرح أكد أكدت وأكد وأكدت أعلن أعلنت وأعلن كتب كتبت وكتب ذكر ذكرت وذكر تابع وتابع سأل سألت أجاب أجابت||قد||هو;هي;هم|وفق حسب|في إن أن من على إلى خلال مع عن بعد قبل أمس اليوم الذي التي للصحفيين و|إن أن|السيد;السيدة|
he=אמר אמרה אמרו אומר אומרת מסר מסרה הוסיף הוסיפה הסביר הסבירה כתב כתבה הצהיר הצהירה טען טענה השיב השיבה ציין ציינה שאל שאלה הדגיש הדגישה סיפר סיפרה הודיע הודיעה||גם עוד||הוא;היא;הם|לדברי לפי|על עם אל את כי אתמול היום בראיון לעיתונאים אחרי לפני וגם אבל|כי|מר;גברת|
hi=कहा बोले बोला बोलीं बताया पूछा लिखा जोड़ा||ने है था हैं थे||उन्होंने उसने||ने कि और लेकिन को से में पर|कि|श्री;श्रीमती|
zh=表示 指出 强调 強調 回应 介绍 透露 坦言 写道 说 說 称 稱 问 問 道||||他;她;||在于星对向昨今接也还则曾上下
ja=述べ 話し 話す 語っ 語る 言っ 言う 説明し 強調し 主張し 指摘し 訴え 答え 明らかにし 明かし コメント 発言し 書い||||彼;彼女;||でに
ko=말했다 밝혔다 전했다 강조했다 설명했다 덧붙였다 주장했다 물었다 답했다 했다 적었다 썼다 지적했다 비판했다 말한다||||그는;그녀는;||
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_as_many_fields_as_a_lexicon() {
        for line in LEXICONS.lines() {
            let n_fields = line.split('|').count();
            assert!(n_fields == 10 || n_fields == 7, "{line}");
        }
    }

    #[test]
    fn verbs_are_known_by_their_forms_and_not_by_their_kin() {
        let spanish = Lexicon::of(Language::Spanish);
        assert!(spanish.is_cue("dijo") && spanish.is_cue("declaró") && spanish.is_cue("añadió"));
        assert!(!spanish.is_cue("declaración") && !spanish.is_cue("declar*"));
        let russian = Lexicon::of(Language::Russian);
        assert!(russian.is_cue("сказала") && !russian.is_cue("сказка"));
        assert_eq!(russian.according("по", "словам"), 2);
        assert_eq!(russian.according("по", "улице"), 0);
    }
}
