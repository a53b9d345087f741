"""What makes long reading easy: the place one stopped at, how far it is, steps, an outline."""
