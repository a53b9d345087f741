"""Pages that are saved with the news and are none: errors, walls, empty shells, indexes.

Told by what a page says and by its shape. A page is kept where there is doubt: a wrong
item can be passed over in a list, a lost one cannot be found. The figures were chosen on
real pages: 91 of scrapinghub/article-extraction-benchmark, 287 of the tests of Mozilla's
Readability and of newspaper, and for what is unwanted 203 lists of autopager's and 214
pages with forms to enter by of Formasaurus'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import parse_qs, urlsplit

from lxml import html

from desktop_app.importing.html.about import About
from desktop_app.importing.html.title import plain
from desktop_app.importing.html.tree import classes, read_blocks
from desktop_app.importing.page import tidy
from desktop_app.language.tokens import HAN
from desktop_app.messages import Message, message

_PROSE = 100  # weight of a paragraph that is more than a line
_ARTICLE = 600  # weight of prose that no error page has
_SHELL = 100
_LINE = 25, 250  # weights of a link that is a headline
_FEW, _MANY = 5, 20  # such links
_MOST_LISTED = 20_000  # letters of a page of headlines
_PROSE_PER_HEADLINE = 25  # weight below which headlines outweigh the text
_ERROR = re.compile(
    r"\b(?:error|http)?\s*(?:40[034]|410|50[0234])\b"
    r"(?:\s*[-–:|]|\s*$|\s+(?:error|not found|page))|\bnot found\W*$|"
    r"\bpage (?:was |is |could ?n.t be |cannot be |can.t be |not )+(?:found|available)|"
    r"^(?:403 )?forbidden\W*$|^access denied\W*$|internal server error|bad gateway|"
    r"service (?:temporarily )?unavailable|"
    r"page (?:you \w+ )?(?:does ?n.t|does not|no longer) exist|"
    r"页面不存在|頁面不存在|网页不存在|文章不存在|內容不存在|内容不存在|"
    r"(?:页面|网页|文章|頁面|網頁)(?:未|没有|沒有|无法|無法)(?:找到|访问|訪問|显示)|"
    r"找不到(?:了)?(?:该|此|您|你|页面|网页|頁面|網頁|文件)|(?:访问|页面|系统)出错|"
    r"服务器(?:内部)?错误|(?:页面|文章|网页|内容)已(?:被)?(?:删除|失效|下线)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"^30[12378]\b|^(?:object |document )?moved(?: permanently| temporarily)?\W*$|^redirecting\b|"
    r"^(?:页面|正在)跳转",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"^(?:(?:please )?(?:log|sign)[ -]?(?:in|on|up)\b(?: to continue| required)?|register)\W*$|"
    r"^(?:please )?(?:log|sign)[ -]?in to\b|^(?:create (?:an )?)?account\W*$|"
    r"members? (?:log|sign)[ -]?in|^(?:just a moment|one moment)|attention required|robot check|"
    r"are you (?:a robot|human)|verify (?:that )?you are (?:a )?human|checking your browser|"
    r"access to this page has been denied|security (?:check|verification)|"
    r"^before you continue|^(?:we value )?your privacy\b|consent required|"
    r"^(?:cookie|privacy) (?:consent|settings|preferences|choices)|"
    r"^(?:用户|會員|会员|请先?)?(?:登录|登錄|登入|注册)(?:页面?|中心)?\W*$|"
    r"安全验证|人机验证|滑动验证|请输入验证码|访问验证",
    re.IGNORECASE,
)
_WALL_PLACE = re.compile(
    r"/(?:[\w-]*(?:log|sign)[_-]?(?:in|up)|(?:user[_-]?)?register|auth|account|[\w-]*password[\w-]*|"
    r"(?:re)?captcha|consent)(?:\.\w{2,5})?/?(?:$|create/?$)",
    re.IGNORECASE,
)
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|requires?|need|turn on|without|activate|启用|啟用|开启|支持)\W{0,3}(?:\w+\W){0,4}?"
    r"java ?script|java ?script\W{0,3}(?:\w+\W){0,4}?"
    r"(?:enabled?|required|disabled|to run|to work|启用|禁用|关闭)",
    re.IGNORECASE,
)
_ROOTS = re.compile(r"^(?:root|app|__next|__nuxt|react-root|main-app|mount)$")
_INDEX_TITLE = re.compile(
    r"\bpage \d+(?: of \d+)?\b|\barchives?\b(?: for\b|\s*[-–|]|\s*$)|"
    r"^(?:tag|category|topic)s?\s*[:：]|search results|results for\b|搜索结果|搜尋結果|搜索[:：]|"
    r"^(?:标签|標籤|分类|栏目|专题)[:：]|第\s*\d+\s*页",
    re.IGNORECASE,
)
# What a server says of a folder, and what sites say before a search's results.
_LISTING = re.compile(r"index of /|search results\b|搜索结果|搜尋結果", re.IGNORECASE)
_INDEX_PLACE = re.compile(
    r"^/?(?:(?:index|default|home|main)\.\w{2,5})?$|"
    r"/(?:tags?|categor(?:y|ies)|cat|search|author|channels?|columns?)(?:/[^/]+){0,2}/?$|"
    r"/page/?\d+/?$|/list[_-][\d_-]+\.\w+$|/(?:19|20)\d\d(?:/\d\d?){0,2}/?$|"
    r"/(?:list|index[_-]\d+)\.s?html?$|"
    r"/(?:blog|news|articles|stories|latest|headlines|archives?|forums?|events|topics?)/?$",
    re.IGNORECASE,
)
_INDEX_KEYS = frozenset(("s", "q", "query", "search", "keyword", "wd", "cat", "tag", "paged"))


def why_unwanted(
    tree: html.HtmlElement, about: About, paragraphs: Sequence[str], address: str
) -> Message | None:
    """Why a page is no item; None for one that is, or may be.

    `address` is where the page was got, or "".
    """
    prose = sum(w for each in paragraphs if (w := _weight(each)) >= _PROSE)
    names = _names(tree, about)
    if prose < _ARTICLE and any(_ERROR.search(name) for name in names):
        return message("it is an error page")
    if prose < _SHELL and any(_MOVED.search(name) for name in names):
        return message("it only leads on to another page")
    if prose < _ARTICLE and _is_wall(tree, about, names, address or about.url):
        return message("it asks to log in or to agree first, and holds no article")
    if _is_shell(tree, paragraphs):
        return message(
            "it is empty until its scripts run; save it from a browser after it has loaded"
        )
    if prose < _SHELL and tree.find(".//meta[@http-equiv]") is not None and _leads_on(tree):
        return message("it only leads on to another page")
    is_links = not about.is_article and _is_all_links(tree, paragraphs)
    if is_links or _is_index(tree, about, prose, address or about.url):
        return message("it lists other pages and is no article")
    return None


def _weight(text: str) -> int:
    """Letters; a Chinese character counts three."""
    return len(text) + 2 * sum(len(run.group()) for run in HAN.finditer(text))


def _names(tree: html.HtmlElement, about: About) -> list[str]:
    """What a page calls itself: its title, whole and in parts, and its headings."""
    title = tidy(tree.findtext(".//title") or "")
    parts = re.split(r"\s*[|_–—·»]\s*|\s-\s", title)
    headings = [tidy(heading.text_content()) for heading in islice(tree.iter("h1"), 2)]
    return [name for name in (about.title, title, *parts, *headings) if 0 < len(name) <= 120]


def _is_wall(tree: html.HtmlElement, about: About, names: Sequence[str], address: str) -> bool:
    """Whether a page is about entering: by its names, its address, or as it has but a form."""
    if any(_WALL.search(name) for name in names):
        return True
    if about.is_article:
        return False
    inputs = (each.get("type") or "" for each in tree.iterfind(".//form//input"))
    kinds = {kind.lower() for kind in inputs}
    if kinds & {"password", "email", "text"} and _WALL_PLACE.search(_path(address)):
        return True
    return "password" in kinds and not _headlines(tree, _FEW)


def _is_shell(tree: html.HtmlElement, paragraphs: Sequence[str]) -> bool:
    """Whether a page without text says that it needs scripts, or has a place for them to fill."""
    if sum(map(_weight, paragraphs)) >= 3 * _SHELL or tree.find(".//script") is None:
        return False
    body = tree.find("body")
    lines = list(read_blocks(tree if body is None else body))
    needs = any(
        _NEEDS_SCRIPT.search(tidy(each.text_content())) for each in tree.iter("noscript")
    ) or any(_NEEDS_SCRIPT.search(line) for line in lines[:20])
    said = sum(_weight(line) for line in lines if not _NEEDS_SCRIPT.search(line))
    if said >= _SHELL:
        return False
    roots = (e for e in tree.iter("div", "main", "section") if _ROOTS.match(e.get("id") or ""))
    empty = any(not tidy(each.text_content()) for each in roots)
    return needs or empty or (said == 0 and next(tree.iter("img"), None) is None)


def _leads_on(tree: html.HtmlElement) -> bool:
    """Whether a page sends its reader to another at once (``refresh``)."""
    for each in tree.iterfind(".//meta[@http-equiv]"):
        if (each.get("http-equiv") or "").lower() == "refresh":
            match = re.match(r"\s*(\d+)\s*[;,]\s*url\s*=", each.get("content") or "", re.IGNORECASE)
            if match and int(match[1][:6]) <= 10:
                return True
    return False


def _is_index(tree: html.HtmlElement, about: About, prose: int, address: str) -> bool:
    """Whether headlines of other pages outweigh the page's own text."""
    placed = _is_index_place(address)
    named = bool(_INDEX_TITLE.search(tidy(tree.findtext(".//title") or ""))) or about.is_list
    if about.is_article and not placed:
        return False
    if _LISTING.match(tidy(tree.findtext(".//title") or "")):
        return True
    headlines = _headlines(tree, 10 * _MANY)
    if placed or named:
        linked = _linked_headings(tree)
        return linked >= _FEW or (headlines >= _FEW and not about.is_article)
    if headlines >= _MANY and prose < headlines * _PROSE_PER_HEADLINE:
        return True
    return (
        prose < 2 * _ARTICLE
        and _linked_headings(tree) >= 2 * _FEW
        and not _has_own_heading(tree, about)
    )


def _is_all_links(tree: html.HtmlElement, paragraphs: Sequence[str]) -> bool:
    """Whether a page says next to nothing but several links: a list."""
    said = own = "\n".join(paragraphs)
    if not paragraphs or len(said) > _MOST_LISTED:
        return False
    links = {text for link in tree.iter("a") if link.get("href") and (text := _linked(link))}
    found = [text for text in links if text in said]
    for text in sorted(found, key=len, reverse=True):  # one may be the beginning of another
        own = own.replace(text, "")
    rest = _weight(_letters(own))
    return len(found) >= _FEW and rest < _PROSE and rest * 4 <= _weight(_letters(said))


def _linked(link: html.HtmlElement) -> str:
    """The text of a link that may be a headline, else ""."""
    text = tidy(link.text_content())
    return text if _LINE[0] // 2 <= _weight(text) <= _LINE[1] else ""


def _letters(text: str) -> str:
    """A text without what is no letter: the days and the dots between the entries of a list."""
    return "".join(filter(str.isalpha, text))


def _has_own_heading(tree: html.HtmlElement, about: About) -> bool:
    """Whether a page has a headline that is no link, as articles have."""
    return any(
        heading.find(".//a[@href]") is None and (_weight(text) >= _LINE[0] or text == about.title)
        for heading in tree.iter("h1", "h2")
        if (text := tidy(heading.text_content()))
    )


def _is_index_place(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if not parts.netloc:
        return False
    keys = set(parse_qs(parts.query, max_num_fields=50)) if len(parts.query) < 2000 else set()
    searched = bool(keys & _INDEX_KEYS) and not re.search(r"\d{5}", parts.path)
    return searched or (not keys and _INDEX_PLACE.search(parts.path) is not None)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _headlines(tree: html.HtmlElement, limit: int) -> int:
    """How many different links read as headlines, counted up to `limit`."""
    seen: set[str] = set()
    for link in tree.iter("a"):
        reference = link.get("href") or ""
        if reference and not reference.startswith(("#", "javascript:", "mailto:")):
            text = tidy(link.text_content())
            if _LINE[0] <= _weight(text) <= _LINE[1]:
                seen.add(plain(text))
                if len(seen) >= limit:
                    break
    return len(seen)


def _linked_headings(tree: html.HtmlElement) -> int:
    """How many headings are links, as those of the stories a page lists."""
    return sum(1 for heading in _headings(tree) if heading.find(".//a[@href]") is not None)


def _headings(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for heading in tree.iter("h1", "h2", "h3", "h4"):
        if not re.search(r"related|sidebar|widget|footer", classes(heading)):
            yield heading
