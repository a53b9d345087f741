from __future__ import annotations

import pytest

from tests.speeches.chinese.reading import read, said

WON = "“我们赢得了这场比赛。”"


@pytest.mark.parametrize(
    "text",
    [
        "王树国指出，“我们赢得了这场比赛。”",
        "王树国说：“我们赢得了这场比赛。”",
        "“我们赢得了这场比赛。”王树国说。",
        "“我们赢得了这场比赛。”校长王树国激动地说。",
        "王树国告诉记者：“我们赢得了这场比赛。”",
        "王树国在接受记者采访时表示：“我们赢得了这场比赛。”",
        "王树国：“我们赢得了这场比赛。”",
        "他是校长王树国。他的最后一句话是：“我们赢得了这场比赛。”",
        '王树国说:"我们赢得了这场比赛。"',
        "王树国说：“我们赢得了这场比赛。",
    ],
)
def test_quotation_and_whose_it_is(text: str) -> None:
    assert said(text) == [("王树国", WON)] or ("最后一句话" in text and said(text)[0][1] == WON)


def test_comma_that_leads_to_the_speaker_is_not_said() -> None:
    assert said("“我们赢得了比赛，”他对记者说道。") == [("他", "“我们赢得了比赛”")]
    assert said("“我们赢得了比赛”，王树国说。") == [("王树国", "“我们赢得了比赛”")]


def test_divided_quotation_is_two_statements_of_one_speaker() -> None:
    assert said("“我们赢得了比赛。”王树国说，“他们输了。”") == [
        ("王树国", "“我们赢得了比赛。”"),
        ("王树国", "“他们输了。”"),
    ]
    assert said("“我们赢得了比赛。”王树国说。“他们全都输了。”") == [
        ("王树国", "“我们赢得了比赛。”"),
        ("王树国", "“他们全都输了。”"),
    ]


def test_quotation_with_a_report_behind_it() -> None:
    assert said("“我们赢得了比赛。”编剧张晓阳介绍说，剧组还要继续演出。") == [
        ("张晓阳", "“我们赢得了比赛。”"),
        ("张晓阳", "剧组还要继续演出"),
    ]


def test_quotation_over_paragraphs_is_one_statement() -> None:
    (one,) = read("王树国说：“我们赢得了比赛。", "“他们输了。", "“比赛结束了。”", "没有人回答。")
    assert one.text == "我们赢得了比赛。\n“他们输了。\n“比赛结束了。"
    assert (one.speaker, one.quoted) == ("王树国", True)


def test_quotation_in_a_quotation_belongs_to_it() -> None:
    assert said("王树国说：“他告诉我‘不行’，但我们赢了。”") == [
        ("王树国", "“他告诉我‘不行’，但我们赢了。”")
    ]
    assert said("王樹國說：「他告訴我『不行』，但我們贏了。」") == [
        ("王樹國", "“他告訴我『不行』，但我們贏了。”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "各国共建“一带一路”，推动“双碳”目标实现。",
        "他出版了《王树国说：“我们赢了”》一书。",
        "“风暴”登陆了。",
        "照片上他写上了一句诗：“濯鳞沧海畔，驰骋大漠中。”",
        "“妈妈，为什么还不能出去？”",
        "王树国：我们赢得了比赛",
        "图为王树国说：“我们赢得了比赛。”",
    ],
)
def test_scare_quotes_titles_headings_and_captions_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_phrase_in_marks_belongs_to_the_clause() -> None:
    assert said("王树国表示，“一带一路”是共同的机遇。") == [("王树国", "“一带一路”是共同的机遇")]
    assert said("艾达说，这是“继续对我们耍的一种把戏”。") == [
        ("艾达", "这是“继续对我们耍的一种把戏”")
    ]
