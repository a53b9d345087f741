"""Whom a clause is about: what is left of it without times, places and manners."""

from __future__ import annotations

import re

_DAY = (
    r"(?:(?:(?:\d{2,4}年)?(?:\d{1,2}月)?\d{1,2}[日号]|(?:\d{4}年)?\d{1,2}月|\d{4}年|当年|同年|当晚|同一天|今天|昨天|昨日|今日|当天|当日|同日|周[一二三四五六日天]|"
    r"星期[一二三四五六日天]|近日|日前|此前|随后|最近|近期|早些时候|[去今]年(?:年?[底初末]的?)?|上月|上个月|这个月|这周|本月|本周|上周)"
    r"(?:（[^）]*）)?(?:上午|下午|中午|晚间|晚上|晚些时候|晚|凌晨|傍晚|早上|早|以来)?)"
)
_LEAD = re.compile(
    rf"(?:[，、\s—]|（\ue000+）|但是?|然而|不过|而且|而|并且|并|同时|此外|另外|对此|其中|因此|所以|目前|同一天|当地时间|"
    rf"北京时间|{_DAY}|还有|也有|有|更有|据此|为此|于是|当时|之后|在(?:此|采访)?(?:之前|之后|期间)|当然|而是|"
    r"引用(?=.{1,12}的话)|用(?=.{1,12}的话)|包括(?![^，]*在内)|在[^，在]{1,24}?[时中后](?=[^，]{2}))*"
)
# How somebody does something, in words that stand in no name.
_MANNER = (
    r"充分|首先|始终|依然|仍然|长期|鲜明|高度|热烈|强烈|严肃|严正|坚决|关切|深情|动情|激动|欣慰|牢牢|密集|深入|精辟|生动|系统|创造性|"
    r"[大高轻低小]声|语气(?:坚定|沉重|平静|激动)|郑重其事|信心满满|斩钉截铁|语重心长|不无忧虑|一针见血|开门见山"
)
_TAIL = (
    rf"{_DAY}|{_MANNER}|还|也|又|再次|再|曾经?|则|均|就|便|却|才|仍|[上下中]午|晚间|晚上|凌晨|傍晚|清晨|"
    rf"(?<![继连手延陆持存])续|应询|受访|(?<![成首京古])都|一致|一[进见听看说到想][^，]{{0,6}}|纷纷|普遍|已经?|多次|常常?|经常|(?<![老副])总|反复|明确|郑重|坚定|强烈|特别|一直|热情|亲切|首次|多次|一再|屡次|一度|赛[后前]|会[后前]|事后|课后|席间|其间|生前|晚年|早年|当年|当场|现场|亲自|专门|欣然|单方面|作出|深刻|严正|热切|高度|精辟|"
    r"进一步|着重|反复|同时|联名|联合|共同|当场|公开|正式|随后|继续|正在|并|的话|就此|对此|为此|首先|最后|后来|曾一度|"
    r"[^，的\s]{2}(?<![基各当产营外场])地|[笑哭喊指看含流忍说](?:着[^，的]{0,2})|[^，的\s][^，的\s笑哭喊指看含流忍说]着|发文|撰文|致辞|致信|来信|请[^，]{1,12}转达|给[^，]{1,24}(?:回信|复信|致信|写信)|(?<=[委员])代表[^，]{2,16}|(?<=[告章件书稿词信案])中|发言|讲话|发推|介绍|解释|补充|接着|"
    r"(?:通过|在(?!野)|于|接受|出席|主持(?!人)|会见|访问|(?<![反绝面])对|向|跟|就|针对|围绕|面对|谈及|谈到|谈起|说起|与|同|援引|引用|当|作为|"
    r"赴|冒|到|回应|应询|受访|答复?|回答|参加|参观|考察|调研|视察|走访|看望|慰问|讨论|审议|检查|指导|召开|举行|作)[^，]{0,50}"
    r"(?:时|中|上|后|里|前|期间|之际|会议|讲话|致辞|演讲|采访|提问|会谈|媒体|节目|网站|平台|电视台|网络|为例|社|下|内|间)|"
    r"(?:(?<![反绝面])对|向|跟)[^，]{1,24}|针对[^，]{1,40}|(?:援引|引用|引述|出席|主持(?!人)|接受|会见|参加)[^，]{1,40}|就[^，]{2,20}|在(?:京|沪|会上|会见|这里)|[在于]|从[^，]{1,20}(?:方面|角度|层面|高度)|(?<=[日号天午晚])在(?!野)[^，]{1,24}|"
    r"(?:发布|发表|发出|作出|发|发来)[^，的]{0,12}(?:声明|讲话|演讲|文章|致辞|消息|视频|公告|信|报告|言论|博文|推文|"
    r"数据|公报|评论|通报|宣言|批示|指示|部署|回应|表态)|（[^）]*）|(?:致信|致函|致电)[^，]{1,40}"
)
_TAILS = re.compile(rf"(?:{_TAIL})$")
_MOST_TAILS = 7
_LONGEST = 60
_NOBODY = re.compile(
    r"(?:我们?|咱们?|你们?|您|人们|大家都|很多人会|大?多数人会?|有人|谁|自己|这些?|那些?|什么|如果|因为|虽然|为了|可以|"
    r"我.*|.{0,4}我们?|如何|怎样|是否|应该|必须|不能?|没有|更|最|数据|结果)"
)
_NO_START = re.compile(
    r"按|根据|依据|关于|对(?![方此])|针对|聚焦|坚决|深刻|扎实|听取|推动|督促|倡导|要|把|落实|牢牢|深入|全面贯彻|贯彻|祝贺|为|这是|到|使|让|"
    r"主动|结合|围绕|学习|对照|符合|遵循|坚持|提出|需要|自\d|他将|将|就|严格|新建|适应|切实|不断|加快|积极|所以|即使|"
    r"无论|不管|只要|只有|也就|虽|在(?![场京华座])|从|向(?=[全各着])|尽管|同你|感谢|既"
)
_WHO_IS = re.compile(r"在[^，]{1,24}的[^，]{1,16}")  # 在北京工作的法国人
_NOUN_AFTER = re.compile(
    r"响应|听取|召开的$|符合|满足|达到"
)  # their 号召, 介绍 and the like are nouns
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z《\ue001]")
_NO_END = re.compile(
    r".*(?:[的了着过被与和或及不没可能应想将于把让从很更]|(?<![大公特信])使|(?<![纲概摘提])要|(?<![议工协学委商理董大年央都社联员监部安教公])会)"
)
# A clause that only says when and about what: 在记者会期间, 上任以来, 面对洪水.
_CIRCUMSTANCE = re.compile(
    r"(?:在|自|随着|面对|围绕|针对|根据|按照|关于|通过|经过|由于|为了?|当|每当|每逢).*"
    r"|[^，]{1,12}(?:以来|期间|之际|之后|之前|时|后)"
)
_CLAUSE = re.compile(r"[^，；：。！？\ue001-\ue003]+")
_ACTS = re.compile(
    rf"(?P<who>[^，。；：]{{1,40}}?)(?={_DAY}|{_MANNER}|明确|首次|就|(?<![面反针])对|在|与|同|向|给|于|发表|发布|作出|通过|出席|主持|举行|会见|感谢|介绍|高度|"
    r"接受|欢迎|支持|批评|谴责|指责|抗议|感到|联名|联合|深入|围绕|坚持|听取|肯定|祝贺|回顾|重申|否认|承认|确认|证实|透露|点名|起诉|倡导|主张|提出|阐[释述明]|签署|印发|下发|出台|发布|公布|决定|已|将|还|也|"
    r"来(?!自)|赴|前往|走进|走访|看望|察看|了解|亲临|抵达|曾|是|为|从|把|提起|致信|多次|立即|应邀|专程|随即|随后|先后|分别|考察|调研|开展|针对|认为|二〇|集会|强烈|愿|召开|引用|回应|表示|强调|说|被)"
)


def lead_end(mask: str, start: int, end: int) -> int:
    """Where a clause goes on after what only leads to it: a day, a conjunction."""
    lead = _LEAD.match(mask, start, end)
    return lead.end() if lead else start


def subject(mask: str, start: int, end: int) -> tuple[int, int] | None:
    """The speaker's phrase between a clause's `start` and its verb; empty where left out.

    None where what stands there is nobody who speaks to others.
    """
    start = max(start, end - _LONGEST * 2)
    start = lead_end(mask, start, end)
    for _ in range(_MOST_TAILS):
        piece = mask[start:end]
        tail = _TAILS.search(piece)
        if not tail or not piece:
            break
        end = start + tail.start()
    while end > start and mask[end - 1] in "，、 \u3000":
        end -= 1
    return (start, end) if start == end or _speaks(mask[start:end]) else None


def sentence_subject(mask: str, start: int, end: int) -> tuple[int, int] | None:
    """Whom the sentence from `start` is about, for a verb at `end` with no subject of its own."""
    for clause in _CLAUSE.finditer(mask, start, end):
        if _CIRCUMSTANCE.fullmatch(clause.group()):
            continue
        found = _ACTS.match(mask, lead_end(mask, *clause.span()), clause.end() + 1)
        if found and _is_somebody(found["who"]):
            return found.span("who")
    return None


def _is_somebody(who: str) -> bool:
    return _speaks(who) and (len(who) > 1 or who in "他她它其")


def _speaks(who: str) -> bool:
    """Whether somebody who can speak to others may be called `who`."""
    if (
        len(who) > _LONGEST
        or _NOUN_AFTER.search(who)
        or (_NO_START.match(who) and not _WHO_IS.match(who))
        or not _WORD.search(who)
    ):
        return False
    return not _NOBODY.fullmatch(who) and not _NO_END.fullmatch(who)
