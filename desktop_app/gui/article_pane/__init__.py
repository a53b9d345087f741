"""The middle pane: one item, set for reading."""
