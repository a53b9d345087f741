"""What the cells of a table say: days, kinds, languages, paragraphs."""

from __future__ import annotations

import html
import re
from datetime import date, datetime, timedelta, timezone

from desktop_app.importing.dates import date_in_name, find_date
from desktop_app.importing.page import tidy_all
from desktop_app.importing.tables.columns import squeezed

_EXCEL_DAY_0 = date(1899, 12, 30)  # ECMA-376 part 1, 18.17.4.1, from March 1900 on
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_UNIX = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})\b", re.ASCII)
_TAG = re.compile(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
_BREAK = re.compile(
    r"<(?:br|/p|/div|/li|/h[1-6]|/tr|p|div|li|h[1-6])\b[^<>]{0,2000}>", re.IGNORECASE
)
_MARKUP = re.compile(r"</(?:p|div|span|a|b|strong|em|h[1-6]|li)>|<br\s*/?>|<p\b", re.IGNORECASE)
_CODE = re.compile(r"([A-Za-z]{2})(?:[-_]\w{2,8})?", re.ASCII)
_KINDS = {
    "speech": "speech speeches address remarks transcript 讲话 演讲 讲稿 致辞 发言",
    "bulletin": "bulletin brief briefs broadcast 快讯 简讯 联播 通报 简报 播报",
    "document": "document report paper notice letter 文件 公告 通知 文献 报告 公文",
    "news": "news story article feature 新闻 消息 报道 通讯 特写 评论",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_LANGUAGES = {
    "zh": "zh zho chi cn chinese mandarin zhcn zhtw zhhans zhhant zhhk 中文 汉语 华语 国语 简体 "
    "繁体 简体中文 繁体中文 中 普通话",
    "en": "en eng english enus engb 英文 英语 英",
}
_LANGUAGE_OF = {word: code for code, words in _LANGUAGES.items() for word in words.split()}


def day_in_cell(cell: str, day_first: bool = False) -> date | None:
    """The day a cell names: written out, as 20210831, Excel's serial or Unix' seconds.

    08/09/2021 is in August unless `day_first`, which the other cells of a column tell.
    """
    text = cell.strip()
    if not text or len(text) > 100:
        return None
    serial, seconds = _SERIAL.fullmatch(text), _UNIX.fullmatch(text)
    if serial is not None:
        return _serial_day(int(serial[1]))
    if seconds is not None:
        return datetime.fromtimestamp(int(seconds[1]), timezone.utc).date()
    return find_date(text) or date_in_name(text[:30]) or _slashed(text, day_first)


def _serial_day(number: int) -> date | None:
    """The day of Excel's number, of 1927 to 2064: five digits are other things too."""
    return _EXCEL_DAY_0 + timedelta(days=number) if 10_000 <= number < 60_000 else None


def is_day_first(cell: str) -> bool:
    """Whether a cell's numbers can only be day, month and year."""
    match = _SLASHED.match(cell.strip())
    return match is not None and int(match[2]) <= 12 < int(match[1]) <= 31


def _slashed(text: str, day_first: bool) -> date | None:
    """8/9/21 and 08/09/2021, as Excel exports days."""
    match = _SLASHED.match(text)
    if not match:
        return None
    month, day = (match[2], match[1]) if day_first else (match[1], match[2])
    year = int(match[3]) + (0 if len(match[3]) == 4 else 2000)
    try:
        return date(year if year <= date.today().year + 1 else year - 100, int(month), int(day))
    except ValueError:
        return None


def kind_in_cell(cell: str) -> str:
    """One of the kinds of items; "" where the cell names none."""
    return _KIND_OF.get(squeezed(cell), "")


def language_in_cell(cell: str) -> str:
    """The code of a language; "" where the cell names none."""
    code = _LANGUAGE_OF.get(squeezed(cell), "")
    other = _CODE.fullmatch(cell.strip())
    return code or (other[1].lower() if other else "")


def paragraphs_in_cell(cell: str) -> tuple[str, ...]:
    """The paragraphs of a text: its lines, or those its HTML means."""
    if _MARKUP.search(cell):
        cell = html.unescape(_TAG.sub("", _BREAK.sub("\n", cell)))
    return tidy_all(cell.splitlines())
