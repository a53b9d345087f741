"""What kind of XML a file is, told from its first bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEFORE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)
_DOCTYPE = re.compile(
    r"\s*<!DOCTYPE(?:\"[^\"]*\"|'[^']*'|\[.*?\]\s*(?=>)|[^>\[\"'])*>", re.S | re.I
)
_ROOT = re.compile(r"\s*<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)((?:\s[^>]*)?)/?>", re.DOTALL)
_SPACE = r"""xmlns{}\s*=\s*["']([^"']*)["']"""


@dataclass(frozen=True, slots=True)
class Root:
    """The root element: its local name, and the namespace it declares for itself or ""."""

    name: str
    namespace: str


def root_of(head: bytes) -> Root | None:
    """The root element of the file that begins with `head`, or None where there is none.

    HTML counts as XML here, as its first tag looks the same.
    """
    start = head.lstrip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n")[:2]
    if start[:1] != b"<":
        return None
    # Names are ASCII in every kind that is known here; in UTF-16 each has a zero beside it.
    text = head.lstrip(b"\xef\xbb\xbf\xfe\xff").replace(b"\0", b"").decode("latin-1")
    at = 0
    while match := _BEFORE.match(text, at) or _DOCTYPE.match(text, at):
        at = match.end()
    root = _ROOT.match(text, at)
    if root is None:
        return None
    prefix = f":{root[1]}" if root[1] else ""
    declared = re.search(_SPACE.format(re.escape(prefix)), root[3])
    return Root(root[2], declared[1] if declared else "")
