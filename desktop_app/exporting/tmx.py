"""TMX 1.4b (LISA OSCAR, 2005), the format in which translation memories are exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app import __version__
from desktop_app.exporting.bitext import Bitext, Passage
from desktop_app.exporting.markup import escaped


def tmx(bitexts: Iterable[Bitext], unit: str) -> Iterator[str]:
    """The document in pieces; `unit` is "paragraph" or "sentence", as the standard's segtype.

    Each unit notes the two items and the score of the link. Characters that XML has no
    way to write are left out.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield (
        f'<header creationtool="Beilin" creationtoolversion="{escaped(__version__)}"'
        f' segtype="{unit}" o-tmf="Beilin" adminlang="en" srclang="en" datatype="plaintext"/>\n'
    )
    yield "<body>\n"
    for bitext in bitexts:
        for passage in bitext.passages:
            yield _unit(bitext, passage)
    yield "</body>\n</tmx>\n"


def _unit(bitext: Bitext, passage: Passage) -> str:
    source, target = bitext.languages
    return (
        "<tu>\n"
        f'<prop type="x-item-en">{escaped(bitext.en.id)}</prop>\n'
        f'<prop type="x-item-zh">{escaped(bitext.zh.id)}</prop>\n'
        f'<prop type="x-score">{passage.score:.3f}</prop>\n'
        f'<tuv xml:lang="{source}"><seg>{escaped(passage.en)}</seg></tuv>\n'
        f'<tuv xml:lang="{target}"><seg>{escaped(passage.zh)}</seg></tuv>\n'
        "</tu>\n"
    )
