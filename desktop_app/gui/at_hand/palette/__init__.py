"""The palette of commands: everything that can be done, found by typing a bit of its name."""
