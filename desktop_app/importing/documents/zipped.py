"""Documents that are zip files inside (Word, EPUB): their members read within bounds."""

from __future__ import annotations

import errno
import posixpath
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote, urlsplit

from lxml import etree

from desktop_app.errors import ImportFailure
from desktop_app.messages import message

MAX_XML = 32 * 1024 * 1024  # bytes of one text inside; a long novel has two million
MAX_PICTURE = 64 * 1024 * 1024
MAX_ALL = 512 * 1024 * 1024  # bytes taken out of one document
_MAX_MEMBERS = 50_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)


class ZippedDocument:
    """The members of the document at `path`, by name; a context that closes it."""

    def __init__(self, path: Path) -> None:
        """Open it; raises `ImportFailure` where it is no sound zip file."""
        self.path = path
        self._left = MAX_ALL
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise damaged(path) from error
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
            raise damaged(path) from error
        infos = self._zip.infolist()
        if len(infos) > _MAX_MEMBERS:
            self._zip.close()
            raise too_large(path)
        self._infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}
        self._by_case = {name.lower(): name for name in self._infos}

    def __enter__(self) -> ZippedDocument:
        """Use it as a context."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        """Whether there is such a member."""
        return name.lower() in self._by_case

    def read(self, name: str, limit: int = MAX_XML) -> bytes:
        """A member's content, b"" where there is none; raises `ImportFailure`.

        Sizes in the directory are believed only where they are too large: what is taken
        out is counted.
        """
        info = self._infos.get(self._by_case.get(name.lower(), ""))
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise protected(self.path)
        limit = min(limit, self._left)
        if info.file_size > limit:
            raise too_large(self.path)
        try:
            with self._zip.open(info) as stream:
                content = stream.read(limit + 1)
        except _BROKEN as error:
            raise damaged(self.path) from error
        except OSError as error:
            if error.errno != errno.EINVAL:  # a place before the file's start
                raise
            raise damaged(self.path) from error
        if len(content) > limit:
            raise too_large(self.path)
        self._left -= len(content)
        return content

    def xml(self, name: str) -> etree._Element | None:
        """A member's XML tree, None where there is no such member; raises `ImportFailure`."""
        content = self.read(name)
        if not content.strip():
            return None
        try:
            return etree.fromstring(content, xml_parser())
        except (etree.LxmlError, ValueError) as error:
            raise damaged(self.path) from error


def xml_parser(recover: bool = False) -> etree.XMLParser:
    """A parser that expands no entity, reads no DTD, stops at 256 levels, knows no network."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def joined(base: str, reference: str) -> str:
    """The member that `reference`, in the member `base`, leads to; "" for what lies elsewhere."""
    try:
        parts = urlsplit(reference.strip())
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    path = unquote(parts.path).replace("\\", "/")
    if path.startswith("/"):
        return posixpath.normpath(path).lstrip("/")
    found = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    return "" if found.startswith("..") else found


def local(element: etree._Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """The attribute called `name` in any namespace, or ""."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def damaged(path: Path) -> ImportFailure:
    """The failure of a document that is cut short or no such document."""
    return ImportFailure(
        message("{path} is damaged or cut short; get it again from where it came", path=path)
    )


def too_large(path: Path) -> ImportFailure:
    """The failure of a document that holds more than any does."""
    return ImportFailure(
        message("{path} unpacks to more than a document may hold; split it", path=path)
    )


def protected(path: Path) -> ImportFailure:
    """The failure of a document nobody can read without its password or licence."""
    return ImportFailure(
        message("{path} is locked with a password or licence; save a copy without it", path=path)
    )
