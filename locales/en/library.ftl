# The stored articles.

library-title = Your articles
library-looking = Looking for your articles …
library-empty = Articles you open are kept here, in this browser only.
library-count =
    { $n ->
        [one] { $n } article
       *[other] { $n } articles
    }
library-found =
    { $all ->
        [one] { $n } of { $all } article
       *[other] { $n } of { $all } articles
    }
library-searching = { $n } found so far; still looking …
library-none = No article is like that.
library-choose-other = Choose the article to compare with “{ $title }”.
library-earlier =
    { $n ->
        [one] { $n } earlier version of this article
       *[other] { $n } earlier versions of this article
    }
library-search = Search your articles
library-search-in = Search title, site, text, speakers, tags
library-sort = Sort by
library-sort-changed = Last changed
library-sort-opened = Last opened
library-sort-published = Last published
library-sort-title = Title
library-sort-site = Site
library-sort-claims = Most claims
library-sort-suggestions = Most suggestions
library-with-claims = With claims
library-with-suggestions = With suggestions
library-unreadable = Unreadable
library-any-site = Any site
library-site = Site
library-any-language = Any language
library-language = Language
library-show-all = Show all
library-select = Select …
library-select-all = Select all
library-select-one = Select “{ $title }”
library-delete-n = Delete { $n }
library-delete = Delete
library-delete-one = Delete “{ $title }”
library-compare = Compare
library-compare-next = Compare “{ $title }” with the next version
library-compare-other = Compare “{ $title }” with another article
library-field-speaker = Speaker
library-field-tag = Tag
library-opened = opened { $day }
library-changed = changed { $day }
library-quotes =
    { $n ->
        [one] { $n } quote
       *[other] { $n } quotes
    }
library-claims =
    { $n ->
        [one] { $n } claim
       *[other] { $n } claims
    }
library-suggestions =
    { $n ->
        [one] { $n } suggestion
       *[other] { $n } suggestions
    }
library-space = Hearsay keeps about { $used } in this browser; by its estimate there is room for { $left } more.
library-space-kept = The browser has promised not to clear it by itself.
library-space-refused = The browser did not promise to keep it: when the disk is full it may clear it. Export what must not be lost.
library-space-may-go = When the disk is full, the browser may clear it.
library-space-ask = Ask it to keep everything
