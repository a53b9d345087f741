"""Picture files: told by their first bytes, opened within bounds, decoded without Qt."""
