"""Bylines as the test material and news sites have them."""

from __future__ import annotations

import pytest

from desktop_app.citing.authors import Author, authors, by_characters


def person(family: str, given: str, suffix: str = "") -> Author:
    return Author(family, given, suffix)


def whole(name: str) -> Author:
    return Author(literal=name)


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Cal Mankowski", [person("Mankowski", "Cal")]),
        ("BY TED D'AFFLISIO", [person("D'Afflisio", "Ted")]),
        ("TOM KRISHER, AP Auto Writer", [person("Krisher", "Tom")]),
        ("Sandee LaMotte, CNN", [person("LaMotte", "Sandee")]),
        ("Troy L. Smith, Cleveland.com", [person("Smith", "Troy L.")]),
        ("Ilana Muhlstein, MS, RDN", [person("Muhlstein", "Ilana")]),
        ("Finian Cunningham. Sputnik International", [person("Cunningham", "Finian")]),
        (
            "Lia Eustachewich, Yaron Steinbuch",
            [person("Eustachewich", "Lia"), person("Steinbuch", "Yaron")],
        ),
        (
            "By STEPHEN JUKES AND PHILIP SHEHADI",
            [person("Jukes", "Stephen"), person("Shehadi", "Philip")],
        ),
        ("Smith, John", [person("Smith", "John")]),
        ("Martin Luther King, Jr.", [person("King", "Martin Luther", "Jr.")]),
        ("Ursula von der Leyen", [person("von der Leyen", "Ursula")]),
        ("The Sports Network, Inc.", [whole("The Sports Network Inc.")]),
        ("The Associated Press", [whole("The Associated Press")]),
        ("PTI", [whole("PTI")]),
        ("admin - 2018-09-16", []),
        ("", []),
    ],
)
def test_western_bylines(byline: str, expected: list[Author]) -> None:
    assert list(authors(byline)) == expected


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("焦鹏", ["焦鹏"]),
        ("新华社记者 王刚、李四光", ["王刚", "李四光"]),
        ("新华社记者刘华、李忠发", ["刘华", "李忠发"]),
        ("王　刚 李和平", ["王刚", "李和平"]),
        ("记者：张三 摄影：李四 编辑：赵六", ["张三"]),
        ("本报记者 欧阳和平 通讯员 刘大明", ["欧阳和平", "刘大明"]),
        ("文/张三 图/李四", ["张三"]),
        ("张三和李四", ["张三", "李四"]),
        ("阿卜杜拉·买买提", ["阿卜杜拉·买买提"]),
        ("央视记者 王冰冰(实习)", ["王冰冰"]),
        ("新华社", ["新华社"]),
    ],
)
def test_chinese_names_are_never_taken_apart(byline: str, names: list[str]) -> None:
    assert list(authors(byline)) == [whole(name) for name in names]


def test_chinese_names_in_latin_letters_keep_their_order() -> None:
    assert authors("Wang Shuguo") == (Author("Wang", "Shuguo", family_first=True),)
    assert authors("Chen Chien-kuo") == (Author("Chen", "Chien-kuo", family_first=True),)
    assert authors("Shuguo Wang") == (person("Wang", "Shuguo"),)
    assert authors("Wang Yi") == (whole("Wang Yi"),)  # two surnames: which is it?
    assert [by_characters(given) for given in ("Shuguo", "Chien-kuo")] == ["Shu Guo", "Chien Kuo"]


def test_a_hostile_byline_is_read_in_bounds() -> None:
    assert len(authors("a b, " * 100_000)) <= 40
    assert len(authors("记者" * 50_000)) <= 40
    assert authors("A\x00\u202e\nSmith") == (person("Smith", "A"),)
