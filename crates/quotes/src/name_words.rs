//! The word list behind names and roles: what is no part of a name, titles, parts in life, kinds of bodies, genders.
//!
//! Owns the list alone, packed in one string. It holds function words and kinds of people and things, never names of
//! anybody.

use std::sync::OnceLock;

use crate::index::Index;
use crate::names::Gender;

/// What a word is, in as many ways as it is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    flags: u16,
    /// Words of one sense (*spokesman*, *spokeswoman*) share the number; nothing has the sense 0.
    pub(crate) sense: u16,
}

/// Never part of a name at its start, and the end of a noun phrase.
const FUNCTION: u16 = 1;
/// A part in life: a title before a name, a role elsewhere.
const PERSON: u16 = 2;
/// A kind of body: *the company*.
const BODY: u16 = 4;
/// Makes a name one of a body or place.
const IN_BODY_NAME: u16 = 8;
/// Several people.
const GROUP: u16 = 16;
/// Sets a role apart from the one without it: *former*, *vice*.
const SHIFT: u16 = 32;
const PARTICLE: u16 = 64;
/// A day or a month.
const DATE: u16 = 128;
/// Before a place.
const OF_PLACE: u16 = 256;
const MALE: u16 = 512;
const FEMALE: u16 = 1024;
/// A verb that people's and bodies' names stand before.
const VERB: u16 = 2048;
/// Ends the head of a mention: what follows tells more about it.
const ENDS_HEAD: u16 = 4096;

/// Each line is a class of words; words joined by a stroke have one sense.
const LIST: &str = "\
F a about according after against all also although among an and another any as at be because been before behind \
between but by can could did do does during each either even every few for from had has have he her here hers him his \
how however i if in including inside instead into is it its just last like many maybe me meanwhile might more \
most my near no nor not now of on one only or other our out over own she should since so some still such than that \
the their them then there these they this those though three through to two under until up upon was we were what \
when where whether which while who whom whose why with within without would yet you your n't
P mr mrs ms miss sir dame lady lord doctor/dr/physician professor/prof reverend/rev father/fr senator/sen \
representative/rep/congressman/congresswoman/lawmaker/legislator governor/gov mayor president premier chancellor \
minister secretary ambassador judge justice attorney/lawyer/counsel sheriff officer/policeman/policewoman detective \
inspector chief general/gen lieutenant/lt colonel/col captain/capt sergeant/sgt major/maj admiral/adm pope bishop \
archbishop cardinal rabbi imam coach executive/ceo cfo cto director chairman/chairwoman/chair/chairperson speaker \
candidate/contender/hopeful nominee spokesman/spokeswoman/spokesperson deputy king queen prince princess \
actor/actress author/writer/novelist poet journalist/reporter/correspondent editor columnist analyst economist \
engineer researcher scientist historian student teacher activist advocate adviser/advisor aide strategist manager \
founder/co-founder entrepreneur/businessman/businesswoman billionaire mogul/tycoon owner leader head member official \
diplomat commissioner treasurer prosecutor pastor/priest/preacher veteran farmer fisherman/fishmonger nurse \
neighbor/neighbour witness resident expert critic supporter volunteer voter worker employee driver pilot \
singer/musician geologist artist filmmaker producer host/anchor moderator pollster democrat republican conservative liberal \
socialist councilman/councilwoman/councilor/councillor assemblyman/assemblywoman front-runner/frontrunner opponent \
rival winner dancer chef scholar biologist physicist hydrologist psychologist sociologist surgeon/neurosurgeon trader \
investor banker organizer/organiser investigator prosecutor man woman boy girl wife husband mother son daughter \
brother sister widow widower uncle aunt nephew niece grandfather grandmother boyfriend girlfriend friend colleague \
parent player striker goalkeeper champion passenger customer user keeper person colleague lecturer operative source
B company/firm/corporation/startup/business/carmaker/retailer/manufacturer university/college school bank \
agency/bureau newspaper/paper magazine union party campaign department ministry court council committee commission \
group organization/organisation/nonprofit/charity institute/institution foundation association church hospital museum \
club team airline/carrier board government administration broadcaster/network website panel authority federation \
league parliament/legislature service office city county
N company/corp/inc/ltd/plc/llc/co/enterprise/enterprises/labs newspaper/times/post/herald/courier/tribune/gazette/daily/journal \
airline/airlines academy airport army assembly center centre centers coalition congress conservancy force forum fund \
guard house initiative international library media navy news police press project radio reserve senate society states \
street watch states nations committee party bridge river tower square avenue road island lake
G police people men women authorities crowd audience staff media public families others some many several both most \
those few all
S former ex vice deputy assistant associate acting interim retired late prime shadow junior
K de van von der den del della di da dos bin ibn al la
D monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september \
october november december jan feb aug sept oct nov dec
L in near outside across into around throughout toward inside
M mr sir lord king prince father husband son brother widower uncle nephew man boy spokesman congressman businessman \
councilman assemblyman grandfather boyfriend chairman policeman fisherman actor
W mrs ms miss lady dame queen princess mother wife daughter sister widow aunt niece woman girl spokeswoman \
congresswoman businesswoman councilwoman assemblywoman chairwoman actress grandmother girlfriend policewoman
H who which that of at for from in with on to as by and or near inside behind whose said says
V said says say told tells added adds wrote writes asked asks announced declined tweeted argued";

/// The list, unpacked for searching.
struct Unpacked {
    index: Index<'static>,
    words: Vec<Word>,
}

/// What the list says of `word`, whatever its capitals; nothing of most words.
pub(crate) fn lookup(word: &str) -> Word {
    static UNPACKED: OnceLock<Unpacked> = OnceLock::new();
    let list = UNPACKED.get_or_init(unpack);
    list.index
        .find(word)
        .map_or_else(Word::default, |number| list.words[number])
}

fn unpack() -> Unpacked {
    let mut index = Index::with_capacity(1024);
    let mut words: Vec<Word> = Vec::with_capacity(1024);
    for line in LIST.lines() {
        let (class, list) = line.split_at(1);
        let flag = match class {
            "F" => FUNCTION,
            "P" => PERSON,
            "B" => BODY | IN_BODY_NAME,
            "N" => IN_BODY_NAME,
            "G" => GROUP,
            "S" => SHIFT,
            "K" => PARTICLE,
            "D" => DATE,
            "L" => OF_PLACE,
            "M" => MALE,
            "W" => FEMALE,
            "H" => ENDS_HEAD,
            _ => VERB,
        };
        for sense in list.split_ascii_whitespace() {
            let mut first = None;
            for word in sense.split('/') {
                let number = index.insert(word);
                words.resize(index.len().max(words.len()), Word::default());
                let first = *first.get_or_insert(number);
                words[number].flags |= flag;
                if flag & (PERSON | BODY | IN_BODY_NAME) != 0 && words[number].sense == 0 {
                    let sense = u16::try_from(first + 1).unwrap_or_default();
                    words[number].sense = sense;
                }
            }
        }
    }
    Unpacked { index, words }
}

impl Word {
    pub(crate) const fn is_function(self) -> bool {
        self.flags & FUNCTION != 0
    }

    /// Whether it is somebody's part in life, or a title.
    pub(crate) const fn is_person(self) -> bool {
        self.flags & PERSON != 0
    }

    /// Whether it is a kind of body.
    pub(crate) const fn is_body(self) -> bool {
        self.flags & BODY != 0
    }

    /// Whether a name that holds it is one of a body or place.
    pub(crate) const fn is_in_body_name(self) -> bool {
        self.flags & IN_BODY_NAME != 0
    }

    pub(crate) const fn is_group(self) -> bool {
        self.flags & GROUP != 0
    }

    pub(crate) const fn is_shift(self) -> bool {
        self.flags & SHIFT != 0
    }

    pub(crate) const fn is_particle(self) -> bool {
        self.flags & PARTICLE != 0
    }

    pub(crate) const fn is_date(self) -> bool {
        self.flags & DATE != 0
    }

    pub(crate) const fn is_before_place(self) -> bool {
        self.flags & OF_PLACE != 0
    }

    pub(crate) const fn ends_head(self) -> bool {
        self.flags & ENDS_HEAD != 0
    }

    pub(crate) const fn is_verb(self) -> bool {
        self.flags & VERB != 0
    }

    /// The gender that a title or a word for a person's part in life states. A first name states none.
    pub(crate) const fn gender(self) -> Option<Gender> {
        if self.flags & MALE != 0 {
            Some(Gender::Male)
        } else if self.flags & FEMALE != 0 {
            Some(Gender::Female)
        } else {
            None
        }
    }
}

/// Whether a word means several people: *officials*, *police*.
pub(crate) fn is_group(word: &str) -> bool {
    lookup(word).is_group() || singular(word).is_some_and(|one| lookup(one).is_person())
}

/// The word without its plural ending.
fn singular(word: &str) -> Option<&str> {
    word.strip_suffix('s').filter(|one| one.len() > 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_sense_share_its_number() {
        assert_eq!(lookup("Spokeswoman").sense, lookup("spokesman").sense);
        assert_ne!(lookup("minister").sense, lookup("mayor").sense);
        assert_eq!(lookup("firm").sense, lookup("Inc").sense);
        assert_eq!(lookup("fish"), Word::default());
    }

    #[test]
    fn a_word_can_be_several_things() {
        let deputy = lookup("deputy");
        assert!(deputy.is_person() && deputy.is_shift());
        assert_eq!(lookup("actress").gender(), Some(Gender::Female));
        assert!(is_group("officials") && is_group("police") && !is_group("official"));
    }
}
