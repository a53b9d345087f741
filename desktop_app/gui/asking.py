"""What is asked of an archive: a query as typed, or with its translations."""

from __future__ import annotations

from desktop_app.search.bilingual.expanding import Off
from desktop_app.search.nodes import Node
from desktop_app.together import Searched


def asked(archive: Searched, query: str, off: Off | None) -> str | Node:
    """`query` in both languages without the translations `off`; as it is where that is None.

    Looks into the dictionary and the index: not for the window's thread.
    """
    return query if off is None else archive.bilingual.read(query, off).node
