"""Verbs of speech in Chinese news, and what tells them from the same characters elsewhere."""

from __future__ import annotations

import re

# With a clause behind them, whether or not a comma or a colon stands between.
_PLAIN = (
    r"(?:进一步|特别|着重|反复|再三)?(?:强调指出|强调|指出)|提出(?=要|应|必须|不要|希望)|表示|认为|表明立场|写道|坦言|直言|"
    r"(?:介绍|解释|补充|透露|回忆|回应|反驳|警告|警告称|评价|分析|报道|报导|通报|宣|声|辩|坚|谎|据|诉|"
    r"发文|撰文|发声明|批评|感慨|感叹|抱怨|猜测|预测|总结|提醒|质疑|回答|评论|承认|否认|重申|告诫|报告|汇报|回信|打趣|调侃|辩解|指责|怒斥|证实|披露|"
    r"宣布|表态|赞叹|惊叹|推测|估计|追问|反问)(?:说|称|道)"
)
# Only with a comma, a colon or a quotation right behind.
_MARKED = (
    r"介绍|解释|补充|反映|透露|证实|披露|回忆|回应|警告|提出|重申|报道|报导|提到|谈到|确认|承认|否认|质疑|"
    r"反驳|建议|提醒|通报|感慨|感叹|惊叹|惊呼|直呼|呼喊|高呼|喊出|喊|叮嘱|嘱咐|寄语|交代|供述|供称|坦承|留言|感言|"
    r"追问|反问|质问|询问|自问|发问|(?<![之疑学访慰提追反质询自发])问|(?<=[人子诗书语])[云曰]|(?<![演宣主])讲|(?<![应解报])答|回答|批示|指示|(?<![谱书描编撰])写|宣称|声称|嘲笑他?|"
    r"讽刺|(?<![意所是手食中戒拇大小专特系泛])指(?=，)|(?:同意|打趣|调侃|追问|叫|骂|赞|叹|笑|念|安慰|劝|吼|嘱咐|叮嘱|自问|附和)道|确信|坚信|主张|评价|分析|预测|承诺|保证|发文|发声|强调"
)
# With an object or a verb phrase: whom they ask, what they announce.
_ASKING = r"呼吁|(?<!有)希望|要求|敦促|号召|勉励|宣布|宣告|告诫|警告|保证|承诺"
_SAY = (
    r"(?<![小传来解演劝游评诉再虽且听据])(?<![^同大小中]学)(?<![^的]话)(?<!或者)(?<!可以)(?<!的确)(?<!比如)(?<!就是)"
    r"(?<!确切的)(?<!一般)说(?![法明服到起不是话出唱客谎动白])"
)
_CALL = (
    r"(?<![名号被堪简统职尊对自俗通合美别昵代并著匀宣声据相可可誉全])"
    r"称(?![为作赞号职呼重之得谓霸道王帝臣兄])|(?<=，并)称(?![为作])"
)
_TELL = (
    r"告(?:诉|知)(?P<told>(?:[^，：。！？；“”《（\ue000-\ue003]|《\ue000+》|（\ue000+）){0,20}?)"
    r"(?:说|称)?(?=[，：])"
)
# Whom they ask or encourage, with what they say to them behind: 叮嘱青年“……”.
_ADDRESS = (
    r"(?:叮嘱|嘱咐|嘱托|寄语|勉励|鼓励|激励|劝说?|安慰|告诫|提醒|询问|追问|反问|质问|(?<![之疑学访慰提])问|回答|答复)"
    r"[^，。：！？；、“”的\ue000-\ue003]{1,8}(?=[：，]\ue001)"
    r"|(?:叮嘱|嘱咐|寄语|勉励|鼓励|告诫)[^，。：！？；、“”的\ue000-\ue003]{1,4}(?=\ue001)"
)
_TELL_PRESS = r"告诉(?:记者|警方|媒体|本报|[^，。：]{1,6}社)(?:说|称)?"

# What any of these begins with: looked at first, it takes a third of the time.
_FIRST = (
    "主云交介估供保再写分劝勉反发叫叮号叹同否吼告呼喊嘱嘲回坚坦声安宣寄希建强念怒总惊感打批承报披抱指据推提撰敦曰汇激特猜"
    "留直着确称笑答自补表要解警认讲讽证评诉询说调谈质赞辩进追透通重问附预骂高鼓"
)
FIRST = f"(?=[{_FIRST}])"
VERB = re.compile(
    rf"{FIRST}(?:(?P<tell>{_TELL}|{_TELL_PRESS}|{_ADDRESS})"
    rf"|(?P<plain>{_PLAIN}|{_SAY}|{_CALL})(?:道|着|过)?"
    rf"|(?P<marked>{_MARKED})(?:到|道|了)?(?=[：\ue001。！]|，|了?为什么)"
    rf"|(?P<asking>{_ASKING}))"
)
"""A verb: `tell` has its object with it, `marked` a mark behind, `asking` whom or what.

A `marked` one with a full stop behind can only have a quotation before it."""

# Behind 表示 and the like: nothing that is said, but what is shown or felt.
NO_CLAUSE = re.compile(
    r"[的了者过]|出(?![现席台口动])|(?:热烈|衷心|诚挚|崇高|深切|亲切|强烈|高度|充分|由衷|最|深表|极大)"
    r"|(?:感谢|祝贺|欢迎|慰问|哀悼|遗憾|支持|赞赏|肯定|敬意|同情|关切|不满|担忧|赞同|反对|理解|"
    r"歉意|抗议|谴责|问候|满意|钦佩|震惊|乐观|期待|怀疑)(?=[。，、；！]|$)"
)
NO_REQUEST = re.compile(r"[的，。、；！”）》之]|寄予|在于|在$")
"""Behind 要求 and 希望 where they are nouns."""
ANNOUNCED_THING = re.compile(
    r"[^，。；]{0,10}(?:计划|名单|结果|消息|措施|方案|制裁|政策|声明|减产)(?=[，。；])"
)
