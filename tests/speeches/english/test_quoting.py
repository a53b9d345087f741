from __future__ import annotations

import pytest

from tests.speeches.english.reading import read, said


def test_speaker_behind_and_before() -> None:
    assert said('"We won," said Wang Shuguo.') == [("Wang Shuguo", '"We won"')]
    assert said('"We won," Wang Shuguo said.') == [("Wang Shuguo", '"We won"')]
    assert said('Wang Shuguo said: "We won."') == [("Wang Shuguo", '"We won."')]
    assert said('Wang Shuguo told reporters, "We won."') == [("Wang Shuguo", '"We won."')]


def test_role_behind_the_name() -> None:
    (one,) = read('"We won," said Ann Lee, president of Yale University, on Monday.')
    assert (one.speaker, one.role) == ("Ann Lee", "president of Yale University")
    (one,) = read('"We won," Ann Lee, a lawyer for Mr. Wu, told the BBC.')
    assert (one.speaker, one.role) == ("Ann Lee", "lawyer for Mr. Wu")


def test_divided_quotation_is_two_statements_of_one_speaker() -> None:
    assert said('"We won," Ann Lee said, "and they lost."') == [
        ("Ann Lee", '"We won"'),
        ("Ann Lee", '"and they lost."'),
    ]
    assert said('"We won," Ann Lee said. "They lost. It is over."') == [
        ("Ann Lee", '"We won"'),
        ("Ann Lee", '"They lost. It is over."'),
    ]


def test_quotation_over_paragraphs_is_one_statement() -> None:
    (one,) = read("Ann Lee said: “We won.", "“They lost.", "“It is over.”", "Nobody answered.")
    assert one.text == "We won.\n“They lost.\n“It is over."
    assert (one.speaker, one.quoted) == ("Ann Lee", True)


def test_paragraph_that_is_a_quotation_goes_on() -> None:
    assert said('"We won," Ann Lee said.', '"They lost."') == [
        ("Ann Lee", '"We won"'),
        ("Ann Lee", '"They lost."'),
    ]
    assert said("It rained.", '"They lost."') == []
    assert said("Ann Lee said it rained.", '"A heading"', "More.")[1:] == []


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” Ann Lee said.",
        '"We won," Ann Lee said.',
        "“We won,’’ Ann Lee said.",
        "‘We won,’ Ann Lee said.",
        "'We won,' Ann Lee said.",
        '“We won," Ann Lee said.',
        '"We won, Ann Lee said.',
        'We won," Ann Lee said.',
        "``We won,'' Ann Lee said.",
    ],
)
def test_all_marks_and_missing_ones(text: str) -> None:
    assert said(text) == [("Ann Lee", '"We won"')]


def test_quotation_in_a_quotation_belongs_to_it() -> None:
    assert said("“He said ‘never,’ and we won,” Ann Lee said.") == [
        ("Ann Lee", '"He said ‘never,’ and we won"')
    ]
    assert said("\"It's 'over,' Bob said to me,\" Ann Lee said.") == [
        ("Ann Lee", "\"It's 'over,' Bob said to me\"")
    ]


def test_question_and_answer() -> None:
    assert said('"Who won?" Ann Lee asked. "We did!" said Bob Roe.') == [
        ("Ann Lee", '"Who won?"'),
        ("Bob Roe", '"We did!"'),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "reform" was rejected by the house.',
        'Her novel "The Sea Said No" was published in May.',
        'The 12" record and the 7" one were sold.',
        "It's the workers' day, the dogs' and the cats'.",
        "The deal was signed. No one spoke.",
        "He declined to say when. She did not say why.",
        "The said volume and the observed effect were small.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []
