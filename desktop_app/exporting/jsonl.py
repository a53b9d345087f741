"""Export as JSONL: one item a line, photos in a folder beside it.

The same shape is imported again (`importing.formats.jsonl`); keys are documented in
the README. Photo files stand as paths relative to the JSONL file.
"""

from __future__ import annotations

import json
from pathlib import Path

from desktop_app.exporting.export import Export
from desktop_app.exporting.own_data import photos_data
from desktop_app.exporting.photo_folder import PhotoFolder
from desktop_app.exporting.shapes import item_to_json
from desktop_app.exporting.whole import whole_file


class Jsonl:
    """One JSON object a line."""

    name = "jsonl"
    suffix = ".jsonl"

    def write(self, export: Export, out: Path) -> int:
        """Write the file `out`; a lost photo keeps its name and caption there."""
        photos, count = PhotoFolder(export, out), 0
        with whole_file(out) as part, part.open("w", encoding="utf-8", newline="\n") as stream:
            for item in export.each():
                line = {**item_to_json(item), "photos": photos_data(item, photos.put)}
                stream.write(json.dumps(line, ensure_ascii=False) + "\n")
                count += 1
        return count
