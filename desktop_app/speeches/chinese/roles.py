"""Roles: what stands before a name (国家主席习近平) or behind it (习近平总书记)."""

from __future__ import annotations

import re

from desktop_app.speeches.chinese.names import (
    LATIN,
    SURNAME,
    is_chinese_name,
    is_name,
    may_follow_role,
)

_OFFICES = (
    "总书记|书记|常委|副主席|主席|委员长|总统|总理|首相|国王|女王|王储|国务卿|外长|防长|财长|部长|司长|局长|厅长|"
    "处长|科长|省长|市长|州长|县长|区长|镇长|乡长|村长|校长|院长|所长|馆长|社长|团长|会长|队长|组长|站长|"
    "行长|秘书长|理事长|董事长|总裁|总经理|经理|主管|主任|总干事|干事|专员|发言人|新闻秘书|秘书|大使|公使|"
    "参赞|总领事|领事|代表|委员|议员|议长|检察长|法官|检察官|律师|司令|参谋长|将军|上将|中将|少将|上校|"
    "教授|研究员|学者|专家|院士|博士|博士后|教师|老师|医生|护士|工程师|设计师|总师|编剧|导演|演员|扮演者|"
    "作家|记者|编辑|评论员|主持人|分析师|经济学家|科学家|负责人|创始人|领导人|官员|领袖|会员|队员|教练|运动员|"
    "球员|冠军|村民|居民|农民|大户|工人|职工|民警|警察|战士|志愿者|学生|同学|店主|老板|船长|机长|"
    "顾问|助理|特使|高级代表|协调员|首席执行官|执行官|首席|成员|先生|女士|之一|同志|妻子|丈夫|父亲|母亲|"
    "儿子|女儿|调查者|主理人|班长|连长|政委|讲解员|工作人员|技术员|科技特派员|传承人|用户|调查员|大臣|教皇|教宗|主教|亲王|王子|公主|总监|主编|行政长官|特首|支书|"
    "幕僚长|候选人|新闻官|董事|立委|主帅"
)
OFFICE = re.compile(rf"(?:{_OFFICES})(?!团|大会|处|们)")
TITLES = (
    "总书记|主席|常委|总统|总理|首相|委员长|部长|外长|书记|省长|市长|校长|院长|所长|主任|代表|委员|议员|大使|"
    "秘书长|教授|院士|博士|老师|医生|先生|女士|小姐|同志|法官|律师|将军|司令|局长|厅长|处长|国王|经理|总裁|董事长"
)
_TITLED = re.compile(rf"(?P<name>.+?)(?P<title>{TITLES})")
_TITLE = re.compile(TITLES)
_PERSONAL = frozenset(["先生", "女士", "小姐", "之一", "同志"])
# A surname alone with the title behind it is what somebody is called: 家属李先生, 卢大使.
_POLITE = re.compile(rf"(?:.*[属客人生户民家员者师友])?(?P<name>(?:{SURNAME.pattern})(?:{TITLES}))")
# A name in letters behind what is no listed office: 安全策略师 Tim Erlin.
_LETTERS = re.compile(rf"(?P<role>.*[\u4e00-\u9fff])(?:[\u4e00-\u9fff]{{0,4}}) ?(?P<name>{LATIN})")
_SUFFIX = frozenset("者员长家人师官生手士工理席记使授任委属客民户迷")
_LONGEST_SOUNDS = 6
_LONGEST_OWNER = 13  # code points: 国际可再生能源署的总干事
_LAST_OF = re.compile(r".*的")


def split_role(words: str) -> tuple[int, int, bool]:
    """Where in a speaker's phrase (simplified) the name stands, and whether it is a person's.

    The role is what stands before the name, or behind it.
    """
    titled = _TITLED.fullmatch(words)
    if titled and (polite := _POLITE.fullmatch(words)):
        return polite.start("name"), len(words), True
    if titled and _is_titled(titled["name"], titled["title"]):
        return 0, len(titled["name"]), True
    for office in sorted({found.end() for found in OFFICE.finditer(words)}, reverse=True):
        end = office + (words[office : office + 1] == " ")
        if end < len(words) and may_follow_role(words[end:]):
            both = _TITLED.fullmatch(words, end)  # 常驻代表李松大使
            named = both and is_chinese_name(both["name"])
            return end, both.end("name") if both and named else len(words), True
    for size in (3, 2, 4):
        rest = words[-size:]
        if len(words) > size and is_chinese_name(rest) and words[-size - 1] in _SUFFIX:
            return len(words) - size, len(words), True
    letters = _LETTERS.fullmatch(words)
    if letters and letters["role"][-1] in _SUFFIX and " " in letters["name"]:
        return letters.start("name"), len(words), True
    of = _LAST_OF.match(words)
    if of and (is_name(words[of.end() :]) or titled):
        start, end, person = split_role(words[of.end() :])
        return of.end() + start, of.end() + end, person
    return 0, len(words), is_name(words)


def _is_titled(name: str, title: str) -> bool:
    """Whether a name stands before a title; 法国总统 and 中国代表 have a country there."""
    if is_name(name) or SURNAME.fullmatch(name):
        return True
    return title in _PERSONAL and len(name) <= _LONGEST_SOUNDS and may_follow_role(name)


def is_title(words: str) -> bool:
    """Whether `words` are a title that stands behind names."""
    return bool(_TITLE.fullmatch(words))


def is_held(role: str) -> bool:
    """Whether a phrase ends with an office: 时任浙江省委书记."""
    return any(found.end() == len(role) for found in OFFICE.finditer(role))


def role_of(words: str, start: int, end: int) -> str:
    """The role beside the name from `start` to `end`; without what is no role."""
    before = words[:start].rstrip()
    behind = "" if words[end:] in _PERSONAL else words[end:]
    if before.endswith("的") and is_held(before[:-1]):
        before = before[:-1]  # 时任省委书记的习近平
    role = ("" if before.endswith("的") and behind else before) + behind
    of = role.rfind("的")
    if of > _LONGEST_OWNER:  # a clause about the person, not whose office it is
        role = role[of + 1 :]
    return "" if role in _PERSONAL or role.endswith("的") else role
