"""Reuters-21578: newswire stories of 1987 in SGML, a thousand a file.

The files are not well-formed (bare ``>``, control characters as entities), so a
story is cut out by its own two tags, which the distribution's README guarantees to
stand at the beginning of a line, and its few elements are read one by one.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.importing.dates import find_date
from desktop_app.importing.page import shortened, tidy, tidy_all
from desktop_app.importing.raw import Failed, Found, RawItem, ReportBytes
from desktop_app.messages import message

_MAX_STORY = 4 * 1024 * 1024  # bytes; the longest of the collection has 14,000
_MAX_LINE = 1024 * 1024
_START, _END = b"<REUTERS", b"</REUTERS>"
_NUMBER = re.compile(r'NEWID="(\d+)"')
_CONTROL = re.compile(r"&#(?:[0-9]|[12]\d|3[01]|12[7-9]|1[3-5]\d);|[\x00-\x08\x0b-\x1f\x7f]")
_PLACEHOLDER = re.compile(r"^\s*Blah blah blah\.\s*$", re.IGNORECASE)
_INDENTED = re.compile(r"\n(?=[ \t])|\n[ \t]*\n")
# "TITLE LONDON, March 5 - Text": both are in capitals, so a place is taken to be one
# word, or two where the first is one that begins names.
_PLACE_LINE = re.compile(
    r"^(?P<head>.*?)\s+(?P<line>(?:(?:NEW|LOS|SAN|SANTA|HONG|BUENOS|TEL|ABU|ST\.?|SAO|KUALA|THE) )?"
    r"[A-Z]+,\s[A-Z][a-z]+\s\d{1,2})\s?-? ",
    re.DOTALL,
)


class Reuters:
    """Files of the Reuters-21578 collection."""

    name = "reuters"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the first story's tag, whatever the file is called."""
        return re.search(rb"^<REUTERS\s[^>]*NEWID=", head, re.MULTILINE) is not None

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield the stories, one in memory at a time."""
        for story, done in _stories(path):
            report_bytes(done)
            yield _story(story)


def _stories(path: Path) -> Iterator[tuple[str, int]]:
    """Each story with its tags, and the bytes read by its end. One cut off is kept."""
    with path.open("rb") as stream:
        story: list[bytes] = []
        size = done = 0
        while line := stream.readline(_MAX_LINE):
            done += len(line)
            if not story and not line.startswith(_START):
                continue
            if story and line.startswith(_START):  # the one before was never closed
                yield b"".join(story).decode("latin-1"), done - len(line)
                story, size = [], 0
            size += len(line)
            if size <= _MAX_STORY:
                story.append(line)
            if _END in line:
                yield b"".join(story).decode("latin-1"), done
                story, size = [], 0
        if story:
            yield b"".join(story).decode("latin-1"), done


def _story(story: str) -> Found:
    number = _NUMBER.search(story)
    text = _element(story, "TEXT")
    if number is None or text is None or _END.decode() not in story:
        where = f"NEWID={number[1]}" if number else story.split("\n", 1)[0][:120]
        return Failed(where, message("the story is cut off or has no number and text"))
    title, body = _title_and_body(text)
    dateline = tidy(_clean(_element(text, "DATELINE") or ""))
    return RawItem(
        title=title or f"Reuters {number[1]}",
        paragraphs=_paragraphs(dateline, body),
        language="en",
        source="Reuters",
        date=find_date(_element(story, "DATE") or ""),
        byline=re.sub(
            r",? ?reuters?$", "", tidy(_clean(_element(text, "AUTHOR") or "")), flags=re.I
        ),
        identity=f"reuters-21578:{number[1]}",
    )


def _element(text: str, name: str) -> str | None:
    """What stands inside the first element `name`."""
    match = re.search(rf"<{name}(?:\s[^>]*)?>(.*?)</{name}>", text, re.DOTALL)
    return match[1] if match else None


def _clean(text: str) -> str:
    return html.unescape(_CONTROL.sub("", text)).replace("\u00a0", " ")


def _title_and_body(text: str) -> tuple[str, str]:
    """The two parts of a story; an unprocessed one has its title on its first lines."""
    title = _element(text, "TITLE")
    if title is not None:
        body = _clean(_element(text, "BODY") or re.sub(r"(?s)^.*</TITLE>", "", text))
        return tidy(_clean(title)).lstrip("* "), "" if _PLACEHOLDER.match(body) else body
    head, _, body = _clean(text).strip().partition("\n    ")
    head = re.sub(r"^\d*\*+", "", head)
    if found := _PLACE_LINE.match(head + " "):  # "TITLE LONDON, March 5 - Text"
        return tidy(found["head"]), head[found.start("line") :] + "\n    " + body
    first, _, rest = head.partition("\n") if len(head) > 200 or "\n " in head else (head, "", "")
    return shortened(tidy(first), 200), f"{rest}\n    {body}"


def _paragraphs(dateline: str, body: str) -> tuple[str, ...]:
    """The body cut at its indented lines, the agency's name at its end taken off.

    Lines are folded anywhere; those of tables are indented too, and stay lines.
    """
    parts = list(tidy_all(_INDENTED.split(body.strip("\n "))))
    while parts and parts[-1].lower().rstrip(". ") in ("reuter", "reuters"):
        parts.pop()
    if dateline and parts:
        parts[0] = f"{dateline} {parts[0]}"
    return tuple(parts)
