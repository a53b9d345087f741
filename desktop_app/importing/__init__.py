"""From saved material to items in an archive."""
