"""The fields a query may name, in both languages, and what their values mean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop_app.items import KINDS
from desktop_app.language.folding import fold
from desktop_app.messages import Message, message
from desktop_app.search.dates import date_range
from desktop_app.search.engine import MIXED
from desktop_app.search.nodes import TEXT_FIELDS, Keyword, Mark, Node, Not

# Folded: traditional names, capitals and full width come out as these.
_NAMES = {
    "title": "title 标题",
    "body": "body 正文",
    "caption": "caption 图注 图说",
    "speaker": "speaker 讲话人 发言人",
    "said": "said 讲话",
    "source": "source 来源",
    "lang": "lang language 语言",
    "kind": "kind 类型 类别",
    "date": "date 日期",
    "has": "has 有",
    "in": "in 收藏 收藏于 收录于",
    "tag": "tag 标签",
    "note": "note 批注 注记 笔记",
    "is": "is 是 状态",
}
FIELDS: Mapping[str, str] = {
    name: field for field, names in _NAMES.items() for name in names.split()
}
LONGEST_NAME = max(map(len, FIELDS))
_LANGUAGES = {
    "zh": "zh chinese 中文 汉语 华文",
    "en": "en english 英文 英语",
    MIXED: "mul mixed bilingual 混合 双语 中英双语 多语",
}
_KINDS = {
    "news": "news 新闻",
    "speech": "speech speeches 讲话 演讲",
    "bulletin": "bulletin bulletins 简报",
    "document": "document documents 文献 文件",
}
_HAS = {"photo": "photo photos picture pictures image images 照片 图片 相片 图"}
# What a reader marked, and what tells the same in the other language: answered from `outside`.
_MARKED = {
    "note": "note notes 批注 注记 笔记",
    "highlight": "highlight highlights 高亮 划线",
    "tag": "tag tags 标签",
    "bookmark": "bookmark bookmarks 收藏 书签",
    "pair": "pair pairs counterpart 对 对照 对应篇",
}
_STATES = {
    "unread": "unread 未读",
    "read": "read 已读",
    "bookmark": "bookmarked bookmark favourite favorite 收藏 已收藏",
}


def field_named(name: str) -> str:
    """The field that `name` stands for in either language, or ""."""
    return FIELDS.get(fold(name), "")


def is_words(field: str) -> bool:
    """Whether the field holds words; the others are filtered by."""
    return field in TEXT_FIELDS


def filter_node(field: str, value: str, today: date) -> Node | None:
    """What ``field:value`` asks for; None where `value` has no meaning there."""
    value = value.strip()
    if field == "date":
        return date_range(value, today)
    if field == "source":
        return Keyword(field, value.rstrip("*"))
    if field in ("in", "tag", "note"):
        return Mark(field, value) if any(map(str.isalnum, value)) else None
    if field == "is":
        state = _meant(_STATES, value)
        return Not(Mark(field, "read")) if state == "unread" else _mark(field, state)
    if field == "has" and (marked := _meant(_MARKED, value)):
        return Mark(field, marked)
    known = {"lang": _LANGUAGES, "kind": _KINDS, "has": _HAS}[field]
    folded, meant = fold(value), _meant(known, value)
    if meant is None and field == "lang" and folded.isalpha():
        meant = folded  # any other language's code
    return None if meant is None else Keyword(field, meant)


def _meant(known: Mapping[str, str], value: str) -> str | None:
    """The key of `known` one of whose names `value` is."""
    folded = fold(value)
    return next((key for key, names in known.items() if folded in names.split()), None)


def _mark(field: str, value: str | None) -> Mark | None:
    return None if value is None else Mark(field, value)


def why_not(field: str, value: str) -> Message:
    """Why `filter_node` makes nothing of `value`, and what may be written."""
    if field == "date":
        return message(
            "“{value}” is not a date; write 2021, 2021-08, 2021-08-31, 2021-08..2021-10 "
            "or last week",
            value=value,
        )
    if field == "has":
        return message(
            "“has:{value}” is not known; write has:photo, has:note, has:highlight, has:tag, "
            "has:bookmark or has:pair",
            value=value,
        )
    if field == "is":
        return message("“is:{value}” is not known; write is:unread or is:read", value=value)
    if field in ("in", "tag", "note"):
        return message("“{field}:” needs a word right behind it", field=field)
    if field == "lang":
        return message(
            "“{value}” is not a language; write lang:zh, lang:en or lang:mixed", value=value
        )
    return message(
        "“{value}” is not a kind of item; write {kinds}", value=value, kinds=", ".join(KINDS)
    )
