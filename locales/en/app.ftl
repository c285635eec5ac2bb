# The frame of the page: bars, menus, keys, notices.

app-skip = To the text
app-brand-title = Open another article
app-pages = Pages
app-page-library = Articles
app-page-worklist = Claims
app-page-tag-sets = Tag sets
app-back-to = Back to “{ $title }”
app-cancel = Cancel
app-done = Done
app-show-more = Show more ({ $n })
app-undo = Undo
app-undo-what = Undo: { $what }
app-nothing-to-undo = Nothing to undo
app-redo = Redo
app-redo-what = Redo: { $what }
app-nothing-to-redo = Nothing to redo
app-saved = Saved
app-saved-title = Saved in this browser
app-saving = Saving …
app-saving-title = Saving in this browser
app-not-saved = Not saved
app-not-kept = Not kept
app-menu = More
app-menu-close = Less
app-import = Import annotations …
app-import-file = File of annotations
app-versions = Read another version …
app-theme = Colours: { $theme }
app-theme-system = As the system
app-theme-light = Light
app-theme-dark = Dark
app-language = Language
app-language-system = As the browser
app-language-failed = The words for { $language } could not be fetched, so the page goes on in the language it speaks. Are you offline?

# The palette of commands.
palette-title = All commands
palette-label = What do you want to do?
palette-placeholder = Command, tag, speaker, article
palette-none = Nothing is called that.
palette-found = { $n } found
palette-tag-as = Tag as { $tag }
palette-go-to = Go to { $what }
palette-open = Open “{ $title }”
palette-show = Show “{ $what }”
palette-speakers = Speakers
palette-articles = Articles
palette-languages = Language

# The panel beside the article.
panel-label = Quotes and claims
panel-lists = Lists
panel-quotes = Quotes
panel-claims = Claims
panel-worth-checking = Worth checking
panel-close = Close the panel
panel-bar = Panel

# The history of the open article.
history-title = History
history-hint = Choose a step to go back or forth to it.
history-start = The article as it was opened
history-undone = taken back
history-now = just now
history-minutes =
    { $n ->
        [one] a minute ago
       *[other] { $n } minutes ago
    }
history-hours =
    { $n ->
        [one] an hour ago
       *[other] { $n } hours ago
    }
history-days =
    { $n ->
        [one] a day ago
       *[other] { $n } days ago
    }
history-went-back =
    { $n ->
        [one] One step was taken back.
       *[other] { $n } steps were taken back.
    }
history-went-forth =
    { $n ->
        [one] One step was made again.
       *[other] { $n } steps were made again.
    }

# Messages.
notice-label = Message
notice-dismiss = Dismiss this message
notice-compare = Compare
notice-try-again = Try again
notice-export = Export
notice-back-to = Back to the one before
notice-undone = Undone: { $what }.
notice-redone = Redone: { $what }.
notice-done = Done: { $what }.
notice-deleted = Deleted “{ $title }”.
notice-deleted-several =
    { $n ->
        [one] Deleted one article, “{ $title }”.
       *[other] Deleted { $n } articles, “{ $title }” last.
    }

# Steps of the history.
step-accept-quote = Accept quote
step-reject-quote = Reject quote
step-accept-claim = Accept claim
step-remove-claim = Remove claim
step-dismiss-claim = Dismiss claim
step-remove-annotation = Remove annotation
step-take-back = Take decision back
step-import = Import annotations

# What goes wrong behind the page.
engine-stopped = The quote engine stopped. What you tagged is safe; try again, and reload the page if it stops again.
engine-stopped-because = The quote engine stopped ({ $reason }). What you tagged is safe; try again, and reload the page if it stops again.
storage-gone = This article is no longer in storage; it may have been deleted in another window.
storage-unreadable = “{ $title }” cannot be opened: { $reason }. It is kept as it is.
storage-list-unread = The list of articles could not be read{ $because }
storage-texts-unread = The articles’ words could not be read{ $because }
storage-unread = it could not be read from storage{ $because }
storage-not-saved = The last change is not saved{ $because }
storage-protected = The last change is not saved, because storage holds this article in a form that must not be overwritten: { $reason }. Export your annotations to keep them.
storage-not-deleted = “{ $title }” could not be deleted{ $because }
storage-not-deleted-several =
    { $n ->
        [one] One article could not be deleted{ $because }
       *[other] { $n } articles could not be deleted{ $because }
    }
storage-not-restored = What was deleted could not be put back{ $because }
storage-unavailable = This browser gives Hearsay no storage here, as in some private windows ({ $reason }). Everything works, but nothing is kept when this page is closed: export what you want to keep.
# The second half of the messages above: why, and what to do.
storage-because-full = : the storage that this browser gives is full. What was saved before is still there. Export your annotations, delete articles that you no longer need, and try again.
storage-because-closed = : the browser closed the database, or it was deleted elsewhere. Try again, or export your annotations.
storage-because = { " " }({ $reason }). What was saved before is still there; try again, or export your annotations.
storage-unlisted = An article that cannot be listed
storage-damaged-line = Its line in the library is damaged.
storage-no-reason = no reason given
storage-none-here = the browser gives no storage here
export-refused = The browser did not take the file; allow downloads for this page and try again.

# Commands, in the palette and the sheet of keys.
commands-review = Review
commands-tag = Tag
commands-check = Check
commands-look = Look
commands-general = Articles and settings
command-next = Next quote or claim
command-previous = Previous quote or claim
command-next-suggestion = Next claim worth checking
command-previous-suggestion = Previous claim worth checking
command-accept = Accept the quote or claim in focus
command-reject = Reject the quote, dismiss or remove the claim
command-evidence = Show the words that tell who speaks
command-next-sentence = Choose the next sentence
command-previous-sentence = Choose the previous sentence
command-extend-words = Extend the chosen words
command-shrink-words = Shrink the chosen words
command-undo = Undo
command-redo = Redo
command-let-go = Let go of words, focus, panel
command-library = Show the library
command-back-to-article = Back to the article
command-history = History
command-export = Export annotations (JSON-LD)
command-import = Import annotations
command-find-quotes-again = Find quotes again
command-keys = All keys
command-palette = All commands
command-message = Go to the message
command-theme = Change the colours
command-letter-keys = Switch keys of one letter on or off
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-enter = Enter
key-delete = Delete
keys-title = Keys
keys-close = Close
keys-print = Print
keys-or = or
keys-tags-of = Tags: { $set }
keys-tag = For the chosen words, or the quote or claim in focus
keys-letters = Keys of one letter or digit (switch them off if you speak to your computer)
