"""How the window and its texts look, chosen in one place: "Aa" above the article."""
