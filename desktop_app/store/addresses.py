"""Items by an address of the web: their own, where they were saved from, or a copy's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import quote, unquote, urlsplit

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]

# The address in the column `origin`, which in archives of before is no JSON.
_SAVED_FROM = "CASE WHEN json_valid(origin) THEN json_extract(origin, '$[3]') END"
# Made when an archive is written; without them, in one only read, the search takes longer.
INDEXES = (
    "CREATE INDEX IF NOT EXISTS items_url ON items (url)",
    f"CREATE INDEX IF NOT EXISTS items_saved_from ON items ({_SAVED_FROM})",
    f"CREATE INDEX IF NOT EXISTS copies_saved_from ON copies ({_SAVED_FROM})",
)
_LONGEST = 8192  # characters
_PORTS = {"http": 80, "https": 443}
_SAFE = "/:@!$&'()*+,;=-._~%"


class AddressBook:
    """Finds items by address."""

    def __init__(self, run: Run, has_copies: bool) -> None:
        """Ask the database through `run`; `has_copies` says whether it has that table."""
        self._run = run
        self._has_copies = has_copies

    def id_at(self, address: str, besides: str = "") -> str:
        """The id of the item at `address`, "" for none; never `besides`.

        Of several the one whose address is most as given, its own before that of a copy,
        then the one that came last.
        """
        wanted = list(dict.fromkeys(filter(None, spellings(address))))
        if not wanted:
            return ""
        marks = ",".join("?" * len(wanted))
        sources = [
            f"SELECT id, number, url, 0 FROM items WHERE url IN ({marks})",
            f"SELECT id, number, {_SAVED_FROM}, 1 FROM items WHERE {_SAVED_FROM} IN ({marks})",
        ]
        if self._has_copies:
            sources.append(
                f"SELECT id, number, place, 2 FROM items JOIN (SELECT item, {_SAVED_FROM} AS place "
                f"FROM copies WHERE {_SAVED_FROM} IN ({marks})) ON number = item"
            )
        rows = self._run(" UNION ALL ".join(sources), wanted * len(sources))
        found = [
            (wanted.index(spelt), rank, -number, item)
            for item, number, spelt, rank in rows
            if item != besides
        ]
        return min(found)[-1] if found else ""


def spellings(address: str) -> Iterator[str]:
    """The ways in which an archive may have `address`, as it is given first.

    With or without fragment, port, last slash and the s of https; escapes written out or
    not; the host in its own letters or in ASCII.
    """
    address = address.strip()[:_LONGEST]
    yield address
    whole = address.partition("#")[0]
    yield whole
    try:
        parts = urlsplit(whole)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return
    if parts.scheme not in _PORTS or not host:
        return
    ending = f":{port}" if port not in (None, _PORTS[parts.scheme]) else ""
    question = f"?{parts.query}" if parts.query else ""
    for scheme in (parts.scheme, *(each for each in _PORTS if each != parts.scheme)):
        for spelt in _hosts(host):
            for path in _paths(parts.path):
                yield f"{scheme}://{spelt}{ending}{path}{question}"
                if question:
                    yield f"{scheme}://{spelt}{ending}{path}{quote(question, safe=_SAFE + '?')}"


def _hosts(host: str) -> Iterator[str]:
    yield host
    try:
        if host.isascii():
            yield host.encode("ascii").decode("idna")
        else:
            yield host.encode("idna").decode("ascii")
    except UnicodeError:  # no host that could be written otherwise
        return


def _paths(path: str) -> Iterator[str]:
    other = path.removesuffix("/") if path.endswith("/") else f"{path}/"
    for each in (path, other):
        yield each
        yield quote(each, safe=_SAFE)
        yield unquote(each)
