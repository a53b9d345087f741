"""What is made of single photos for a person: what is known of them, copies with captions."""
