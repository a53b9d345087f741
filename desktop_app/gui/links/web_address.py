"""An address as it is shown and opened: what is read is where it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from PySide6.QtCore import QUrl

_WEB = ("http", "https")
_LONGEST = 8192  # characters; more no browser takes
# What may stand in each part as it is; the rest is written as escapes. A backslash is a
# slash to browsers, and what is not ASCII may look like something else or run backwards.
_USER = "!$&'()*+,;=:-._~%"
_AFTER = "/?#:@!$&'()*+,;=-._~%[]"
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")  # to browsers, tabs and line ends are not there
_HOST = re.compile(r"[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]")
_MAIL = re.compile(r"[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """The parts of an address, ASCII only: `before` and `after` stand around its `host`.

    `spelt` is the host in its own letters where it has others. Only what `can_open` is
    ever given to another program.
    """

    before: str
    host: str
    after: str
    spelt: str = ""
    can_open: bool = False

    @property
    def whole(self) -> str:
        """All of it, as it is opened."""
        return f"{self.before}{self.host}{self.after}"


def read_address(address: str) -> WebAddress:
    """Take `address` apart; one that is none of the web or of mail cannot be opened."""
    address = _UNSEEN.sub("", address).strip()[:_LONGEST]
    scheme, _colon, rest = address.partition(":")
    if scheme.lower() in _WEB:
        return _web(address) or _other(address)
    if scheme.lower() == "mailto":
        return _mail(rest) or _other(address)
    return _other(address)


def _web(address: str) -> WebAddress | None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    user, at, place = parts.netloc.rpartition("@")
    name = place if port is None else place.rpartition(":")[0]
    host = _ascii_host(name.removesuffix(":"))
    if not host:
        return None
    before = f"{parts.scheme}://{quote(user, safe=_USER)}{at}"
    after = address[len(parts.scheme) + len("://") + len(parts.netloc) :]
    path = f":{port}" * (port is not None) + quote(after, safe=_AFTER, errors="replace")
    return _agreed(WebAddress(before, host, path, _spelt(host), can_open=True))


def _mail(rest: str) -> WebAddress | None:
    """To whom alone: what else such a link may say, files to send with it, is left out."""
    to = rest.partition("?")[0].replace("%40", "@")
    if not _MAIL.fullmatch(to):
        return None
    user, host = to.split("@")
    return WebAddress(f"mailto:{user}@", host, "", _spelt(host), can_open=True)


def _agreed(made: WebAddress) -> WebAddress | None:
    """`made`, if it leads to the same host for Qt, which hands it on."""
    url = QUrl(made.whole, QUrl.ParsingMode.StrictMode)
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    return made if url.isValid() and host == made.host.strip("[]") else None


def _other(address: str) -> WebAddress:
    return WebAddress("", "", quote(address, safe=_AFTER, errors="replace"))


def _ascii_host(name: str) -> str:
    """A host in ASCII, as browsers write it (UTS 46); "" for what is none."""
    host = name.lower() if name.isascii() else QUrl.toAce(name).toStdString()
    return host if _HOST.fullmatch(host) else ""


def _spelt(host: str) -> str:
    """The letters a host in ASCII stands for, where they are others."""
    letters = QUrl.fromAce(host.encode("ascii")) if "xn--" in host else host
    return letters if letters != host and letters.isprintable() else ""
