"""The folder of photos beside a file that names them: ``news-photos/`` for ``news.jsonl``."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from desktop_app.exporting.export import Export


class PhotoFolder:
    """Copies photos beside the file `out`, each once; the folder is made for the first."""

    def __init__(self, export: Export, out: Path) -> None:
        """Take the photos from where `export` says they are."""
        self._export = export
        self._folder = out.with_name(f"{out.stem}-photos")

    def put(self, file: str) -> str:
        """Copy a photo, whole or not at all; returns its place beside `out`."""
        self._folder.mkdir(exist_ok=True)
        source, target = self._export.picture(file), self._folder / file
        if source and not (target.exists() and target.stat().st_size == source.stat().st_size):
            part = target.with_name(f".{file}.{os.getpid()}.part")
            shutil.copyfile(source, part)
            part.replace(target)
        return self.place(file)

    def place(self, file: str) -> str:
        """Where a photo lies beside `out`."""
        return f"{self._folder.name}/{file}"
