"""Export as JSONL: one item a line, photos in a folder beside it.

The same shape is imported again (`importing.formats.jsonl`); keys are documented in
the README. Photo files stand as paths relative to the JSONL file.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from desktop_app.archive import Archive
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.exporting.shapes import item_to_json, photo_to_json
from desktop_app.indexing import Progress
from desktop_app.items import Item
from desktop_app.messages import message


def export_jsonl(
    archive: Archive,
    out: Path,
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
    lost: Callable[[str], None] = lambda _file: None,
) -> int:
    """Write all items of `archive` to `out` and return how many.

    A photo whose file is gone keeps its name and caption there, and `lost` is called
    with the name. `out` appears only when complete; an older file of that name is replaced. Raises
    `ArchiveError` where it cannot be written, and `Cancelled`.
    """
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        count = _write(archive, part, out, progress, cancelled, lost)
        part.replace(out)
    except OSError as error:
        reason = error.strerror or error
        raise ArchiveError(
            message("{path} cannot be written ({reason})", path=out, reason=reason)
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _write(
    archive: Archive,
    part: Path,
    out: Path,
    progress: Progress,
    cancelled: Callable[[], bool],
    lost: Callable[[str], None],
) -> int:
    total, count = archive.info().items, 0
    photos = out.with_name(f"{out.stem}-photos")
    with part.open("w", encoding="utf-8", newline="\n") as stream:
        for item in archive.items():
            if cancelled():
                raise Cancelled
            line = _line(archive, item, photos, lost)
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += 1
            progress(count, total)
    return count


def _line(
    archive: Archive, item: Item, photos: Path, lost: Callable[[str], None]
) -> dict[str, object]:
    """An item's line; its photos are copied on the way."""
    line = item_to_json(item)
    line["photos"] = [
        {
            **photo_to_json(photo),
            "file": _copy(archive, photo.file, photos, lost) if photo.file else None,
            "after": photo.after,
        }
        for photo in item.photos
    ]
    return line


def _copy(archive: Archive, file: str, photos: Path, lost: Callable[[str], None]) -> str:
    """Copy a photo, whole or not at all; returns its place beside the JSONL file."""
    photos.mkdir(exist_ok=True)
    source, target = archive.photos.path(file), photos / file
    if not source.is_file():
        lost(file)
    elif not target.exists() or target.stat().st_size != source.stat().st_size:
        part = target.with_name(f".{file}.{os.getpid()}.part")
        shutil.copyfile(source, part)
        part.replace(target)
    return f"{photos.name}/{file}"
