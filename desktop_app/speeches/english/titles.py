"""Words of roles and of organisations, as news writes them before and after names."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.speeches.english.words import words

ROLES = words(
    "president chairman chairwoman chairperson chair chief ceo cfo coo cto minister premier "
    "chancellor secretary spokesman spokeswoman spokesperson director governor gov senator "
    "sen representative rep congressman congresswoman judge justice general gen colonel col "
    "captain capt lt lieutenant major sgt sergeant admiral adm commander commissioner "
    "ambassador envoy attorney lawyer counsel prosecutor coach manager head leader author "
    "professor prof analyst economist strategist scientist researcher editor reporter officer "
    "executive administrator adviser advisor mayor king queen prince princess pope bishop "
    "archbishop cardinal reverend rev treasurer speaker dean founder co-founder owner partner "
    "negotiator diplomat doctor detective sheriff trader dealer deputy dl quarterback "
    "linebacker pitcher forward goalkeeper defender midfielder actor actress singer writer "
    "director-general vice-minister vice-president vp official superintendent principal "
    "trustee member lawmaker legislator councillor mp broker under-secretary undersecretary "
    "consultant fellow physician surgeon historian expert activist organizer organiser "
    "supervisor banker source specialist resident student farmer partnerships insider aide "
    "nurse teacher paramedic midwife firefighter survivor witness mother father widow neighbor "
    "neighbour driver pilot engineer architect lecturer worker priest pastor imam rabbi monk nun "
    "volunteer campaigner veteran soldier sailor fisherman shopkeeper businessman businesswoman "
    "entrepreneur investor chemist astronomer curator librarian journalist columnist presenter "
    "comedian composer conductor novelist poet playwright artist designer programmer coordinator "
    "co-ordinator inspector constable therapist counsellor translator interpreter barrister "
    "solicitor magistrate ombudsman auditor accountant provost rector vice-chancellor "
    "headteacher headmaster headmistress tutor scholar philosopher theologian lobbyist pollster "
    "astronaut athlete sprinter swimmer captain skipper biologist physicist academic graduate "
    "villager passenger guitarist drummer bassist vocalist pianist violinist frontman rapper "
    "musician striker winger midfielder blogger vlogger planner refugee protester "
    "demonstrator eyewitness spokesmen spokeswomen"
)
_CALLINGS = ("ologist", "icist", "ician", "ographer", "ologists")


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Whether `word` is a role or a calling: "Minister", "immunologist"."""
    plain = word.strip(".,").lower()
    plain = plain.rpartition("-")[2] if plain not in ROLES else plain  # singer-guitarist
    return plain in ROLES or plain.removesuffix("s") in ROLES or plain.endswith(_CALLINGS)


# A role that begins an apposition after a name: "president of X", "a lawyer for Y".
HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr|Madam|Messrs)\.?\s+")
OFFICES = (
    r"Secretary of (?:the )?[A-Z]\w+|Secretary of State|Minister (?:of|for) [A-Za-z ]+?|"
    r"(?:Chancellor|Secretary|Minister|Director|Governor|Leader|President|Commissioner|Archbishop|"
    r"Bishop|Mayor|Speaker|Head) of the [A-Z]\w+|Archbishop of [A-Z]\w+|Mayor of [A-Z]\w+|"
    r"Director of [A-Za-z ]+?|[Vv]ice-minister of [a-z ]+?|Secretary-General|Speaker of the House"
)
ORGANISATION = words(
    "co inc corp incorp incorporated ltd plc llc lp ag sa nv gmbh group holdings industries "
    "company corporation "
    "bank university institute institutes college school department ministry agency bureau "
    "office commission committee council court board party union association federation fund "
    "foundation center centre authority administration service services system systems "
    "society organization organisation congress parliament senate house press times post "
    "journal news network guild shelter police army navy force forces nations states state "
    "union league team club studios airlines airways motors partners securities trust energy "
    "oil gas steel bancorp bancshares international technologies laboratories hospital museum "
    "church embassy government exchange reserve market street community assembly coalition "
    "movement alliance kingdom republic telecom communications insurance brothers bros stores "
    "health watch intelligence command taliban resources"
)
# Common names of things that stand for an organisation named before.
COMPANY = words(
    "company firm corporation retailer airline carmaker automaker maker utility brokerage "
    "lender insurer drugmaker developer producer chain publisher concern conglomerate "
    "partnership"
)
NATIONS = words(
    "American British Australian Canadian Chinese French German Italian Japanese Russian "
    "Spanish Indian Israeli Palestinian Ukrainian Afghan Iranian Iraqi Mexican Brazilian "
    "Korean Turkish Egyptian Saudi Swiss Swedish Dutch Irish Scottish Soviet European U.S US "
    "UK Republican Democratic Democrat Conservative Labour Labor Nicaraguan Venezuelan "
    "Argentine Polish Greek Pakistani Vietnamese Indonesian Malaysian Philippine Filipino "
    "Thai Taiwanese Nigerian Kenyan African Asian"
)
# Surnames that come first: those of three in four Chinese, by the census of 2010, in pinyin
# and as Hong Kong writes them.
CHINESE_SURNAMES = words(
    "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng "
    "Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du "
    "Ye Cheng Wei Su Lu Ding Ren Yao Lei Fang Jin Tan Liao Fan Shi Xia Jia Fu Zou Xiong Bai "
    "Meng Qin Qiu Hou Yan Xue Yin Duan Long Tao Gu Mao Hao Gong Shao Wan Qian Dai Mo Kong "
    "Xiang Chang Xi Hua Geng Qi Lau Chan Cheung Wong Leung Ng Lam Kwok Tsang Cheuk Chow Tse "
    "Kim Park Nguyen Tran Mei Mu Nie Ning Pang Shen Shang Shu Si Tong Wen Weng Xing Yi You "
    "Zhuang Zong Bao Bo"
)
# Words in capitals only because a sentence begins with them; no part of a name.
BEGINNINGS = words(
    "The A An This That These Those In On At After Before By For During From With When While "
    "Where As But And Or So Because Although Though If Since Until Unless However Meanwhile "
    "Later Earlier Still Also Then Now Both Most Many Some Several Few All Each Every Another "
    "Other It Its He His She Her They Their We Our You Your I My There Here What Who How Why "
    "Which Yes No Not Last Under Over Asked According Despite Among Between Following "
    "Speaking Like Even Only Just Today Yesterday Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday January February March April June July August September October November "
    "December More Related Such To Of One Two"
)
