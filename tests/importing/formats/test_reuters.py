"""Reuters-21578 in SGML."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.importing.formats.reuters import Reuters
from desktop_app.importing.raw import Failed, RawItem
from tests.importing.reading import read, read_items


@pytest.fixture(scope="module")
def stories(shared_data: Path) -> dict[int, RawItem]:
    files = sorted((shared_data / "reuters-21578").glob("*.sgm"))
    found = [item for file in files for item in read_items(Reuters(), file)]
    return {int(item.identity.removeprefix("reuters-21578:")): item for item in found}


def test_seven_files_give_seven_thousand_stories(stories: dict[int, RawItem]) -> None:
    assert sorted(stories) == list(range(1, 7001))
    assert all(item.title and item.date and item.date.year == 1987 for item in stories.values())
    assert {(item.source, item.kind, item.language) for item in stories.values()} == {
        ("Reuters", "news", "en")
    }


def test_stories_with_a_body_have_text_and_briefs_none(
    stories: dict[int, RawItem], shared_data: Path
) -> None:
    for file in sorted((shared_data / "reuters-21578").glob("*.sgm")):
        source = file.read_text("latin-1")
        for piece in source.split("<REUTERS ")[1:]:
            item = stories[int(piece.split('NEWID="')[1].split('"')[0])]
            if "<BODY>" in piece:
                assert item.paragraphs, item.identity
            if 'TYPE="BRIEF"' in piece:
                assert item.paragraphs == (), item.identity


def test_a_story_is_clean(stories: dict[int, RawItem]) -> None:
    cocoa, oil = stories[1], stories[2]
    assert (cocoa.title, cocoa.date) == ("BAHIA COCOA REVIEW", date(1987, 2, 26))
    assert cocoa.paragraphs[0].startswith("SALVADOR, Feb 26 - Showers continued throughout the")
    assert cocoa.paragraphs[1] == "The dry period means the temporao will be late this year."
    assert cocoa.paragraphs[-1].endswith("carnival which ends midday on February 27.")
    assert oil.title == "STANDARD OIL <SRD> TO FORM FINANCIAL UNIT"
    assert "Plc <BP>, which also owns" in oil.paragraphs[1]
    assert stories[4].byline == "by Janie Gabbett"


def test_no_control_character_entity_or_agency_tail_is_left(stories: dict[int, RawItem]) -> None:
    for item in stories.values():
        text = "\n".join((item.title, *item.paragraphs))
        assert "&#" not in text and "&lt;" not in text and "\x03" not in text
        assert not item.paragraphs or item.paragraphs[-1].lower() != "reuter"


def test_an_unprocessed_story_takes_its_title_from_its_first_line(
    stories: dict[int, RawItem],
) -> None:
    titles = {item.title for item in stories.values()}
    assert "FEDERAL RESERVE WEEKLY REPORT 1 - FEB 26" in titles
    assert "LIBRA BANK EXPECTS BRAZIL TO REACH DEBT ACCORD" in titles
    corrected = stories[3719]
    assert corrected.title.startswith("CORRECTED - BANCA NAZIONALE DEL LAVORO")
    assert corrected.paragraphs[0].startswith("The warrants will be issued by EFI Banca.")


def test_one_broken_story_does_not_stop_the_rest(tmp_path: Path) -> None:
    good = (
        '<REUTERS NEWID="{}">\n<DATE>26-FEB-1987</DATE>\n<TEXT>&#2;\n'
        "<TITLE>T{}</TITLE>\n</TEXT>\n</REUTERS>\n"
    )
    file = tmp_path / "x.sgm"
    file.write_text(
        "<!DOCTYPE lewis>\n" + good.format(1, 1) + '<REUTERS NEWID="2">\n<TEXT>cut\n'
        "<REUTERS NOTHING>\n</REUTERS>\n" + good.format(3, 3) + '<REUTERS NEWID="4">\n<TEXT>',
        "latin-1",
    )
    found = read(Reuters(), file)
    assert [piece.title for piece in found if isinstance(piece, RawItem)] == ["T1", "T3"]
    assert [piece.where for piece in found if isinstance(piece, Failed)] == [
        "NEWID=2",
        "<REUTERS NOTHING>",
        "NEWID=4",
    ]


def test_bytes_are_reported_as_they_are_read(shared_data: Path) -> None:
    file = shared_data / "reuters-21578" / "reut2-000.sgm"
    reported: list[int] = []
    assert len(list(Reuters().read(file, reported.append))) == 1000
    assert reported == sorted(reported)
    assert len(reported) == 1000 and reported[-1] >= file.stat().st_size - 10
