"""Export as a CSV table: one row an item, photos in a folder beside it.

Spreadsheets open it as it is: UTF-8 with a byte order mark, and no cell that they
would run as a formula. What has no column of its own is in the last, as JSON.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

from desktop_app.exchange import COLUMNS, KEY, guarded
from desktop_app.exporting.export import Export
from desktop_app.exporting.own_data import own_data
from desktop_app.exporting.photo_folder import PhotoFolder
from desktop_app.exporting.whole import whole_file
from desktop_app.items import Item


class CsvTable:
    """A table of RFC 4180 with a header."""

    name = "csv"
    suffix = ".csv"

    def write(self, export: Export, out: Path) -> int:
        """Write the file `out`."""
        photos, count = PhotoFolder(export, out), 0
        with whole_file(out) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(COLUMNS)
            for item in export.each():
                cells = _cells(item, photos)
                writer.writerow([guarded(cells[column]) for column in COLUMNS])
                count += 1
        return count


def _cells(item: Item, photos: PhotoFolder) -> dict[str, str]:
    data = own_data(item, photos.put)
    more = {key: data[key] for key in data if key not in COLUMNS or key == "photos"}
    del more[KEY]
    files = [photos.place(photo.file) if photo.file else "" for photo in item.photos]
    return {
        **{column: str(data.get(column) or "") for column in COLUMNS},
        "text": item.text,
        "photos": "\n".join(files),
        "captions": "\n".join(photo.caption for photo in item.photos),
        "more": json.dumps({**more, "text": data["text"]}, ensure_ascii=False),
    }
