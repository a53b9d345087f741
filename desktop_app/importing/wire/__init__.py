"""News as agencies and sites send it: feeds, NITF, NewsML, ninjs."""
