"""Finding what was said in an archive: statements, their speakers, and keeping them fresh."""
