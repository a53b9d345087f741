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


def csl_json(items: Sequence[Cited], note: str = "") -> str:
    """`items` as one list of CSL-JSON, each with `note`, if any (csl-data's variable "note")."""
    noted = {"note": note} if note else {}
    objects = [{**csl_item(*each), **noted} for each in items]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def record(cited: Cited, form: str, note: str = "") -> str:
    """One item as `form`, a key of `RECORDS`, with `note`, one line, if any."""
    if form == "bibtex":
        return bibtex([cited], note)
    return ris([cited], note) if form == "ris" else csl_json([cited], note)


def cited(items: Sequence[Cited], style: str, form: CiteFormat) -> str:
    """`items` in `style`, a key of `STYLES`, written as `form`; ends in a line end."""
    if form is CiteFormat.BIBTEX:
        return bibtex(items)
    if form is CiteFormat.RIS:
        return ris(items)
    if form is CiteFormat.CSL_JSON:
        return csl_json(items)
    citations = [citation(item, style, origin) for item, origin in items]
    if form is CiteFormat.HTML:
        return "".join(f"<p>{each.html}</p>\n" for each in citations)
    return "".join(f"{each.text}\n" for each in citations)
