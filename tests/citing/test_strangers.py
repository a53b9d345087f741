"""Whatever strangers write into an item, a citation is one line of text and sound markup."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.citing.citation import citation, in_text
from desktop_app.citing.formats import cited
from desktop_app.citing.styles import STYLES, CiteFormat
from desktop_app.items import Item, Origin

_SIGNS = st.sampled_from([*"“”‘’\"'.,?!…—-–&<>{}\\/:;()[]|%#", "\n", "\u202e", "\ufdd0", " "])
_WORDS = st.sampled_from(
    [
        "By",
        "and",
        "Smith",
        "Jr.",
        "王",
        "记者",
        "刘华",
        "报",
        "</i>",
        "<b>",
        "&amp;",
        "{}",
        "in",
        "v1.2",
    ]
)
_JOINERS = "\u200c\u200d"  # are seen in what they join
TEXTS = st.lists(_SIGNS | _WORDS | st.text(max_size=3), max_size=12).map("".join)
ITEMS = st.builds(
    Item,
    id=st.just("id"),
    title=TEXTS,
    date=st.none() | st.dates(),
    language=st.sampled_from(["en", "zh", "", "be", "x"]),
    source=TEXTS,
    kind=st.sampled_from(["news", "speech", "bulletin", "document"]),
    byline=TEXTS,
    url=st.sampled_from(["", "https://", "http://["]).flatmap(lambda a: TEXTS.map(a.__add__)),
)
ORIGINS = st.builds(Origin, file=TEXTS, captured=TEXTS | st.just("2021-09-02T00:00"))


@settings(max_examples=25, deadline=None)
@given(ITEMS, ORIGINS, st.sampled_from(list(STYLES)))
def test_a_citation_is_one_line_and_its_markup_is_sound(
    item: Item, origin: Origin, style: str
) -> None:
    for made in (citation(item, style, origin), in_text(item, style, origin, 3)):
        assert all(each.isprintable() or each in _JOINERS for each in made.text)
        tags = re.findall(r"<[^>]*>", made.html)
        assert tags == ["<i>", "</i>"] * (len(tags) // 2)
        assert unescape(re.sub(r"</?i>", "", made.html)) == made.text
    assert citation(item, style, origin).text


@settings(max_examples=25, deadline=None)
@given(ITEMS, ORIGINS)
def test_records_for_other_programs_hold_together(item: Item, origin: Origin) -> None:
    bibtex = cited([(item, origin)], "apa", CiteFormat.BIBTEX)
    assert bibtex.count("{") == bibtex.count("}")
    assert re.fullmatch(r"@(article|misc)\{[a-z0-9]+,\n(  \w+ = \S.*,\n)+\}\n", bibtex)
    ris = cited([(item, origin)], "apa", CiteFormat.RIS)
    lines = ris.removesuffix("\r\n").split("\r\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert lines[0].startswith("TY") and lines[-1] == "ER  - "


def test_a_long_text_is_cited_in_bounds() -> None:
    item = Item("a", "word " * 300_000, date(2021, 1, 1), "en", "“" * 300_000, byline="A B," * 9999)
    for style in STYLES:
        assert len(citation(item, style).text) < 10_000
