"""The same story in two languages: which items tell it, and where each passage stands.

`match` finds pairs of items, `align` the paragraphs and sentences that belong together.
"""
