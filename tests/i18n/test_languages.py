"""A language is one file in the translations folder, and no line of code."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from desktop_app import places
from desktop_app.cli import main
from desktop_app.i18n.__main__ import compile_all, extract
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import DOMAIN, languages, own_name, short_name
from desktop_app.i18n.system import closest, system_language
from tests.i18n.pseudo import add_pseudo, pseudo


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A translations folder with a fourth language."""
    add_pseudo(tmp_path / "translations")
    (tmp_path / "translations" / "notes").mkdir()  # no language: it has no catalog
    monkeypatch.setattr(places, "translations", lambda: tmp_path / "translations")
    return tmp_path / "translations"


def test_the_languages_are_the_catalogs_there_are() -> None:
    assert languages() == {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文"}


@pytest.mark.parametrize(
    ("code", "own", "short"),
    [
        ("zh_CN", "简体中文", "中文"),
        ("zh_TW", "繁體中文", "中文"),
        ("fr", "Français", "Français"),
        ("pt_BR", "Português (Brasil)", "Português"),
        ("de_AT", "Österreichisches Deutsch", "Deutsch"),
        ("en_XA", "en_XA", "en_XA"),
    ],
)
def test_languages_are_named_in_themselves(code: str, own: str, short: str) -> None:
    assert (own_name(code), short_name(code)) == (own, short)


def test_one_file_adds_a_language(folder: Path) -> None:
    assert languages()["de"] == "Deutsch"
    assert "notes" not in languages()
    german = Catalog("de")
    assert german.text("Open archive") == pseudo("Open archive")
    assert german.date(date(2021, 8, 31)) == "31.08.2021"
    assert german.number(1234.5) == "1.234,5"


def test_the_system_may_ask_for_the_added_language(folder: Path) -> None:
    assert closest("de_AT.UTF-8") == "de"
    assert system_language({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:zh_TW"}) == "zh_TW"
    assert system_language({"LANG": "de_DE.UTF-8"}) == "de"


def test_a_language_cldr_does_not_know_is_one_too(folder: Path) -> None:
    (folder / "de").rename(folder / "en_XA")
    assert list(languages()) == ["en", "en_XA", "zh_CN", "zh_TW"]
    assert Catalog("en_XA").text("Open archive") == pseudo("Open archive")
    assert Catalog("en_XA").number(1234.5) == "1,234.5"
    assert system_language({"LANG": "en_XA.UTF-8"}) == "en_XA"


def test_the_command_line_speaks_the_added_language(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--language", "de", "search", "--help"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert pseudo("How many hits to print.") in printed
    assert main(["--language=de", "info"]) == 2
    assert "de_DE" not in capsys.readouterr().err


def test_new_sentences_come_to_the_added_catalog_and_it_is_compiled(folder: Path) -> None:
    po = folder / "de" / "LC_MESSAGES" / f"{DOMAIN}.po"
    half = re.sub(r'msgid "Open archive"\nmsgstr ".*"\n', "", po.read_text("utf-8"))
    po.write_text(half, "utf-8")
    extract()
    assert '\nmsgid "Open archive"\nmsgstr ""\n' in po.read_text("utf-8")
    compile_all()
    assert po.with_suffix(".mo").is_file()
    assert Catalog("de").text("Open archive") == "Open archive"  # English until translated
    assert Catalog("de").text("Close") == pseudo("Close")


def test_the_made_language_is_longer_and_keeps_places() -> None:
    made = pseudo("{path} cannot be read; name a text file of ids")
    assert made.startswith("{path} çåññöt bé řéåd; ñåmé å téxt")
    assert len(made) >= 1.4 * len("{path} cannot be read; name a text file of ids") - 4
    assert pseudo("&Export…").startswith("&Exp") and pseudo("&Export…").endswith("…")
    assert pseudo("{items} · {time} ms").startswith("{items} · {time} ")
