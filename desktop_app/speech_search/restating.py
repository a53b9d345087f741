"""Reading statements again where other rules than today's have read them.

With them goes what else is told from an item's text: the languages beside its main one,
which archives of before do not know.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import Cancelled
from desktop_app.items import Item
from desktop_app.language.mixed import other_languages
from desktop_app.locking import only_one
from desktop_app.speeches.statements import VERSION, statements_of
from desktop_app.store.speech import DONE
from desktop_app.store.store import Store, StoreWriter

log = logging.getLogger(__name__)

_BATCH = 200  # items of one commit, some 0.1 s: what cancelling or a crash costs


def is_stale(store: Store) -> bool:
    """Whether older rules have read some statements of `store`; newer ones are left alone."""
    version, upto = store.speech.rules()
    return version < VERSION or (version == VERSION and upto < DONE)


def begin(store: StoreWriter) -> None:
    """Note in a new archive that what comes in is read by today's rules."""
    store.speech.note_rules(VERSION, DONE)


def restate(
    folder: Path,
    store: StoreWriter,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Read the statements of all items in the archive at `folder` by today's rules.

    Items whose statements stay the same do not change. Raises `Cancelled`; what is done
    by then stays, and is not done again. Another process may be at it; then this waits.
    """
    with only_one(folder / ".statements.lock", cancelled):
        total = store.count()
        while is_stale(store):
            if cancelled():
                raise Cancelled
            progress(_restate_batch(store), total)


def _restate_batch(store: StoreWriter) -> int:
    """Read the next items again; gives how far that got, in item numbers."""
    with store.batch():
        version, upto = store.speech.rules()
        begun = upto if version == VERSION else 0
        numbers = store.speech.numbers_after(begun, _BATCH)
        for number, item in zip(numbers, store.items_by_number(numbers), strict=True):
            read = _read_again(item)
            if read != item:
                store.speech.restate(number, read)
        store.speech.note_rules(VERSION, numbers[-1] if numbers else DONE)
    return numbers[-1] if numbers else begun


def _read_again(item: Item) -> Item:
    """`item` with what is told from its text; languages that its source named stay.

    Where the rules fail on one, it stays as it is: an archive must open whatever one of
    its items is like.
    """
    try:
        languages = item.other_languages or other_languages(item.language, item.words)
        return replace(item, statements=statements_of(item), other_languages=languages)
    except Exception:
        log.exception("the statements of item %s could not be read again", item.id)
        return item
