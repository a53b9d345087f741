from __future__ import annotations

import pytest

from tests.speeches.english.reading import read, said


@pytest.mark.parametrize(
    ("text", "speaker", "clause"),
    [
        ("Ann Lee said that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee said it was over.", "Ann Lee", "it was over"),
        ("Ann Lee said Monday that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee said in a statement that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee told reporters it was over.", "Ann Lee", "it was over"),
        ("Ann Lee told a news conference that it was over.", "Ann Lee", "it was over"),
        ("It was over by noon, Ann Lee said.", "Ann Lee", "It was over by noon"),
        ("It was over by noon, said Ann Lee.", "Ann Lee", "It was over by noon"),
        ("It was over by noon, she told the BBC.", "she", "It was over by noon"),
        ("According to Ann Lee, it was over.", "Ann Lee", "it was over"),
        ("It was over by noon, according to Ann Lee.", "Ann Lee", "It was over by noon"),
        ("Ann Lee hoped that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee hoped to end it.", "Ann Lee", "to end it"),
        ("Ann Lee denied that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee denied she had ended it.", "Ann Lee", "she had ended it"),
        ("Ann Lee stressed that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee also noted that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee pointed out that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee called for an end to it.", "Ann Lee", "an end to it"),
        ("Ann Lee urged them to end it.", "Ann Lee", "them to end it"),
        ("Ann Lee asked whether it was over.", "Ann Lee", "whether it was over"),
        ("Ann Lee announced that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee, who had left early, said it was over.", "Ann Lee", "it was over"),
        ("Ann Lee, however, said it was over.", "Ann Lee", "it was over"),
        ("Analysts say it is over.", "Analysts", "it is over"),
        ("A Treasury spokesman said it was over.", "A Treasury spokesman", "it was over"),
        ("The United Nations said it was over.", "United Nations", "it was over"),
        ("The Fed, the U.S. Inc. of banks, said it was over.", "Fed", "it was over"),
        ("LONDON, March 3 - Ann Lee said it was over.", "Ann Lee", "it was over"),
        ("LONDON (AP) — Ann Lee said it was over.", "Ann Lee", "it was over"),
        ("In May, Ann Lee said it was over.", "Ann Lee", "it was over"),
        (
            "The reason, Ann Lee said, is unknown.",
            "Ann Lee",
            "The reason, Ann Lee said, is unknown",
        ),
    ],
)
def test_reported_clause(text: str, speaker: str, clause: str) -> None:
    assert said(text) == [(speaker, clause)]


def test_quoted_fragment_belongs_to_the_clause() -> None:
    assert said('Ann Lee said it was "over" and that she "could not wait."') == [
        ("Ann Lee", 'it was "over" and that she "could not wait."')
    ]


def test_further_reports_in_a_sentence() -> None:
    assert said("Ann Lee said it was over, adding that she was glad.") == [
        ("Ann Lee", "it was over"),
        ("Ann Lee", "she was glad"),
    ]
    assert said('Ann Lee said it was over and added, "I am glad."') == [
        ("Ann Lee", "it was over"),
        ("Ann Lee", '"I am glad."'),
    ]
    assert said("Ann Lee defended it, saying it was clear.") == [("Ann Lee", "it was clear")]


def test_reports_in_a_report_are_not_told_apart() -> None:
    assert said("Ann Lee said Bob Roe had told her that it was over.") == [
        ("Ann Lee", "Bob Roe had told her that it was over")
    ]
    assert said("Bob Roe says it is over and Ann Lee denies it, the mayor said.") == [
        ("mayor", "Bob Roe says it is over and Ann Lee denies it")
    ]


def test_abbreviations_end_no_sentence() -> None:
    assert said("The U.S. Senate said Gen. Roe of Acme Inc. paid Dr. Wu $5.5 on Jan. 3.") == [
        ("U.S. Senate", "Gen. Roe of Acme Inc. paid Dr. Wu $5.5 on Jan. 3")
    ]
    assert said("Ann Lee said it was in the U.S. The rest is unknown.") == [
        ("Ann Lee", "it was in the U.S.")
    ]


def test_role_before_the_name() -> None:
    (one,) = read("XJTU President Wang Shuguo said it was over.")
    assert (one.speaker, one.role) == ("Wang Shuguo", "XJTU President")
    (one,) = read("Secretary of State Mike Pompeo said it was over.")
    assert (one.speaker, one.role) == ("Mike Pompeo", "Secretary of State")
    (one,) = read("Fairchild Corp president Donald Brooks said it was over.")
    assert (one.speaker, one.role) == ("Donald Brooks", "Fairchild Corp president")


def test_brackets_inside_a_role_do_not_end_it() -> None:
    (one,) = read("London Futures Exchange (LFE) Chief Executive Michael Jenkins said it was over.")
    assert (one.speaker, one.role) == ("Michael Jenkins", "London Futures Exchange Chief Executive")


def test_role_from_where_the_item_first_names_somebody() -> None:
    (one,) = read("Chargers coach Anthony Lynn left early.", "Lynn said it was over.")
    assert (one.speaker, one.role) == ("Anthony Lynn", "Chargers coach")
    (one,) = read("Ann Lee, president of Yale University, left.", "Lee said it was over.")
    assert (one.speaker, one.role) == ("Ann Lee", "president of Yale University")


def test_an_aide_is_not_whom_he_serves() -> None:
    (one,) = read("An aide to President Reagan said it was over.")
    assert one.speaker == "An aide to President Reagan"
