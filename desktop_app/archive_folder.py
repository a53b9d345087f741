"""The folder of an archive: making one, and the parts it must have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.errors import ArchiveError
from desktop_app.locking import only_one
from desktop_app.manifest import FILE, Manifest
from desktop_app.messages import message
from desktop_app.store import database


def create_archive(folder: Path, manifest: Manifest) -> None:
    """Make the parts of an archive, its manifest last: without it there is no archive."""
    if folder.exists() and (not folder.is_dir() or any(_foreign(folder))):
        raise ArchiveError(
            message(
                "{path} exists and is not a Beilin archive; name a new or empty folder", path=folder
            )
        )
    folder.mkdir(parents=True, exist_ok=True)
    with only_one(folder / ".index.lock"):
        if (folder / FILE).exists():  # made by another process a moment ago
            return
        items = folder / "items.db"
        items.unlink(missing_ok=True)
        database.create(items)
        (folder / "photos").mkdir(exist_ok=True)
        manifest.write(folder)


def _foreign(folder: Path) -> Iterator[Path]:
    """Files that an interrupted `create_archive` would not have left."""
    ours = {"items.db", "items.db-journal", "photos"}
    passing = (".part", ".lock")
    return (p for p in folder.iterdir() if p.name not in ours and p.suffix not in passing)


def items_file(folder: Path) -> Path:
    """The database of the archive in `folder`; raises `ArchiveError` where it is missing."""
    path = folder / "items.db"
    if not path.is_file():
        raise ArchiveError(
            message("{path} is missing; restore it from a copy of the archive", path=path)
        )
    return path


def cannot_write(folder: Path, error: OSError) -> ArchiveError:
    """What to say when the archive in `folder` cannot be made or changed."""
    return ArchiveError(
        message(
            "{path} cannot be written ({reason}); choose a folder you may write to",
            path=folder,
            reason=error.strerror or error,
        )
    )


def no_item(folder: Path, item_id: str) -> ArchiveError:
    """What to say when the archive in `folder` has no item with this id."""
    return ArchiveError(
        message(
            "{path} has no item “{id}”; `beilin search` shows the ids there are",
            path=folder,
            id=item_id,
        )
    )
