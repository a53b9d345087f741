"""What all formats do with a page's text: read it whole, make its paragraphs tidy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from desktop_app.errors import ImportFailure
from desktop_app.importing.encoding import decode
from desktop_app.messages import message

MAX_TEXT = 8 * 1024 * 1024  # bytes of one text page; a novel has one or two million
MAX_PARAGRAPHS = 50_000
# Characters that show nothing: controls, soft hyphen, zero width, byte order marks,
# private use ends, and halves of characters (which no database takes).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)


def tidy(text: str) -> str:
    """One line of `text`: runs of white space one blank, nothing invisible."""
    joined = " ".join(text.split())  # three times as fast as an expression for white space
    return joined if joined.isprintable() else " ".join(_INVISIBLE.sub("", joined).split())


def tidy_all(texts: Iterable[str]) -> tuple[str, ...]:
    """The tidy texts that are not empty."""
    return tuple(line for text in texts if (line := tidy(text)))


def read_bytes(path: Path, limit: int = MAX_TEXT) -> bytes:
    """The whole file; raises `ImportFailure` where it is larger than `limit` bytes."""
    with path.open("rb") as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise ImportFailure(
            message(
                "{path} is larger than {megabytes} MB, which no page is; split it",
                path=path,
                megabytes=limit // (1024 * 1024),
            )
        )
    return content


def read_text(path: Path, limit: int = MAX_TEXT) -> str:
    """The whole file as text with Unix line ends; raises `ImportFailure`."""
    text = decode(read_bytes(path, limit), path)
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


def shortened(text: str, limit: int = 120) -> str:
    """`text`, or its beginning up to a word's end, for a title where there is none."""
    if len(text) <= limit:
        return text
    start = text[:limit]
    return (start.rpartition(" ")[0] if " " in start[limit // 2 :] else start) + "…"
