"""Several items cited at once, in the form that another program or a person takes."""

from __future__ import annotations

import json
from collections.abc import Sequence

from desktop_app.citing.bibtex import bibtex
from desktop_app.citing.citation import citation
from desktop_app.citing.csl_item import csl_item
from desktop_app.citing.ris import ris
from desktop_app.citing.styles import CiteFormat
from desktop_app.items import Item, Origin

Cited = tuple[Item, Origin | None]


def cited(items: Sequence[Cited], style: str, form: CiteFormat) -> str:
    """`items` in `style`, a key of `STYLES`, written as `form`; ends in a line end."""
    if form is CiteFormat.BIBTEX:
        return bibtex(items)
    if form is CiteFormat.RIS:
        return ris(items)
    if form is CiteFormat.CSL_JSON:
        objects = [csl_item(*each) for each in items]
        return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
    citations = [citation(item, style, origin) for item, origin in items]
    if form is CiteFormat.HTML:
        return "".join(f"<p>{each.html}</p>\n" for each in citations)
    return "".join(f"{each.text}\n" for each in citations)
