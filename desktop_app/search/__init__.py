"""Queries, engines, snippets, facets; knows no database."""
