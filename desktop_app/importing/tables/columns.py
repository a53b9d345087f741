"""Which column of a table is what: a table's header, its mapping, and the guess by names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.language.folding import fold

# The fields a column can be, in the order in which a name that fits several is read:
# "photo caption" is a caption, "publish_date" a date, "text language" a language.
FIELDS = (
    "language",
    "caption",
    "credit",
    "photo",
    "url",
    "date",
    "title",
    "byline",
    "source",
    "section",
    "keyword",
    "subject",
    "place",
    "copyright",
    "kind",
    "summary",
    "id",
    "text",
)
# Names of columns in English (whole words, of names in several words too) and in Chinese
# (simplified, folded; also as the end or the beginning of a name).
_ENGLISH: Mapping[str, str] = {
    "language": "language lang locale",
    "caption": "caption cutline alt legend",
    "credit": "credit photographer",
    "photo": "photo photos image images picture pictures img thumbnail media_file",
    "url": "url link href permalink uri address website webpage",
    "date": "date day published pubdate datetime time timestamp created posted issued",
    "title": "title headline heading subject_line head",
    "byline": "author authors byline writer reporter correspondent journalist by creator",
    "source": "source publisher publication outlet newspaper media site agency feed domain",
    "section": "section category categories column desk channel rubric",
    "keyword": "keyword keywords tag tags",
    "subject": "subject subjects topic topics",
    "place": "place location dateline city country",
    "copyright": "copyright rights",
    "kind": "kind type genre",
    "summary": "summary abstract description lead lede teaser standfirst subtitle deck excerpt "
    "snippet",
    "text": "text body content contents article story fulltext paragraphs paragraph maintext",
    "id": "id identifier guid uuid number",
}
_CHINESE: Mapping[str, str] = {
    "language": "语言 语种",
    "caption": "图注 图片说明 图说 说明文字 照片说明",
    "credit": "摄影 图片来源 供图",
    "photo": "照片 图片 图像 配图 插图 附图",
    "url": "链接 网址 地址 原文链接 连结 网页",
    "date": "日期 时间 发布时间 发表时间 发布日期 见报日期 出版日期",
    "title": "标题 题目 题名 篇名 新闻标题 主标题",
    "byline": "作者 记者 撰稿 撰文 责任者 编辑 责任编辑",
    "source": "来源 媒体 出处 报纸 刊名 网站 发布机构 新闻来源 媒体名称",
    "section": "栏目 版面 频道 分类 类别 版次 版名",
    "keyword": "关键词 关键字 标签",
    "subject": "主题 话题",
    "place": "地点 城市",
    "copyright": "版权",
    "kind": "类型 体裁 文体",
    "summary": "摘要 导语 简介 概要 内容提要 副标题",
    "text": "正文 内文 内容 全文 文本 文章 新闻内容 文章内容",
    "id": "编号 序号 文号 标识",
}
_COUNTS = ("数", "量", "率", "长度", "大小")
# Fields of which an item has any number, so that several columns can be one.
_SEVERAL = frozenset(("text", "keyword", "subject", "place", "byline", "photo", "caption"))
_WORD = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    return {name: field for field in reversed(FIELDS) for name in names[field].split()}


_ENGLISH_NAMES, _CHINESE_NAMES = _by_name(_ENGLISH), _by_name(_CHINESE)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The field of each column, "" for one that is left out.

    `header` is how many rows stand before the first item, its names the last of them
    where there are any; `sure` says that nobody need be asked.
    """

    fields: tuple[str, ...]
    header: int = 0
    named: bool = False
    sure: bool = False

    def columns(self, field: str) -> list[int]:
        """The columns that are `field`, from 0."""
        return [column for column, each in enumerate(self.fields) if each == field]

    @property
    def is_readable(self) -> bool:
        """Whether items can be made: something must be their text or their title."""
        return "text" in self.fields or "title" in self.fields


def signature(names: Sequence[str], file: str = "") -> str:
    """By what a corrected mapping is found again: the header's names, whoever wrote them.

    A table without a header is known by the name of its `file` and the number of columns.
    """
    folded = "\t".join(squeezed(name) for name in names).rstrip("\t")
    return folded or f"{file}\t{len(names)}"


def squeezed(name: str) -> str:
    """A column's name folded, without blanks and marks, for comparison."""
    return "".join(c for c in fold(name) if c.isalnum())


def field_named(name: str) -> str:
    """The field a column called `name` is; "" where its name says nothing."""
    if len(name) > 60:
        return ""
    whole = squeezed(name)
    known = _CHINESE_NAMES.get(whole) or _ENGLISH_NAMES.get(whole)
    return known or _by_part(whole) or _by_words(name)


def _by_part(whole: str) -> str:
    """The longest Chinese name that `whole` ends with, else that it begins with.

    What is counted (正文字数) is told by its end and is no field.
    """
    if len(whole) > 12 or whole.endswith(_COUNTS):
        return ""
    ends = [known for known in _CHINESE_NAMES if whole.endswith(known)]
    fits = ends or [known for known in _CHINESE_NAMES if whole.startswith(known)]
    return _CHINESE_NAMES[max(fits, key=len)] if fits else ""


def _by_words(name: str) -> str:
    """The first of `FIELDS` that one of the words of an English name is."""
    words = _WORD.findall(_CAMEL.sub(" ", name).lower())
    found = {_ENGLISH_NAMES[word] for word in words if word in _ENGLISH_NAMES}
    return next((field for field in FIELDS if field in found), "") if len(words) <= 4 else ""


def fields_named(names: Iterable[str]) -> list[str]:
    """The field of each column by its name, each field once but those an item has many of.

    Of two columns for one field that whose name says so alone has it: "title" before
    "title (original)".
    """
    names = list(names)
    fields = [field_named(name) for name in names]
    for field in set(fields) - _SEVERAL - {""}:
        places = [place for place, each in enumerate(fields) if each == field]
        best = min(places, key=lambda place: (len(squeezed(names[place])), place))
        for place in places:
            fields[place] = field if place == best else ""
    return fields
