"""The sample archive, made from `resources/sample` when it is first wanted."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.archive_writer import open_for_import
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.importing.pipeline import Importer, ProgressCallback
from desktop_app.locking import only_one
from desktop_app.manifest import FILE, FORMAT_VERSION
from desktop_app.messages import message
from desktop_app.places import data_folder, resources

NAME = "Beilin 碑林"


def sample_archive(
    progress: ProgressCallback = lambda _progress: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Return the folder of the sample archive, making it where there is none yet.

    Raises `ArchiveError` where it cannot be written, and `Cancelled`.
    """
    source = resources() / "sample" / "items.jsonl"
    home = data_folder()
    content = source.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:12]
    folder = home / f"sample-{digest}-{FORMAT_VERSION}.beilin"
    if not (folder / FILE).exists():
        front = str(json.loads(content.splitlines()[0])["id"])
        try:
            with only_one(home / ".sample.lock", cancelled):
                if not (folder / FILE).exists():  # not made by another start meanwhile
                    _make(source, folder, front, progress, cancelled)
        except OSError as error:
            reason = error.strerror or str(error)
            raise ArchiveError(
                message(
                    "{path} cannot be written ({reason}); "
                    "name a folder you may write to in the variable XDG_DATA_HOME",
                    path=home,
                    reason=reason,
                )
            ) from error
    return folder


def is_sample(folder: Path) -> bool:
    """Whether `folder` is a sample archive, which is not for importing into."""
    home = data_folder()
    return folder.parent == home and folder.name.startswith("sample-")


def _make(
    source: Path,
    folder: Path,
    front: str,
    progress: ProgressCallback,
    cancelled: Callable[[], bool],
) -> None:
    """Import `source` beside `folder`, then give it its name: whole or not at all."""
    part = Path(tempfile.mkdtemp(prefix=".sample-", dir=folder.parent))
    try:
        with open_for_import(part, NAME, front) as archive:
            report = Importer(archive, progress, cancelled).run([source])
        if report.cancelled:
            raise Cancelled
        shutil.rmtree(folder, ignore_errors=True)  # what a crash may have left there
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
