"""XML files as text that no parser can be harmed by: decoded, without a document type.

What a document type declares is never followed: it is cut off, the few texts it may
stand for are put in their places here, and what grows when it is read is refused
(https://en.wikipedia.org/wiki/Billion_laughs_attack).
"""

from __future__ import annotations

import re
from html.entities import html5

from desktop_app.errors import ImportFailure
from desktop_app.importing.encoding import decode
from desktop_app.messages import message

MAX_XML = 32 * 1024 * 1024  # bytes of one file
_MAX_TAGS = 1_500_000  # a tree has about 100 bytes for each
_MAX_VALUE = 200  # code points an entity of the file's own may stand for
_MAX_GROWTH = 4 * 1024 * 1024  # code points all of them may add
_XML_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]{0,300}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_DOCTYPE_PART = re.compile(r"\"[^\"]*\"|'[^']*'|<!--.*?-->|<\?.*?\?>|[\[\]>]", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+([^\s%]{1,100})\s+(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = re.compile(r"&([A-Za-z_][\w.-]{0,99});")
_BARE = re.compile(r"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z_][\w.-]{0,99};)")
# What XML 1.0 cannot hold (section 2.2), written out or as a reference.
_INVALID = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|"
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));"
)


def xml_text(content: bytes, name: object) -> str:
    """The text of an XML file called `name`, without declaration and document type.

    References to characters HTML has names for are characters. Raises `ImportFailure`
    where it is no text, too large, or an entity bomb.
    """
    text = _INVALID.sub("", decode(content, name))
    text = _DECLARATION.sub("", text.lstrip("\ufeff"))
    text, declared = _without_doctype(text, name)
    if text.count("<") > _MAX_TAGS:
        raise ImportFailure(message("{path} has too many elements; split it", path=name))
    return _with_entities(text, declared, name).lstrip()


def with_bare_ampersands(text: str) -> str:
    """`text` with each ``&`` that begins no reference written as XML wants it."""
    return _BARE.sub("&amp;", text)


def _without_doctype(text: str, name: object) -> tuple[str, dict[str, str]]:
    """The text without its document type, and the short texts that declared."""
    start = _DOCTYPE.search(text, 0, 100_000)
    if start is None or re.search(r"<[A-Za-z_]", text[: start.start()]):
        return text, {}
    end, depth = len(text), 0
    for part in _DOCTYPE_PART.finditer(text, start.end()):
        depth += {"[": 1, "]": -1}.get(part[0], 0)
        if part[0] == ">" and depth <= 0:
            end = part.end()
            break
    declared = _entities(text[start.end() : end], name)
    return text[: start.start()] + text[end:], declared


def _entities(subset: str, name: object) -> dict[str, str]:
    declared: dict[str, str] = {}
    for match in _ENTITY.finditer(subset):
        value = match[2] or match[3] or ""
        if _REFERENCE.search(value) or "%" in value or len(value) > _MAX_VALUE:
            raise _bomb(name, match[1])
        declared.setdefault(match[1], value)
    return declared


def _with_entities(text: str, declared: dict[str, str], name: object) -> str:
    """`text` with its named references replaced; those nobody declared stay as text."""
    grown = 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal grown
        if match[1] in declared:
            grown += len(declared[match[1]])
            if grown > _MAX_GROWTH:
                raise _bomb(name, match[1])
            return declared[match[1]]
        if match[1] in _XML_OWN:
            return match[0]
        characters = html5.get(f"{match[1]};", "")
        return "".join(f"&#{ord(c)};" for c in characters) or f"&amp;{match[1]};"

    return _REFERENCE.sub(replaced, text)


def _bomb(name: object, entity: str) -> ImportFailure:
    return ImportFailure(
        message(
            "{path} declares the entity {entity}, which grows when it is read (an entity bomb?); "
            "nothing of it was read",
            path=name,
            entity=entity,
        )
    )
