"""Compare: what one speaker, period or search says and another does not."""
