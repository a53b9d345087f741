"""Finding the pairs of an archive: traits of what is new, then matching what changed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from desktop_app.alike_pictures import AlikePictures
from desktop_app.errors import Cancelled
from desktop_app.indexing import Progress
from desktop_app.items import Item, Origin
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.locking import only_one
from desktop_app.pairing.matching import Match, match
from desktop_app.pairing.scoring import Scorer
from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.stored import row_of, traits_from
from desktop_app.pairing.traits import VERSION, traits_of
from desktop_app.pairing.translating import Translator
from desktop_app.store.pairs import Progressed
from desktop_app.store.store import Store, StoreWriter

log = logging.getLogger(__name__)

_BATCH = 200  # items of one commit, some 0.2 s: what cancelling or a crash costs


def is_stale(store: Store) -> bool:
    """Whether items of `store` wait for being paired; what newer rules did is left alone."""
    done = store.pairs.progressed()
    if done.version > VERSION:
        return False
    behind = done.version < VERSION or done.matched < store.last_change()
    return behind or bool(store.pairs.again())


def pair_up(
    folder: Path,
    store: StoreWriter,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    """Find the pairs of what changed in the archive at `folder` since this was last done.

    Raises `Cancelled`; traits read by then stay. Another process may be at it; then this waits.
    """
    with only_one(folder / ".pairs.lock", cancelled):
        done = store.pairs.progressed()
        if done.version != VERSION:
            done = Progressed(VERSION)
        last = store.last_change()
        if not is_stale(store) or last == 0:
            return
        if store.pairs.has_both():
            done = _read(store, done, last, progress, cancelled)
            _match(folder, store, done, last, progress, cancelled)
        else:
            with store.batch():
                store.pairs.note_progress(done._replace(matched=last))


def _read(
    store: StoreWriter,
    done: Progressed,
    last: int,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Progressed:
    """Read the traits of the items that changed after those that were read."""
    translator = Translator(Lexicon.open())
    while (upto := store.change_at(done.read, _BATCH)) > done.read:
        if cancelled():
            raise Cancelled
        with store.batch():
            for number, item in _items(store, done.read, upto):
                _put(store, number, item, translator)
            done = done._replace(read=upto)
            store.pairs.note_progress(done)
        progress(upto, last)
    return done


def _items(store: Store, after: int, upto: int) -> list[tuple[int, Item]]:
    return [(number, item) for _change, number, item in store.changed_since(after, upto)]


def _put(store: StoreWriter, number: int, item: Item, translator: Translator) -> None:
    """Keep an item's traits; one at which the rules fail has none, and the others go on."""
    try:
        origin = store.origin(item.id) or Origin("")
        traits = traits_of(number, item, origin, translator)
    except Exception:
        log.exception("item %s could not be read for pairing", item.id)
        traits = None
    if traits is None:
        store.pairs.drop_traits(number)
    else:
        store.pairs.put_traits(row_of(traits))


def _match(
    folder: Path,
    store: StoreWriter,
    done: Progressed,
    last: int,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    english, chinese = (
        Shelf([traits_from(row) for row in store.pairs.traits(is_chinese)])
        for is_chinese in (False, True)
    )
    pairs = store.pairs
    decided = [(pairs.numbers_of(one[:2]), one) for one in pairs.decisions()]
    present = [(*known.values(), one.together) for known, one in decided if len(known) == 2]
    found = match(
        Scorer(english, chinese, AlikePictures(folder, store)),
        pairs.changed(done.matched) | pairs.again(),
        [Match(*row) for row in pairs.found_rows()],
        apart={(one, other) for one, other, together in present if not together},
        together={each for one, other, together in present if together for each in (one, other)},
        progress=progress,
        cancelled=cancelled,
    )
    with store.batch():
        pairs.replace_found((each.english, each.chinese, each.score, each.by) for each in found)
        pairs.note_progress(Progressed(VERSION, last, last))
