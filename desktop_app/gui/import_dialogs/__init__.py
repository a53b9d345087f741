"""What the window asks before it imports."""
