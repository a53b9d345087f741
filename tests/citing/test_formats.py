"""BibTeX, RIS, CSL-JSON, text and HTML, with what strangers write into titles."""

from __future__ import annotations

import json
import re
from datetime import date

from desktop_app.citing.bibtex import escaped
from desktop_app.citing.formats import cited
from desktop_app.citing.styles import STYLES, CiteFormat
from desktop_app.items import Item, Origin

TITLE = "A {brace} & 100% of\r\n$5_#1 \\ <b>tags</b>\x00\u202eevil\u202c \u200fend}}"
CLEAN = "A {brace} & 100% of $5_#1 \\ <b>tags</b>evil end}}"
HOSTILE = Item(
    *("hostile", TITLE, date(2021, 8, 31), "en", "Daily\nNews"),
    byline="John {Smith},\nER  - \nTY  - BOOK",
    url="https://news.example/{a}\\b c\n?q=“x”&y=1%20",
)
CHINESE = Item(
    *("chinese", "王树国：加强《国际》合作", date(2021, 9, 1), "zh", "陕西日报"),
    byline="记者 李四光",
)
NAMELESS = Item("nameless", "", None, "en", "", paragraphs=("Only these words are known",))
NOTHING = Item("nothing", "", None, "", "")
SAVED = Origin("pages/x.html", captured="2021-09-02")
ALL = [(item, SAVED) for item in (HOSTILE, CHINESE, NAMELESS, NOTHING)]


def test_bibtex_has_balanced_braces_whatever_the_title() -> None:
    text = cited(ALL, "apa", CiteFormat.BIBTEX)
    entries = text.split("\n\n")
    assert len(entries) == len(ALL)
    for entry in entries:
        assert entry.count("{") == entry.count("}")
        assert re.fullmatch(r"@(article|misc)\{[a-z0-9]+,\n(  \w+ = .+,\n)+\}\n?", entry)
    assert r"A \textbraceleft{}brace\textbraceright{} \& 100\% of \$5\_\#1 " in entries[0]
    assert "url = {https://news.example/%7Ba%7D%5Cb%20c?q=%E2%80%9Cx%E2%80%9D&y=1%20}" in entries[0]


def test_bibtex_of_a_chinese_newspaper() -> None:
    assert cited([(CHINESE, None)], "apa", CiteFormat.BIBTEX) == (
        "@article{lisiguang2021wangshuguo,\n"
        "  author = {{李四光}},\n"
        "  title = {{王树国：加强《国际》合作}},\n"
        "  journal = {陕西日报},\n"
        "  year = {2021},\n"
        "  month = sep,\n"
        "  day = {1},\n"
        "  language = {zh-CN},\n"
        "}\n"
    )


def test_bibtex_keys_differ() -> None:
    text = cited([(CHINESE, None)] * 800, "apa", CiteFormat.BIBTEX)
    keys = re.findall(r"@article\{(\w+),", text)
    assert len(set(keys)) == 800
    assert keys[:3] == ["lisiguang2021wangshuguo" + end for end in ("", "a", "b")]


def test_bibtex_escapes_every_sign_of_tex() -> None:
    assert escaped("~^\\") == r"\textasciitilde{}\textasciicircum{}\textbackslash{}"


def test_ris_is_one_line_a_fact_and_ends_lines_as_it_should() -> None:
    text = cited(ALL, "apa", CiteFormat.RIS)
    assert "\n" not in text.replace("\r\n", "")
    lines = [line for line in text.split("\r\n") if line]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert sum(line.startswith("TY") for line in lines) == len(ALL)
    assert sum(line == "ER  - " for line in lines) == len(ALL)
    assert f"TI  - {CLEAN}" in lines


def test_ris_of_a_chinese_newspaper() -> None:
    assert cited([(CHINESE, None)], "apa", CiteFormat.RIS) == "\r\n".join(
        [
            *("TY  - NEWS", "AU  - 李四光", "TI  - 王树国：加强《国际》合作", "T2  - 陕西日报"),
            *("PY  - 2021", "DA  - 2021/09/01/", "LA  - zh-CN", "ER  - ", ""),
        ]
    )


def test_csl_json_says_what_is_known() -> None:
    hostile, chinese, nameless, nothing = json.loads(cited(ALL, "apa", CiteFormat.CSL_JSON))
    assert hostile["title"] == CLEAN and hostile["accessed"] == {"date-parts": [[2021, 9, 2]]}
    assert chinese == {
        "id": "chinese",
        "type": "article-newspaper",
        "title": "王树国：加强《国际》合作",
        "author": [{"literal": "李四光"}],
        "container-title": "陕西日报",
        "issued": {"date-parts": [[2021, 9, 1]]},
        "language": "zh-CN",
    }
    assert nameless["title"] == "[Only these words are known]"
    assert nothing["title"] == "[x.html]"


def test_no_style_lets_a_title_through_as_markup() -> None:
    for style in STYLES:
        text = cited(ALL, style, CiteFormat.HTML)
        assert set(re.findall(r"<[^>]*>", text)) <= {"<p>", "</p>", "<i>", "</i>"}
        assert "&lt;b&gt;" in text.lower()
        lines = cited(ALL, style, CiteFormat.TEXT).split("\n")
        assert len(lines) == len(ALL) + 1 and all(lines[:-1])
        assert "<b>tags</b>evil" in lines[0].lower()
        assert not set(lines[0]) & set("\x00\u202e\u202c\u200f\ufdd0\ufdd1")


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    item = Item("a", "T", None, "en", "S", url="javascript:alert(1)")
    [made] = json.loads(
        cited([(item, Origin("f", address="file:///x"))], "apa", CiteFormat.CSL_JSON)
    )
    assert "URL" not in made
