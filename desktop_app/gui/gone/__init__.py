"""An archive that is open is not there any more: a stick was pulled, a share went away."""
