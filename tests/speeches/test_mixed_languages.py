"""Statements in items of two languages: each paragraph by the rules of its own."""

from __future__ import annotations

from desktop_app.items import Item, Statement
from desktop_app.speeches.statements import statements_of
from tests.material import item

ENGLISH = '"The museum is open to everyone," Director Zhang Wei said on Monday.'
CHINESE = "馆长张伟说：“博物馆向所有人开放。”"
GREETING = "The visitors came early."


def said(given: Item) -> list[tuple[str, str]]:
    return [(each.speaker, each.text) for each in statements_of(given)]


def check_places(given: Item) -> tuple[Statement, ...]:
    found = statements_of(given)
    assert [given.text[each.start : each.end] for each in found] == [each.text for each in found]
    assert [each.start for each in found] == sorted(each.start for each in found)
    return found


def test_each_paragraph_has_the_rules_of_its_language_whatever_the_main_one() -> None:
    text = f"{GREETING}\n{ENGLISH}\n{CHINESE}"
    wanted = [
        ("Zhang Wei", "The museum is open to everyone"),
        ("张伟", "博物馆向所有人开放。"),
    ]
    for main in ("en", "zh", "en-GB", "zh-CN"):
        given = item(text=text, language=main)
        assert said(given) == wanted
        check_places(given)


def test_paragraphs_in_turns_give_what_each_half_alone_gives() -> None:
    english = (ENGLISH, "He added that the stones would be shown in Paris.", GREETING)
    chinese = (CHINESE, "他表示，碑石将在巴黎展出。", "观众来得很早。")
    turns = item(text="\n".join(one for pair in zip(english, chinese, strict=True) for one in pair))
    halves = {
        *said(item(text="\n".join(english))),
        *said(item(text="\n".join(chinese), language="zh")),
    }
    assert set(said(turns)) == halves
    assert len(halves) == 4
    check_places(turns)


def test_a_quotation_over_paragraphs_does_not_hold_their_translation() -> None:
    paragraphs = (
        'Director Zhang Wei said: "We keep the stones.',
        "馆长张伟说：“我们保护石碑。",
        '"They are older than paper."',
        "“石碑比纸更古老。”",
    )
    given = item(text="\n".join(paragraphs))
    found = check_places(given)
    assert [(each.speaker, each.text) for each in found] == [
        ("Zhang Wei", "We keep the stones."),
        ("张伟", "我们保护石碑。"),
        ("Zhang Wei", "They are older than paper."),
        ("张伟", "石碑比纸更古老。"),
    ]


def test_other_languages_stay_unread_beside_chinese_that_is_read() -> None:
    given = item(text=f"« Le musée est ouvert », a dit M. Zhang.\n{CHINESE}", language="fr")
    assert said(given) == [("张伟", "博物馆向所有人开放。")]
    assert said(item(text=CHINESE, language="ja")) == []
    assert said(item(text="", language="en")) == []
