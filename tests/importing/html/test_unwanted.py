"""Pages that are no items are told from those that are, and the reason is given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.importing.html.page import HtmlPage, read_page
from desktop_app.importing.raw import RawItem, Skipped

STORY = "<p>" + "The council met on Monday and spoke of the new bridge for an hour. " * 12 + "</p>"
LINKS = "".join(
    f'<li><a href="/story/{n}.html">Headline of another story, number {n}</a></li>'
    for n in range(30)
)
STORIES = "".join(
    f'<div><h2><a href="/s/{n}">The council meets for the {n}th time this year</a></h2>'
    f"<p>The council met on Monday and spoke of the bridge, part {n}.</p></div>"
    for n in range(12)
)


def why(body: str, title: str = "", address: str = "", head: str = "") -> str:
    """Why a page is skipped; "" where it is kept."""
    text = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    (found,) = read_page(HtmlPage(text.encode(), "page", address))
    return str(found.reason) if isinstance(found, Skipped) else ""


@pytest.mark.parametrize(
    "title",
    ["404 Not Found", "Page not found | Campus News", "Error 404 - Campus News", "403 Forbidden",
     "502 Bad Gateway", "页面不存在", "抱歉，您访问的页面不存在 - 校园新闻网", "找不到您要的网页"],
)  # fmt: skip
def test_error_pages(title: str) -> None:
    assert "error page" in why("<p>Sorry. Go back to the front page.</p>", title)
    assert "error page" in why(f"<h1>{title}</h1><p>Sorry.</p>")


@pytest.mark.parametrize("title", ["404 Not Found: the story of an error", "Page not found"])
def test_an_article_about_errors_is_kept(title: str) -> None:
    assert not why(f"<h1>{title}</h1>{STORY}", title)


@pytest.mark.parametrize(
    ("title", "body", "address"),
    [
        ("Log in", "<p>Welcome back.</p>", ""),
        ("用户登录", "<p>请输入</p>", ""),
        ("Just a moment...", "<p>Checking your browser.</p>", ""),
        ("安全验证", "<p>请拖动滑块。</p>", ""),
        ("Before you continue", "<p>We use cookies.</p>", ""),
        ("Campus", '<form><input type="text"></form>', "https://x.example/user/login"),
        ("Campus", '<p>Enter</p><form><input type="password"></form>', ""),
    ],
)
def test_walls(title: str, body: str, address: str) -> None:
    assert "log in" in why(body, title, address)


def test_an_article_with_a_form_to_log_in_is_kept() -> None:
    form = '<form action="/login"><h2>Log in</h2><input type="password"></form>'
    assert not why(f"<h1>The bridge is open again</h1>{form}{STORY}", "The bridge is open again")


@pytest.mark.parametrize(
    "body",
    [
        '<div id="root"></div><script src="app.js"></script>',
        "<noscript>You need to enable JavaScript to run this app.</noscript><script></script>",
        "<noscript>请启用 JavaScript 后访问</noscript><script>app()</script>",
    ],
)
def test_empty_shells(body: str) -> None:
    assert "scripts" in why(body, "Campus News")


def test_pages_that_lead_on() -> None:
    refresh = '<meta http-equiv="Refresh" content="0; URL=/there">'
    assert "leads on" in why("<p>Wait.</p>", "Campus", head=refresh)
    assert "leads on" in why("<h1>Moved Permanently</h1>", "301 Moved Permanently")


@pytest.mark.parametrize(
    ("body", "title", "address"),
    [
        (f"<ul>{LINKS}</ul>", "Campus News", ""),
        (STORIES, "Campus News", "https://x.example/"),
        (STORIES, "Campus News", "https://x.example/index.html"),
        (STORIES, "Bridges", "https://x.example/tag/bridges/"),
        (STORIES, "Campus News", "https://x.example/?s=bridge"),
        (STORIES, "Campus News", "https://x.example/2021/08/"),
        (STORIES, "Archives for May 2021", ""),
        (STORIES, "Search results for bridge", ""),
        (STORIES, "校园新闻 - 第 3 页", ""),
    ],
)
def test_lists_of_other_pages(body: str, title: str, address: str) -> None:
    assert "lists other pages" in why(body, title, address)


def test_an_article_among_many_links_is_kept() -> None:
    page = f"<h1>The council met on Monday about the bridge</h1>{STORY}<ul>{LINKS}</ul>"
    assert not why(page, "The council met on Monday about the bridge")
    assert not why(page, "The council met", "https://x.example/2021/08/31/bridge/index.html")


def test_short_pages_are_kept() -> None:
    text = "This domain is for use in illustrative examples in documents."
    page = (
        f'<div><h1>Example Domain</h1><p>{text}</p><p><a href="/d">More information…</a></p></div>'
    )
    assert not why(page, "Example Domain", "https://example.com/")
    assert not why("<p>新校区今日启用。</p>", "新校区启用")
    assert not why("<p>Words.</p><script>count()</script>", "Short notice")


def test_every_real_article_is_kept(shared_data: Path) -> None:
    folder = shared_data / "pages-en"
    addresses = json.loads((folder / "expected.json").read_text("utf-8"))
    pages = [(folder / f"{name}.html", each["url"]) for name, each in addresses.items()]
    pages += [(path, "") for path in (shared_data / "pages-zh-en").glob("*.html")]
    assert len(pages) == 94
    for path, address in pages:
        (found,) = read_page(HtmlPage(path, path.name, address))
        assert isinstance(found, RawItem), (path.name, found)


NOTICES = "".join(
    f'<li><span>2021-08-{n + 10}</span><a href="info/{n}.htm">我校召开第{n}次教学工作会议</a></li>'
    for n in range(8)
)
SHORT = "<li><a href='{0}.html'>{0} storm closes port</a> <i>Aug. {0}</i></li>"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (f"<ul>{NOTICES}</ul><p>共120条 1/8 首页 下页 尾页</p>", "校园新闻"),
        ("<h1>Local news</h1>" + "".join(map(SHORT.format, range(10, 16))), "Local news"),
        ("<pre><a href='a.html'>a.html</a> 01-Sep-2021 1234</pre>", "Index of /news"),
        ("<p>Showing 1-2 of 230</p><p><a href='a'>A</a> near the harbour</p>", "Search results"),
    ],
)
def test_lists_are_told_by_what_they_say_where_no_address_does(body: str, title: str) -> None:
    assert "lists other pages" in why(body, title)


def test_a_short_story_before_links_to_others_is_kept() -> None:
    story = "8月31日，校长王某在行政楼会见来访的某大学代表团一行，双方就合作办学进行了交流。"
    assert not why(f"<h1>校长会见来宾</h1><p>{story}</p><ul>{NOTICES}</ul>", "校长会见来宾")
