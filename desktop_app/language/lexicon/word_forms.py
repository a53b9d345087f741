"""The forms under which an English word may stand in a dictionary: what Snowball's stems miss.

A stem brings too much together (*import* and *important*) and too little (*emit* and
*emission*, *held* and *hold*). These rules name candidates; whether one is a word the
dictionary itself tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_PAST = (
    "said:say told:tell held:hold won:win led:lead met:meet spoke:speak fought:fight sought:seek "
    "fell:fall rose:rise grew:grow struck:strike shot:shoot began:begin made:make took:take "
    "gave:give lost:lose bought:buy sold:sell paid:pay built:build sent:send spent:spend "
    "became:become brought:bring came:come went:go knew:know wrote:write drove:drive flew:fly "
    "broke:break chose:choose froze:freeze stole:steal threw:throw taught:teach thought:think "
    "kept:keep left:leave dealt:deal meant:mean felt:feel found:find ran:run saw:see stood:stand "
    "sank:sink sunk:sink withdrew:withdraw overthrew:overthrow forbade:forbid "
    "men:man women:woman children:child people:person crises:crisis media:medium"
)
_IRREGULAR: Mapping[str, str] = dict(pair.split(":") for pair in _PAST.split())
# What a form ends in, and what the word itself may end in there.
_INFLECTED = (
    *(("ies", "y"), ("ied", "y"), ("ves", "f"), ("es", ""), ("s", "")),
    *(("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")),
)
# A noun's ending, and that of the verb it comes from.
_NOMINAL = (
    *(("ission", "it"), ("ision", "ide"), ("usion", "ude"), ("asion", "ade"), ("osion", "ode")),
    *(("nsion", "nd"), ("ersion", "ert"), ("uction", "uce"), ("struction", "stroy")),
    *(("cription", "cribe"), ("umption", "ume"), ("eption", "eive"), ("ention", "ene")),
    *(("olution", "olve"), ("ification", "ify"), ("plication", "ply"), ("ure", ""), ("ure", "e")),
    *(("th", ""), ("al", ""), ("al", "e")),
)
_SHORTEST = 3


def base_forms(word: str) -> Iterator[str]:
    """What `word`, in lower case, may be a form of; not itself."""
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending, plain in _INFLECTED:
        if word.endswith(ending) and not word.endswith("ss"):
            base = word.removesuffix(ending)
            if len(base) >= _SHORTEST:
                yield base + plain
            if ending in ("ing", "ed") and len(base) > _SHORTEST and base[-1] == base[-2]:
                yield base[:-1]  # stopped


def verbs_of(noun: str) -> Iterator[str]:
    """The verbs that `noun`, singular, may come from."""
    for ending, plain in _NOMINAL:
        if noun.endswith(ending) and len(noun) - len(ending) >= _SHORTEST - 1:
            yield noun.removesuffix(ending) + plain
