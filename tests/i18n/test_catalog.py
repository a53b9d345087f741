from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel import Locale

import desktop_app
from desktop_app.gui.actions import MENUS
from desktop_app.i18n.__main__ import collect
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import SOURCE, languages
from desktop_app.i18n.system import closest, preferred, system_language
from desktop_app.messages import message
from tests.i18n.material import entries, keys, sentences, strings


@pytest.mark.parametrize("language", languages())
def test_every_sentence_is_translated(language: str) -> None:
    catalog = sentences(language)
    assert not catalog.obsolete
    for each in catalog:
        if each.id:
            assert all(strings(each)), each.id
            assert not each.fuzzy, each.id
            forms = catalog.num_plurals if isinstance(each.id, tuple) else 1
            assert len(strings(each)) == forms, each.id


@pytest.mark.parametrize("language", languages())
def test_translations_fill_the_same_places(language: str) -> None:
    for each in sentences(language):
        if each.id:
            wanted = {place for key in keys(each) for place in re.findall(r"{(\w+)}", key)}
            for text in strings(each):
                filled = set(re.findall(r"{(\w+)}", text))
                # "One" may be said without its number.
                assert filled == wanted or (len(keys(each)) > 1 and filled < wanted), text
                assert "{" not in re.sub(r"{\w+}", "", text), text


@pytest.mark.parametrize("language", languages())
def test_the_same_letters_are_mnemonics_in_every_language(language: str) -> None:
    """English marks a letter of the words; Chinese writes it behind them, before … or ：."""
    for each in entries(language):
        for key, text in zip(keys(each), strings(each), strict=False):
            letters = re.findall(r"&(\w)", key)
            assert re.findall(r"&(\w)", text) == [letter.upper() for letter in letters] or (
                language == SOURCE and text == key
            ), text
            if letters and language.startswith("zh"):
                assert re.search(r"[\u4e00-\u9fff）]\(&[A-Z]\)(…|：)?$", text), text


@pytest.mark.parametrize("language", languages())
def test_no_two_menus_have_the_same_mnemonic(language: str) -> None:
    catalog = Catalog(language)
    for names in (
        [catalog.message(title) for title in MENUS.values()],
        [catalog.text("&Format"), catalog.text("&Export…"),
         catalog.plural("&All: {count} item", "&All: {count} items", 2),
         catalog.text("Only the present &hits (search first)")],
    ):  # fmt: skip
        letters = [each.partition("&")[2][0].upper() for each in names]
        assert len(set(letters)) == len(letters), names


@pytest.mark.parametrize("language", languages())
def test_sentences_begin_and_end_as_the_english_does(language: str) -> None:
    """Whoever joins or cuts sentences relies on the blanks and dots at their ends."""
    for each in entries(language):
        for key, text in zip(keys(each), strings(each), strict=False):
            assert text.strip() == text or language == SOURCE, text
            assert key.endswith("…") == text.endswith("…"), text
            assert ("\n" in key) == ("\n" in text), text


def test_traditional_is_no_copy_of_simplified() -> None:
    simplified = {each.id: each.string for each in sentences("zh_CN")}
    same = [each.id for each in sentences("zh_TW") if each.string == simplified[each.id]]
    assert len(same) < len(simplified) / 3


@pytest.mark.parametrize("language", languages())
def test_the_catalogs_hold_what_the_code_says_and_no_more(language: str) -> None:
    said = {each.id for each in collect() if each.id}
    assert {each.id for each in sentences(language) if each.id} == said


def literals() -> Iterator[tuple[str, str]]:
    """File and sentence of each literal handed to `text`, `message` or `plural` in the code.

    Read from the syntax tree: Babel's own reading of the tokens misses f-strings.
    """
    for file in sorted(Path(desktop_app.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                first = node.args[0]
                literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
                if name in ("text", "message", "plural") and literal:
                    yield file.name, first.value  # type: ignore[attr-defined]


def test_no_sentence_of_the_code_is_hidden_from_the_catalogs() -> None:
    ids = [each.id for each in sentences("zh_CN") if each.id]
    known = {each if isinstance(each, str) else each[0] for each in ids}
    said = list(literals())
    assert len(said) > 200
    assert [each for each in said if each[1] not in known] == []


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "Aug 31, 2021"), ("zh_CN", "2021年8月31日"), ("zh_TW", "2021年8月31日")],
)
def test_dates_as_people_write_them(language: str, written: str) -> None:
    assert Catalog(language).date(date(2021, 8, 31)) == written
    assert Catalog(language).date(None) == ""


def test_dates_of_photos_may_have_a_time_or_be_no_date() -> None:
    english = Catalog("en")
    assert english.date_text("2021-08-31") == "Aug 31, 2021"
    assert english.date_text("2021-08-31T10:20:30") == "Aug 31, 2021"
    assert english.date_text("2021-08-31T10:20:30Z") == "Aug 31, 2021"
    assert english.date_text("last summer") == "last summer"


@pytest.mark.parametrize(
    ("language", "within", "between"),
    [
        ("en", "Mar 2 – 17, 1987", "Dec 30, 1978 – Jan 16, 1981"),
        ("zh_CN", "1987年3月2日至17日", "1978年12月30日至1981年1月16日"),
        ("zh_TW", "1987年3月2日至17日", "1978年12月30日至1981年1月16日"),
    ],
)
def test_days_from_one_to_another(language: str, within: str, between: str) -> None:
    catalog = Catalog(language)
    # CLDR has thin spaces beside the dash
    plain = str.maketrans(dict.fromkeys("\u2009\u202f\xa0", " "))
    assert catalog.days("1987-03-02", "1987-03-17").translate(plain) == within
    assert catalog.days("1978-12-30", "1981-01-16").translate(plain) == between
    assert catalog.days("1987-03-02", "1987-03-02") == catalog.date(date(1987, 3, 2))
    assert catalog.days("", "1987-03-02") == catalog.date(date(1987, 3, 2))
    assert catalog.days("", "") == ""


def test_plurals_and_numbers() -> None:
    english, chinese = Catalog("en"), Catalog("zh_CN")
    count = ("{count} item", "{count} items")
    assert english.plural(*count, 1) == "1 item"
    assert english.plural(*count, 2) == "2 items"
    assert english.plural(*count, 0) == "0 items"
    assert english.plural(*count, 12345) == "12,345 items"
    assert chinese.plural(*count, 1) == "1 条"


def test_decimals_and_percents_are_written_as_the_language_does() -> None:
    english, german = Catalog("en"), Catalog("en")
    german.locale = Locale("de")
    assert (english.decimal(1234.5, 2), german.decimal(1234.5, 2)) == ("1,234.50", "1.234,50")
    assert (english.percent(12.5, 1), german.percent(12.5, 1)) == ("12.5%", "12,5\xa0%")
    assert (english.percent(12, 1), english.percent(12, 2, fixed=True)) == ("12%", "12.00%")
    assert english.percent(150) == Catalog("zh_TW").percent(150) == "150%"


def test_spans_of_time_are_written_as_the_language_does() -> None:
    written = [Catalog(language).duration(200) for language in ("en", "zh_CN", "zh_TW")]
    assert written == ["3 minutes", "3分钟", "3 分鐘"]


def test_a_message_from_below_is_said_in_the_language() -> None:
    said = message("{path} cannot be written ({reason})", path="a.txt", reason="no")
    assert str(said) == "a.txt cannot be written (no)"
    assert Catalog("zh_CN").message(said) == "无法写入 a.txt（no）"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh_CN.UTF-8", "zh_CN"),
        ("zh-Hans-SG", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh_TW.UTF-8", "zh_TW"),
        ("zh-Hant", "zh_TW"),
        ("zh_HK", "zh_TW"),
        ("en_GB.UTF-8", "en"),
        ("de_DE.UTF-8", "en"),
        ("C", "en"),
    ],
)
def test_the_closest_language_is_taken(tag: str, language: str) -> None:
    assert closest(tag) == language


def test_the_system_s_language_is_read_in_posix_order() -> None:
    assert system_language({"LANG": "zh_CN.UTF-8"}) == "zh_CN"
    assert system_language({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}) == "en"
    assert system_language({}) == "en"


def test_the_first_language_of_several_that_there_is_a_catalog_for_is_taken() -> None:
    german = {"LANG": "de_DE.UTF-8"}
    assert system_language(german | {"LANGUAGE": "de:zh_TW:en"}) == "zh_TW"
    assert system_language({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}) == "zh_CN"
    assert system_language(german | {"LANGUAGE": "de:fr"}) == "en"
    assert system_language({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}) == "en"
    assert preferred(["de-Latn-DE", "de", "zh-Hant-TW", "zh-TW", "en"]) == "zh_TW"
