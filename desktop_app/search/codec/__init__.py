"""The index on disk: Whoosh segments whose postings are columns of numbers.

Format 1. All numbers are little-endian; everything is mapped, and checked when it is
first touched (`blocks`, `table`); a change of format raises `FORMAT_VERSION`, and an
index of another version is built anew.

    _MAIN_<generation>.toc   the contents: which segments there are, which of their
                             documents are deleted, what of the store is covered
                             (`contents`); replaced in one step by each commit
    MAIN_<id>.tab            a segment's table: a JSON header and named arrays
    MAIN_<id>.doc            the document of each posting, uint16 (uint32 above 65,536
                             documents, which only Whoosh's own writer makes)
    MAIN_<id>.frq            its frequency, one byte; 0: see "many" below
    MAIN_<id>.pos            its positions, uint16, or uint32 in a field that needs it

A segment holds at most 65,536 documents of Beilin's own, so that a document number
takes two bytes and document and position together four: a phrase is then a comparison
of plain numbers. Postings stand by field, word, document and position, so that the
words of a prefix are one slice. Positions are kept as they are rather than as
differences: they take the same two bytes, and nothing need be added up to read them.

Arrays of the table; of each field F, by the number of a word in the order of bytes:

    words F, starts F        the words end to end in UTF-8; where each starts
    postings F, positions F  where its postings and its positions start in the field's
    many F, weights F        which postings have a frequency above 255, and which
    lengths F                each document's length, one byte on Whoosh's scale
    boosts F                 each posting's weight, where Whoosh's writer gave boosts

and of the segment: "column C", and for columns of few values "values C" and "value
starts C"; "stored" and "stored starts", JSON a document; "sums" of each other file, a
CRC-32 for each 64 KiB.
"""

from __future__ import annotations
