"""Export as WACZ 1.1.1: a WARC file with its index and a list of pages, in one ZIP.

The pages are at home under `exchange.HOME`, and their records are of the kind
``resource``: no server ever sent them, and the file does not claim so.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from hashlib import sha256
from pathlib import Path
from typing import IO

from desktop_app import __version__
from desktop_app.exchange import HOME
from desktop_app.exporting.export import Export
from desktop_app.exporting.lines import sorted_lines
from desktop_app.exporting.site import INDEX, Part, site
from desktop_app.exporting.warc import Place, WarcFile
from desktop_app.exporting.whole import scratch, whole_file

_WARC = "data.warc.gz"
_SOFTWARE = f"Beilin {__version__}"
_CHUNK = 1024 * 1024


class Wacz:
    """One web archive collection."""

    name = "wacz"
    suffix = ".wacz"

    def write(self, export: Export, out: Path) -> int:
        """Write the file `out`."""
        with (
            whole_file(out) as part,
            scratch(out) as spare,
            zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as package,
        ):
            return _Writer(export, package, spare).write()


class _Hashed:
    """Passes bytes on and takes their number and SHA-256."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = sha256()
        self.size = 0

    def write(self, content: bytes) -> None:
        """Pass `content` on."""
        self._hash.update(content)
        self.size += len(content)
        self._stream.write(content)

    @property
    def digest(self) -> str:
        """As the package names it."""
        return f"sha256:{self._hash.hexdigest()}"


class _Writer:
    """Writes one package."""

    def __init__(self, export: Export, package: zipfile.ZipFile, spare: Path) -> None:
        self._export = export
        self._package = package
        self._spare = spare
        self._made = datetime.now(timezone.utc).replace(microsecond=0)
        self._resources: list[dict[str, object]] = []

    def write(self) -> int:
        """Write everything and return the number of items."""
        index, pages = self._spare / "index", self._spare / "pages"
        with index.open("wb") as keys, pages.open("wb") as listed:
            listed.write(_line({"format": "json-pages-1.0", "id": "pages", "title": "Pages"}))
            count = self._records(keys, listed)
        with self._member("indexes/index.cdx") as stream:
            for line in sorted_lines(index):
                stream.write(line)
        with self._member("pages/pages.jsonl") as stream, pages.open("rb") as source:
            while chunk := source.read(_CHUNK):
                stream.write(chunk)
        self._describe()
        return count

    def _records(self, index: IO[bytes], pages: IO[bytes]) -> int:
        """Write the WARC file, and for each record a line of the index."""
        count = 0
        with self._member(f"archive/{_WARC}", zipfile.ZIP_STORED) as stream:
            warc = WarcFile(stream.write, self._made)
            warc.info(_WARC, _SOFTWARE)
            for part in site(self._export, self._spare):
                content = _bytes(part)
                place = warc.resource(HOME + part.path, part.media_type, content)
                index.write(self._key(part, place))
                if part.item is not None:
                    pages.write(_line(self._page(part)))
                    count += 1
        return count

    def _key(self, part: Part, place: Place) -> bytes:
        """A line of CDXJ: the address turned about for sorting, the time, where it lies."""
        host = HOME.removeprefix("https://").strip("/")
        turned = ",".join(reversed(host.split(".")))
        facts = {
            "url": HOME + part.path,
            "mime": part.media_type,
            "digest": place.digest,
            "length": str(place.length),
            "offset": str(place.offset),
            "filename": _WARC,
        }
        key = f"{turned})/{part.path.lower()} {self._made:%Y%m%d%H%M%S} "
        return key.encode() + _line(facts)

    def _page(self, part: Part) -> dict[str, object]:
        """A line of the list of pages, with the text that viewers search in."""
        item = part.item
        return {
            "id": sha256(part.path.encode()).hexdigest()[:16],
            "url": HOME + part.path,
            "title": part.title,
            "ts": self._time,
            "text": item.text if item else "",
        }

    @property
    def _time(self) -> str:
        return self._made.strftime("%Y-%m-%dT%H:%M:%SZ")

    @contextmanager
    def _member(self, path: str, how: int = zipfile.ZIP_DEFLATED) -> Iterator[_Hashed]:
        """A file of the package, to be written; it is noted among the resources."""
        info = zipfile.ZipInfo(path, self._made.timetuple()[:6])
        info.compress_type = how
        with self._package.open(info, "w", force_zip64=True) as stream:
            hashed = _Hashed(stream)
            yield hashed
        name = Path(path).name
        self._resources.append(
            {"name": name, "path": path, "hash": hashed.digest, "bytes": hashed.size}
        )

    def _describe(self) -> None:
        """Write what the package holds, and the hash of that."""
        description = {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": self._export.name,
            "software": _SOFTWARE,
            "created": self._time,
            "mainPageUrl": HOME + INDEX,
            "mainPageDate": self._time,
            "resources": self._resources,
        }
        text = json.dumps(description, ensure_ascii=False, indent=2).encode()
        self._package.writestr("datapackage.json", text)
        digest = {"path": "datapackage.json", "hash": f"sha256:{sha256(text).hexdigest()}"}
        self._package.writestr("datapackage-digest.json", json.dumps(digest))


def _bytes(part: Part) -> bytes:
    if isinstance(part.content, Path):
        return part.content.read_bytes()
    return part.content.encode()


def _line(value: dict[str, object] | dict[str, str]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"
