"""The views of an archive beside reading: where words stand, who says them, and when."""
