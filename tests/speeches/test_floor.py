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


def test_whatever_the_record_puts_its_notes_in() -> None:
    assert spoken("We won [Laughter]. We did.") == ["We won", "We did."]
    assert spoken("Thank you. (Applause, the Members rising.) Now.") == ["Thank you.", "Now."]
    assert spoken("好。〔掌声〕谢谢！（笑声、掌声）") == ["好。", "谢谢！"]
    assert spoken("We won. <Applause> Yes. *laughter* No.") == ["We won.", "Yes.", "No."]
    assert spoken("掌声雷动（众人起立鼓掌），谢谢") == ["掌声雷动", "谢谢"]


def test_what_the_audience_calls_is_not_the_speakers() -> None:
    assert spoken(
        "We can!",
        "Audience members. Four more years!",
        "The President. Thank you.",
        "AUDIENCE: Yes!",
    ) == ["We can!", "Thank you."]
    assert spoken("The President. I thank him.") == ["I thank him."]
    assert spoken("The President is here.") == ["The President is here."]


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
