"""The benchmarks' stories as an archive, made once and kept."""

from __future__ import annotations

import time
from itertools import islice
from pathlib import Path

from desktop_app.archive_writer import open_for_import
from desktop_app.items import Item, Origin
from tests.benchmarks.corpus import Corpus, Story, scratch

_BATCH = 5_000  # items written to the store at once


def archive_of(corpus: Corpus) -> Path:
    """An archive with the corpus in it, made once, its index brought up to date."""
    folder = scratch() / f"archive-{corpus.name}.beilin"
    with open_for_import(folder, f"Benchmark {corpus.count}") as archive:
        if archive.info().items < corpus.count:
            made = ((_item(story), Origin("benchmark"), False) for story in corpus)
            while batch := list(islice(made, _BATCH)):
                archive.put(batch)
        if not archive.index_is_current():
            started = time.perf_counter()
            archive.catch_up()
            print(f"indexed {corpus.count} items in {time.perf_counter() - started:.1f} s")
    return folder


def _item(story: Story) -> Item:
    title, *paragraphs = story.text.split("\n")
    return Item(
        id=f"benchmark-{story.number}",
        title=title,
        date=story.day,
        language=story.language,
        source=story.source,
        kind=story.kind,
        paragraphs=tuple(paragraphs),
    )
