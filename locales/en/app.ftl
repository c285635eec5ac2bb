# The frame of the page: bars, menus, keys, notices.

app-undo = Undo
app-redo = Redo

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
command-export = Export annotations (JSON-LD)
command-find-quotes-again = Find quotes again
command-keys = All keys
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-enter = Enter
key-delete = Delete
keys-title = Keys
keys-close = Close
keys-tag = Tag the chosen words, or the quote or claim in focus
