"""Statements quoted with their citation; the words are never changed."""

from __future__ import annotations

from datetime import date
from html import unescape
from pathlib import Path

import pytest

from desktop_app.citing.quotation import quotation
from desktop_app.citing.styles import STYLES
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import languages
from desktop_app.items import Item, Origin, Statement
from desktop_app.speeches.statements import statements_of

HARBOUR = Item(
    *("harbour", "Mayor Promises a Harbour", date(2021, 8, 31), "en", "The Port Times"),
    byline="Jane Doe",
    url="https://port.example/harbour",
    paragraphs=(
        "The council met.",
        "“We build the ‘free’ harbour & pay <b>now</b>,” said Ann Lee, mayor of Port.",
        "She said that work would begin in May.",
    ),
)
SAVED = Origin("port.wacz", captured="2021-09-02T10:00:00Z")


def said(item: Item, words: str, quoted: bool, role: str = "") -> Statement:
    start = item.text.index(words)
    return Statement("Ann Lee", role, "said", words, quoted, start, start + len(words))


WORDS = "We build the ‘free’ harbour & pay <b>now</b>"
QUOTED = said(HARBOUR, WORDS, True, "mayor of Port")
REPORTED = said(HARBOUR, "work would begin in May", False)


def test_a_quoted_statement_in_english() -> None:
    made = quotation(HARBOUR, QUOTED, "apa", Catalog("en"), SAVED)
    assert made.text == (
        f"“{WORDS}” (Doe, 2021, para. 2)\n"
        "— Ann Lee, mayor of Port · word for word · Aug 31, 2021 · paragraph 2 · "
        "characters 19 to 62\n"
        "Doe, J. (2021, August 31). Mayor Promises a Harbour. The Port Times. "
        "https://port.example/harbour"
    )
    assert "“We build the ‘free’ harbour &amp; pay &lt;b&gt;now&lt;/b&gt;”" in made.html
    assert "<i>The Port Times</i>" in made.html


def test_a_reported_statement_is_never_in_quotation_marks() -> None:
    for language in languages():
        for style in STYLES:
            made = quotation(HARBOUR, REPORTED, style, Catalog(language), SAVED)
            words = made.text.splitlines()[0]
            assert "work would begin in May" in words
            assert not set("“”「」\"'‘’『』") & set(words)
            assert not set("“”「」‘’『』") & set(unescape(made.html.splitlines()[0]))


@pytest.mark.parametrize(
    ("language", "first_line"),
    [("zh_CN", f"“{WORDS}”"), ("zh_TW", f"「{WORDS}」")],
)
def test_a_quoted_statement_has_the_marks_of_the_interface(language: str, first_line: str) -> None:
    made = quotation(HARBOUR, QUOTED, "gbt7714", Catalog(language), SAVED)
    lines = made.text.splitlines()
    assert lines[0] == first_line
    assert lines[1].startswith("— Ann Lee（mayor of Port） · ") and "2021年8月31日" in lines[1]
    assert lines[2] == (
        "DOE J. Mayor Promises a Harbour[N/OL]. The Port Times, 2021-08-31[2021-09-02]. "
        "https://port.example/harbour."
    )


def test_in_chicago_style_the_note_names_the_paragraph() -> None:
    made = quotation(HARBOUR, QUOTED, "chicago", Catalog("en"), SAVED, person="Ann B. Lee")
    words, who, note = made.text.splitlines()
    assert words == f"“{WORDS}”" and who.startswith("— Ann B. Lee, mayor of Port · ")
    assert note == (
        "Jane Doe, “Mayor Promises a Harbour,” The Port Times, August 31, 2021, para. 2, "
        "https://port.example/harbour."
    )


def test_every_statement_of_a_real_page_keeps_its_words(shared_data: Path) -> None:
    page = next((shared_data / "seed").glob("*.txt")).read_text("utf-8")
    item = Item("seed", "T", date(2021, 8, 31), "en", "S", paragraphs=tuple(page.split("\n")))
    statements = statements_of(item)
    assert {each.quoted for each in statements} == {True, False}
    for each in statements:
        made = quotation(item, each, "mla", Catalog("zh_CN"))
        assert item.text[each.start : each.end] in made.text
        assert made.text.startswith("“") == each.quoted


@pytest.mark.parametrize("statement", [QUOTED, REPORTED], ids=["quoted", "reported"])
@pytest.mark.parametrize(("form", "start"), [("bibtex", "  annote = {"), ("ris", "N1  - ")])
def test_a_record_has_the_words_and_how_they_are_given_as_its_note(
    statement: Statement, form: str, start: str
) -> None:
    made = quotation(HARBOUR, statement, form, Catalog("en"), SAVED)
    notes = [line for line in made.text.splitlines() if line.startswith(start)]
    assert len(notes) == 1
    words = statement.text.replace("&", "\\&") if form == "bibtex" else statement.text
    assert words in notes[0]
    assert ("· word for word ·" in notes[0]) is (statement is QUOTED)
    assert ("Reported, not word for word" in notes[0]) is (statement is REPORTED)
    assert "Ann Lee" in notes[0] and "paragraph" in notes[0]
    assert made.text.count("Mayor Promises") == 1
