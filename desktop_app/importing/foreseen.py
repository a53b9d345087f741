"""What an import would do, found out without doing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.archive import Archive, open_archive
from desktop_app.importing.pipeline import Importer, ProgressCallback
from desktop_app.importing.report import Report
from desktop_app.importing.sink import dry_run
from desktop_app.items import Item, Origin
from desktop_app.manifest import FILE
from desktop_app.store.store import Outcome

MOST_TITLES = 2000  # kept to be shown; a glance takes in no more
_COMES = (Outcome.IMPORTED, Outcome.UPDATED)


@dataclass(slots=True)
class Foreseen:
    """The report of an import that was not done, and what would come.

    `formats` counts items that would be new or other than they are, by `Format.name`;
    `titles` are of the first of them, as (title, file). `text` and `pictures` are the
    bytes of their texts and of pictures the archive has not got.
    """

    report: Report = field(default_factory=Report)
    formats: Counter[str] = field(default_factory=Counter)
    titles: list[tuple[str, str]] = field(default_factory=list)
    text: int = 0
    pictures: int = 0

    @property
    def comes(self) -> int:
        """How many items would be new or other than they are."""
        return self.report.imported + self.report.updated


def foresee(
    folder: Path,
    sources: Sequence[Path],
    progress: ProgressCallback = lambda _progress: None,
    cancelled: Callable[[], bool] = lambda: False,
    columns: Mapping[str, tuple[str, ...]] | None = None,
) -> Foreseen:
    """What importing `sources` into the archive in `folder` would do; it need not be there.

    `columns` are mappings of tables, as the import would have them beside the archive's.
    Raises `BeilinError` as an import does.
    """
    made, formats = Foreseen(), dict[str, str]()

    def told(outcome: Outcome, item: Item, origin: Origin) -> None:
        if outcome in _COMES:
            made.formats[formats.get(origin.file, "")] += 1
            made.text += len(item.text.encode("utf-8", "surrogatepass"))
            if len(made.titles) < MOST_TITLES:
                made.titles.append((item.title, origin.file))

    with existing(folder) as archive, dry_run(archive, told, columns or {}) as sink:
        importer = Importer(sink, progress, cancelled, parallel=True, recognised=formats)
        made.report = importer.run(sources)
        made.pictures = sink.photos.bytes
    return made


@contextmanager
def existing(folder: Path) -> Iterator[Archive | None]:
    """The archive that a dry run is against, or None where there is none yet."""
    if not (folder / FILE).exists():
        yield None
        return
    with open_archive(folder) as opened:
        yield opened
