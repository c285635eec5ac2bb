# Bringing an article: paste, file, address, bookmarklet; what stands in the way; how far it is.

start-title = See who said what.
start-lead = Give Hearsay a news article. It finds the quotes, with quotation marks or without, names the speakers, and lets you tag the claims that need checking. Everything stays in this browser.

open-panel = Open an article
open-paste = Paste an article
open-paste-hint = Paste it here. It opens at once; formatting from a web page is understood. Or type, and press Open.
open-open = Open
open-choose-file = Choose a file …
open-sample = Try the sample
open-formats = Web pages, PDF, Word, EPUB, mail, text; or drop a file anywhere.
open-file = Article file
open-address = Or open a web address
open-fetch = Fetch
open-drop = Drop the article here
open-nothing-pasted = Nothing to open: there are no words in what was pasted. Copy the article's text first, then paste it here.
open-pasted-is = The pasted text is { $problem }.
open-several-files = Several files at once; Hearsay opens one article at a time. Choose or drop one of them.
open-failed = “{ $name }” cannot be opened: { $problem }
open-not-utf8 = not valid UTF-8 (first fault at byte { $at }); is this the file that was exported?
open-unreadable-file = it could not be read; it may have been moved, or it is a folder. Choose it again
open-reader-missing = the part of Hearsay that reads this ({ $kind }) could not be loaded. It is fetched the first time it is needed: connect to the network and try again
open-reader-stopped = the reader stopped at something in it that it could not deal with, or ran out of memory. Open it with the program it was made for, copy the text and paste it here
open-no-words = No words were found in it, so there is nothing to open. Copy the article's text and paste that.
open-known = You have opened this article before: here it is as you left it.
open-unreadable-copy = An earlier copy of this article is in storage and cannot be opened: { $reason }. This is a new copy.
open-pasted-over = This is what you pasted. The article before it is in the library.
open-with-care = Read with care: { $what }.
open-deaf = The page did not arrive: its site keeps other windows from asking for it. Go back to it and copy all of it, or save it; then paste it here, or drop the file.
open-page-too-large = The page is larger than Hearsay reads (10 MB). Select the article on it, copy it and paste it here.

what-sample = the sample
what-pasted = pasted text
what-sent = the page you sent
what-article = the article
what-last = the article you were reading

step-opening = Opening { $what } …
step-fetching = Fetching { $what } · { $done }
step-fetching-of = Fetching { $what } · { $done } of { $total }
step-loading = Reading { $what } · getting ready
step-reading-pages = Reading { $what } · page { $done } of { $total }
step-reading-chapters = Reading { $what } · chapter { $done } of { $total }
step-finding = Finding quotes · { $percent }%
step-finding-quotes = Finding quotes …
step-stop-finding = Cancel finding quotes
step-progress = Progress

picker-chapter = Which chapter?
picker-chapter-hint = A book can be opened whole or by chapter; long texts take longer.
picker-article = Which of these is the article?
picker-article-hint = It is not sure what on this page is the article.
picker-offer = Open another version
picker-offer-hint = This page can be read in more than one way.
picker-find = Find a chapter
picker-open = open
picker-none = No chapter has these words in its title or its beginning.
picker-words =
    { $n ->
        [one] { $shown } word
       *[other] { $shown } words
    }

refusal-title = The address could not be opened
refusal-ways = A page that your browser shows you can be brought here in other ways:
refusal-open-page = Open the page
refusal-bookmarklet = in the bookmarks bar is to be pressed there. Drag it to the bar once.
refusal-save = Save the page (Ctrl S) and drop the file here.
refusal-copy = Copy all of it (Ctrl A, Ctrl C) and paste it here.
refusal-phone = On a phone, put Hearsay on the home screen and share the page’s text with it.
refusal-dismiss = Dismiss
refusal-no-address = That is no web address. An address begins with https:// and names a site, as https://example.com/news does.
refusal-offline = You are offline, so { $host } cannot be reached. Connect and try again; articles in the library and files open without a network.
refusal-blocked = { $host } does not let other pages read it, or cannot be reached: browsers do not tell which.
refusal-status = { $host } answered with { $status }: { $meaning }.
refusal-silent = { $host } did not answer for 30 seconds. Try again, or bring the page another way.
refusal-too-large = What is at this address is larger than the 64 MB that Hearsay reads. Copy the part of { $host } that you need and paste it.
refusal-empty = { $host } answered with an empty page.
refusal-status-401 = one has to sign in to read this
refusal-status-402 = one has to pay to read this
refusal-status-403 = it refuses to show this to Hearsay; there may be a paywall, or it is for people it knows
refusal-status-404 = there is no page at this address; look whether it is complete
refusal-status-410 = the page was taken down for good
refusal-status-429 = it has been asked too often; try again in some minutes
refusal-status-451 = the page is withheld for legal reasons
refusal-status-5xx = it has trouble of its own; try again later
refusal-status-other = it does not give out this page

from-title = Send pages here from any site
from-bookmarklet = Send to Hearsay
from-drag-title = Drag this to the bookmarks bar
from-drag = Drag this to the bookmarks bar:
from-then = Then press it on any page with an article: the page opens here as you see it there.
from-chrome = Ctrl Shift B (⌘ Shift B) shows the bar.
from-firefox = Ctrl Shift B shows the bar; or right-click the button, then Bookmark Link.
from-safari = View, Show Favourites Bar; then drag.
from-phones = Phones
from-phones-how = bookmark any page, edit the bookmark, call it Send to Hearsay and paste its code as the address; to use it, type its name into the address bar on a page. Or put Hearsay on the home screen and share pages with it.
from-copy = Copy its code
from-copied = Copied.
from-not-copied = The browser did not allow it; drag the button instead.
from-safe = It hands the page to this one, in your browser, when you press it. Nothing of the page runs here.
from-proxy-in-use = A proxy of your own for addresses that sites refuse (in use)
from-proxy-none = A proxy of your own for addresses that sites refuse (none)
from-proxy-keep = Keep
from-proxy-hint = It sees the addresses and the words of the pages fetched through it. Hearsay brings none of its own. Empty for none.

import-failed = “{ $name }” was not imported: { $problem } Nothing was changed.
import-empty = The file holds no annotations.
import-done = Annotations imported: { $what }.
import-added = { $n } added
import-changed = { $n } changed
import-known = { $n } already there
import-lost = { $n } left out because their words are not in this article
