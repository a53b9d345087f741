"""Whom a short mention means: surnames, pronouns and "the company", by the item's own names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.speeches.english.given_names import can_be, is_given
from desktop_app.speeches.english.mentions import Kind, Mention, split_role
from desktop_app.speeches.english.name_list import NameList, is_known_person
from desktop_app.speeches.english.names import CAPITAL_WORD, NAME
from desktop_app.speeches.english.pronouns import pronoun_of
from desktop_app.speeches.english.roles import role_beside
from desktop_app.speeches.english.titles import (
    BEGINNINGS,
    CHINESE_SURNAMES,
    COMPANY,
    ORGANISATION,
    ROLES,
)
from desktop_app.speeches.english.verbs import pattern_of
from desktop_app.speeches.english.words import words

_LEADS = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=, )|(?<=- ))"
    r"(?:(?:When|While|As|But|And|After|Because|Although|The|the) )?"
    rf"(?:(?:[A-Z]?[a-z’-]+ ){{0,3}}(?:{pattern_of(ROLES)}) (?=[A-Z]))?"
    rf"(?P<name>{CAPITAL_WORD}"
    rf"(?:[ ](?:of[ ](?:the[ ])?)?{CAPITAL_WORD}|[ ](?:co|inc|corp|ltd)\b)*)",
    re.MULTILINE,
)
_NEWS = frozenset(("organization", "organisation", "agency", "network", "paper", "newspaper"))
_HEAD = re.compile(r" (?:for|of|at|to|with|in|from|who|familiar|close(?= to )|based|here) ")
# What writers call those they write about so as not to say their names again.
_FAMOUS = words(
    "actor actress singer rapper musician guitarist comedian author writer novelist "
    "presenter striker midfielder defender goalkeeper forward winger quarterback entrepreneur "
    "politician"
)
_GENERIC = words(
    "agency group bank firm institute organisation organization charity network union club team "
    "school university hospital museum association fund foundation"
)
_REMEMBERED = 20  # people whom a pronoun may mean
_ARTICLES = frozenset(("a", "an", "one", "some", "several"))


@dataclass(slots=True)
class Cast:
    """Who spoke so far in an item, and whom its names mean. Made anew for each item.

    `masked` is the text with quotations hidden, so that who is talked about in a
    quotation is not taken for who talks.
    """

    text: str
    masked: str
    _names: NameList | None = None
    _roles: dict[str, str] = field(default_factory=dict)
    _said: dict[str, str] = field(default_factory=dict)
    _held: dict[str, str] = field(default_factory=dict)
    _people: list[tuple[int, str]] = field(default_factory=list)  # who spoke or led a clause
    _other: str = ""
    _others: set[str] = field(default_factory=set)  # the named organisations that spoke
    _other_lead: str = ""
    _unsure: str = ""  # a single name that may be a person's
    _several: str = ""
    _certain: dict[str, bool] = field(default_factory=dict)
    _pronouns: dict[str, str] = field(default_factory=dict)
    _singles: set[str] = field(default_factory=set)  # persons of one name who spoke
    _led: int = 0  # how far the text has been looked through for names that begin clauses

    def resolve(self, mention: Mention) -> tuple[str, str]:
        """The speaker that `mention` means, and the role last given to that speaker."""
        name = self._name(mention)
        if mention.kind is Kind.NAME or name != mention.words:
            self._keep(name, mention)
        elif mention.kind is Kind.COMMON:
            self._keep_unnamed(name, mention.start)
        if mention.role:
            self._roles[name] = self._roles.get(name) or mention.role
            self._held.update(dict.fromkeys(mention.role.lower().split(), name))
        return name, mention.role or self._role(name)

    def _role(self, name: str) -> str:
        """The role last given to a speaker, else that beside the name where it first stands."""
        if name not in self._roles:
            place = self.names.place(name)
            self._roles[name] = role_beside(self.text, place, name) if place >= 0 else ""
        return self._roles[name]

    @property
    def names(self) -> NameList:
        """The names of the item, read when the first is asked for."""
        if self._names is None:
            self._names = NameList.of(self.text)
        return self._names

    def _keep_unnamed(self, name: str, place: int) -> None:
        noun = _HEAD.split(name, maxsplit=1)[0].rpartition(" ")[2].lower()
        if noun in ROLES:
            self._people.append((place, name))
            self._held[noun] = name
        elif noun.endswith("s") or noun in ("police", "people"):
            self._several = name
        elif noun in ORGANISATION or name[0].isupper():
            self._other = name

    def _keep(self, name: str, mention: Mention) -> None:
        if self._roles.get(name) or mention.role or is_known_person(self.names, name):
            self._people.append((mention.start, name))
        elif name.isalpha() and name.istitle() and self._pronoun(name):
            self._people.append((mention.start, name))
            self._singles.add(name)
        else:
            self._other = name
            self._others.add(name)
            if " " not in name and not name.isupper():
                self._unsure = name

    def _name(self, mention: Mention) -> str:
        if mention.kind is Kind.NAME:
            return self.names.full(mention.words, mention.start)
        if mention.kind is Kind.PRONOUN:
            return self._meant(mention) or mention.words
        return self._common(mention)

    def _meant(self, mention: Mention) -> str:
        """Whom a pronoun means: the person, or for it the organisation, last to the fore."""
        if mention.words == "they":
            return self._several
        self._look_through(mention.start)
        if mention.words == "it":
            return self._other or self._other_lead or self._nobody()
        late = sorted(self._people[-_REMEMBERED:], reverse=True)
        able = [name for _, name in late if self._can_be(mention.words, name)]
        certain = (name for name in dict.fromkeys(able) if self._is_certain(name))
        return next(certain, able[0] if able else "") or self._unsure or self._named_before(mention)

    def _can_be(self, pronoun: str, name: str) -> bool:
        """Whether "he" or "she" may mean the person, by name, by role, else by the item."""
        role = self._roles.get(name, "")
        if not can_be("he", name, role) or not can_be("she", name, role):
            return can_be(pronoun, name, role)
        return self._pronoun(name) in ("", pronoun)

    def _pronoun(self, name: str) -> str:
        """By which pronoun the item speaks of somebody."""
        if name not in self._pronouns:
            self._pronouns[name] = pronoun_of(self.masked, name)
        return self._pronouns[name]

    def _nobody(self) -> str:
        """Who spoke last of those that nothing shows to be a person: "AA Gage said"."""
        unlike = (
            n for _, n in reversed(self._people) if not self._roles.get(n) and not is_given(n)
        )
        return next((name for name in unlike if name[:1].isupper()), "")

    def _is_certain(self, name: str) -> bool:
        """Whether more than two capitals tell that a name is a person's, no work's or shop's."""
        if name not in self._certain:
            self._certain[name] = self._seems_person(name)
        return self._certain[name]

    def _seems_person(self, name: str) -> bool:
        if not name[:1].isupper() or is_given(name) or self._role(name):
            return True
        first, _, last = name.rpartition(" ")
        if first.partition(" ")[0] in CHINESE_SURNAMES or last in CHINESE_SURNAMES:
            return True
        alone = re.compile(rf"(?<!{re.escape(first[-20:])} )\b{re.escape(last)}\b(?! [A-Z])")
        return alone.search(self.masked) is not None

    def _named_before(self, mention: Mention) -> str:
        """The person named last before a pronoun, where nobody spoke or led a clause."""
        before = [
            (place, name)
            for called in self.names.people.values()
            for place, name in called
            if place < mention.start and can_be(mention.words, name, "") and is_given(name)
        ]
        return max(before, default=(0, ""))[1]

    def _look_through(self, place: int) -> None:
        """Take note of the names that begin clauses up to `place`."""
        for run in _LEADS.finditer(self.masked, self._led, place):
            name, is_person = self._lead(run)
            if name and is_person:
                self._people.append((run.start("name"), name))
            elif " " in name and self.masked[run.start() - 2 : run.start()] != ", ":
                self._other_lead = name
        self._led = max(self._led, place)

    def _lead(self, run: re.Match[str]) -> tuple[str, bool]:
        """The full name that a clause begins with, and whether it is a person's."""
        said = run.group("name").strip(".,")
        _, name = split_role(said)
        if (name or said).partition(" ")[0] in BEGINNINGS:
            return "", False
        name = self.names.full(name or said, run.start("name"))
        return name, is_known_person(self.names, name) or (
            " " not in name and (is_given(name) or name in self._singles)
        )

    def _common(self, mention: Mention) -> str:
        parts = mention.words.split()
        noun = parts[-1].lower()
        for name, role in self._roles.items() if len(parts) > 1 else ():
            if role.lower().endswith(f" {mention.words.lower()}"):
                return name
        if len(parts) > 2 or parts[0].lower() in _ARTICLES:
            return mention.words
        if noun in COMPANY or (len(parts) > 1 and noun in _NEWS):
            self._look_through(mention.start)
            return self._other or self._other_lead or mention.words
        if len(parts) > 1:
            return mention.words
        if noun in ROLES:
            return self._held.get(noun) or self._famous(noun, mention)
        if noun in ORGANISATION:
            held = self.names.holding(noun, mention.start) or self._said_to_be(mention.words)
            return held if held != noun else self._only_one(noun) or noun
        return mention.words

    def _only_one(self, noun: str) -> str:
        """The organisation that "the agency" means where only one has spoken."""
        return self._other if noun in _GENERIC and len(self._others) == 1 else ""

    def _famous(self, noun: str, mention: Mention) -> str:
        """Whom "the actor" means: who was spoken of last, if the noun is one of the famous."""
        if noun not in _FAMOUS or not self._people:
            return mention.words
        return self._meant(Mention("he", "", Kind.PRONOUN, mention.start)) or mention.words

    def _said_to_be(self, noun: str) -> str:
        """What an apposition in the item calls it: "the group, WeWorkers Coalition,"."""
        if noun not in self._said:
            found = re.search(rf"\b[Tt]he {re.escape(noun)}, ({NAME}),", self.masked)
            self._said[noun] = found.group(1) if found else noun
        return self._said[noun]
