"""Statements in Chinese news: quotations and reported clauses, by rules and small dictionaries."""
