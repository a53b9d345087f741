"""What a reader marks, in the window: star, tags, highlights, notes."""
