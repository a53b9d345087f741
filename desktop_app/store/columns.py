"""The corrected mappings of tables that an archive keeps, in `columns.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from desktop_app.files import write_atomically
from desktop_app.store.database import unwritable

FILE = "columns.json"
_MAX_BYTES = 16 * 1024 * 1024


class ColumnFile:
    """Signature of a header -> the field of each column (see `importing.tables.columns`)."""

    def __init__(self, folder: Path) -> None:
        """Use the file in the archive's `folder`; it is made with the first mapping."""
        self._path = folder / FILE

    def read(self) -> dict[str, tuple[str, ...]]:
        """All mappings; none where the file is not there or not what was written.

        They are a person's help to a guess: losing them costs a question.
        """
        try:
            if self._path.stat().st_size > _MAX_BYTES:
                return {}
            given = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        pairs = given.items() if isinstance(given, dict) else ()
        return {key: tuple(value) for key, value in pairs if _are_texts(value)}

    def add(self, mappings: Mapping[str, tuple[str, ...]]) -> None:
        """Keep more mappings, in place of those of the same headers. Raises `ArchiveError`."""
        made = {key: list(fields) for key, fields in {**self.read(), **mappings}.items()}
        text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
        try:
            write_atomically(self._path, text.encode("utf-8", "surrogatepass"))
        except OSError as error:
            raise unwritable(self._path, error) from error


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
