"""The four styles, which CSL file, language and form each takes, and what is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from desktop_app.places import resources


@dataclass(frozen=True, slots=True)
class Style:
    """A way to cite; `key` is what the command line calls it, `name` what people do.

    `file` lies in ``resources/csl``. With `by_note` an item is cited as in a first full
    note, else as in the list of references. With `own_terms` the few words a style adds
    ("et al", 等) follow the item's language, else they are English. Of Chinese names in Latin
    letters `whole_names` tells that they stay in their order without a comma,
    `by_characters` that each character has an initial. `in_text` tells that a quotation
    needs a reference in brackets, `counts` that it counts paragraphs.
    """

    key: str
    name: str
    file: str
    by_note: bool = False
    own_terms: bool = False
    whole_names: bool = False
    by_characters: bool = False
    in_text: bool = False
    counts: bool = False

    @property
    def path(self) -> Path:
        """The CSL file."""
        return resources() / "csl" / f"{self.file}.csl"

    def locale(self, language: str) -> str:
        """The locale for an item in `language`."""
        return "zh-CN" if self.own_terms and language.startswith("zh") else "en-US"


_ALL = (
    # "等" in Chinese, "et al" in English: GB/T 7714-2015, 8.1.2; names in pinyin: 8.1.1.
    Style(
        "gbt7714",
        "GB/T 7714-2015",
        "china-national-standard-gb-t-7714-2015-numeric",
        own_terms=True,
        by_characters=True,
    ),
    # Paragraphs are counted where there are no pages: APA 7, 8.28.
    Style("apa", "APA 7", "apa", in_text=True, counts=True),
    # Notes and bibliography is the manual's system for history and the arts; author-date, its
    # other one, is for the sciences. News is cited in notes, seldom in bibliographies.
    Style(
        "chicago",
        "Chicago 18",
        "chicago-notes-bibliography",
        by_note=True,
        whole_names=True,
    ),
    # The handbook's chapter 6 has nobody count paragraphs that are not numbered.
    Style("mla", "MLA 9", "modern-language-association", whole_names=True, in_text=True),
)
RECORDS: Mapping[str, str] = {"bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}
"""The forms for other programs in which words are quoted, and their names."""
STYLES: Mapping[str, Style] = {style.key: style for style in _ALL}


class CiteFormat(Enum):
    """What citations are written as; the styles matter to the first two only."""

    TEXT = "text"
    HTML = "html"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"
