"""An item beside its counterpart in the other language."""
