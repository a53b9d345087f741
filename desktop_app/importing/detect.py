"""Which files a source has, and which format each is, or why it is none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from desktop_app.errors import ImportFailure
from desktop_app.exchange import MARKER
from desktop_app.importing.encoding import is_binary
from desktop_app.importing.photographs.shown_pictures import PICTURES
from desktop_app.importing.pictures import COMPANION_ENDS
from desktop_app.importing.raw import Container, Format, Skipped
from desktop_app.importing.text_names import refusal
from desktop_app.messages import Message, message

HEAD = 64 * 1024  # bytes of a file a format may look at to know it
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_PACKED = (".zip", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".zim")  # sources.zip
# Formats whose first bytes tell them, so that a file of the name without these is none.
_TOLD_BY_CONTENT = frozenset(
    (
        *(*PICTURES, *_PACKED, ".pdf", ".epub", ".docx", ".xlsx"),
        *(".warc", ".arc", ".wacz", ".zim", ".mht", ".mhtml"),
    )
) - frozenset((".svg", ".ico", ".bmp", ".cur"))
_NEVER_ABOUT = frozenset((*_PAGES, *PICTURES, *_PACKED, ".csv", ".tsv", ".xlsx"))
_DRAWINGS = frozenset((".svg", ".ico", ".bmp", ".cur"))
_TEXTS = ("markdown", "saved_text")  # formats that any text may be of
_COMPANIONS = frozenset(("expected.json", "metadata.csv", "pairs.json"))
# Of words that begin headlines too (notice-of-meeting.txt) only the bare name is meant, with
# a language or a version.
_ABOUT = re.compile(
    r"^(?:(?:licen[cs]e|copying|copyright|readme|requirements|changelog)(?:[._-][\w-]+)*|"
    r"(?:notice|authors|contributors|contributing|changes|sources|robots|todo|thanks|"
    r"credits|install|faq|bugs|hacking|maintainers)(?:[._-](?:[a-z]{2}(?:[_-][a-z]{2,4})?|v?\d[\d.]*|"
    r"debian))?)\.?(?:md|markdown|txt|rst|html?|)$",
    re.IGNORECASE,
)
_EXPORTED_PHOTO = re.compile(r"[0-9a-f]{64}(?:\.shown)?\.\w{2,5}")
_ARCHIVE = ("archive.toml", "items.db")


def formats(columns: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Format, ...]:
    """All formats, the more particular before the more general.

    `columns` are the corrected mappings of tables (`importing.tables.columns`).
    """
    from desktop_app.importing.kinds import all_formats  # noqa: PLC0415 (0.4 s of parsers)

    return all_formats(columns)


def containers() -> tuple[Container, ...]:
    """All kinds of files that hold other files, the more particular first."""
    from desktop_app.importing.kinds import all_containers  # noqa: PLC0415 (as above)

    return all_containers()


def walk(source: Path) -> Iterator[Path]:
    """Yield the files of `source`, a file or a folder, by name, folders in their place.

    Links are followed, each folder once; hidden folders and Beilin archives inside are
    passed over. What is no file, and a folder that cannot be opened, is yielded too, so
    that it is reported. Raises `ImportFailure` where there is no such source.
    """
    if is_folder(source):
        yield from _walk_folder(source)
    else:
        yield source


def is_folder(source: Path) -> bool:
    """Whether `source` is a folder, else it is a file; raises `ImportFailure`."""
    try:
        if source.is_dir() or source.is_file():
            return source.is_dir()
        is_there = os.path.lexists(source)
    except (OSError, ValueError):
        is_there = False
    if is_there:
        fault = message(
            "{path} is neither a file nor a folder; name a file or a folder to import", path=source
        )
    else:
        fault = message("{path} does not exist; name a file or a folder to import", path=source)
    raise ImportFailure(fault)


def detect(
    path: Path,
    formats: Sequence[Format],
    containers: Sequence[Container] = (),
    named: bool = False,
) -> Format | Container | Skipped:
    """What the file at `path` is, or why it holds no item. Raises `OSError`.

    Of a file that somebody `named` less is asked than of one in a folder (`text_names`).
    """
    reason = _companion(path)
    if reason:
        return Skipped("", reason)
    if not path.exists() and path.is_symlink():
        return Skipped("", message("the link leads nowhere"))
    if not path.is_file() and not path.is_dir():  # opening a pipe would wait for ever
        return Skipped("", message("it is not a regular file (a pipe, a device)"))
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not head.strip(b"\0 \t\r\n"):
        return Skipped("", message("it is empty"))
    kinds: tuple[Container | Format, ...] = (*containers, *formats)
    for kind in kinds:
        if kind.recognises(path, head):
            reason = _no_article(path, head, named) if kind.name in _TEXTS else None
            return Skipped("", reason) if reason else kind
    return Skipped("", _unknown(path, head))


def _walk_folder(source: Path) -> Iterator[Path]:
    """The files below `source`; a stack, as folders may nest deeper than calls can."""
    seen: set[tuple[int, int]] = set()
    waiting = [source]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield path
            continue
        place = path.stat()
        if (place.st_dev, place.st_ino) in seen:
            continue
        seen.add((place.st_dev, place.st_ino))
        try:
            names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208
        except OSError:
            yield path
            continue
        children = [path / name for name in names]
        waiting.extend(child for child in children if _is_walked(child))


def _is_walked(path: Path) -> bool:
    """Whether `path` is to be reported on, or a folder to look into."""
    try:
        if not path.is_dir():
            return True
        return not path.name.startswith(".") and not all((path / f).is_file() for f in _ARCHIVE)
    except OSError:
        return True


def _companion(path: Path) -> Message | None:
    """Why a file is not looked into: it belongs to others or to the machine."""
    name = path.name.lower()
    if name.startswith(".") or name in ("thumbs.db", "desktop.ini"):
        return message("it is a hidden file")
    if _page_of_folder(path):
        return message("it is part of the saved page {page}", page=_page_of_folder(path))
    if path.suffix.lower() in _DRAWINGS:
        return message("it is a drawing or an icon and no photo")
    if _is_of_export(path):
        return message("it is part of an export; it comes in with the item it belongs to")
    if reason := _of_a_program(path, name):
        return reason
    if name in _COMPANIONS:
        return message("it describes the files beside it and is no item itself")
    if _ABOUT.match(name) and path.suffix.lower() not in _NEVER_ABOUT:
        return message("it is about the folder (licence, readme) and is no item")
    return None


def _of_a_program(path: Path, name: str) -> Message | None:
    """Why a file is none of a person's: a program keeps its records in it."""
    if name == "hts-log.txt" or "hts-cache" in path.parts[-3:-1]:
        return message("it belongs to the program that copied the site")
    if path.parent.name.endswith((".dist-info", ".egg-info")):
        return message("it belongs to a program that is installed there")
    return None


def _page_of_folder(path: Path) -> str | None:
    """The saved page whose ``X_files`` folder holds `path`."""
    for folder in path.parents[:-1]:
        for end in COMPANION_ENDS:
            if folder.name.endswith(end) and len(folder.name) > len(end):
                stem = folder.name.removesuffix(end)
                pages = (folder.with_name(stem + suffix) for suffix in _PAGES)
                page = next((page.name for page in pages if page.is_file()), None)
                if page:
                    return page
    return None


def _is_of_export(path: Path) -> bool:
    """Whether `path` is what an export wrote beside its items: photos, a style."""
    if path.suffix == ".css":
        return (path.parent / MARKER).is_file()
    folder = path.parent
    if not _EXPORTED_PHOTO.fullmatch(path.name):
        return False
    above = (folder.parent, folder.parent.parent)
    if folder.name == "photos" and any((each / MARKER).is_file() for each in above):
        return True
    items = folder.name.removesuffix("-photos")
    return any(folder.with_name(items + end).is_file() for end in (".jsonl", ".csv"))


def _no_article(path: Path, head: bytes, named: bool) -> Message | None:
    """Why a text is not read as an article; None where it is."""
    if path.suffix.lower() in _TOLD_BY_CONTENT and not named:
        return _unknown(path, head)
    return refusal(path, head, named, _TOLD_BY_CONTENT)


def _unknown(path: Path, head: bytes) -> Message:
    suffix = path.suffix.lower()
    if is_binary(head):
        return message("it is not text, and no format Beilin reads")
    if suffix in _TOLD_BY_CONTENT:
        return message(
            "its content is not that of a {suffix} file; it is damaged or misnamed", suffix=suffix
        )
    if suffix:
        return message("Beilin does not read {suffix} files", suffix=suffix)
    return message("it is of no format Beilin reads")
