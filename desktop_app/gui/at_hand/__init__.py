"""What is at hand everywhere: the palette of commands, settings, shortcuts, keys like vi's."""
