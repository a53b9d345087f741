"""Whether what a speaker is called names somebody, or only says what they are.

"A company spokesman", "analysts", 多位专家 and 他 keep what they said, but are no persons: under
such a name many speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.language.tokens import HAN
from desktop_app.speeches.chinese.names import is_chinese_name
from desktop_app.speeches.chinese.script import plain
from desktop_app.speeches.english.titles import ORGANISATION, is_role
from desktop_app.speeches.english.words import words

_NOBODY = words(
    "he she it they we i you who one others some several many most both all another a an his her "
    "its their our other two three four five six seven eight nine ten multiple various senior"
)
_UNNAMED = words(
    "police authorities people critics supporters experts researchers scientists sources report "
    "reports statement study survey government company analysts officials dealers traders "
    "economists bankers diplomats residents witnesses investigators doctors lawyers opponents "
    "media industry"
)
_HEAD = re.compile(r" (?:of|for|at|in|on|to|from|with|by|who|familiar|close|based|led|including) ")
_SHORT_FORMS = words("co inc corp ltd plc llc ag sa nv")
_PRONOUN = re.compile(r"[他她它其]们?|后者|本人|双方|大家|人们")
_SOME = re.compile(
    r"(?:[一多几两数][位名个些家]|有关?|部分|许多|不少|该|这|那|某|各|与会|参会|受访|在场|当地|其他|另一|"
    r"近?\d|[一二三四五六七八九十]+成)"
)
_WHAT = re.compile(
    r"(?:者|们|专家|人士|官员|民众|群众|居民|网友|村民|市民|代表|嘉宾|负责人|发言人|知情人|人员|媒体|家属|学生|教师|"
    r"老师|医生|警方|大会|全会|会议|峰会|论坛|声明|文章|报告|报道|评论|公告|公报|通知|决定|讲话|消息|数据|企业|单位|部门|成员|委员|议员|"
    r"宣言|方案|规划|意见|纲要|白皮书|倡议|共识|构想|谈话|战报|民调|调查)$"
)


@lru_cache(maxsize=100_000)
def is_named(name: str) -> bool:
    """Whether `name` is that of a person, an organisation or a work."""
    kept = name.strip()
    if HAN.search(kept):
        return _is_named_in_chinese(plain(kept))
    return _is_named_in_letters(kept)


def _is_named_in_chinese(name: str) -> bool:
    if _PRONOUN.fullmatch(name) or _SOME.match(name):
        return False
    return is_chinese_name(name) or not _WHAT.search(name)


def _is_named_in_letters(name: str) -> bool:
    """Names end in a capital: "Treasury spokesman" and "U.S. officials" do not."""
    parts = _HEAD.split(name, maxsplit=1)[0].split()
    if not parts or not _is_name_like(parts):
        return False
    last = parts[-1]
    alone = last.lower()
    if last.isupper() and len(last) > 1:
        return True
    if alone.endswith("s") and is_role(last):
        return False
    return len(name.split()) > 1 or alone not in _UNNAMED | ORGANISATION


def _is_name_like(parts: Sequence[str]) -> bool:
    """Whether words can be a name: "one user" and "central bank" cannot, WHO can."""
    first, last = parts[0], parts[-1]
    if last.islower() and last.strip(".,") not in _SHORT_FORMS:
        return False
    acronym = first.isupper() and len(first) > 1
    title = len(parts) > 1 and all(part[0].isupper() for part in parts) and len(first) > 2
    return acronym or title or first.lower() not in _NOBODY
