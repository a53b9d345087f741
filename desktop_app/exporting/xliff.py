"""XLIFF 1.2 (OASIS, 2008): a text and its translation, unit by unit.

This version and not 2.1, as it names the languages for each file: one export may have
pairs in simplified and in traditional characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.exporting.bitext import Bitext
from desktop_app.exporting.markup import escaped

_EMPTY = (
    '<file original="" source-language="en" target-language="zh" datatype="plaintext">'
    "<body/></file>\n"
)


def xliff(bitexts: Iterable[Bitext]) -> Iterator[str]:
    """The document in pieces: a ``file`` for each pair of items, a ``trans-unit`` a passage.

    Characters that XML has no way to write are left out.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    files = 0
    for files, bitext in enumerate(bitexts, 1):  # noqa: B007 (how many there were)
        yield from _file(bitext)
    if not files:  # the schema wants one at least
        yield _EMPTY
    yield "</xliff>\n"


def _file(bitext: Bitext) -> Iterator[str]:
    source, target = bitext.languages
    yield (
        f'<file original="{escaped(bitext.en.id)}" source-language="{source}"'
        f' target-language="{target}" datatype="plaintext" xml:space="preserve">\n<body>\n'
    )
    for number, passage in enumerate(bitext.passages, 1):
        yield (
            f'<trans-unit id="{number}">'
            f"<source>{escaped(passage.en)}</source>"
            f'<target state="translated">{escaped(passage.zh)}</target>'
            "</trans-unit>\n"
        )
    yield "</body>\n</file>\n"
