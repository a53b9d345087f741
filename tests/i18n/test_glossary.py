"""The Chinese catalogs keep to translations/GLOSSARY.md and to how Chinese is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from desktop_app.places import translations
from tests.i18n.material import sentences, strings

CHINESE = ("zh_CN", "zh_TW")
_HAN = "\u3400-\u9fff"
# Queries shown as examples, whose spaces and signs are part of them, and the command line's own.
_EXAMPLES = (
    "(oil OR gas) price", "body: caption: speaker: said:", "harbor customs", "oil OR gas",
    "oil^2 gas", "trade -steel", "“oil prices”~5", "title:(oil OR gas)", "[COMMAND] [ARGS]...",
    "only in titles; title:(oil OR gas) takes several words", "date:2021-08..2021-09",
)  # fmt: skip


def forbidden(language: str) -> list[str]:
    """What the glossary's last columns list for `language`."""
    mark = {"zh_CN": "CN", "zh_TW": "TW"}[language]
    rows = (translations() / "GLOSSARY.md").read_text("utf-8").splitlines()
    cells = [row.strip("| ").rpartition("|")[2] for row in rows if row.startswith("| ")]
    lists = [part.strip() for cell in cells for part in cell.split(";")]
    found = [part[2:].split(",") for part in lists if part.startswith(f"{mark} ")]
    return [word.strip() for words in found for word in words]


def written(language: str) -> Iterator[tuple[str, str]]:
    """English and `language`, without the examples of queries."""
    for each in sentences(language):
        key = each.id if isinstance(each.id, str) else each.id[0]
        if key and key not in _EXAMPLES:
            yield from ((key, text) for text in strings(each))


def test_the_glossary_is_read() -> None:
    assert "導入" in forbidden("zh_TW") and "汇入" in forbidden("zh_CN")
    assert min(len(forbidden("zh_CN")), len(forbidden("zh_TW"))) > 25


@pytest.mark.parametrize("language", CHINESE)
def test_no_word_that_the_glossary_rules_out(language: str) -> None:
    wrong = [
        (word, text) for _key, text in written(language) for word in forbidden(language)
        if word in text
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "english", "term"),
    [
        ("zh_CN", "archive", "档案库|存档"), ("zh_TW", "archive", "檔案庫|典藏檔|壓縮檔"),
        ("zh_CN", "captions?", "图注"), ("zh_TW", "captions?", "圖注"),
        ("zh_CN", "statements?", "讲话|段"), ("zh_TW", "statements?", "講話|段"),
        ("zh_CN", "imported", "导入"), ("zh_TW", "imported", "匯入"),
        ("zh_CN", "speakers?", "讲话人|人|未具名"), ("zh_TW", "speakers?", "講話人|人|未具名"),
        ("zh_CN", "folders?", "文件夹"), ("zh_TW", "folders?", "資料夾"),
        ("zh_CN", "query", "检索式"), ("zh_TW", "query", "檢索式"),
    ],
)  # fmt: skip
def test_terms_are_translated_as_the_glossary_has_them(
    language: str, english: str, term: str
) -> None:
    asked = re.compile(rf"(?<![{{`:=.-])\b(?i:{english[0]}){english[1:]}\b(?![}}:=`])")
    known = [(key, text) for key, text in written(language) if asked.search(key)]
    assert len(known) >= 3
    assert [(key, text) for key, text in known if not re.search(term, text)] == []


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_has_full_width_punctuation(language: str) -> None:
    half = re.compile(rf"[{_HAN}][,;:?!]|[{_HAN}]\.(?!\w)|[{_HAN}]\((?![&*])|[,;:?!](?=[{_HAN}])")
    assert [text for _key, text in written(language) if half.search(text)] == []


@pytest.mark.parametrize("language", CHINESE)
def test_quotation_marks_are_those_of_the_place(language: str) -> None:
    other = "「」『』" if language == "zh_CN" else "“”‘’"
    assert [text for _key, text in written(language) if set(other) & set(text)] == []


@pytest.mark.parametrize("language", CHINESE)
def test_no_stray_spaces_and_none_missing(language: str) -> None:
    full = "，。；：？！（）“”「」、"
    stray = re.compile(rf"[{_HAN}{full}] +[{_HAN}{full}]|[{full}] |(?<=\S) (?=[{full}])|  ")
    joined = re.compile(rf"[{_HAN}][A-Za-z0-9]|[A-Za-z0-9][{_HAN}]")
    for _key, text in written(language):
        plain = re.sub(r"\(&\w\)", "", text)
        assert not stray.search(plain.strip()), text
        # A date is written as one: 2021年8月31日; the words left and right are 左1.
        assert not joined.search(re.sub(r"\d+(年|月|日)|[左右]\d|月\.\.\d", "", plain)), text
