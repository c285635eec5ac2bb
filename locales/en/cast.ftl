# Speakers: the cast of an article, merging, renaming, describing.

command-edit-speaker = Edit the speaker of the quote in focus

cast-title = Speakers
cast-unknown = Speaker unknown
cast-show-quotes = { $n ->
    [one] Show { $n } quote of { $name }, { $percent }% of the quoted words
   *[other] Show { $n } quotes of { $name }, { $percent }% of the quoted words
}
cast-edit = Edit { $name }
cast-show-all = { $n ->
    [one] Show { $n } more
   *[other] Show { $n } more
}
cast-show-fewer = Show fewer

# The editor.
cast-editor = Edit speaker
cast-done = Done
cast-name = Name
cast-role = Role
cast-organisation = Organisation
cast-link = Link
cast-open-link = Open the link in a new window
cast-merge = Same person as
cast-merge-button = Merge
cast-move = Quotes of somebody else
cast-move-to = Move the chosen quotes to
cast-move-button = Move

# Steps of the history.
cast-did-rename = Rename { $from } to { $to }
cast-did-name = Give the quotes without a speaker to { $to }
cast-did-merge = Merge { $n } speakers as { $into }
cast-did-move = { $n ->
    [one] Move { $n } quote to { $to }
   *[other] Move { $n } quotes to { $to }
}
cast-did-move-to-nobody = { $n ->
    [one] Take the speaker from { $n } quote
   *[other] Take the speaker from { $n } quotes
}
cast-did-describe = Describe { $name }

# What cannot be done, and what to do.
cast-name-missing = A speaker needs a name: type one, or move the quotes to somebody else.
cast-link-refused = “{ $link }” is no address of the web: it has to begin with https:// or http://.
