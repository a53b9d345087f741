from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from desktop_app.items import Item, Statement
from desktop_app.search.engine import Document
from desktop_app.search.suggest import Source, Suggester
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document, item

SPEAKERS = {1: ("Wang Shuguo",), 3: ("王树国",)}
TITLES = {1: "Harbor opens", 2: "Prices of oil", 3: "校长王树国出席仪式", 4: "合作协议"}
TEXTS = {
    1: "The harbor opened. Customs and cooperation.",
    2: "Oil prices rose in the harbour and cooperative customs.",
    3: "王树国说合作很重要。高质量发展",
    4: "双方签署合作协议，推动高质量发展。合同",
}


def made_item(number: int) -> Item:
    said = tuple(Statement(name, "", "said", "x", True, 0, 1) for name in SPEAKERS.get(number, ()))
    return item(str(number), TEXTS[number], title=TITLES[number], statements=said)


def made_document(number: int) -> Document:
    names = SPEAKERS.get(number, ())
    return document(number, TEXTS[number], title=TITLES[number], speakers=names)


@pytest.fixture
def suggester(tmp_path: Path) -> Iterator[Suggester]:
    engine = WhooshEngine(tmp_path / "index")
    engine.add([made_document(number) for number in TEXTS], 1)

    def items(numbers: Sequence[int]) -> list[Item]:
        return [made_item(number) for number in numbers]

    yield Suggester(engine, items)
    engine.close()


def texts(suggester: Suggester, query: str, source: Source) -> list[str]:
    found = suggester.suggest(query, len(query))
    return [each.text for each in found if each.source is source]


def test_speakers_are_suggested_by_the_name_of_their_person_once(suggester: Suggester) -> None:
    engine, items = suggester._engine, suggester._items
    known = Suggester(engine, items, lambda _name: "President Wang")
    for typed in ("wangshuguo", "speaker:w", "speaker:王"):
        assert texts(known, typed, Source.SPEAKER) == ["President Wang"]


def test_words_that_begin_so_are_suggested_by_frequency(suggester: Suggester) -> None:
    assert texts(suggester, "harb", Source.TERM) == ["harbor", "harbour"]
    assert texts(suggester, "oil cust", Source.TERM) == ["customs"]
    assert texts(suggester, "title:harb", Source.TERM) == ["harbor"]


def test_chinese_words_go_on_as_they_do_in_the_texts(suggester: Suggester) -> None:
    assert texts(suggester, "合", Source.TERM) == ["合作", "合同"]
    assert texts(suggester, "高质", Source.TERM) == ["高质量"]
    assert texts(suggester, "署合", Source.TERM) == ["署合作"]


def test_chinese_words_that_seldom_go_on_so_stay_as_they_are(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "other")
    engine.add([document(n, "合作" if n % 9 else "合作的") for n in range(1, 40)], 1)
    assert texts(Suggester(engine, lambda _numbers: []), "合作", Source.TERM) == []
    engine.close()


def test_titles_and_speakers_are_suggested_in_either_script(suggester: Suggester) -> None:
    assert texts(suggester, "pric", Source.TITLE) == ["Prices of oil"]
    assert texts(suggester, "合作", Source.TITLE) == ["合作协议"]
    assert texts(suggester, "wangshuguo", Source.TITLE) == ["校长王树国出席仪式"]
    assert texts(suggester, "wangshugu", Source.TITLE) == ["校长王树国出席仪式"]
    assert texts(suggester, "王树", Source.SPEAKER) == ["王树国"]
    assert texts(suggester, "speaker:shu", Source.SPEAKER) == ["Wang Shuguo"]


def test_a_suggestion_takes_the_place_of_the_word_at_the_cursor(suggester: Suggester) -> None:
    query = "oil harb -gas"
    harbor = suggester.suggest(query, 8)[0]
    assert (harbor.query, harbor.cursor) == ("oil harbor -gas", 10)
    (speaker,) = [e for e in suggester.suggest("shug", 4) if e.source is Source.SPEAKER]
    assert speaker.query == 'speaker:"Wang Shuguo"'
    (title,) = [e for e in suggester.suggest("title:pric", 10) if e.source is Source.TITLE]
    assert title.query == 'title:"Prices of oil"'


def test_earlier_queries_are_suggested(suggester: Suggester) -> None:
    history = ["oil prices", "gas", "Oil gas", "crude oil"]
    found = suggester.suggest("oil", 3, history)
    past = [each.query for each in found if each.source is Source.HISTORY]
    assert past == ["oil prices", "Oil gas", "crude oil"]


@pytest.mark.parametrize("query", ["", "lang:z", "harb*", "“harb", "-", "date:20", "。", "("])
def test_where_no_word_is_typed_nothing_is_suggested(suggester: Suggester, query: str) -> None:
    assert suggester.suggest(query, len(query)) == []


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("harbr", "harbor"),
        ("oil pricse", "oil prices"),
        ("title:harbr -x", "title:harbor -x"),
        ('"oil pricse"', '"oil prices"'),
        ("和作", "合作"),
        ("王书国", "王树国"),
        ("高制量发展", "高质量发展"),
        ("oil", None),
        ("zzzzzzzz", None),
        ("合作", None),
        ("harbr zzzzzzzz", None),
        ("", None),
    ],
)
def test_did_you_mean(suggester: Suggester, query: str, meant: str | None) -> None:
    assert suggester.did_you_mean(query) == meant
