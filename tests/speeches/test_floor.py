from __future__ import annotations

from pathlib import Path

from desktop_app.importing.formats.sotu import StateOfTheUnion
from desktop_app.speeches.floor import held_floor, interjections
from tests.importing.reading import read_one


def spoken(*paragraphs: str) -> list[str]:
    statements = list(held_floor("A", "", paragraphs))
    text = "\n".join(paragraphs)
    assert all(text[each.start : each.end] == each.text for each in statements)
    return [each.text for each in statements]


def test_each_paragraph_of_a_speech_is_spoken() -> None:
    assert spoken("Mr. Speaker:", "I speak today.") == ["Mr. Speaker:", "I speak today."]


def test_applause_is_not_spoken() -> None:
    assert spoken("We can. (Applause.) We will!") == ["We can.", "We will!"]
    assert spoken("谢谢大家！（长时间热烈掌声）") == ["谢谢大家！"]
    assert spoken("同志们：（全场起立，鼓掌）我宣布") == ["同志们：", "我宣布"]
    assert spoken("[As delivered in person before a joint session]", "Hello.") == ["Hello."]


def test_other_brackets_are_spoken() -> None:
    assert spoken("The figures (those of 1961) are clear.") == [
        "The figures (those of 1961) are clear."
    ]
    assert interjections("经济（包括农业）增长") == []


def test_a_real_speech_is_the_presidents(shared_data: Path) -> None:
    item = read_one(StateOfTheUnion(), shared_data / "speeches-en" / "1961-Kennedy-1.txt")
    said = list(held_floor(item.byline, "", item.paragraphs))
    assert {each.speaker for each in said} == {"John F. Kennedy"}
    assert not any("As delivered" in each.text for each in said)
    assert said[1].text.startswith("It is a pleasure to return from whence I came.")
