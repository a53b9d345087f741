"""A saved HTML page: what it says of itself, its text, its pictures."""
