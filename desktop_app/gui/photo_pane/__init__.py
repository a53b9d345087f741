"""The right pane: photos with their captions."""
