"""Tables: their rows, and which column is what."""
