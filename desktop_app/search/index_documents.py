"""From documents to a segment: every field inverted, every column filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, product

import numpy as np

from desktop_app.language.pinyin import readings
from desktop_app.language.token_arrays import TokenSplitter
from desktop_app.language.tokens import HAN
from desktop_app.search.codec.columns import Numbers, coded, narrow
from desktop_app.search.codec.inversion import invert
from desktop_app.search.codec.lengths import length_bytes
from desktop_app.search.codec.segment_writer import SegmentWriter, position_width
from desktop_app.search.dates import day_number
from desktop_app.search.engine import Document
from desktop_app.search.language_column import joined_languages

# Characters inverted at a time, and documents at most. A million characters of bulletins
# held 80 MB of arrays while they were inverted.
BATCH = 1 << 20
MOST_DOCUMENTS = 1 << 13
# Ways to read a name aloud that are all indexed; most names have one.
_MOST_READINGS = 8

Texts = Callable[[Document], Iterable[str]]

# `text` has all that is read, the title first, since that is what people search; the
# narrower fields hold their part again.
FIELDS: dict[str, Texts] = {
    "text": lambda document: chain([document.title], document.paragraphs, document.captions),
    "title": lambda document: [document.title],
    "caption": lambda document: document.captions,
    "speaker": lambda document: document.speakers,
    "said": lambda document: document.said,
    "pinyin": lambda document: spoken([document.title, *document.speakers]),
}


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield `documents` in lists of about `BATCH` characters."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += sum(len(text) for text in FIELDS["text"](document))
        if size >= BATCH or len(batch) >= MOST_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def write_documents(
    writer: SegmentWriter, documents: Sequence[Document], splitter: TokenSplitter
) -> None:
    """Write the segment of `documents`, numbered from 0."""
    for name in sorted(FIELDS):
        inverted = invert(splitter, [list(FIELDS[name](each)) for each in documents])
        positions = inverted.postings.positions
        if positions is not None and len(positions):
            writer.begin_field(position_width(int(positions.max())))
            writer.add(inverted.postings)
            lengths = inverted.lengths
            writer.end_field(name, length_bytes(lengths), int(lengths.sum()))
    numbers = {
        "number": [document.number for document in documents],
        "date": [day_number(document.date) for document in documents],
        "has": [int(document.has_photo) for document in documents],
    }
    for name, values in numbers.items():
        writer.add_column(name, Numbers(narrow(np.array(values, np.int64))))
    writer.add_column("language", coded([joined_languages(document) for document in documents]))
    for name in ("kind", "source"):
        values_of = [getattr(document, name).encode() for document in documents]
        writer.add_column(name, coded(values_of))


def spoken(texts: Iterable[str]) -> Iterator[str]:
    """Yield how the Chinese runs of `texts` are read, a row of syllables each.

    Where characters have several readings, some rows are ways to read the same run.
    """
    for text in texts:
        for run in HAN.findall(text):
            ways = [every or ("",) for every in readings(run)]
            yield from map(" ".join, islice(product(*ways), _MOST_READINGS))
