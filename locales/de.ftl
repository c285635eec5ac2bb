# Deutsch. Eine Datei für die ganze Seite; Englisch (locales/en/) ist das Maß.
#
# Wortwahl:
#   article  Artikel           quote      Zitat            claim     Behauptung
#   speaker  Stimme (auch Stellen und Gruppen sprechen)    source    Nennung
#   cue      Redeeinleitung    kind       Art              direct    wörtlich
#   indirect indirekt          mixed      gemischt         stance    Haltung
#   tag      Schlagwort (nicht „Tag“: das liest man als Datum)
#   to tag   markieren         tag set    Schlagwortliste  note      Notiz
#   verdict  Urteil            reasoning  Begründung       evidence  Beleg
#   status   Stand             assignee   zuständig        worklist  Arbeitsliste
#   annotation Anmerkung       suggestion Vorschlag        worth checking  prüfenswert
#   accept   annehmen          reject     ablehnen         dismiss   verwerfen
#   agreement Übereinstimmung  adjudicate entscheiden      annotator wer anmerkt, Fassung
# Anrede: keine; Befehle stehen im Infinitiv.

## Der Rahmen der Seite.

app-skip = Zum Text
app-brand-title = Einen anderen Artikel öffnen
app-pages = Seiten
app-page-library = Artikel
app-page-worklist = Behauptungen
app-page-tag-sets = Schlagwortlisten
app-back-to = Zurück zu „{ $title }“
app-cancel = Abbrechen
app-done = Fertig
app-show-more = Mehr zeigen ({ $n })
app-undo = Rückgängig
app-undo-what = Rückgängig: { $what }
app-nothing-to-undo = Nichts rückgängig zu machen
app-redo = Wiederholen
app-redo-what = Wiederholen: { $what }
app-nothing-to-redo = Nichts zu wiederholen
app-saved = Gespeichert
app-saved-title = In diesem Browser gespeichert
app-saving = Speichert …
app-saving-title = Wird in diesem Browser gespeichert
app-not-saved = Nicht gespeichert
app-not-kept = Bleibt nicht
app-menu = Mehr
app-menu-close = Weniger
app-import = Anmerkungen importieren …
app-import-file = Datei mit Anmerkungen
app-versions = Eine andere Fassung lesen …
app-theme = Farben: { $theme }
app-theme-system = Wie das System
app-theme-light = Hell
app-theme-dark = Dunkel
app-language = Sprache
app-language-system = Wie der Browser
app-language-failed = Die Texte für { $language } waren nicht zu laden; die Seite bleibt bei ihrer Sprache. Besteht eine Verbindung?

palette-title = Alle Befehle
palette-label = Was soll geschehen?
palette-placeholder = Befehl, Schlagwort, Stimme, Artikel
palette-none = So heißt nichts.
palette-found = { $n } gefunden
palette-tag-as = Als { $tag } markieren
palette-go-to = Zu { $what }
palette-open = „{ $title }“ öffnen
palette-show = „{ $what }“ zeigen
palette-speakers = Stimmen
palette-articles = Artikel
palette-languages = Sprache

history-title = Verlauf
history-hint = Ein Schritt lässt sich wählen, um dorthin zurück oder vor zu gehen.
history-start = Der Artikel, wie er geöffnet wurde
history-undone = zurückgenommen
history-now = gerade eben
history-minutes =
    { $n ->
        [one] vor einer Minute
       *[other] vor { $n } Minuten
    }
history-hours =
    { $n ->
        [one] vor einer Stunde
       *[other] vor { $n } Stunden
    }
history-days =
    { $n ->
        [one] gestern
       *[other] vor { $n } Tagen
    }
history-went-back =
    { $n ->
        [one] Ein Schritt wurde zurückgenommen.
       *[other] { $n } Schritte wurden zurückgenommen.
    }
history-went-forth =
    { $n ->
        [one] Ein Schritt wurde wiederholt.
       *[other] { $n } Schritte wurden wiederholt.
    }

notice-label = Meldung
notice-dismiss = Diese Meldung schließen
notice-compare = Vergleichen
notice-try-again = Noch einmal versuchen
notice-export = Exportieren
notice-back-to = Zurück zum vorigen
notice-undone = Rückgängig gemacht: { $what }.
notice-redone = Wiederholt: { $what }.
notice-done = Erledigt: { $what }.
notice-deleted = „{ $title }“ gelöscht.
notice-deleted-several =
    { $n ->
        [one] Ein Artikel gelöscht, „{ $title }“.
       *[other] { $n } Artikel gelöscht, zuletzt „{ $title }“.
    }

step-accept-quote = Zitat annehmen
step-reject-quote = Zitat ablehnen
step-accept-claim = Behauptung annehmen
step-remove-claim = Behauptung entfernen
step-dismiss-claim = Behauptung verwerfen
step-remove-annotation = Anmerkung entfernen
step-take-back = Entscheidung zurücknehmen
step-import = Anmerkungen importieren

engine-stopped = Die Zitatsuche ist stehen geblieben. Was markiert wurde, ist sicher; noch einmal versuchen, und die Seite neu laden, wenn sie wieder stehen bleibt.
engine-stopped-because = Die Zitatsuche ist stehen geblieben ({ $reason }). Was markiert wurde, ist sicher; noch einmal versuchen, und die Seite neu laden, wenn sie wieder stehen bleibt.
storage-gone = Dieser Artikel ist nicht mehr im Speicher; vielleicht wurde er in einem anderen Fenster gelöscht.
storage-unreadable = „{ $title }“ lässt sich nicht öffnen: { $reason }. Er bleibt, wie er ist.
export-refused = Der Browser hat die Datei nicht angenommen; Downloads für diese Seite erlauben und noch einmal versuchen.

## Befehle und Tasten.

commands-review = Durchsehen
commands-tag = Markieren
commands-check = Prüfen
commands-look = Ansehen
commands-general = Artikel und Einstellungen
command-next = Nächstes Zitat, nächste Behauptung
command-previous = Voriges Zitat, vorige Behauptung
command-next-suggestion = Nächste prüfenswerte Behauptung
command-previous-suggestion = Vorige prüfenswerte Behauptung
command-accept = Das Gewählte annehmen
command-reject = Zitat ablehnen, Behauptung verwerfen oder entfernen
command-evidence = Die Worte zeigen, die sagen, wer spricht
command-next-sentence = Nächsten Satz auswählen
command-previous-sentence = Vorigen Satz auswählen
command-extend-words = Auswahl erweitern
command-shrink-words = Auswahl verkleinern
command-undo = Rückgängig
command-redo = Wiederholen
command-let-go = Auswahl aufheben, Leiste schließen
command-library = Artikel zeigen
command-back-to-article = Zurück zum Artikel
command-history = Verlauf
command-export = Anmerkungen exportieren (JSON-LD)
command-import = Anmerkungen importieren
command-find-quotes-again = Zitate neu suchen
command-keys = Alle Tasten
command-palette = Alle Befehle
command-message = Zur Meldung
command-theme = Farben wechseln
command-letter-keys = Tasten mit nur einem Zeichen an- oder abschalten
key-ctrl = Strg
key-alt = Alt
key-shift = Umschalt
key-enter = Eingabe
key-delete = Entf
keys-title = Tasten
keys-close = Schließen
keys-print = Drucken
keys-or = oder
keys-tags-of = Schlagwörter: { $set }
keys-tag = Für die ausgewählten Wörter oder für Zitat oder Behauptung im Blick
keys-letters = Tasten mit nur einem Zeichen (ausschalten, wenn mit dem Computer gesprochen wird)

## Der offene Artikel.

article-changed = geändert { $day }
article-from = Aus { $source }
article-opened = geöffnet { $day }
article-original = Original
article-pages =
    { $n ->
        [one] { $n } Seite
       *[other] { $n } Seiten
    }
article-chapters =
    { $n ->
        [one] { $n } Kapitel
       *[other] { $n } Kapitel
    }
article-page = S. { $n }
article-open-post = Beitrag öffnen

quote-writing = geschrieben
quote-thought = gedacht
quote-stance = Haltung
quote-evidence = Befund
quote-not-said = nicht gesagt
quote-denied = bestritten
quote-hypothetical = hypothetisch

evidence-named = steht dort mit Namen
evidence-signature = unter dem Beitrag unterzeichnet
evidence-continuation = setzt das vorige Zitat fort
evidence-mention-only = wie es im Text steht; mehr sagt er nicht
evidence-short = „{ $mention }“ ist kurz für { $speaker }
evidence-handle = „{ $mention }“ ist das Konto von { $speaker }
evidence-stands-for = „{ $mention }“ steht für { $speaker }
evidence-possessive = „{ $mention }“ gehört zu { $speaker }

## Einen Artikel herbringen.

start-title = Sehen, wer was gesagt hat.
start-lead = Hearsay liest einen Nachrichtenartikel. Es findet die Zitate, mit oder ohne Anführungszeichen, nennt die Stimmen, und die Behauptungen, die zu prüfen sind, lassen sich markieren. Alles bleibt in diesem Browser.

open-panel = Einen Artikel öffnen
open-paste = Einen Artikel einfügen
open-paste-hint = Hier einfügen. Er öffnet sich sofort; die Form einer Webseite bleibt erhalten. Oder tippen und dann öffnen.
open-open = Öffnen
open-choose-file = Datei wählen …
open-sample = Beispiel ansehen
open-formats = Webseiten, PDF, Word, EPUB, E-Mail, Text; oder eine Datei irgendwo ablegen.
open-file = Datei mit einem Artikel
open-address = Oder eine Webadresse öffnen
open-fetch = Laden
open-drop = Den Artikel hier ablegen
open-nothing-pasted = Nichts zu öffnen: Das Eingefügte enthält keine Wörter. Erst den Text des Artikels kopieren, dann hier einfügen.
open-pasted-is = Der eingefügte Text ist nicht zu lesen: { $problem }.
open-several-files = Mehrere Dateien auf einmal; Hearsay öffnet jeweils einen Artikel. Eine davon wählen oder ablegen.
open-failed = „{ $name }“ lässt sich nicht öffnen: { $problem }
open-not-utf8 = kein gültiges UTF-8 (erster Fehler bei Byte { $at }); ist das die exportierte Datei?
open-unreadable-file = nicht lesbar; vielleicht wurde sie verschoben, oder es ist ein Ordner. Noch einmal wählen
open-reader-missing = der Teil von Hearsay, der das liest ({ $kind }), war nicht zu laden. Er wird geholt, sobald er zum ersten Mal gebraucht wird: mit dem Netz verbinden und noch einmal versuchen
open-reader-stopped = beim Lesen kam etwas, womit nicht umzugehen war, oder der Arbeitsspeicher reichte nicht. Mit dem zugehörigen Programm öffnen, den Text kopieren und hier einfügen
open-no-words = Es wurden keine Wörter gefunden, also gibt es nichts zu öffnen. Den Text des Artikels kopieren und einfügen.
open-known = Dieser Artikel war schon einmal geöffnet: Hier ist er, wie er zuletzt war.
open-unreadable-copy = Eine frühere Kopie dieses Artikels ist im Speicher und lässt sich nicht öffnen: { $reason }. Das hier ist eine neue.
open-pasted-over = Das ist das Eingefügte. Der Artikel davor steht in der Liste.
open-with-care = Mit Vorsicht lesen: { $what }.
open-deaf = Die Seite kam nicht an: Ihre Website lässt andere Fenster nicht danach fragen. Dort alles kopieren oder die Seite speichern; dann hier einfügen oder die Datei ablegen.
open-page-too-large = Die Seite ist größer, als Hearsay liest (10 MB). Den Artikel darauf auswählen, kopieren und hier einfügen.

what-sample = das Beispiel
what-pasted = eingefügter Text
what-sent = die gesendete Seite
what-article = der Artikel
what-last = der zuletzt gelesene Artikel

step-opening = Wird geöffnet: { $what } …
step-fetching = Wird geladen: { $what } · { $done }
step-fetching-of = Wird geladen: { $what } · { $done } von { $total }
step-loading = Wird gelesen: { $what } · gleich so weit
step-reading-pages = Wird gelesen: { $what } · Seite { $done } von { $total }
step-reading-chapters = Wird gelesen: { $what } · Kapitel { $done } von { $total }
step-finding = Zitatsuche · { $percent } %
step-finding-quotes = Zitatsuche …
step-stop-finding = Zitatsuche abbrechen
step-progress = Fortschritt

picker-chapter = Welches Kapitel?
picker-chapter-hint = Ein Buch lässt sich ganz oder kapitelweise öffnen; lange Texte brauchen länger.
picker-article = Was davon ist der Artikel?
picker-article-hint = Es ist nicht sicher, was auf dieser Seite der Artikel ist.
picker-offer = Eine andere Fassung öffnen
picker-offer-hint = Diese Seite lässt sich auf mehrere Arten lesen.
picker-find = Kapitel finden
picker-open = offen
picker-none = Kein Kapitel hat diese Wörter im Titel oder am Anfang.
picker-words =
    { $n ->
        [one] { $shown } Wort
       *[other] { $shown } Wörter
    }

refusal-title = Die Adresse ließ sich nicht öffnen
refusal-ways = Eine Seite, die der Browser zeigt, lässt sich auf anderen Wegen herbringen:
refusal-open-page = Die Seite öffnen
refusal-bookmarklet = in der Lesezeichenleiste ist dort zu drücken. Einmal in die Leiste ziehen.
refusal-save = Die Seite speichern (Strg S) und die Datei hier ablegen.
refusal-copy = Alles kopieren (Strg A, Strg C) und hier einfügen.
refusal-phone = Auf dem Telefon Hearsay zum Startbildschirm hinzufügen und den Text der Seite damit teilen.
refusal-dismiss = Schließen
refusal-no-address = Das ist keine Webadresse. Eine Adresse beginnt mit https:// und nennt eine Website, wie https://example.com/news.
refusal-offline = Es besteht keine Verbindung, darum ist { $host } nicht erreichbar. Verbinden und noch einmal versuchen; gespeicherte Artikel und Dateien öffnen sich auch ohne Netz.
refusal-blocked = { $host } lässt sich von anderen Seiten nicht lesen oder ist nicht erreichbar: Browser sagen nicht, welches von beiden.
refusal-status = { $host } hat mit { $status } geantwortet: { $meaning }.
refusal-silent = { $host } hat 30 Sekunden lang nicht geantwortet. Noch einmal versuchen oder die Seite auf anderem Weg herbringen.
refusal-too-large = Was unter dieser Adresse steht, ist größer als die 64 MB, die Hearsay liest. Den gebrauchten Teil von { $host } kopieren und einfügen.
refusal-empty = { $host } hat mit einer leeren Seite geantwortet.
refusal-status-401 = zum Lesen ist eine Anmeldung nötig
refusal-status-402 = das Lesen kostet Geld
refusal-status-403 = Hearsay bekommt es nicht zu sehen; vielleicht liegt es hinter einer Bezahlschranke oder ist nicht für alle
refusal-status-404 = unter dieser Adresse ist keine Seite; ist sie vollständig?
refusal-status-410 = die Seite wurde für immer entfernt
refusal-status-429 = es wurde zu oft gefragt; in einigen Minuten noch einmal versuchen
refusal-status-451 = die Seite wird aus rechtlichen Gründen zurückgehalten
refusal-status-5xx = dort gibt es gerade eine Störung; später noch einmal versuchen
refusal-status-other = diese Seite wird nicht herausgegeben

from-title = Seiten von überall hierher senden
from-bookmarklet = An Hearsay senden
from-drag-title = In die Lesezeichenleiste ziehen
from-drag = In die Lesezeichenleiste ziehen:
from-then = Danach auf einer beliebigen Seite mit einem Artikel drücken: Die Seite öffnet sich hier so, wie sie dort zu sehen ist.
from-chrome = Strg Umschalt B (⌘ Umschalt B) zeigt die Leiste.
from-firefox = Strg Umschalt B zeigt die Leiste; oder den Knopf rechts anklicken und als Lesezeichen hinzufügen.
from-safari = Darstellung, Favoritenleiste einblenden; dann ziehen.
from-phones = Telefone
from-phones-how = irgendeine Seite als Lesezeichen ablegen, es „An Hearsay senden“ nennen und seinen Code als Adresse einfügen; zum Benutzen auf einer Seite den Namen in die Adresszeile tippen. Oder Hearsay zum Startbildschirm hinzufügen und Seiten damit teilen.
from-copy = Code kopieren
from-copied = Kopiert.
from-not-copied = Der Browser hat es nicht erlaubt; stattdessen den Knopf ziehen.
from-safe = Es übergibt die Seite auf Knopfdruck an diese, im eigenen Browser. Nichts von der Seite läuft hier.
from-proxy-in-use = Ein eigener Proxy für Adressen, die Websites verweigern (in Gebrauch)
from-proxy-none = Ein eigener Proxy für Adressen, die Websites verweigern (keiner)
from-proxy-keep = Merken
from-proxy-hint = Er sieht die Adressen und die Wörter der Seiten, die er holt. Hearsay bringt selbst keinen mit. Leer lassen für keinen.

import-failed = „{ $name }“ wurde nicht importiert: { $problem } Nichts wurde geändert.
import-empty = Die Datei enthält keine Anmerkungen.
import-done = Anmerkungen importiert: { $what }.
import-added = { $n } hinzugefügt
import-changed = { $n } geändert
import-known = { $n } schon da
import-lost = { $n } ausgelassen, weil ihre Worte nicht in diesem Artikel stehen

## Die gespeicherten Artikel.

library-title = Eigene Artikel
library-looking = Die Artikel werden gesucht …
library-empty = Geöffnete Artikel bleiben hier, nur in diesem Browser.
library-count =
    { $n ->
        [one] { $n } Artikel
       *[other] { $n } Artikel
    }
library-found =
    { $all ->
        [one] { $n } von { $all } Artikel
       *[other] { $n } von { $all } Artikeln
    }
library-searching = Bisher { $n } gefunden; die Suche läuft …
library-none = So ist kein Artikel.
library-choose-other = Welcher Artikel soll mit „{ $title }“ verglichen werden?
library-earlier =
    { $n ->
        [one] { $n } frühere Fassung dieses Artikels
       *[other] { $n } frühere Fassungen dieses Artikels
    }
library-search = Eigene Artikel durchsuchen
library-search-in = Suchen in Titel, Website, Text, Stimmen, Schlagwörtern
library-sort = Reihenfolge
library-sort-changed = Zuletzt geändert
library-sort-opened = Zuletzt geöffnet
library-sort-published = Zuletzt erschienen
library-sort-title = Titel
library-sort-site = Website
library-sort-claims = Meiste Behauptungen
library-sort-suggestions = Meiste Vorschläge
library-with-claims = Mit Behauptungen
library-with-suggestions = Mit Vorschlägen
library-unreadable = Unlesbar
library-any-site = Jede Website
library-site = Website
library-any-language = Jede Sprache
library-language = Sprache
library-show-all = Alle zeigen
library-select = Auswählen …
library-select-all = Alle auswählen
library-select-one = „{ $title }“ auswählen
library-delete-n = { $n } löschen
library-delete = Löschen
library-delete-one = „{ $title }“ löschen
library-compare = Vergleichen
library-compare-next = „{ $title }“ mit der nächsten Fassung vergleichen
library-compare-other = „{ $title }“ mit einem anderen Artikel vergleichen
library-field-speaker = Stimme
library-field-tag = Schlagwort
library-opened = geöffnet { $day }
library-changed = geändert { $day }
library-quotes =
    { $n ->
        [one] { $n } Zitat
       *[other] { $n } Zitate
    }
library-claims =
    { $n ->
        [one] { $n } Behauptung
       *[other] { $n } Behauptungen
    }
library-suggestions =
    { $n ->
        [one] { $n } Vorschlag
       *[other] { $n } Vorschläge
    }
library-space = Hearsay belegt etwa { $used } in diesem Browser; nach dessen Schätzung ist noch Platz für { $left }.
library-space-kept = Der Browser hat zugesagt, nichts davon von selbst zu löschen.
library-space-refused = Der Browser hat nicht zugesagt, es zu behalten: Wenn der Datenträger voll ist, löscht er es vielleicht. Was nicht verloren gehen darf, am besten exportieren.
library-space-may-go = Wenn der Datenträger voll ist, löscht der Browser es vielleicht.
library-space-ask = Um Behalten bitten

## Fassungen eines Artikels.

compare-back-to-article = Zurück zum Artikel
compare-back-to-library = Zurück zu den Artikeln
compare-title = Was sich geändert hat
compare-nothing = Es werden keine Artikel verglichen.
compare-working = Vergleicht …
compare-before = Vorher
compare-after = Nachher
compare-opened = geöffnet { $when }
compare-field-title = Titel
compare-field-author = Autorenzeile
compare-field-date = Datum
compare-field-modified = Letzte Änderung
compare-fields = Titel, Autorenzeile, Datum
compare-orphans = Eigene Anmerkungen, deren Worte fehlen
compare-orphans-hint = In der Fassung davor sind sie ganz, in dieser nicht mehr.
compare-show-before = Vorher zeigen
compare-show-after = Nachher zeigen
compare-quotes = Zitate
compare-no-quotes = Kein Zitat kam hinzu, fiel weg oder wurde geändert.
compare-added = Neu
compare-removed = Entfernt
compare-changed = Geändert
compare-moved = Verschoben
compare-moved-changed = Verschoben und geändert
compare-reworded = Anderer Wortlaut
compare-reattributed = Anders zugeschrieben
compare-kind-changed = Andere Art
compare-nobody = niemand genannt
compare-said-by = Gesagt von
compare-in-the-words = mit den Worten
compare-text = Text
compare-no-text = Kein Wort des Textes hat sich geändert.

versions-nothing = Kein Wort hat sich geändert.
versions-fields = Nur Titel, Autorenzeile oder Datum haben sich geändert.
versions-text = Der Text hat sich geändert, kein Zitat.
versions-quotes =
    { $n ->
        [one] { $n } Zitat hat sich geändert.
       *[other] { $n } Zitate haben sich geändert.
    }
versions-quote = Zitat
versions-note = Notiz
versions-newer = Das ist eine neuere Fassung eines Artikels, der schon da ist.
versions-carried =
    { $n ->
        [one] Die eigene Anmerkung darin wurde übernommen.
       *[other] Die { $n } eigenen Anmerkungen darin wurden übernommen.
    }
versions-carried-part =
    { $n ->
        [one] Von den eigenen Anmerkungen darin fand eine ihre Worte wieder; { $lost } nicht, zu sehen im Vergleich.
       *[other] Von den eigenen Anmerkungen darin fanden { $n } ihre Worte wieder; { $lost } nicht, zu sehen im Vergleich.
    }
versions-lost =
    { $n ->
        [one] Einer eigenen Anmerkung fehlen ihre Worte.
       *[other] { $n } eigenen Anmerkungen fehlen ihre Worte.
    }
versions-cannot = „{ $title }“ lässt sich nicht vergleichen: { $reason }.
versions-gone = er ist nicht mehr im Speicher und wurde vielleicht in einem anderen Fenster gelöscht

## Durchsehen und Bearbeiten von Zitaten.

command-accept-stay = Das Gewählte annehmen und dort bleiben
command-reject-stay = Ablehnen oder entfernen und dort bleiben
command-next-undecided = Nächstes offenes Zitat
command-previous-undecided = Voriges offenes Zitat
command-accept-speaker = Alle offenen Zitate dieser Stimme annehmen
command-reject-speaker = Alle offenen Zitate dieser Stimme ablehnen
command-accept-sure = Alle Zitate annehmen, die zu mindestens 90 % sicher sind
command-edit-quote = Das Zitat bearbeiten
command-done-editing = Bearbeitung schließen
command-add-quote = Aus den ausgewählten Wörtern ein Zitat machen
command-split-quote = Das Zitat teilen
command-join-quotes = Das Zitat mit dem nächsten verbinden
command-next-piece = Nächstes Stück des bearbeiteten Zitats
command-set-cue = Die ausgewählten Wörter sind die Redeeinleitung
command-set-source = Die ausgewählten Wörter sind die Nennung
command-end-later = Zitat endet ein Wort später
command-end-earlier = Zitat endet ein Wort früher
command-start-earlier = Zitat beginnt ein Wort früher
command-start-later = Zitat beginnt ein Wort später
command-end-later-sentence = Zitat endet einen Satz später
command-end-earlier-sentence = Zitat endet einen Satz früher
command-start-earlier-sentence = Zitat beginnt einen Satz früher
command-start-later-sentence = Zitat beginnt einen Satz später

review-progress = { $decided } von { $all } entschieden
review-progress-done = Alle { $all } entschieden
review-none-undecided = Jedes gezeigte Zitat ist entschieden.
review-none-to-decide = Darunter ist kein offenes Zitat.
review-next-undecided = Nächstes offenes
review-accept-sure = { $n } annehmen ab
review-accept-sure-label = Alle offenen Zitate ab dieser Sicherheit annehmen
review-sure-from = Sicherheit in Prozent
review-accept-all = Alle annehmen
review-accept-all-label = Alle annehmen: { $n } offene Zitate von { $name }
review-reject-all-label = Alle ablehnen: { $n } offene Zitate von { $name }
review-n-quotes =
    { $n ->
        [one] { $n } Zitat
       *[other] { $n } Zitate
    }
review-edit = Bearbeiten
review-accepted = angenommen

review-did-words = Wortlaut eines Zitats ändern
review-did-kind = Art eines Zitats ändern
review-did-reports = Ändern, was ein Zitat wiedergibt
review-did-modality = Ändern, ob ein Zitat gesagt wurde
review-did-cue = Redeeinleitung eines Zitats ändern
review-did-source = Nennung eines Zitats ändern
review-did-speaker = Ein Zitat an { $name } geben
review-did-no-speaker = Einem Zitat die Stimme nehmen
review-did-split = Ein Zitat teilen
review-did-join = Zwei Zitate verbinden
review-did-add = Ein Zitat hinzufügen
review-did-accept-speaker =
    { $n ->
        [one] { $n } Zitat von { $name } annehmen
       *[other] { $n } Zitate von { $name } annehmen
    }
review-did-reject-speaker =
    { $n ->
        [one] { $n } Zitat von { $name } ablehnen
       *[other] { $n } Zitate von { $name } ablehnen
    }
review-did-accept-nobody =
    { $n ->
        [one] { $n } Zitat ohne Stimme annehmen
       *[other] { $n } Zitate ohne Stimme annehmen
    }
review-did-reject-nobody =
    { $n ->
        [one] { $n } Zitat ohne Stimme ablehnen
       *[other] { $n } Zitate ohne Stimme ablehnen
    }
review-did-accept-sure =
    { $n ->
        [one] { $n } Zitat annehmen, das zu mindestens { $percent } % sicher ist
       *[other] { $n } Zitate annehmen, die zu mindestens { $percent } % sicher sind
    }
review-did-reject-sure =
    { $n ->
        [one] { $n } Zitat ablehnen, das zu mindestens { $percent } % sicher ist
       *[other] { $n } Zitate ablehnen, die zu mindestens { $percent } % sicher sind
    }

review-no-words = Ein Zitat braucht Wörter: mindestens eines im Artikel auswählen.
review-last-word = Dieses Stück hat nur noch ein Wort. Das Stück entfernen oder das Zitat ablehnen.
review-paragraph-ends = Ein Stück endet mit seinem Absatz. Um Wörter eines anderen aufzunehmen, daraus ein Zitat machen und beide verbinden.
review-nothing-to-split = Auf einer Seite dieser Stelle stehen keine Wörter des Zitats. Eine Stelle zwischen zwei seiner Wörter wählen.
review-nothing-to-join = Danach kommt kein Zitat, mit dem es sich verbinden ließe.
review-select-words-first = Erst im Artikel die Wörter des Zitats auswählen.

review-editor = Zitat bearbeiten
review-done = Fertig
review-words = Wörter
review-piece = Stück { $nth } von { $n }
review-start = Anfang
review-end = Ende
review-start-earlier-sentence = Einen Satz früher beginnen
review-start-earlier = Ein Wort früher beginnen
review-start-later = Ein Wort später beginnen
review-start-later-sentence = Einen Satz später beginnen
review-end-earlier-sentence = Einen Satz früher enden
review-end-earlier = Ein Wort früher enden
review-end-later = Ein Wort später enden
review-end-later-sentence = Einen Satz später enden
review-remove-piece = Dieses Stück entfernen
review-kind = Art
review-reports = Gibt wieder
review-modality = Gesagt?
review-speaker = Stimme
review-speaker-unknown = Unbekannt
review-cue = Redeeinleitung
review-source = Nennung
review-none = keine
review-use-words = Auswahl nehmen
review-use-words-cue = Die ausgewählten Wörter sind die Redeeinleitung
review-use-words-source = Die ausgewählten Wörter sind die Nennung
review-clear-cue = Keine Redeeinleitung
review-clear-source = Keine Nennung
review-choose-words-hint = Für Redeeinleitung oder Nennung zuerst Wörter im Artikel auswählen.
review-split = Teilen
review-split-where = Vor welchem Wort teilen?
review-split-cancel = Nicht teilen
review-join = Mit dem nächsten verbinden
review-reject = Ablehnen
review-kind-direct = Wörtlich
review-kind-indirect = Indirekt
review-kind-mixed = Gemischt
review-reports-speech = Gesprochenes
review-reports-writing = Geschriebenes
review-reports-thought = Gedachtes
review-reports-stance = Haltung
review-reports-evidence = Befund
review-modality-actual = Gesagt
review-modality-negated = Nicht gesagt
review-modality-hypothetical = Hypothetisch

review-card-claim = Behauptung
review-card-confidence = Sicherheit
review-card-cue = Redeeinleitung
review-card-kind = Art
review-card-note = Notiz
review-card-source = Nennung
review-card-speaker = Stimme
review-card-tag = Schlagwort
review-card-told-by = Zu erkennen an
review-card-worth = Prüfenswert
review-card-worth-checking = Prüfenswert?
review-finding = Zitatsuche …
review-legend = Wie die Arten von Zitaten ausgezeichnet sind
review-no-quotes = In diesem Artikel sind keine Zitate zu zeigen. Aus ausgewählten Wörtern lässt sich ein Zitat machen.

## Stimmen.

command-edit-speaker = Die Stimme des Zitats bearbeiten

cast-title = Stimmen
cast-unknown = Stimme unbekannt
cast-show-quotes =
    { $n ->
        [one] { $n } Zitat von { $name } zeigen, { $percent } % der zitierten Wörter
       *[other] { $n } Zitate von { $name } zeigen, { $percent } % der zitierten Wörter
    }
cast-edit = { $name } bearbeiten
cast-show-all = Noch { $n } zeigen
cast-show-fewer = Weniger zeigen

cast-editor = Stimme bearbeiten
cast-done = Fertig
cast-name = Name
cast-role = Rolle
cast-organisation = Organisation
cast-link = Link
cast-open-link = Link in neuem Fenster öffnen
cast-merge = Dieselbe Stimme wie
cast-merge-button = Zusammenführen
cast-move = Zitate einer anderen Stimme
cast-move-to = Die gewählten Zitate geben an
cast-move-button = Verschieben

cast-did-rename = { $from } in { $to } umbenennen
cast-did-name = Zitate ohne Stimme an { $to } geben
cast-did-merge = { $n } Stimmen zu { $into } zusammenführen
cast-did-move =
    { $n ->
        [one] { $n } Zitat an { $to } geben
       *[other] { $n } Zitate an { $to } geben
    }
cast-did-move-to-nobody =
    { $n ->
        [one] { $n } Zitat die Stimme nehmen
       *[other] { $n } Zitaten die Stimme nehmen
    }
cast-did-describe = { $name } beschreiben

cast-name-missing = Eine Stimme braucht einen Namen: einen eintippen oder die Zitate einer anderen geben.
cast-link-refused = „{ $link }“ ist keine Webadresse: Sie muss mit https:// oder http:// beginnen.

## Behauptungen und ihre Prüfung.

claim-step-make = Behauptung anlegen
claim-step-tag = Als { $tag } markieren
claim-step-untag = Schlagwort { $tag } abnehmen
claim-step-tag-quote = Zitat als { $tag } markieren
claim-step-untag-quote = Schlagwort { $tag } vom Zitat abnehmen
claim-step-verdict = Urteil { $verdict }
claim-step-no-verdict = Urteil zurücknehmen
claim-step-reasoning = Begründung bearbeiten
claim-step-add-evidence = Beleg hinzufügen
claim-step-edit-evidence = Beleg bearbeiten
claim-step-remove-evidence = Beleg entfernen
claim-step-move-evidence = Beleg verschieben
claim-step-progress = Stand: { $progress }
claim-step-assignee = An { $name } geben
claim-step-no-assignee = An niemanden geben
claim-step-note = Notiz bearbeiten

claim-nothing-to-tag = Noch nichts zu markieren: Wörter oder ein Zitat auswählen.
claim-nothing-chosen = Noch nichts für eine Behauptung: Wörter oder ein Zitat auswählen.
claim-tag-is-for-quotes = „{ $tag }“ ist ein Schlagwort für Zitate: ein Zitat auswählen und es dort geben.

claim-to-do = Offen
claim-in-progress = In Arbeit
claim-done = Erledigt

command-claim-card = Karte der Behauptung öffnen; aus dem Gewählten eine Behauptung machen
command-claim-sentence = Aus diesem Satz eine Behauptung machen
command-claim-progress = Offen, in Arbeit, erledigt: der nächste Stand
command-claim-verdict = Urteil wählen
command-claim-reasoning = Begründung schreiben
command-claim-assign = Behauptung vergeben
command-claim-evidence = Beleg hinzufügen
command-claim-note = Notiz zur Behauptung schreiben
command-worklist = Arbeitsliste: die Behauptungen aller Artikel

claim-none-yet = Noch keine Behauptungen.
claim-none-yet-how = Im Artikel Wörter oder ein Zitat auswählen und ein Schlagwort geben: eine Zifferntaste genügt. C macht eine Behauptung ohne Schlagwort, Umschalt C eine aus diesem Satz.
claim-all-hidden = Keine Behauptung, die die Filter durchlassen.
claim-n-done =
    { $all ->
        [one] { $n ->
            [0] Eine Behauptung, noch nicht erledigt
           *[other] Eine Behauptung, erledigt
        }
       *[other] { $n } von { $all } Behauptungen erledigt
    }
claim-said-by = Gesagt von { $speaker }
claim-said-by-article = In den Worten des Artikels
claim-assigned-to = Bei { $name }

claim-tags = Schlagwörter
claim-take-tag-off = Schlagwort { $tag } abnehmen
claim-add-tag = Schlagwort hinzufügen
claim-add-tag-prompt = Schlagwort hinzufügen …
claim-verdict = Urteil
claim-open = Offen
claim-open-means = Die Prüfung hat noch nichts ergeben.
claim-no-scale = Die Schlagwortliste „{ $set }“ hat keine Urteile.
claim-reasoning = Begründung
claim-reasoning-empty = Warum fällt das Urteil so aus?
claim-progress = Stand
claim-assignee = Wer prüft
claim-assignee-empty = Noch niemand
claim-note = Arbeitsnotiz
claim-note-empty = Für den eigenen Gebrauch und das Team
claim-remove = Diese Behauptung entfernen

claim-evidence = Belege
claim-no-evidence = Noch keine. Hier steht, worauf das Urteil beruht.
claim-add-evidence = Beleg hinzufügen
claim-evidence-form = Beleg
claim-evidence-link = Link oder Fundstelle
claim-evidence-title = Titel
claim-evidence-excerpt = Auszug: die Worte, auf die es ankommt
claim-evidence-seen = Gesehen am
claim-evidence-save = Behalten
claim-evidence-cancel = Abbrechen
claim-seen = Gesehen am { $day }
claim-edit-evidence = „{ $title }“ bearbeiten
claim-remove-evidence = „{ $title }“ entfernen
claim-evidence-up = „{ $title }“ nach oben
claim-evidence-down = „{ $title }“ nach unten

claim-worth-checking = Prüfenswert
claim-suggest = Behauptungen vorschlagen
claim-by-score = Die prüfenswertesten zuerst
claim-no-suggestions = Keine weiteren Vorschläge.
claim-suggestion-facts = { $tag } · { $percent } %
claim-suggestion-facts-said-by = { $tag } · { $percent } % · gesagt von { $speaker }
claim-accept = Annehmen
claim-dismiss = Verwerfen

worklist-title = Arbeitsliste
worklist-loading = Die Behauptungen der Artikel werden gesucht …
worklist-unreadable = Die Behauptungen der Artikel waren nicht zu lesen{ $why }
worklist-empty = Noch keine Behauptungen in den Artikeln.
worklist-empty-how = Einen Artikel öffnen, prüfbare Wörter auswählen und ihnen ein Schlagwort geben. Dann steht jede Behauptung aller Artikel hier.
worklist-search = Suchen in Behauptungen, Artikeln, Stimmen, Schlagwörtern, Namen
worklist-arrange = Gliedern nach
worklist-by-progress = Stand
worklist-by-article = Artikel
worklist-by-assignee = Wer prüft
worklist-by-change = Zuletzt geändert
worklist-any-verdict = Jedes Urteil
worklist-any-tag = Jedes Schlagwort
worklist-anybody = Bei irgendwem
worklist-nobody = Noch bei niemandem
worklist-show-all = Alle zeigen
worklist-count =
    { $n ->
        [one] Eine Behauptung
       *[other] { $n } Behauptungen
    }
worklist-found = { $n } von { $all } Behauptungen
worklist-none-found = So ist keine Behauptung.
worklist-more = Mehr zeigen ({ $n })
worklist-open-claim = Den Artikel bei dieser Behauptung öffnen
worklist-changed = Erledigt: { $step }.
worklist-not-changed = Die Behauptung in „{ $title }“ ließ sich nicht ändern: { $why }
worklist-gone = der Artikel ist nicht mehr im Speicher; vielleicht wurde er in einem anderen Fenster gelöscht.

## Schlagwortlisten.

command-tag-sets = Schlagwortlisten
tags-step = Schlagwortliste ändern

tags-discarded = Die Änderungen an „{ $name }“ sind verworfen.
tags-deleted = Die Schlagwortliste „{ $name }“ ist gelöscht. Artikel, die sie benutzen, behalten sie.
tags-import-same = Die Schlagwortliste „{ $name }“ ist schon da, genau wie in der Datei.
tags-applied-here = Dieser Artikel benutzt jetzt die Schlagwortliste „{ $name }“.
tags-applied-everywhere =
    { $n ->
        [one] Dieser Artikel und ein anderer benutzen jetzt die Schlagwortliste „{ $name }“.
       *[other] Dieser Artikel und { $n } andere benutzen jetzt die Schlagwortliste „{ $name }“.
    }
tags-applied-others =
    { $n ->
        [one] Ein Artikel benutzt jetzt die Schlagwortliste „{ $name }“.
       *[other] { $n } Artikel benutzen jetzt die Schlagwortliste „{ $name }“.
    }
tags-taken-back = Alle Artikel haben wieder die Schlagwortliste von vorher.
tags-partly-taken-back =
    { $n ->
        [one] Die Artikel haben wieder die Schlagwortliste von vorher, außer einem, der seitdem geändert wurde.
       *[other] Die Artikel haben wieder die Schlagwortliste von vorher, außer { $n }, die seitdem geändert wurden.
    }

tags-not-saved = Die Schlagwortliste „{ $name }“ ist nicht gespeichert{ $reason }
tags-not-deleted = Die Schlagwortliste „{ $name }“ ließ sich nicht löschen{ $reason }
tags-not-exported = Der Browser hat die Datei nicht angenommen. Downloads für diese Seite erlauben und noch einmal versuchen.
tags-not-imported = „{ $file }“ wurde nicht importiert: { $reason }. Nichts wurde geändert.
tags-not-applied = Die Schlagwortliste wurde nirgends geändert{ $reason }
tags-not-taken-back = Die anderen Artikel ließen sich nicht zurückändern{ $reason }

tags-title = Schlagwortlisten
tags-lead = Eine Schlagwortliste sagt, womit Behauptungen und Zitate markiert werden und was die Prüfung einer Behauptung ergeben kann. Jeder Artikel hat eine.
tags-list = Schlagwortlisten
tags-own = Eigene
tags-none-own = Noch keine. Eine eingebaute kopieren oder eine als Datei herbringen.
tags-built-in = Eingebaut
tags-new = Neue Schlagwortliste
tags-new-name = Neue Schlagwortliste
tags-import = Aus einer Datei importieren
tags-no-name = Ohne Namen
tags-counts =
    { $tags ->
        [one] Ein Schlagwort
       *[other] { $tags } Schlagwörter
    }, { $verdicts ->
        [0] keine Urteile
        [one] ein Urteil
       *[other] { $verdicts } Urteile
    }
tags-in-use = In diesem Artikel
tags-unsaved = Nicht gespeichert
tags-older = Der offene Artikel hat eine andere Fassung dieser Schlagwortliste.
tags-use-here = Für diesen Artikel benutzen
tags-used-here = In diesem Artikel benutzt
tags-copy = Kopieren
tags-copy-name = { $name } (Kopie)
tags-export = Als Datei exportieren
tags-delete = Löschen
tags-read-only = Diese Schlagwortliste ist eingebaut und bleibt, wie sie ist. Zum Ändern eine Kopie machen.
tags-tags = Schlagwörter
tags-verdicts = Urteile
tags-cancel = Abbrechen
tags-for-claims = Für Behauptungen
tags-for-quotes = Für Zitate
tags-for-both = Für Behauptungen und Zitate

tags-incoming = „{ $name }“ importieren?
tags-incoming-there = Es gibt schon eine Schlagwortliste mit derselben Kennung: „{ $name }“. Beide behalten oder die aus der Datei an ihre Stelle setzen.
tags-incoming-built-in = Sie hat die Kennung einer eingebauten Schlagwortliste: „{ $name }“. Sie kommt daneben.
tags-incoming-add = Hinzufügen
tags-incoming-both = Beide behalten
tags-incoming-replace = Eigene ersetzen

tags-name = Name
tags-description = Wofür sie ist
tags-verdicts-lead = Was die Prüfung einer Behauptung ergeben kann, der Reihe nach. Leer lassen für eine Schlagwortliste ohne Urteile.
tags-add-tag = Schlagwort hinzufügen
tags-add-verdict = Urteil hinzufügen
tags-drag = An eine andere Stelle ziehen
tags-moved = Jetzt an Stelle { $place } von { $n }.
tags-row-label = Name von Nr. { $place }
tags-row-label-hint = Name
tags-row-color = Farbe von Nr. { $place }
tags-row-key = Taste von Nr. { $place }
tags-row-key-hint = Taste
tags-row-applies = Wofür Nr. { $place } ist
tags-row-description = Wann Nr. { $place } passt
tags-row-description-hint = Wann es passt
tags-row-up = Nr. { $place } nach oben
tags-row-down = Nr. { $place } nach unten
tags-row-remove = Nr. { $place } entfernen
tags-save = Speichern
tags-discard = Änderungen verwerfen
tags-all-saved = Alles ist gespeichert.
tags-not-yet-saved = Noch nicht gespeichert. Die Artikel behalten die Schlagwortliste, wie sie war.
tags-to-mend =
    { $n ->
        [one] Vor dem Speichern ist noch eines in Ordnung zu bringen.
       *[other] Vor dem Speichern sind noch { $n } Dinge in Ordnung zu bringen.
    }
tags-color =
    { $color ->
        [0] Blau
        [1] Rostrot
        [2] Grün
        [3] Violett
        [4] Bernstein
        [5] Rosa
        [6] Petrol
        [7] Oliv
        [8] Rot
        [9] Indigo
        [10] Grau
       *[other] Braun
    }
tags-wrong-id = Ein anderes hat dieselbe Kennung. Dieses entfernen und neu hinzufügen.
tags-wrong-no-name = Es braucht einen Namen.
tags-wrong-long = Das ist zu lang. Bitte kürzen.
tags-wrong-many = Mehr als { $n } passen nicht. Einige entfernen.
tags-wrong-same-key = Die Taste { $key } gibt schon „{ $other }“. Eine andere wählen oder keine.
tags-wrong-key = Die Taste { $key } tut etwas anderes. Eine Ziffer wählen, einen der Buchstaben d, g, i, l, m, n, q, u, y, z oder keine.
tags-wrong-color = Diese Farbe gibt es nicht. Eine andere wählen.

tags-plan-same = „{ $name }“ in diesem Artikel auf den neuen Stand bringen?
tags-plan-other = In diesem Artikel „{ $old }“ durch „{ $new }“ ersetzen?
tags-plan-articles = „{ $name }“ in den Artikeln, die sie benutzen, auf den neuen Stand bringen?
tags-plan-lead = Was in Gebrauch ist und was daraus wird:
tags-plan-nothing = Noch hat keine Behauptung und kein Zitat ein Schlagwort oder Urteil; sonst ändert sich also nichts.
tags-plan-unused =
    { $n ->
        [one] Ein unbenutztes Schlagwort oder Urteil ist nicht aufgeführt.
       *[other] { $n } unbenutzte Schlagwörter und Urteile sind nicht aufgeführt.
    }
tags-plan-counts =
    { $claims ->
        [0] Keine Behauptungen
        [one] 1 Behauptung
       *[other] { $claims } Behauptungen
    }, { $quotes ->
        [0] keine Zitate
        [one] 1 Zitat
       *[other] { $quotes } Zitate
    }, { $suggested ->
        [0] keine Vorschläge
        [one] 1 Vorschlag
       *[other] { $suggested } Vorschläge
    }
tags-plan-becomes = wird zu
tags-plan-becomes-what = Was aus „{ $tag }“ wird
tags-plan-dropped = Nichts: Es wird abgenommen
tags-plan-lost =
    { $n ->
        [one] Eines verliert es
       *[other] { $n } verlieren es
    }
tags-plan-bare =
    { $n ->
        [one] Eine Behauptung oder ein Zitat hat dann kein Schlagwort mehr. Wortlaut, Notiz, Urteil und Belege bleiben.
       *[other] { $n } Behauptungen und Zitate haben dann kein Schlagwort mehr. Wortlaut, Notizen, Urteile und Belege bleiben.
    }
tags-plan-counting = Die anderen Artikel werden angesehen …
tags-plan-not-counted = Die anderen Artikel ließen sich nicht ansehen{ $reason }
tags-plan-no-others = Kein anderer Artikel benutzt „{ $name }“.
tags-plan-others =
    { $n ->
        [one] Auch den anderen Artikel ändern, der „{ $name }“ benutzt.
       *[other] Auch die { $n } anderen Artikel ändern, die „{ $name }“ benutzen.
    }
tags-plan-others-tagged =
    { $n ->
        [0] Dort ist nichts markiert.
        [one] Dort ist eine Behauptung oder ein Zitat markiert.
       *[other] Dort sind { $n } Schlagwörter vergeben.
    }
tags-plan-apply = Ändern
tags-plan-leave = Lassen, wie sie sind

tags-bar = Das Gewählte markieren
tags-bar-words = Wörter
tags-bar-suggestion = Prüfenswert?
tags-bar-is-claim = Behauptung
tags-bar-is-quote = Zitat
tags-bar-is-note = Notiz
tags-bar-quote = Das Zitat markieren
tags-bar-claim = Zur Behauptung machen
tags-bar-none = Die Schlagwortliste „{ $name }“ hat nichts dafür.
tags-bar-unknown-speaker = Stimme unbekannt
tags-bar-accept = Annehmen
tags-bar-accept-title = Annehmen (A)
tags-bar-reject = Ablehnen
tags-bar-reject-title = Ablehnen (X)
tags-bar-remove = Entfernen
tags-bar-remove-title = Diese Behauptung entfernen (X)
tags-bar-let-go = Loslassen
tags-bar-let-go-title = Loslassen (Esc)
tags-bar-told-by = zu erkennen an „{ $words }“
tags-bar-told-by-title = Diese Worte zeigen (E)

## Übersicht, Karte, Filter, Suche.

command-find = Im Artikel suchen
command-find-close = Suche beenden und das Gefundene auswählen
command-find-next = Nächste Fundstelle
command-find-previous = Vorige Fundstelle
command-filters = Zitate und Behauptungen filtern
command-show-everything = Wieder alles zeigen
command-overview = Übersicht über den Artikel

seeing-label = Suchen und filtern
filter-button = Filter
filter-remove = Nicht nur zeigen: { $what }
filter-hidden =
    { $n ->
        [0] Nichts ist verborgen.
        [one] Ein Zitat oder eine Behauptung ist verborgen.
       *[other] { $n } Zitate und Behauptungen sind verborgen.
    }
filter-show-everything = Alles zeigen
filter-title = Nur zeigen
filter-done = Fertig
filter-speakers = Stimmen
filter-kinds = Arten von Zitaten
filter-tags = Schlagwörter
filter-standings = Stand
filter-verdicts = Urteile
filter-confidence = Sicherheit der Zitatsuche
filter-from = Von
filter-to = Bis
filter-percent = { $n } Prozent
filter-between = Sicherheit { $from }–{ $to } %
filter-nobody = Stimme unbekannt
filter-direct = Wörtlich
filter-indirect = Indirekt
filter-mixed = Gemischt
filter-suggested = Vorgeschlagen
filter-accepted = Angenommen
filter-rejected = Abgelehnt
filter-to-do = Offen
filter-in-progress = In Arbeit
filter-checked = Erledigt
filter-no-verdict = Noch kein Urteil
filter-count =
    { $n ->
        [one] Ein Zitat oder eine Behauptung
       *[other] { $n } Zitate und Behauptungen
    }

filter-unsaid = Auch Gedanken, Haltungen und Befunde
filter-threshold = Sicherheit ab
filter-n-unsure =
    { $n ->
        [one] Verbirgt ein Zitat
       *[other] Verbirgt { $n } Zitate
    }
filter-more-unsaid =
    { $n ->
        [one] Noch eines: Gedanke, Haltung oder Befund
       *[other] Noch { $n }: Gedanken, Haltungen, Befunde
    }
filter-more-unsure =
    { $n ->
        [one] Noch eines, das weniger sicher ist
       *[other] Noch { $n }, die weniger sicher sind
    }
filter-show = Zeigen
filter-show-all = Alle zeigen

find-button = Suchen
find-label = Im Artikel suchen
find-place = { $at } von { $n }
find-nothing = Nichts gefunden
find-next = Nächste Stelle
find-previous = Vorige Stelle
find-whole-words = Ganze Wörter
find-said-by = Gesagt von
find-anyone = Gleich wem
find-close = Schließen

map-label = Karte des Artikels
map-place = { $n } Prozent des Artikels

overview-tab = Übersicht
overview-words = Wörter
overview-quoted = Zitierte Wörter
overview-quotes = Zitate
overview-claims = Behauptungen
overview-suggested = Prüfenswert
overview-percent = { $n } %
overview-under-one = unter 1 %
overview-by-speaker = Wörter nach Stimme
overview-by-kind = Wörter nach Art des Zitats
overview-chart-about = Jedes Stück des Balkens ist so lang wie sein Anteil an den zitierten Wörtern. Die Tabelle darunter enthält die Zahlen.
overview-piece = { $what }: { $words } Wörter, { $percent }
overview-speaker = Stimme
overview-kind = Art
overview-share = Anteil
overview-number = Anzahl
overview-tags = Schlagwörter
overview-tag = Schlagwort
overview-standings = Stand
overview-standing = Stand
overview-verdicts = Urteile
overview-verdict = Urteil
overview-all-speakers = Alle { $n } Stimmen
overview-fewer-speakers = Weniger Stimmen
overview-density = Wo zitiert wird
overview-density-about = Der Artikel vom Anfang bis zum Ende, in Teilen. Je höher ein Balken, desto mehr seines Teils ist zitiert; ein Punkt darunter steht für Behauptungen. Die Tabelle darunter enthält die Zahlen.
overview-part = Teil
overview-part-about =
    { $claims ->
        [0] Teil { $part }: { $percent } zitiert
        [one] Teil { $part }: { $percent } zitiert, eine Behauptung
       *[other] Teil { $part }: { $percent } zitiert, { $claims } Behauptungen
    }
overview-go-to-part = Zu Teil { $part }
overview-numbers = Die Zahlen
overview-nothing = Von diesem Artikel ist noch nichts zu zeigen.

## Fassungen mehrerer Personen vergleichen.

command-agreement = Anmerkungen vergleichen …
command-agreement-next = Vergleich: nächster Unterschied
command-agreement-previous = Vergleich: voriger Unterschied
command-agreement-nothing = Vergleich: dort nichts markieren (1 bis 9 übernehmen eine Fassung)
command-agreement-own = Vergleich: dort etwas Eigenes markieren
command-agreement-undo = Vergleich: letzte Entscheidung zurücknehmen
command-agreement-redo = Vergleich: Entscheidung wiederholen

agreement-title = Anmerkungen vergleichen
agreement-back = Zurück zum Artikel
agreement-intro = Was andere in „{ $title }“ markiert haben, kommt als Datei exportierter Anmerkungen herein. Hier ist zu sehen, wie weit sie übereinstimmen; wo nicht, lässt sich entscheiden, und das Ergebnis lässt sich mitnehmen.

agreement-people = Fassungen
agreement-me = Eigene
agreement-files = Dateien mit Anmerkungen
agreement-add = Dateien hinzufügen …
agreement-drop = Auch mehrere auf einmal oder auf dieser Seite abgelegt. Sie werden verglichen und kommen nicht zu den eigenen Anmerkungen.
agreement-name = Von wem { $file } ist
agreement-marks =
    { $n ->
        [one] eine Markierung zu vergleichen
       *[other] { $n } Markierungen zu vergleichen
    }
agreement-marks-in =
    { $n ->
        [one] eine Markierung zu vergleichen, aus { $file }
       *[other] { $n } Markierungen zu vergleichen, aus { $file }
    }
agreement-remove = { $name } entfernen
agreement-lost =
    { $n ->
        [one] Eine Anmerkung gilt Worten, die nicht in diesem Artikel stehen
       *[other] { $n } Anmerkungen gelten Worten, die nicht in diesem Artikel stehen
    }
agreement-compare = Vergleichen
agreement-both = Behauptungen und Zitate
agreement-claims = Behauptungen
agreement-quotes = Zitate
agreement-how = Es zählt, was Menschen angelegt, geändert oder angenommen haben. Behauptungen werden nach Wortlaut und Schlagwörtern verglichen, Zitate nach Wortlaut, Art und Schlagwörtern. Wer spricht, wird nicht verglichen.

agreement-not-read = „{ $file }“ wurde nicht aufgenommen: { $problem }.
agreement-other-article = „{ $file }“ wurde nicht aufgenommen: Sie gehört zu einem anderen Artikel oder zu einer anderen Fassung. Von ihren { $all } Anmerkungen finden nur { $found } hier ihre Worte. Gebraucht wird ein Export des offenen Artikels.
agreement-nothing-in-it =
    { $n ->
        [0] „{ $file }“ wurde nicht aufgenommen: Sie enthält keine Anmerkungen.
       *[other] „{ $file }“ wurde nicht aufgenommen: Niemand hat darin etwas angelegt, geändert oder angenommen. Verglichen wird nur, was Menschen entschieden haben.
    }

agreement-working = Vergleicht …
agreement-one-only = Bisher gibt es nur eine Fassung; zum Vergleichen eine weitere Datei hinzufügen.
agreement-taken-over = Das Ergebnis ist in diesem Artikel. Hier steht der Vergleich von davor.
agreement-again = Neu vergleichen

agreement-figures = Wie weit sie übereinstimmen
agreement-table-claims =
    { $n ->
        [one] Behauptungen, auf ein Wort Text
       *[other] Behauptungen, auf { $n } Wörter Text
    }
agreement-table-quotes =
    { $n ->
        [one] Zitate, auf ein Wort Text
       *[other] Zitate, auf { $n } Wörter Text
    }
agreement-no-claims = Niemand hat eine Behauptung markiert.
agreement-no-quotes = Niemand hat ein Zitat angelegt, geändert oder angenommen.
agreement-tag = Schlagwort
agreement-no-tag = Kein Schlagwort
agreement-direct = Wörtlich
agreement-indirect = Indirekt
agreement-mixed = Gemischt
agreement-all = Alle
agreement-alpha = Krippendorffs α
agreement-exact = F1, gleicher Wortlaut
agreement-overlap = F1, Hälfte oder mehr
agreement-none = keine
agreement-decimal = { $whole },{ $rest }
agreement-negative = −{ $whole },{ $rest }
agreement-reliable = verlässlich
agreement-tentative = vorläufig
agreement-unreliable = zu niedrig, um sich darauf zu verlassen
agreement-undefined = Nicht bestimmt
agreement-no-variation = alle Wörter haben dieselbe Antwort, Übereinstimmung könnte also Zufall sein
agreement-too-varied = zu viele verschiedene Schlagwörter, um es zu berechnen
agreement-read-alpha = α lesen: 1 ist völlige Übereinstimmung, 0 das, was der Zufall ergäbe, unter 0 ist schlechter als Zufall. Ab 0,80 gelten Schlüsse als verlässlich, ab 0,67 als vorläufig. Bei wenigen Markierungen sagt es wenig.
agreement-read-f1 = α zählt Wörter: welche das Schlagwort haben. F1 zählt Markierungen, von 0 bis 1: wie viele eine mit gleichem Wortlaut finden oder eine, die mindestens die Hälfte der Wörter teilt. Satzzeichen zählen nie.

agreement-differences = Wo sie sich unterscheiden
agreement-progress =
    { $all ->
        [0] Es gibt nichts zu entscheiden.
       *[other] { $decided } von { $all } entschieden.
    }
agreement-agreed =
    { $n ->
        [0] Keine Markierung ist bei allen gleich.
        [one] Eine Markierung ist bei allen gleich.
       *[other] { $n } Markierungen sind bei allen gleich.
    }
agreement-keys = Tasten: J und K zum nächsten und vorigen, 1 bis 9 übernimmt eine Fassung, 0 nichts, O etwas Eigenes, Strg Z rückgängig.
agreement-kind = Art
agreement-any-kind = jede
agreement-any-tag = jedes
agreement-kind-missing = Nicht von allen markiert
agreement-kind-boundaries = Anderer Wortlaut
agreement-kind-tags = Andere Schlagwörter
agreement-kind-several = Mehrere Unterschiede
agreement-previous = Voriger
agreement-next = Nächster
agreement-page-before = Frühere
agreement-page-after = Spätere
agreement-page = { $from } bis { $to } von { $all }
agreement-filtered = Kein Unterschied ist von dieser Art mit diesem Schlagwort.
agreement-nth = { $n }. { $kind }
agreement-quote = Zitat
agreement-claim = Behauptung
agreement-decided = Entschieden
agreement-marked-nothing = hat hier nichts markiert
agreement-take = Übernehmen, was { $name } markiert hat
agreement-take-this = Übernehmen
agreement-nothing = Nichts
agreement-own = Etwas Eigenes …
agreement-own-made = Eigenes

agreement-own-title = Eigene Markierung
agreement-own-start = Anfang
agreement-own-end = Ende
agreement-start-earlier = Ein Wort früher beginnen
agreement-start-later = Ein Wort später beginnen
agreement-end-earlier = Ein Wort früher enden
agreement-end-later = Ein Wort später enden
agreement-own-keep = Behalten
agreement-own-leave = Abbrechen

agreement-result = Ergebnis
agreement-result-all = Alles ist entschieden.
agreement-result-open =
    { $n ->
        [one] Ein Unterschied ist noch offen: In diesem Artikel bleibt er, wie er ist, in der Datei fehlt er.
       *[other] { $n } Unterschiede sind noch offen: In diesem Artikel bleiben sie, wie sie sind, in der Datei fehlen sie.
    }
agreement-take-over = In diesen Artikel übernehmen
agreement-export = Ergebnis exportieren (JSON-LD)
agreement-kept = Vergleich und Entscheidungen bleiben, bis diese Seite geschlossen oder neu geladen oder ein anderer Artikel verglichen wird. Was bleiben soll, exportieren oder übernehmen.
agreement-not-exported = Der Browser hat die Datei nicht angenommen; Downloads für diese Seite erlauben und noch einmal versuchen.
agreement-nothing-to-take = Dieser Artikel hat schon alles; nichts wurde geändert.
agreement-step = Übernehmen, worauf man sich geeinigt hat

## Der gedruckte Artikel.

print-speakers = Wer was gesagt hat
print-speaker-unknown = Stimme unbekannt
print-claims = Behauptungen
print-said-by = gesagt von { $speaker }
command-print = Artikel mit Zitaten und Behauptungen drucken

## Die Leiste neben dem Artikel.

panel-label = Zitate und Behauptungen
panel-lists = Listen
panel-quotes = Zitate
panel-claims = Behauptungen
panel-worth-checking = Prüfenswert
panel-close = Die Leiste schließen
panel-bar = Leiste

## Der Speicher. Die Gründe setzen den Satz davor fort.

storage-list-unread = Die Liste der Artikel war nicht zu lesen{ $because }
storage-texts-unread = Die Wörter der Artikel waren nicht zu lesen{ $because }
storage-unread = nicht aus dem Speicher zu lesen{ $because }
storage-not-saved = Die letzte Änderung ist nicht gespeichert{ $because }
storage-protected = Die letzte Änderung ist nicht gespeichert, weil der Artikel in einer Form im Speicher liegt, die nicht überschrieben werden darf: { $reason }. Am besten die Anmerkungen exportieren.
storage-not-deleted = „{ $title }“ ließ sich nicht löschen{ $because }
storage-not-deleted-several =
    { $n ->
        [one] Ein Artikel ließ sich nicht löschen{ $because }
       *[other] { $n } Artikel ließen sich nicht löschen{ $because }
    }
storage-not-restored = Das Gelöschte ließ sich nicht zurückholen{ $because }
storage-unavailable = Dieser Browser gibt Hearsay hier keinen Speicher, wie in manchen privaten Fenstern ({ $reason }). Alles geht, aber nach dem Schließen der Seite bleibt nichts: exportieren, was bleiben soll.
storage-because-full = : Der Speicher, den der Browser gibt, ist voll. Was vorher gespeichert wurde, ist noch da. Anmerkungen exportieren, nicht mehr gebrauchte Artikel löschen und noch einmal versuchen.
storage-because-closed = : Der Browser hat die Datenbank geschlossen, oder sie wurde anderswo gelöscht. Noch einmal versuchen oder die Anmerkungen exportieren.
storage-because = { " " }({ $reason }). Was vorher gespeichert wurde, ist noch da; noch einmal versuchen oder die Anmerkungen exportieren.
storage-unlisted = Ein Artikel, der sich nicht aufführen lässt
storage-damaged-line = Seine Zeile in der Liste ist beschädigt.
storage-no-reason = kein Grund angegeben
storage-none-here = der Browser gibt hier keinen Speicher

mark-quote = Zitat: { $what }
mark-claim = Behauptung: { $what }
mark-suggestion = prüfenswert? { $what }
mark-note = Notiz

