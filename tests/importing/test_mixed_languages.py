"""Items in two languages from the file to the search, through everything they are kept in."""

from __future__ import annotations

import html
import json
import sqlite3
from itertools import chain, zip_longest
from pathlib import Path

import docx
import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.formats.jsonl import Jsonl
from desktop_app.importing.formats.markdown import Markdown
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.raw import Failed
from desktop_app.importing.report import Report
from tests.importing.reading import read, read_one

POST = "2022-10-26-test-report/index.md"


@pytest.fixture(scope="module")
def halves(shared_data: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs of a real post, English and Chinese."""
    chinese = f"i18n/zh/docusaurus-plugin-content-blog/{POST}"
    paths = (shared_data / "bilingual" / "blog" / POST, shared_data / "bilingual" / chinese)
    english, chinese = (read_one(Markdown(), path).paragraphs for path in paths)
    return english[:12], chinese[:12]


@pytest.fixture
def turns(halves: tuple[tuple[str, ...], tuple[str, ...]]) -> list[str]:
    """Each paragraph followed by its translation."""
    return [text for text in chain.from_iterable(zip_longest(*halves)) if text]


def write_page(path: Path, paragraphs: list[str], title: str) -> Path:
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    nav = "<nav><a href='/'>Home</a> <a href='/zh'>中文</a></nav>"
    page = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{nav}<article>"
    path.write_text(f"{page}<h1>{title}</h1>{body}</article></body></html>", "utf-8")
    return path


def imported(folder: Path, *sources: Path) -> Report:
    with open_for_import(folder) as archive:
        report = Importer(archive).run(list(sources))
    assert report.failed == []
    return report


def titles(archive: Archive, query: str) -> set[str]:
    matches = archive.search(query)
    return {hit.item.title for hit in archive.hits(matches, 0, len(matches.numbers))}


def test_bilingual_files_are_found_in_both_languages_and_others_are_not(
    halves: tuple[tuple[str, ...], tuple[str, ...]], turns: list[str], tmp_path: Path
) -> None:
    english, chinese = halves
    write_page(tmp_path / "turns.html", turns, "In turns")
    write_page(tmp_path / "halves.html", [*english, *chinese], "In halves")
    write_page(tmp_path / "english.html", [*english, chinese[0]], "English alone")
    write_page(tmp_path / "chinese.html", [*chinese, english[0]], "中文一篇")
    (tmp_path / "note.md").write_text("# A note\n\n" + "\n\n".join(turns) + "\n", "utf-8")
    document = docx.Document()
    document.add_heading("A letter", 0)
    for text in turns:
        document.add_paragraph(text)
    document.save(str(tmp_path / "letter.docx"))
    imported(tmp_path / "a", *sorted(tmp_path.glob("*.*")))
    both = {"In turns", "In halves", "A note", "A letter"}
    with open_archive(tmp_path / "a") as archive:
        archive.catch_up()
        assert titles(archive, "lang:mixed") == titles(archive, "语言：双语") == both
        assert titles(archive, "lang:en") == {*both, "English alone"}
        assert titles(archive, "lang:zh") == {*both, "中文一篇"}
        assert archive.search("").facets["language"] == {"en": 5, "zh": 5, "mul": 4}
        assert sum(archive.info().languages.values()) == 6


def test_what_a_record_names_is_kept_and_what_it_does_not_is_told(
    turns: list[str], tmp_path: Path
) -> None:
    records = (
        {"id": "told", "title": "T", "paragraphs": turns},
        {"id": "named", "title": "N", "paragraphs": ["A word."], "languages": ["en", "fr", "bo"]},
        {"id": "main", "title": "M", "paragraphs": ["一句。"], "languages": ["bo"]},
        {"id": "text", "title": "X", "paragraphs": ["A word."], "languages": "en, fr"},
        {"id": "same", "title": "S", "paragraphs": ["A."], "language": "en", "languages": ["en"]},
    )
    source = tmp_path / "x.jsonl"
    source.write_text("".join(json.dumps(each) + "\n" for each in records), "utf-8")
    imported(tmp_path / "a", source)
    with open_archive(tmp_path / "a") as archive:
        assert {each.id: set(each.languages) for each in archive.items()} == {
            "told": {"en", "zh"},
            "named": {"en", "fr", "bo"},
            "main": {"bo"},
            "text": {"en", "fr"},
            "same": {"en"},
        }
    again = imported(tmp_path / "a", source)
    assert (again.updated, again.unchanged) == (0, 5)


@pytest.mark.parametrize("value", [["en", 1], {"en": 1}, 7])
def test_languages_that_are_no_list_of_texts_are_named(value: object, tmp_path: Path) -> None:
    source = tmp_path / "x.jsonl"
    source.write_text(json.dumps({"title": "T", "languages": value}) + "\n", "utf-8")
    (found,) = read(Jsonl(), source)
    assert isinstance(found, Failed)
    assert "languages" in str(found.reason)


def before_languages(folder: Path) -> None:
    """Make the archive one of before languages beside the main one were kept."""
    with sqlite3.connect(folder / "items.db") as items:
        items.execute("UPDATE items SET more = '', digest = 'of before'")
        items.execute("UPDATE statement_rules SET version = 4")
    items.close()


def test_an_archive_of_before_opens_and_learns_them_when_it_catches_up(
    turns: list[str], halves: tuple[tuple[str, ...], tuple[str, ...]], tmp_path: Path
) -> None:
    pages = (
        write_page(tmp_path / "both.html", turns, "Both"),
        write_page(tmp_path / "one.html", list(halves[0]), "One"),
    )
    imported(tmp_path / "a", *pages)
    before_languages(tmp_path / "a")
    with open_archive(tmp_path / "a") as archive:
        assert {each.other_languages for each in archive.items()} == {()}
        archive.catch_up()
        assert titles(archive, "lang:mixed") == {"Both"}
        (both,) = (each for each in archive.items() if each.title == "Both")
        assert set(both.languages) == {"en", "zh"}
        changes = archive._store.last_change()
    again = imported(tmp_path / "a", *pages)
    # What was told again has today's digest; the other item still has that of before.
    assert (again.unchanged, again.updated) == (1, 1)
    with open_archive(tmp_path / "a") as archive:
        assert archive._store.last_change() == changes + 1
