from __future__ import annotations

from tests.speeches.english.reading import read


def speakers(*paragraphs: str) -> list[str]:
    return [each.speaker for each in read(*paragraphs)]


def test_surname_is_the_full_name() -> None:
    assert speakers("Ann Lee won.", "Lee said it was over.") == ["Ann Lee"]
    assert speakers("XJTU President Wang Shuguo won.", "Wang said it was over.") == ["Wang Shuguo"]
    assert speakers("Because Ann Lee won, it ended.", "Ms. Lee said so to all.") == ["Ann Lee"]
    assert speakers("Lee said it was over.", "Ann Lee won.") == ["Ann Lee"]


def test_of_two_with_one_surname_the_nearest_before() -> None:
    assert speakers("Ann Lee won.", "Bob Lee lost.", "Lee said it was over.") == ["Bob Lee"]


def test_pronoun_is_the_last_named_person() -> None:
    assert speakers("Ann Lee said it was over.", "She said she was glad.") == ["Ann Lee"] * 2
    assert speakers("Bob Roe, mayor of Rome, left.", "He hoped to return.") == ["Bob Roe"]
    assert speakers("Ann Lee said Bob Roe knew it.", "She said he was glad.") == ["Ann Lee"] * 2
    assert speakers("It rained.", "He said it was over.") == ["he"]


def test_organisations() -> None:
    company = "Norton Co said it sold a unit.", "The company said the unit was small."
    assert speakers(*company) == ["Norton Co", "Norton Co"]
    assert (
        speakers("Norton Co said it sold.", "Norton said so to all.", "It said more was due.")
        == ["Norton Co"] * 3
    )
    assert speakers("The Bank of Japan cut rates.", "The bank said it was time.") == [
        "Bank of Japan"
    ]
    fund = "The International Monetary Fund (IMF) met.", "The IMF said it was over."
    assert speakers(*fund) == ["International Monetary Fund"]


def test_role_stays_with_the_person() -> None:
    first, later = read("Premier Li Keqiang said it was over.", "Li said he was glad.")
    assert (first.role, later.role) == ("Premier", "Premier")
    assert later.speaker == "Li Keqiang"


def test_he_and_she_by_given_names() -> None:
    two = (
        "Mary Poe and others won.",
        "Mary Poe said it was over.",
        "John Roe left.",
        "She was glad, she said.",
    )
    assert speakers(*two) == ["Mary Poe"] * 2


def test_unnamed_speakers_by_pronoun() -> None:
    assert (
        speakers("A Treasury spokesman said it was over.", "He said he was glad.")
        == ["A Treasury spokesman"] * 2
    )
    assert (
        speakers("Trade sources said it was over.", "They said they were glad.")
        == ["Trade sources"] * 2
    )


def test_two_names_are_told_apart_across_a_full_stop() -> None:
    assert speakers("They met Andrew. Maitlis left.", "Maitlis said it was over.") == ["Maitlis"]


def test_he_and_she_by_how_the_item_speaks_of_somebody() -> None:
    article = (
        "When Meghan left, she took a cab.",
        "Meghan said she was glad.",
        "Harry wept when he heard.",
        "Harry said he was tired.",
        "It was late, she added.",
    )
    assert speakers(*article) == ["Meghan", "Harry", "Meghan"]


def test_a_title_of_a_work_is_not_she() -> None:
    article = ("Zara Quill wrote Growing Up Weightless.", "Quill sang.", "She said it was late.")
    assert speakers(*article) == ["Zara Quill"]
    assert speakers("Taking Archie outside is fun, he said.") == ["he"]
