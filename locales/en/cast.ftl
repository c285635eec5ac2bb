# Speakers: the cast of an article, merging, renaming, describing.
