"""ZIM files, as Kiwix reads them, whole or split."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop_app.importing.html.page import HtmlPage
from desktop_app.importing.raw import Failed, Found, Later, ReportBytes, Skipped
from desktop_app.importing.zims.file import ZimFile
from desktop_app.importing.zims.page import (
    Origin,
    ZimPictures,
    address_of,
    origin_of,
    read_zim_page,
)
from desktop_app.importing.zims.parts import first_part, has_right_checksum, part_of, parts
from desktop_app.importing.zims.reader import Step, ZimAbout, ZimArticle
from desktop_app.messages import message

_MAGIC = b"ZIM\x04"
_CHECKING = 0.1  # of the time: the checksum takes a breath, the pages a day


class Zim:
    """Every page of a file that its maker marked as an article."""

    name = "zim"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the first bytes; later parts of a split file, which have none, by name."""
        return head.startswith(_MAGIC) or part_of(path) != ""

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found | Later]:
        """Yield the articles; raises `ImportFailure` and `TaskLost` for an unreadable file."""
        if part_of(path) not in ("", "aa"):
            yield _later_part(path)
            return
        size = path.stat().st_size
        file = ZimFile(path)
        about = file.about()
        whole = sum(part.stat().st_size for part in parts(path))
        if not has_right_checksum(
            path, lambda done: report_bytes(int(size * _CHECKING * done / whole))
        ):
            yield Failed(
                "",
                message(
                    "its checksum is wrong: it is damaged, or was not loaded to its end; "
                    "what can be read was read, load it again"
                ),
            )
        empty = True
        for place, piece in _pieces(file, about):
            share = _CHECKING + (1 - _CHECKING) * place / max(about.size, 1)
            report_bytes(int(size * share))
            if piece is not None:
                empty = False
                yield piece
        if empty:
            yield Skipped("", message("it has no pages, only pictures or other files"))


def _pieces(file: ZimFile, about: ZimAbout) -> Iterator[tuple[int, Found | Later | None]]:
    """What each step through the entries met, with the place it came to."""
    origin = origin_of(about.metadata)
    for step in file.steps(about.size):
        if not isinstance(step, Step):
            number, fault = step
            yield number + 1, Failed(f"#{number}", fault)
        elif step.article is not None:
            yield step.place, _page(file, about, origin, step.article)
        elif step.fault:
            reason = message("it cannot be read: {reason}", reason=step.fault)
            yield step.place, Failed(step.path, reason)
        else:
            yield step.place, None


def _page(file: ZimFile, about: ZimAbout, origin: Origin, article: ZimArticle) -> Later:
    path = article.path
    page = HtmlPage(
        article.content,
        name=path,
        address=address_of(path[2:] if about.namespaced else path, origin, about.metadata),
        captured=about.metadata.get("Date", ""),
        identity=f"zim:{about.uuid}/{path}",
        part=path,
        where=path,
    )
    pictures = ZimPictures(file, path, about.namespaced)
    return Later(partial(read_zim_page, page, origin, article.title), pictures)


def _later_part(path: Path) -> Found:
    first = first_part(path)
    if first.is_file():
        return Skipped("", message("it is a part of {file} and read with it", file=first.name))
    return Failed("", message("the first part, {file}, is missing beside it", file=first.name))
