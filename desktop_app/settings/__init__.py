"""What the reader has chosen, in one TOML file; no Qt here."""
