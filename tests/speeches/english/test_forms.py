"""What the issue asks of English, in forms, names and places the other tests do not have."""

from __future__ import annotations

import pytest

from tests.speeches.english.reading import read, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Quotations.
        (
            '"Our bond," Moreau added, "has entered a golden age."',
            [("Moreau", '"Our bond"'), ("Moreau", '"has entered a golden age."')],
        ),
        (
            '"The harvest failed," recalled farmer Tomás Oliveira. "We had nothing."',
            [("Tomás Oliveira", '"The harvest failed"'), ("Tomás Oliveira", '"We had nothing."')],
        ),
        (
            "“We came with nothing,” she said, wiping her eyes, “and leave with all.”",
            [("she", '"We came with nothing"'), ("she", '"and leave with all."')],
        ),
        ('"You have my word", said Carlos Mendes.', [("Carlos Mendes", '"You have my word"')]),
        ('"We wait!" shouted Calderon from afar.', [("Calderon", '"We wait!"')]),
        ("“The well is dry,” sighed Ines Calderon.", [("Ines Calderon", '"The well is dry"')]),
        (
            '"We have a plan," insists Lee\'s deputy, Heng Swee Keat.',
            [("Heng Swee Keat", '"We have a plan"')],
        ),
        (
            '"It\'s over," a visibly shaken Maria Sanchez told the crowd.',
            [("Maria Sanchez", '"It\'s over"')],
        ),
        ('"It\'s over," the 34-year-old striker said.', [("34-year-old striker", '"It\'s over"')]),
        (
            "‘We wait,’ said Calderon. ‘We were told “soon” by them.’",
            [("Calderon", '"We wait"'), ("Calderon", '"We were told “soon” by them."')],
        ),
        (
            "“We were told, ‘Wait until spring,’ ” Calderon said.",
            [("Calderon", '"We were told, ‘Wait until spring,’"')],
        ),
        ('"We wait, said Calderon, who left.', [("Calderon", '"We wait"')]),
        ('We wait," said Calderon.', [("Calderon", '"We wait"')]),
        (
            '"Peace," Mandela once said, "is not the absence of conflict."',
            [("Mandela", '"Peace"'), ("Mandela", '"is not the absence of conflict."')],
        ),
        # Reports.
        (
            "Berg told parliament that the budget would be balanced.",
            [("Berg", "the budget would be balanced")],
        ),
        (
            "According to Dr. Ngozi Adeyemi, a virologist at the University of Lagos, it is new.",
            [("Ngozi Adeyemi", "it is new")],
        ),
        (
            "Angela Ruiz, president of the University of Seville, told graduates to stay curious.",
            [("Angela Ruiz", "to stay curious")],
        ),
        (
            "A spokeswoman for the ministry, Hua Chunying, said that talks failed.",
            [("Hua Chunying", "talks failed")],
        ),
        (
            "Japan's foreign minister Yoko Kamikawa told reporters talks failed.",
            [("Yoko Kamikawa", "talks failed")],
        ),
        (
            "The IMF's Kristalina Georgieva warned that growth would slow.",
            [("Kristalina Georgieva", "growth would slow")],
        ),
        (
            "Antony Blinken, the U.S. secretary of state, said Monday the U.S. would respond.",
            [("Antony Blinken", "the U.S. would respond")],
        ),
        (
            "Li Wei, 34, a teacher in Xi'an, said prices rose sharply.",
            [("Li Wei", "prices rose sharply")],
        ),
        (
            "Sen. Elizabeth Warren, D-Mass., said the bill would pass.",
            [("Elizabeth Warren", "the bill would pass")],
        ),
        (
            "Chile has promised help, Calderon said, but none has come.",
            [("Calderon", "Chile has promised help")],
        ),
        (
            "Musk claimed the cars were safe, but regulators said they were not.",
            [("Musk", "the cars were safe"), ("regulators", "they were not")],
        ),
        ("Lopez was quoted as saying that openness matters.", [("Lopez", "openness matters")]),
        ("Calderon expressed hope that Chile would help.", [("Calderon", "Chile would help")]),
        (
            '"A deal is near," according to a person familiar with the matter.',
            [("a person familiar with the matter", '"A deal is near"')],
        ),
        (
            "The bank will close, Reuters reported on Friday, citing two officials.",
            [("Reuters", "The bank will close")],
        ),
        (
            "Lee said the law was needed; critics said it was not.",
            [("Lee", "the law was needed"), ("critics", "it was not")],
        ),
        ("The company, IBM, said it was over.", [("IBM", "it was over")]),
        (
            "Nigel Lawson, presenting his budget, said growth was slow.",
            [("Nigel Lawson", "growth was slow")],
        ),
        (
            "WeWork's parent company, Acme Holdings, announced on Sept. 30 that it was over.",
            [("Acme Holdings", "it was over")],
        ),
        (
            "This comes a week after Bloomberg reported that it was over.",
            [("Bloomberg", "it was over")],
        ),
    ],
)
def test_who_says_what(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Chancellor of the Exchequer Nigel Lawson said growth was slow.",
            "Nigel Lawson",
            "Chancellor of the Exchequer",
        ),
        ("His lawyer, Amal Reyes, said it was over.", "Amal Reyes", "lawyer"),
        (
            '"It was chaos," says Priya Raman, a nurse at a hospital in Leeds.',
            "Priya Raman",
            "nurse at a hospital in Leeds",
        ),
        ("• SoftBank CEO Masayoshi Son said it was over.", "Masayoshi Son", "SoftBank CEO"),
        (
            "U.N. Secretary-General Antonio Guterres said on Twitter that it was over.",
            "Antonio Guterres",
            "U.N. Secretary-General",
        ),
    ],
)
def test_roles(text: str, name: str, role: str) -> None:
    (one,) = read(text)
    assert (one.speaker, one.role) == (name, role)


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            ("Ursula von der Leyen said it was over.", "Von der Leyen added that she was glad."),
            "Ursula von der Leyen",
        ),
        (
            ("Wang Shuguo met the guests.", "He hoped the two schools would meet again."),
            "Wang Shuguo",
        ),
        (("Opposition leader Keir Benn attacked it.", "He said it had failed."), "Keir Benn"),
        (
            ("Ann Poe said so.", "Chess player Tom Orr lost to a child.", "He said it was late."),
            "Tom Orr",
        ),
        (
            (
                "Zara Quill wrote Growing Up Weightless.",
                "“Quill is good.”",
                "She said it was late.",
            ),
            "Zara Quill",
        ),
        (("Officials said it was out.", "They said no one was hurt."), "Officials"),
        (
            ("A close aide to Nakasone said so to all.", "Taxes rise, he said."),
            "A close aide to Nakasone",
        ),
        (("AA Gage, a maker of tools, said it won.", "It said more was due."), "AA Gage"),
        (
            ("Moody's Investors Service Inc said it cut it.", "The agency said more was due."),
            "Moody's Investors Service Inc",
        ),
        (
            ("Moody's Investors Service Inc rates bonds.", "Moody's said it cut it."),
            "Moody's Investors Service Inc",
        ),
        (
            (
                "James Van Der Beek was sad.",
                "“We lost,” Van Der Beek said.",
                "“Yes,” said the actor.",
            ),
            "James Van Der Beek",
        ),
    ],
)
def test_short_mentions_are_whom_the_item_names(paragraphs: tuple[str, ...], speaker: str) -> None:
    assert read(*paragraphs)[-1].speaker == speaker


def test_a_quotation_in_the_paragraph_behind_its_announcement() -> None:
    assert said("Calderon told the crowd:", "“Chile has promised help.”", "It rained.") == [
        ("Calderon", '"Chile has promised help."')
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kowalski, 54, declined to comment on the report.",
        "That’s why I always tell my clients: “An open face is a happy face!”",
        "Those playing through Stadia’s recommended device see more frames.",
        "Neither Smith nor Jones responded to requests for comment.",
        'The “Pose” star wore a “Vote” badge and a 12" hat.',
        "Nobody said it was over.",
        "She told the truth.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []
