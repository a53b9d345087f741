"""Two texts side by side as tab-separated values (``text/tab-separated-values``, IANA)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.exchange import guarded
from desktop_app.exporting.bitext import Bitext

COLUMNS = ("en_item", "zh_item", "score", "en", "zh")
# A cell of this format has no way to hold a tab or a line's end.
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def parallel_table(bitexts: Iterable[Bitext]) -> Iterator[str]:
    """The table a line at a time, headed by `COLUMNS`; no cell is a formula to a spreadsheet."""
    yield _line(COLUMNS)
    for bitext in bitexts:
        for passage in bitext.passages:
            score = f"{passage.score:.3f}"
            yield _line((bitext.en.id, bitext.zh.id, score, passage.en, passage.zh))


def _line(cells: Iterable[str]) -> str:
    return "\t".join(guarded(_BREAKS.sub(" ", each)) for each in cells) + "\n"
