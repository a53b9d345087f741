"""Files that hold other files, one kind a module, unpacked within bounds."""
