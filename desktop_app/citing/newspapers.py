"""Which sources are newspapers: GB/T 7714-2015 marks them [N], other pages [EB]."""

from __future__ import annotations

import re

# By how newspapers are called; no list of names would be whole.
_CHINESE = re.compile(r"(?:报|報|时报|日报|参考消息)(?:海外版|数字报|电子版)?$")
_ENGLISH = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|Gazette|Guardian|Telegraph|Chronicle|Independent|Daily|"
    r"Observer|Inquirer|Courier|Dispatch|Examiner|Globe|Mirror|Sun|Star|Argus|Bee|Examiner|"
    r"Express-News|Free Press|Wall Street Journal|Morning News|Evening Standard|Sentinel|"
    r"Plain Dealer|Republic|Union-Tribune|Newspaper|USA Today|Le Monde|El País|Scotsman)\b"
)


def is_newspaper(source: str) -> bool:
    """Whether `source` is called as newspapers are."""
    return bool(_CHINESE.search(source) or _ENGLISH.search(source))
