"""Statements in English news: quotations and reported clauses, by rules and small dictionaries."""
