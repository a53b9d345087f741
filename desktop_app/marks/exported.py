"""Marks written out in one of the forms there are."""

from __future__ import annotations

import json
from pathlib import Path

from desktop_app.errors import MarksError
from desktop_app.files import write_atomically
from desktop_app.i18n.catalog import Catalog
from desktop_app.marks.annotations import to_annotations
from desktop_app.marks.bundle import Bundle
from desktop_app.marks.json_shape import to_json
from desktop_app.marks.markdown import to_markdown
from desktop_app.messages import message

FORMATS = {"markdown": ".md", "json": ".json", "annotations": ".jsonld"}
"""Name of a form -> how files of it end."""


def exported(bundle: Bundle, form: str, catalog: Catalog) -> str:
    """`bundle` in a form of `FORMATS`; what is for people in the words of `catalog`."""
    if form == "markdown":
        return to_markdown(bundle, catalog)
    shape = to_json(bundle) if form == "json" else to_annotations(bundle)
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def write_export(bundle: Bundle, form: str, catalog: Catalog, path: Path) -> None:
    """Write that to `path`; raises `MarksError`."""
    words = exported(bundle, form, catalog)
    try:
        write_atomically(path, words.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise MarksError(
            message(
                "{path} cannot be written ({reason}); choose another place",
                path=path,
                reason=error.strerror or error,
            )
        ) from error
