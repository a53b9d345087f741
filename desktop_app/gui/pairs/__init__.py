"""What the window does with items that tell one story in two languages."""
