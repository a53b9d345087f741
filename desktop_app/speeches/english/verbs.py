"""The verbs by which English news reports speech, by what they may govern."""

from __future__ import annotations

import re

from desktop_app.speeches.english.words import words

# Of speech alone: what follows is what was said, with or without "that".
PLAIN = words("said says say stated states testified testifies told tells tell")
# Take an addressee before what is told.
TELLING = words(
    "told tells tell informed informs warned warns reminded reminds assured assures urged urges "
    "asked asks telling warning urging"
)
# Of speech among other things: a clause must be plain ("that", or a subject and its verb).
OTHER = words(
    "added adds noted notes stressed stresses explained explains announced announces warned "
    "warns insisted insists argued argues claimed claims acknowledged acknowledges admitted "
    "admits confirmed confirms declared declares emphasized emphasizes emphasised emphasises "
    "reiterated reiterates maintained maintains contended contends asserted asserts recalled "
    "recalls predicted predicts suggested suggests revealed reveals disclosed discloses "
    "concluded concludes remarked remarks commented comments observed observes replied replies "
    "responded responds continued continues wrote writes tweeted tweets reported reports "
    "complained complains conceded concedes denied denies alleged alleges cautioned cautions "
    "ruled quipped joked boasted boasts asked asks hoped hopes urged urges promised vowed "
    "pledged repeated repeats countered counters pointed informed informs reminded reminds "
    "assured assures proposed recommended lamented laments called begged speculated affirmed "
    "affirms estimated estimates forecast"
)
# May come before their subject after a quotation or a clause: "...," said Wang.
INVERTING = words(
    "said says say added adds noted notes explained explains wrote writes asked asks replied "
    "warned warns argued argues reported reports report recalled insisted concluded continued "
    "declared announced stressed tweeted quipped joked remarked observed"
)
# Only quotations: "continued" and "called" say nothing of a clause that follows.
QUOTING_ONLY = words(
    "continued continues called begged replied replies responded responds commented comments "
    "quipped joked asked asks remarked remarks boasted boasts"
)
# What follows "to": He hoped to strengthen ...
WISHING = words("hoped hopes urged urges")
PARTICIPLES = (
    "saying|adding|noting|warning|stressing|explaining|arguing|claiming|insisting|telling|"
    "admitting|acknowledging|announcing|emphasizing|emphasising|declaring|suggesting|"
    "pointing out|stating|writing|tweeting|boasting|predicting|conceding|alleging|urging"
)
FINITE = "|".join(sorted(PLAIN | OTHER, key=lambda word: (-len(word), word)))
VERB = re.compile(rf"\b(?:({FINITE})|({PARTICIPLES})|([Aa]ccording to|As told to))\b")
"""Group 1: a finite verb; 2: a participle; 3: according to."""
