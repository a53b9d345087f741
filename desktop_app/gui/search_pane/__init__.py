"""The left pane: query, facets, years, hits."""
