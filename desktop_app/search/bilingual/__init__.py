"""Search across languages: a query that also finds its translations.

`sources.py` says where translations come from, `pieces.py` takes what is typed apart,
`expanding.py` puts translations beside it in the tree of the query, `matched.py` tells in
which language an item matched.
"""
