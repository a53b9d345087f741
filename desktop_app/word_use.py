"""How words are used in an archive: from a query to places, neighbours and figures."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.key_words import wanted_of
from desktop_app.search.engine import SearchEngine, Sort
from desktop_app.search.query import parse
from desktop_app.speeches.concordance import Concordance, concordance
from desktop_app.speeches.shelf import Shelf


def _never() -> bool:
    return False


class WordUse:
    """Answers from an archive's index and the texts of its items. Safe for several threads."""

    def __init__(self, engine: SearchEngine, shelf: Shelf) -> None:
        """Ask `engine` which items, and read them from `shelf`."""
        self._engine, self._shelf = engine, shelf

    def concordance(self, query: str, cancelled: Callable[[], bool] = _never) -> Concordance:
        """Each place in paragraphs of the words of `query`, in the items that it finds.

        Where it has ``said:`` or ``speaker:``, the places in statements (of that speaker)
        alone. Raises `Cancelled`.
        """
        node = parse(query).node
        matches = self._engine.search(node, Sort.OLDEST, cancelled)
        wanted = wanted_of(node, self._engine.vocabulary())
        numbers = sorted(matches.numbers[:])
        return concordance(self._shelf, numbers, wanted.words, wanted.by, cancelled)
