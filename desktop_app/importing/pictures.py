"""Picture files a page names: found on this machine, and only where they may lie.

A saved page is a stranger's text. It may name pictures in its own folder and below,
and in the `static` folder of the site's source it is part of; nothing else on the
machine is read for it.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

_SITE_FOLDERS = ("static", "public")  # where site generators keep what pages share
_LEVELS = 6


def confined(folder: Path, reference: str) -> Path | None:
    """The file `reference` leads to from `folder`, if it is one and lies in `folder`."""
    if not reference or "\0" in reference or len(reference) > 1000:
        return None
    try:
        found = (folder / reference.replace("\\", "/")).resolve()
        inside = found.is_relative_to(folder.resolve())
        return found if inside and found.is_file() else None
    except (OSError, ValueError, RuntimeError):  # a name no file can have, a link loop
        return None


def local_picture(page: Path, reference: str, site: bool = False) -> Path | None:
    """The picture file a `page` refers to; None for a remote or forbidden one.

    With `site`, the page is a site's source: ``/img/x.png`` and ``../../static/x.png``
    are looked up in the `static` folders of the folders above the page.
    """
    path = _path_of(reference)
    if path is None:
        return None
    own = None if path.startswith("/") else confined(page.parent, path)
    if own or not site:
        return own or _by_its_end(page, path)
    return _in_site(page, path)


def _path_of(reference: str) -> str | None:
    """The decoded path of a relative reference; None where it names another machine."""
    try:
        parts = urlsplit(reference.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return unquote(parts.path, errors="replace")


def _by_its_end(page: Path, path: str) -> Path | None:
    """A file in the page's own ``X_files`` folder that the page names from elsewhere."""
    name = Path(path).name
    for end in ("_files", ".files"):
        found = confined(page.with_name(page.stem + end), name) if name else None
        if found and "/" in path.strip("/"):
            return found
    return None


def _in_site(page: Path, path: str) -> Path | None:
    """The file in the nearest `static` folder above the page that has it."""
    for folder in list(page.resolve().parents)[:_LEVELS]:
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
