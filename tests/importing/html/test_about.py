"""What a page says of itself is read from its markup first, then from what it shows."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from desktop_app.importing.html.about import About, read_about
from desktop_app.importing.html.alternates import read_alternates
from desktop_app.importing.html.kind import page_kind
from desktop_app.importing.html.tree import parse_html

LD = '<script type="application/ld+json">{0}</script>'


def about(head: str = "", body: str = "", address: str = "", captured: str = "") -> About:
    text = f"<html><head>{head}</head><body>{body}<p>Some words of the text.</p></body></html>"
    tree: html.HtmlElement = parse_html(text, "page")
    return read_about(tree, address, captured)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (LD.format('{"@type": "NewsArticle", "datePublished": "2021-08-31T23:30:00+08:00"}'), ""),
        (LD.format('{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",'
                   '"datePublished": "2021-08-31"}]}'), ""),
        (LD.format('[{"@type": ["NewsArticle"], "datePublished": "2021-08-31", }]'), ""),
        (LD.format('<!-- {"@type": "Report", "datePublished": "2021-08-31"} -->'), ""),
        ('<meta property="article:published_time" content="2021-08-31T00:10:00-05:00">'
         '<meta property="article:modified_time" content="2021-09-04T00:10:00-05:00">', ""),
        ('<meta name="PubDate" content="2021-08-31 10:20">', ""),
        ('<meta name="publishdate" content="20210831">', ""),
        ('<meta name="date" content="1630404000">', ""),
        ("", '<div itemscope itemtype="https://schema.org/NewsArticle">'
             '<time itemprop="datePublished" datetime="2021-08-31">yesterday</time></div>'),
        ("", "<p>2021年8月31日 10:20</p>"),
        ("", "<p>发布时间：２０２１年８月３１日　来源：新华社</p>"),
        ("", "<p>二〇二一年八月三十一日</p>"),
        ("", "<p>民國110年8月31日</p>"),
        ("", '<p>Yesterday</p><time datetime="2021-08-31T09:00">Tuesday</time>'),
        ('<meta property="article:modified_time" content="2021-08-31T00:10:00-05:00">', ""),
    ],
)  # fmt: skip
def test_the_day_of_publication(head: str, body: str) -> None:
    assert about(head, body).day == date(2021, 8, 31)


def test_publication_comes_before_change_and_markup_before_guesses() -> None:
    article = LD.format(
        '{"@type": "NewsArticle", "dateModified": "2021-09-05", "datePublished": "2021-08-31"}'
    )
    found = about(article, "<p>Posted: September 9, 2021</p>", "https://x.example/2021/09/01/a")
    assert found.day == date(2021, 8, 31)


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<meta name="datePublished" content="2021-09-01T04:30:00Z">'
         '<meta name="sailthru.date" content="2021-08-31 21:30:00">', ""),
        ('<meta name="datePublished" content="2021-09-01T04:30:00Z">',
         "https://x.example/2021/08/31/a-story/"),
        ('<meta name="datePublished" content="2021-08-31T17:30:00Z">',
         "https://x.example/2021/08/a-story/"),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_publishers_zone(head: str, address: str) -> None:
    assert about(head, "", address).day == date(2021, 8, 31)


def test_the_day_of_capture_is_none_of_publication_but_bounds_it() -> None:
    assert about("", "", captured="2021-08-31T10:00:00Z").day is None
    late = '<meta name="date" content="2022-01-01">'
    assert about(late, captured="2021-08-31T10:00:00Z").day is None
    assert about(late, captured="2022-05-01T10:00:00Z").day == date(2022, 1, 1)


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00Z", "", "soon", "2021-13-41", "99999999999"])
def test_nonsense_is_no_day(value: str) -> None:
    assert about(f'<meta name="datePublished" content="{value}">').day is None


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        (LD.format('{"@type": "Article", "author": [{"name": "Ann Lee"}, {"name": "Bo Li"}]}'),
         "", "Ann Lee, Bo Li"),
        (LD.format('{"@type": "Article", "author": "By Ann Lee"}'), "", "Ann Lee"),
        ('<meta name="author" content="Ann Lee">', "<p>By Bo Li</p>", "Ann Lee"),
        ("", "<p>By Ann Lee and Bo Li</p>", "Ann Lee and Bo Li"),
        ("", '<h1>A</h1><span class="byline">By Ann Lee | Published Aug 31, 2021</span>',
         "Ann Lee"),
        ("", "<p>（记者 张三 通讯员 李四光）</p>", "张三、李四光"),
        ("", "<p>作者：王 乐</p><p>责任编辑：赵六</p>", "王乐"),
        ("", "<p>责任编辑：赵六</p>", "赵六"),
        ("", "<p>文/图：张三 李四</p>", "张三、李四"),
        ("", "<p>本报记者 欧阳中石</p>", "欧阳中石"),
        ('<meta name="author" content="admin">', "", ""),
    ],
)  # fmt: skip
def test_names_come_without_the_words_around_them(head: str, body: str, names: str) -> None:
    assert about(head, body).byline == names


@pytest.mark.parametrize(
    ("head", "body", "source"),
    [
        ('<meta property="og:site_name" content="Campus News">', "", "Campus News"),
        (LD.format('{"@type": "NewsArticle", "publisher": {"name": "Campus News"}}'), "",
         "Campus News"),
        ('<meta name="ContentSource" content="新华社">', "", "新华社"),
        ("", "<p>2021-08-31 10:20　来源：人民日报　字号：大中小</p>", "人民日报"),
        ('<link rel="canonical" href="https://www.news.example.org/a">', "", "news.example.org"),
    ],
)  # fmt: skip
def test_the_source(head: str, body: str, source: str) -> None:
    assert about(head, body).source == source


def test_the_headline_is_what_a_reader_sees() -> None:
    head = (
        "<title>Talks go on | Campus News</title>"
        '<meta property="og:site_name" content="Campus News">'
    )
    seen = about(head, "<h1>Campus News</h1><h1>Talks go on for a second day</h1>")
    assert seen.title == "Talks go on for a second day"
    assert about(head, "<h1>Campus News</h1>").title == "Talks go on"


def test_alternates_are_kept() -> None:
    link = '<link rel="alternate" hreflang="zh-CN" href="https://x.example/zh">'
    tree = parse_html(f"<html><head>{link}</head><body></body></html>", "a.html")
    assert [(each.language, each.address) for each in read_alternates(tree, "")] == [
        ("zh-CN", "https://x.example/zh")
    ]


def test_keywords_and_section_are_kept() -> None:
    found = about(
        '<meta name="keywords" content="大学，合作, 大学">'
        '<meta property="article:section" content="要闻">'
    )
    assert found.details == (("section", "要闻"), ("keyword", "大学"), ("keyword", "合作"))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("在庆祝大会上的讲话", "speech"),
        ("习近平在开幕式上的致辞（全文）", "speech"),
        ("Remarks by the President at the University", "speech"),
        ("Full text: Premier's speech at the opening ceremony", "speech"),
        ("Transcript: the mayor's address", "speech"),
        ("王树国发表讲话谈大学合作", "news"),
        ("President speaks of peace in address", "news"),
        ("Company changes its address", "news"),
        ("2023年1月1日新闻联播文字版", "bulletin"),
        ("Prices rise in three towns", "news"),
    ],
)
def test_kinds(title: str, kind: str) -> None:
    assert page_kind(title) == kind


@pytest.mark.parametrize(
    "script",
    ["[" * 100_000, '{"@graph":' * 5000, '{"@type": "Article", "author": [[[]]]}', "null", "{",
     '{"@type": {"a": 1}, "headline": 5}', '{"@type": "Article", "author": {"name": ["a"]}}'],
)  # fmt: skip
def test_odd_scripts_harm_nobody(script: str) -> None:
    assert about("<title>A title here</title>" + LD.format(script)).title == "A title here"
