"""What can be wrong with a picture file, and how large one may be."""

from __future__ import annotations

from pathlib import Path

from desktop_app.errors import BeilinError
from desktop_app.messages import message

MAX_BYTES = 512 * 1024 * 1024  # the largest scans of newspaper pages have 300 MB


class PictureError(BeilinError):
    """A photo file is missing, is no picture, or is too large."""


def too_large(path: Path, size: tuple[int, int]) -> PictureError:
    """What to say of a picture with more pixels than can be shown."""
    return PictureError(
        message(
            "{path} is too large to be shown here ({width} × {height} pixels). "
            "Open it in another program.",
            path=str(path),
            width=size[0],
            height=size[1],
        )
    )


def too_heavy(path: Path) -> PictureError:
    """What to say of a picture file with more bytes than are read."""
    return PictureError(
        message(
            "{path} is larger than {megabytes} MB, which no photo is; save it smaller",
            path=str(path),
            megabytes=MAX_BYTES // (1024 * 1024),
        )
    )


def unreadable(path: Path) -> PictureError:
    """What to say of a file that is no picture, or a damaged one."""
    return PictureError(
        message(
            "{path} is not a picture that can be shown. Import its item again from a sound file.",
            path=str(path),
        )
    )
