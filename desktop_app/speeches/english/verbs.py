"""The verbs by which English news reports speech, by what they may govern."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.speeches.english.words import words

# Of speech alone: what follows is what was said, with or without "that".
PLAIN = words("said says say told tells tell")
# Take an addressee before what is told.
TELLING = words(
    "told tells tell informed informs warned warns reminded reminds assured assures urged "
    "urges asked asks telling warning urging"
)
# How quotations are uttered: no clause follows these.
UTTERING = words(
    "sighed shouted shouts cried exclaimed exclaims whispered muttered murmured laughed yelled "
    "screamed wondered wonders mused muses sneered snapped grumbled chuckled enthused gushed "
    "lamented confessed pleaded sobbed retorted interjected recounted reflected reflects reasoned "
    "marvelled marveled thundered bellowed protested objected opined ventured teased deadpanned "
    "insists stresses acknowledged admitted admits"
)
# Of speech among other things: a clause must be plain ("that", or a subject and its verb).
OTHER = words(
    "added adds noted notes stressed stresses explained explains announced announces warned "
    "warns insisted insists argued argues claimed claims acknowledged acknowledges admitted "
    "admits confirmed confirms declared declares emphasized emphasizes emphasised emphasises "
    "reiterated reiterates maintained maintains contended contends asserted asserts recalled "
    "recalls predicted predicts suggested suggests revealed reveals disclosed discloses "
    "concluded concludes remarked remarks commented comments observed observes replied "
    "replies responded responds continued continues wrote writes tweeted tweets reported "
    "reports complained complains conceded concedes denied denies alleged alleges cautioned "
    "cautions ruled quipped joked boasted boasts asked asks hoped hopes urged urges promised "
    "vowed pledged repeated repeats countered counters pointed points informed informs "
    "reminded reminds assured assures proposed recommended lamented laments called calls "
    "begged speculated affirmed affirms stated states testified testifies expressed expresses"
)
# May stand behind what was said, and before their subject: "...," said Wang.
INVERTING = UTTERING | words(
    "said says say added adds noted notes explained explains wrote writes asked asks replied "
    "warned warns argued argues reported reports report recalled insisted concluded continued "
    "declared announced stressed tweeted quipped joked remarked observed"
)
# May stand behind a clause with its subject before it: Prices would rise, he told reporters.
CLOSING = INVERTING | words("told tells acknowledged admitted claimed predicted disclosed stated")
# Only quotations: "continued" says nothing of a clause that follows.
QUOTING_ONLY = words(
    "continued continues called calls begged replied replies responded responds commented "
    "comments quipped joked asked asks boasted boasts"
) | (UTTERING - words("lamented confessed insists stresses acknowledged admitted admits"))
# What follows "to" is what was said: He hoped to strengthen ...
WISHING = words("hoped hopes urged urges")
# As often nouns as verbs: the one before them must be a name or a pronoun.
NOUNS = words("hopes claims reports report notes states comments remarks calls points counters")
_PARTICIPLES = words(
    "saying adding noting warning stressing explaining arguing claiming insisting telling "
    "admitting acknowledging announcing emphasizing emphasising declaring suggesting stating "
    "writing tweeting boasting predicting conceding alleging urging"
)


Tree = dict[str, "Tree"]


def pattern_of(listed: Iterable[str]) -> str:
    """A pattern of any of `listed`, sharing beginnings: a third of the time of a plain list."""
    tree: Tree = {}
    for word in listed:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _written(tree)


def _written(tree: Tree) -> str:
    ways = [re.escape(letter) + _written(rest) for letter, rest in sorted(tree.items()) if letter]
    if not ways:
        return ""
    joined = ways[0] if len(ways) == 1 and "" not in tree else f"(?:{'|'.join(ways)})"
    return f"{joined}?" if "" in tree else joined


FINITE = pattern_of(PLAIN | OTHER | UTTERING)
PARTICIPLES = pattern_of(_PARTICIPLES)
VERB = re.compile(rf"\b(?:({FINITE})|({PARTICIPLES})|([Aa]ccording to))\b")
"""Group 1: a finite verb; 2: a participle; 3: according to."""
