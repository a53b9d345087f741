"""Citations as the standard's and the manuals' own examples have them.

GB/T 7714-2015, annex A and 8.1; APA 7, 10.1 and 10.16; the quick guides to Chicago 18 and MLA 9.
"""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.citing.citation import citation, in_text
from desktop_app.items import Item, Origin

SANDSTORM = Item(
    *("sandstorm", "大风沙过后的思考", date(2000, 1, 12), "zh", "北京青年报"),
    byline="傅刚，赵承，李佳路",
    url="http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm",
)
REVOLUTION = Item(
    *("revolution", "数字革命与竞争国际化", date(2000, 11, 20), "zh", "中国青年报"),
    byline="丁文祥",
)
PUBLISHING = Item(
    *("publishing", "出版业信息化迈入快车道", date(2001, 12, 19), "zh", "中国出版网"),
    byline="萧钰",
    url="http://www.creader.com/news/20011219/200112190019.html",
)
MEMORY = Item(
    *("memory", "Can we get better at forgetting?", date(2019, 3, 22), "en", "The New York Times"),
    byline="By Benedict Carey",
    url="https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
)
AGE = Item(
    *("age", "The secret to a long, happy, healthy life? Think age-positive", date(2019, 1, 3)),
    *("en", "CNN"),
    byline="Nina Avramova, CNN",
    url="https://www.cnn.com/2019/01/03/health/respect-toward-elderly-leads-to-long-life-intl",
)
FLAX = Item(
    *("flax", "Are Flax Seeds All That?", date(2023, 12, 13), "en", "The New York Times"),
    byline="Dani Blum",
    url="https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html",
)


def saved(day: str) -> Origin:
    return Origin("pages.wacz", captured=f"{day}T08:00:00Z")


@pytest.mark.parametrize(
    ("item", "day", "expected"),
    [
        (
            *(SANDSTORM, "2005-09-28"),
            "傅刚, 赵承, 李佳路. 大风沙过后的思考[N/OL]. 北京青年报, 2000-01-12[2005-09-28]. "
            "http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm.",
        ),
        (REVOLUTION, "2005-09-28", "丁文祥. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20."),
        (
            *(PUBLISHING, "2002-04-15"),
            "萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. "
            "http://www.creader.com/news/20011219/200112190019.html.",
        ),
    ],
)
def test_chinese_items_are_cited_as_the_national_standard_does(
    item: Item, day: str, expected: str
) -> None:
    assert citation(item, "gbt7714", saved(day)).text == expected


def test_a_newspaper_in_apa_style() -> None:
    expected = (
        "Carey, B. (2019, March 22). Can we get better at forgetting? {}The New York Times{}. "
        "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html"
    )
    made = citation(MEMORY, "apa", saved("2020-01-01"))
    assert made.text == expected.format("", "")
    assert made.html == expected.format("<i>", "</i>")
    assert in_text(MEMORY, "apa", None, 4).text == "(Carey, 2019, para. 4)"


def test_a_page_of_a_news_site_in_apa_style() -> None:
    assert citation(AGE, "apa").html == (
        "Avramova, N. (2019, January 3). <i>The secret to a long, happy, healthy life? Think "
        "age-positive</i>. CNN. "
        "https://www.cnn.com/2019/01/03/health/respect-toward-elderly-leads-to-long-life-intl"
    )


def test_a_newspaper_in_chicago_style_is_a_full_note() -> None:
    expected = (
        "Dani Blum, “Are Flax Seeds All That?,” {}The New York Times{}, December 13, 2023, "
        "https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html."
    )
    assert citation(FLAX, "chicago", saved("2024-01-01")).text == expected.format("", "")
    assert citation(FLAX, "chicago").html == expected.format("<i>", "</i>")


def test_a_newspaper_in_mla_style() -> None:
    assert citation(FLAX, "mla").html == (
        "Blum, Dani. “Are Flax Seeds All That?” <i>The New York Times</i>, 13 Dec. 2023, "
        "https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html."
    )
    assert in_text(FLAX, "mla", None, 4).text == "(Blum)"
