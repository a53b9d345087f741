"""archive.toml: what an archive says of itself."""

from __future__ import annotations

import json
import sys
import uuid
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from desktop_app.errors import ArchiveError
from desktop_app.files import write_atomically
from desktop_app.messages import message

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FORMAT_VERSION = 1
FILE = "archive.toml"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`front` is the id of the item to show first, or ""; `created` an ISO time in UTC."""

    id: str
    name: str
    created: str
    format_version: int = FORMAT_VERSION
    front: str = ""

    @classmethod
    def new(cls, name: str, front: str = "") -> Manifest:
        """The manifest of an archive made now."""
        now = datetime.now(timezone.utc).replace(microsecond=0)
        return cls(uuid.uuid4().hex, name, now.isoformat(), front=front)

    def write(self, folder: Path) -> None:
        """Write it to `folder`, whole or not at all."""
        lines = [
            f"format_version = {self.format_version}",
            # A JSON string is a TOML basic string as well.
            *(
                f"{key} = {json.dumps(value, ensure_ascii=False)}"
                for key, value in (
                    ("id", self.id),
                    ("name", self.name),
                    ("created", self.created),
                    ("front", self.front),
                )
            ),
        ]
        write_atomically(folder / FILE, ("\n".join(lines) + "\n").encode())


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of the archive in `folder`.

    Raises `ArchiveError` where there is none, it is damaged, or from a newer Beilin.
    """
    path = folder / FILE
    try:
        fields = tomllib.loads(path.read_text("utf-8"))
        manifest = Manifest(
            id=str(fields["id"]),
            name=str(fields["name"]),
            created=str(fields["created"]),
            format_version=_version(fields["format_version"]),
            front=str(fields.get("front", "")),
        )
    except FileNotFoundError as error:
        raise _no_archive(folder) from error
    except NotADirectoryError as error:
        raise _no_archive(folder) from error
    except KeyError as error:
        raise _damaged(path, f"{error.args[0]} = ?") from error
    except OSError as error:
        raise _damaged(path, error.strerror or error) from error
    except ValueError as error:
        raise _damaged(path, error) from error
    if manifest.format_version > FORMAT_VERSION:
        raise ArchiveError(
            message(
                "{path} was made by a newer Beilin (format {version}); update Beilin to open it",
                path=folder,
                version=manifest.format_version,
            )
        )
    return manifest


def _version(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"format_version = {value}")
    return value


def _damaged(path: Path, reason: object) -> ArchiveError:
    return ArchiveError(
        message(
            "{path} cannot be read ({reason}); restore it from a copy of the archive",
            path=path,
            reason=reason,
        )
    )


def _no_archive(folder: Path) -> ArchiveError:
    if not folder.exists():
        return ArchiveError(
            message("{path} does not exist; make it with: beilin import {path} FILES", path=folder)
        )
    return ArchiveError(
        message("{path} is not a Beilin archive (it has no archive.toml)", path=folder)
    )
