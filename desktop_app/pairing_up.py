"""Finding the pairs of an archive: traits of what is new, then matching what changed."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import cache, partial
from pathlib import Path

from desktop_app.alike_pictures import AlikePictures
from desktop_app.errors import Cancelled
from desktop_app.indexing import Progress
from desktop_app.items import Item, Origin
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.locking import only_one
from desktop_app.own_terms import is_behind, learn
from desktop_app.pairing.matching import Match, match
from desktop_app.pairing.scoring import Scorer
from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.stored import Row, row_of, traits_from
from desktop_app.pairing.traits import VERSION, traits_of
from desktop_app.pairing.translating import Translator
from desktop_app.search.helped import WorkersLost, helped
from desktop_app.store.pairs import Progressed
from desktop_app.store.store import Store, StoreWriter
from desktop_app.workers import ALONE, Processes, Workers

log = logging.getLogger(__name__)

_BATCH = 200  # items of one commit, some 0.1 s: what cancelling or a crash costs
# Items from which on other processes read them: two take a second to start. On two busy cores
# 100,000 items then took 73 s by the clock instead of 115; a window's thread waits for neither.
_MANY = 4_000
_BATCH_SECONDS = 20.0  # for a process to read a batch; then it is done in this one

Batch = list[tuple[int, Item, Origin]]
Task = tuple[int, Batch]
"""Up to which change, and the items with their numbers."""


def is_stale(store: Store) -> bool:
    """Whether items of `store` wait for being paired; what newer rules did is left alone."""
    done = store.pairs.progressed()
    if done.version > VERSION:
        return False
    behind = done.version < VERSION or done.matched < store.last_change()
    return behind or bool(store.pairs.again()) or is_behind(store)


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
            if done.matched < last or store.pairs.again():
                _match(folder, store, done, last, progress, cancelled)
            learn(store, progress, cancelled)
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
    with closing(_read_batches(store, done.read)) as batches:
        for upto, batch, rows in batches:
            if cancelled():
                raise Cancelled
            with store.batch():
                for (number, _item, _origin), row in zip(batch, rows, strict=True):
                    _put(store, number, row)
                done = done._replace(read=upto)
                store.pairs.note_progress(done)
            progress(upto, last)
    return done


def _read_batches(
    store: Store, after: int
) -> Generator[tuple[int, Batch, list[Row | None]], None, None]:
    """Yield the items that changed after `after`: up to where, what they are, their traits."""
    read_here = partial(_rows_by, Translator(Lexicon.open()))
    with _workers(store.changed_after(after)) as workers:
        rows_of = read_here if workers is ALONE else _rows
        try:
            with closing(helped(workers, rows_of, _batches(store, after), again=_same)) as read:
                for (upto, batch), rows in read:
                    yield upto, batch, rows
                    after = upto
        except WorkersLost:
            log.warning("pairing: its processes take no more work; going on in this one")
            for task in _batches(store, after):
                yield *task, read_here(task)


def _workers(items: int) -> Workers:
    several = (os.cpu_count() or 1) > 1 and items >= _MANY
    return Processes(seconds=_BATCH_SECONDS) if several else ALONE


def _batches(store: Store, after: int) -> Iterator[Task]:
    while (upto := store.change_at(after, _BATCH)) > after:
        yield (
            upto,
            [
                (number, item, store.origin(item.id) or Origin(""))
                for _change, number, item in store.changed_since(after, upto)
            ],
        )
        after = upto


def _same(task: Task) -> Task:
    return task


def _rows(task: Task) -> list[Row | None]:
    """The traits of items, in a process that reads many batches; None for one without."""
    return _rows_by(_translator(), task)


def _rows_by(translator: Translator, task: Task) -> list[Row | None]:
    return [_row(*each, translator) for each in task[1]]


@cache
def _translator() -> Translator:
    """That of a process that reads traits, and what it remembers."""
    return Translator(Lexicon.open())


def _row(number: int, item: Item, origin: Origin, translator: Translator) -> Row | None:
    """An item's traits; one at which the rules fail has none, and the others go on."""
    try:
        traits = traits_of(number, item, origin, translator)
    except Exception:
        log.exception("item %s could not be read for pairing", item.id)
        return None
    return row_of(traits) if traits is not None else None


def _put(store: StoreWriter, number: int, row: Row | None) -> None:
    if row is None:
        store.pairs.drop_traits(number)
    else:
        store.pairs.put_traits(row)


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
        store.terms.note_learned(0, store.terms.learned()[1])  # not of these, until it is done
