"""Picture files a page names: found on this machine, and only where they may lie.

A saved page is a stranger's text. It may name pictures in its own folder and below,
and in the `static` folder of the site's source it is part of; nothing else on the
machine is read for it.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from desktop_app.scratch import is_scratch

# What browsers and Word call the folder of a page's files, behind the page's own name;
# Windows knows them as connected files, in the languages it speaks.
COMPANION_ENDS = (
    *("_files", ".files", ".fld", "-Dateien", "-filer", "_file", "_archivos", "_arquivos"),
    *("_bestanden", "_bylos", "_datoteke", "_dosyalar", "_elemei", "_failid", "_fails"),
    *("_fajlovi", "_ficheiros", "_fichiers", "_fitxategiak", "_fitxers", "_pliki", "_soubory"),
    "_tiedostot",
)
_SITE_FOLDERS = ("static", "public")  # where site generators keep what pages share
_LEVELS = 6


def confined(folder: Path, reference: str) -> Path | None:
    """The file `reference` leads to from `folder`, if it is one and lies in `folder`."""
    if not reference or "\0" in reference or len(reference) > 1000:
        return None
    named = folder / reference.replace("\\", "/")
    try:
        for path in (named, _in_any_case(folder, named)):
            found = path.resolve() if path else None
            if found and found.is_relative_to(folder.resolve()) and found.is_file():
                return found
    except (OSError, ValueError, RuntimeError):  # a name no file can have, a link loop
        return None
    return None


def _in_any_case(folder: Path, named: Path) -> Path | None:
    """The path below `folder` with the names as they are there: pages saved on Windows."""
    found = folder
    for part in named.relative_to(folder).parts:
        if part == ".." or not (found / part).exists():
            names = os.listdir(found) if found.is_dir() and part != ".." else []  # noqa: PTH208
            own = next((name for name in names if name.lower() == part.lower()), None)
            if own is None:
                return None
            found = found / own
        else:
            found = found / part
    return found


def embedded_picture(reference: str) -> bytes:
    """The content of a picture that a ``data:`` address holds; empty where it is none."""
    kind, comma, data = reference.strip().partition(",")
    if not comma or not kind.lower().startswith("data:image/"):
        return b""
    content = unquote_to_bytes(data)
    if not kind.lower().endswith(";base64"):
        return content
    try:
        return base64.b64decode(content)
    except (binascii.Error, ValueError):
        return b""


def local_picture(page: Path, reference: str, site: bool = False) -> Path | None:
    """The picture file a `page` refers to; None for a remote or forbidden one.

    With `site`, the page is a site's source: ``/img/x.png`` and ``../../static/x.png``
    are looked up in the `static` folders of the folders above the page.
    """
    for path in _paths_of(reference):
        own = None if path.startswith("/") else confined(page.parent, path)
        found = own or (_in_site(page, path) if site else _by_its_end(page, path))
        if found:
            return found
    return None


def _paths_of(reference: str) -> Iterator[str]:
    """The paths a reference may mean: as the web reads it, in GBK, letter for letter.

    Of a remote one only the path counts: the browser may have saved its file beside
    the page. Other schemes name nothing here.
    """
    reference = reference.strip()
    try:
        parts = urlsplit(reference)
    except ValueError:
        return
    remote = parts.scheme in ("http", "https") or parts.netloc
    if not parts.path or len(reference) > 4000 or (parts.scheme and not remote):
        return
    start = "/" if remote else ""
    content = unquote_to_bytes(parts.path)
    for encoding in ("utf-8", "gb18030"):
        try:
            yield start + content.decode(encoding)
        except UnicodeDecodeError:
            continue
    if not remote:  # a file whose name has "%20" or "#" in it
        yield from dict.fromkeys((parts.path, reference))


def _by_its_end(page: Path, path: str) -> Path | None:
    """A file in the page's own ``X_files`` folder that the page names from elsewhere."""
    name = Path(path).name
    for end in COMPANION_ENDS:
        found = confined(page.with_name(page.stem + end), name) if name else None
        if found and "/" in path.strip("/"):
            return found
    return None


def _in_site(page: Path, path: str) -> Path | None:
    """The file in the nearest `static` folder above the page that has it.

    A page that was unpacked has nothing above what it was unpacked from.
    """
    for folder in takewhile(lambda above: not is_scratch(above), page.resolve().parents[:_LEVELS]):
        for shared in _SITE_FOLDERS:
            tail = _below(path, shared)
            if tail and (found := confined(folder / shared, tail)):
                return found
    return None


def _below(path: str, shared: str) -> str | None:
    """What follows the folder `shared` in a path that climbs to it, or is absolute."""
    if path.startswith("/"):
        return path.lstrip("/")
    parts = [part for part in path.split("/") if part not in (".", "..")]
    return "/".join(parts[1:]) if parts[:1] == [shared] else None
