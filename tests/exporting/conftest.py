"""An archive worth exporting: the sample, and items with everything that is hard to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import ArchiveWriter, open_for_import
from desktop_app.importing.pipeline import Importer
from desktop_app.items import Alternate, Item, Link, Origin, Photo
from desktop_app.places import resources
from tests.importing.reading import PNG
from tests.material import item

HOSTILE = (
    "=1+1", "+8613800000000", "-2+3", "@SUM(A1)", "'=x", "''quoted", "＝全角",
    "</script><script>alert(1)</script>", "<!-- x --> -- --!> ]]>", "&#8;&amp;&lt; &nbsp;",
    "# not a heading", "1. no list", "- no list", "+ none", "> no quote", "    four blanks",
    "***bold*** _it_ ~~gone~~ `code` ``", "[link](http://x) ![p](y.png) <b>b</b> <http://a.b>",
    "| a | b |", "---", "===", ":::note", "import x from 'y'", "export default x;", "```", "~~~",
    "a\\b \\# \\", "http://example.org/?a=1&b=2", "2021-08-31", "12)", "“引号” ‘x’ 、。", "𠮷🚢é́",
    '"a","b";c\td', "{{ x }} {% y %} ${z}", "footnote[^1] [^1]: x", "a  b", "=", "'", "&copy;",
)  # fmt: skip
BILINGUAL = "\n".join(
    (
        "The forest of steles in Xi'an was founded in 1087, and it is the oldest of its kind.",
        "西安碑林始建于1087年，是同类博物馆中历史最悠久的一座。",
        "More than four thousand steles are kept in it, from the Han dynasty to our own time.",
        "馆内收藏自汉代至近代的碑石、墓志四千余件，数量居全国之首。",
        "The classics of the Tang were cut in stone so that nobody could write them wrong.",
        "唐代将经书刻在石上，以免传抄有误，供天下读书人校对。",
    )
)


def picture(kind: str) -> bytes:
    """A small picture of a kind that few programs show."""
    content = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(content, kind)
    return content.getvalue()


def odd_items(archive: ArchiveWriter) -> list[Item]:
    """Items that try what an escape may forget."""
    file = archive.photos.put_content(PNG)
    texts = tuple(" ".join(text.split()) for text in HOSTILE)
    links = (Link(0, 3, "https://example.org/?a=1&b=%E4%BA%BA"), Link(5, 9, "javascript:alert(1)"))
    whole = replace(
        item("Odd.Id-1", title="=cmd|' /C calc'!A0 <b>&amp;</b>"),
        paragraphs=texts,
        byline="- 记者 <x@example.org>",
        source="“Source” & Sons",
        url="https://example.org/a?b=1&c=2",
        photos=(
            Photo(None, "Only a caption <i>", after=0),
            Photo(file, "=Caption -- one", "Credit & Co", "2021-08-30", after=2),
            Photo(file, "The same picture again", after=2),
            Photo(file, "", "", "last summer", after=len(texts)),
            Photo(None, "", "No caption", after=1),
            *(Photo(archive.photos.put_content(picture(kind)), kind) for kind in ("TIFF", "AVIF")),
        ),
        links=links,
        alternates=(Alternate("zh", "https://example.org/zh"),),
        details=(("place", "西安"), ("keyword", "a, b; c"), ("keyword", "-d"), ("usage", "<none>")),
    )
    return [
        whole,
        replace(item("con", title=""), date=None, kind="document", language="zh"),
        replace(item("CON", title="Title alone"), paragraphs=(), kind="speech"),
        *(
            replace(item(f"text{n}", title=text), paragraphs=(text,))
            for n, text in enumerate(texts)
        ),
        item("both", BILINGUAL, other_languages=("zh",)),
        item(
            "named", "Words that their source says are in two languages.", other_languages=("fr",)
        ),
        replace(item("old", title="2021"), date=date(987, 1, 2), language="fr", source=""),
    ]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive with odd items in it."""
    folder = tmp_path_factory.mktemp("filled") / "filled.beilin"
    with open_for_import(folder) as archive:
        assert not Importer(archive).run([resources() / "sample" / "items.jsonl"]).failed
        archive.put([(each, Origin("test"), False) for each in odd_items(archive)])
        archive.catch_up()
    return folder


@pytest.fixture
def archive(filled: Path) -> Iterator[Archive]:
    with open_archive(filled) as opened:
        yield opened
