"""The fields a query may name, in both languages, and what their values mean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop_app.items import KINDS
from desktop_app.language.folding import fold
from desktop_app.messages import Message, message
from desktop_app.search.dates import date_range
from desktop_app.search.engine import MIXED
from desktop_app.search.nodes import TEXT_FIELDS, Keyword, Node

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
    known = {"lang": _LANGUAGES, "kind": _KINDS, "has": _HAS}[field]
    folded = fold(value)
    meant = next((key for key, names in known.items() if folded in names.split()), None)
    if meant is None and field == "lang" and folded.isalpha():
        meant = folded  # any other language's code
    return None if meant is None else Keyword(field, meant)


def why_not(field: str, value: str) -> Message:
    """Why `filter_node` makes nothing of `value`, and what may be written."""
    if field == "date":
        return message(
            "“{value}” is not a date; write 2021, 2021-08, 2021-08-31, 2021-08..2021-10 "
            "or last week",
            value=value,
        )
    if field == "has":
        return message("“has:{value}” is not known; write has:photo", value=value)
    if field == "lang":
        return message(
            "“{value}” is not a language; write lang:zh, lang:en or lang:mixed", value=value
        )
    return message(
        "“{value}” is not a kind of item; write {kinds}", value=value, kinds=", ".join(KINDS)
    )
