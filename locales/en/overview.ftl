# Seeing: map, charts, filters, find in article.
