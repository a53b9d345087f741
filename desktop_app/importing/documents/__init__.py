"""Documents of office programs and publishers: PDF, Word, EPUB, MHTML."""
