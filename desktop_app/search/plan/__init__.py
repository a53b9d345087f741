"""How a query is worked out on columns: a tree of steps, each over whole segments.

`compiling` makes the steps of a query; every step gives the documents of one segment
that match, and the scores of any of them.
"""
