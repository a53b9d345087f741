"""What the four styles ask of names, dates, titles and punctuation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.citing.citation import citation, in_text
from desktop_app.citing.title_case import title_case
from desktop_app.items import Item, Origin

PAGE = Item("p", "Ports reopen", date(2021, 8, 31), "en", "CNN", url="https://cnn.example/p")
SAVED = Origin("p.html", captured="2021-09-02T00:00:00")
FOUR = "Ann Lee, Bob Ray, Cy Orr, Di Poe"


def cite(style: str, item: Item = PAGE, **changes: object) -> str:
    return citation(replace(item, **changes), style, SAVED).text  # type: ignore[arg-type]


def test_more_than_three_authors_are_cut_in_the_words_of_the_item() -> None:
    chinese = replace(PAGE, title="港口重开", language="zh", source="中国网")
    assert cite("gbt7714", byline=FOUR) == (
        "LEE A, RAY B, ORR C, et al. Ports reopen[EB/OL]. (2021-08-31)[2021-09-02]. "
        "https://cnn.example/p."
    )
    assert cite("gbt7714", chinese, byline="张三、李四、王五、赵六") == (
        "张三, 李四, 王五, 等. 港口重开[EB/OL]. (2021-08-31)[2021-09-02]. https://cnn.example/p."
    )
    assert cite("mla", byline=FOUR).startswith("Lee, Ann, et al. “Ports Reopen.” ")
    assert cite("chicago", byline=FOUR).startswith("Ann Lee et al., “Ports Reopen,” ")
    assert cite("apa", byline=FOUR).startswith("Lee, A., Ray, B., Orr, C., & Poe, D. (2021, ")


def test_two_authors() -> None:
    assert cite("apa", byline="Ann Lee and Bob Ray").startswith("Lee, A., & Ray, B. (2021, ")
    assert cite("mla", byline="Ann Lee and Bob Ray").startswith("Lee, Ann, and Bob Ray. “")
    assert cite("mla", byline="李四、王五").startswith("李四 and 王五. “")
    assert in_text(replace(PAGE, byline="Ann Lee and Bob Ray"), "apa").text == "(Lee & Ray, 2021)"


def test_a_chinese_name_in_latin_letters() -> None:
    assert cite("gbt7714", byline="Wang Shuguo").startswith("WANG S G. Ports reopen[EB/OL].")
    assert cite("apa", byline="Wang Shuguo").startswith("Wang, S. (2021, August 31).")
    assert cite("chicago", byline="Wang Shuguo").startswith("Wang Shuguo, “Ports Reopen,”")
    assert cite("mla", byline="Wang Shuguo").startswith("Wang Shuguo. “Ports Reopen.”")


def test_an_organisation_is_not_turned_round_nor_in_capitals() -> None:
    agency = "Associated Press"
    assert cite("gbt7714", byline=agency).startswith("Associated Press. Ports reopen[EB/OL].")
    assert cite("apa", byline=agency).startswith("Associated Press. (2021, August 31).")
    assert cite("chicago", byline=agency).startswith("Associated Press, “Ports Reopen,” CNN, ")


def test_a_site_that_is_its_own_author_is_named_once() -> None:
    assert cite("apa", byline="CNN") == (
        "CNN. (2021, August 31). Ports reopen. https://cnn.example/p"
    )
    assert cite("chicago", byline="CNN") == (
        "“Ports Reopen,” CNN, August 31, 2021, https://cnn.example/p."
    )
    assert cite("mla", byline="CNN") == (
        "“Ports Reopen.” CNN, 31 Aug. 2021, https://cnn.example/p."
    )


def test_without_an_author_the_title_comes_first() -> None:
    assert cite("apa") == "Ports reopen. (2021, August 31). CNN. https://cnn.example/p"
    assert cite("mla") == "“Ports Reopen.” CNN, 31 Aug. 2021, https://cnn.example/p."
    assert cite("chicago") == "“Ports Reopen,” CNN, August 31, 2021, https://cnn.example/p."
    assert cite("gbt7714") == (
        "Ports reopen[EB/OL]. (2021-08-31)[2021-09-02]. https://cnn.example/p."
    )


def test_without_a_date_the_day_of_access_counts() -> None:
    assert cite("apa", date=None, byline="Ann Lee") == (
        "Lee, A. (n.d.). Ports reopen. CNN. Retrieved September 2, 2021, from https://cnn.example/p"
    )
    assert cite("mla", date=None) == (
        "“Ports Reopen.” CNN, https://cnn.example/p. Accessed 2 Sept. 2021."
    )
    assert cite("chicago", date=None) == (
        "“Ports Reopen,” CNN, accessed September 2, 2021, https://cnn.example/p."
    )
    assert cite("gbt7714", date=None) == "Ports reopen[EB/OL]. [2021-09-02]. https://cnn.example/p."


def test_marks_at_the_end_of_a_title() -> None:
    asked = "Will they say “yes”?"
    assert cite("chicago", title=asked).startswith("“Will They Say ‘Yes’?,” CNN, ")
    assert cite("mla", title=asked).startswith("“Will They Say ‘Yes’?” CNN, ")
    assert cite("apa", title=asked).startswith("Will they say “yes”? (2021, ")
    said = 'He said "yes"'
    assert cite("chicago", title=said).startswith("“He Said ‘Yes,’” CNN, ")
    assert cite("mla", title=said).startswith("“He Said ‘Yes.’” CNN, ")
    assert cite("apa", title=said, byline="Ann Lee").endswith(
        "He said “yes.” CNN. https://cnn.example/p"
    )
    assert cite("gbt7714", title=said).startswith('He said "yes"[EB/OL]. ')


def test_chinese_titles_keep_their_marks_in_every_style() -> None:
    title = "读《红楼梦》：“满纸荒唐言”"
    for style in ("apa", "gbt7714"):
        assert title in cite(style, title=title, language="zh").replace(".”", "”.")
    assert "读《红楼梦》：‘满纸荒唐言" in cite("mla", title=title, language="zh")


def test_only_newspapers_are_newspapers() -> None:
    assert "[N/OL]. 人民日报, 2021" in cite("gbt7714", source="人民日报")
    assert "[N/OL]. Los Angeles Times, 2021" in cite("gbt7714", source="Los Angeles Times")
    assert "[EB/OL]. (2021" in cite("gbt7714", source="新华网")
    assert "[N]. Reuters, 2021-08-31." in cite("gbt7714", source="Reuters", url="")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("the rise of the euro", "The Rise of the Euro"),
        ("What Is It For", "What Is It For"),
        ("An Age Of Iron and a well-to-do city", "An Age of Iron and a Well-to-Do City"),
        ("8-year-old wins: a prize at 7 p.m.", "8-Year-Old Wins: A Prize at 7 p.m."),
        ("iPhone v1.2 on example.com", "iPhone v1.2 on example.com"),
        ("OPEC MAY HAVE TO MEET", "OPEC MAY HAVE TO MEET"),
    ],
)
def test_titles_in_capitals(title: str, expected: str) -> None:
    assert title_case(title) == expected
