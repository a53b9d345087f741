"""Whom a short mention means: surnames, pronouns and "the company", by the item's own names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.speeches.english.subjects import Kind, Mention, is_personal, split_role
from desktop_app.speeches.english.titles import CHINESE_SURNAMES, COMPANY, ORGANISATION
from desktop_app.speeches.english.words import words

_RUN = re.compile(
    r"[A-ZÀ-Þ][\w’'.&-]*(?:[ ](?:(?:of|for|the|de|van|von|bin|and|&)[ ]){0,2}"
    r"(?:[A-ZÀ-Þ][\w’'.&-]*|(?:co|inc|corp|ltd)\b))+"
)
_ACRONYM = re.compile(r"([A-Z][\w’'. -]{3,80}?)\s*\(([A-Z][A-Za-z.&]{1,9})\)")
_SUFFIXES = words("jr jr. sr sr. ii iii iv")
_PLAIN_ENDS = ".,’'"


@dataclass(slots=True)
class Cast:
    """The names of an item, and who spoke so far. Made anew for each item.

    `text` holds the item's words; `masked` the same with quotations hidden, so that who
    is talked about in a quotation is not taken for who talks.
    """

    text: str
    masked: str
    _people: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _others: list[tuple[int, str]] = field(default_factory=list)
    _roles: dict[str, str] = field(default_factory=dict)
    _person: tuple[int, str] = (-1, "")
    _other: tuple[int, str] = (-1, "")
    _read: bool = False

    def resolve(self, mention: Mention, sentence: int) -> tuple[str, str]:
        """The speaker and the role that `mention`, in the sentence from `sentence`, means."""
        if not self._read:
            self._read = True
            self._read_names()
        name = self._name(mention, sentence)
        if mention.kind is Kind.NAME or name != mention.words:
            self._keep(name, mention)
        if mention.role and name not in self._roles:
            self._roles[name] = mention.role
        return name, mention.role or self._roles.get(name, "")

    def _keep(self, name: str, mention: Mention) -> None:
        if name in self._roles or mention.role or self._is_person(name):
            self._person = (mention.start, name)
        else:
            self._other = (mention.start, name)

    def _name(self, mention: Mention, sentence: int) -> str:
        if mention.kind is Kind.NAME:
            return self._full(mention.words, mention.start)
        if mention.kind is Kind.PRONOUN:
            return self._meant(mention, sentence) or mention.words
        return self._common(mention)

    def _read_names(self) -> None:
        for run in _RUN.finditer(self.text):
            _, name = split_role(run.group().strip("."))
            name = _trimmed(name or run.group())
            if " " not in name:
                continue
            place = run.start() + max(0, run.group().find(name))
            if is_personal(name):
                for key in _keys(name):
                    self._people.setdefault(key, []).append((place, name))
            else:
                self._others.append((place, name))

    def _is_person(self, name: str) -> bool:
        return is_personal(name) and any(
            name == known for _, known in self._people.get(_keys(name)[0], ())
        )

    def _full(self, words: str, place: int) -> str:
        """The fullest form of a name in the item: that nearest before, else the first."""
        plain = _trimmed(words)
        if " " not in plain:
            known = self._people.get(plain.strip(_PLAIN_ENDS), [])
            before = [name for at, name in known if at <= place]
            if known:
                return before[-1] if before else known[0][1]
            return self._organisation(plain) or plain
        if is_personal(plain):
            for _, name in self._people.get(_keys(plain)[0], []):
                if name != plain and name.split()[-1] == plain.split()[-1] and name.endswith(plain):
                    return name
                if name.startswith(f"{plain} ") and name.split()[-1].lower() in _SUFFIXES:
                    return name
            return plain
        return self._organisation(plain) or plain

    def _organisation(self, words: str) -> str:
        """The organisation of which `words` are the beginning or the acronym."""
        for _, name in self._others:
            rest = name[len(words) :].split() if name.startswith(f"{words} ") else []
            if rest and rest[-1].lower().strip(".") in ORGANISATION and len(rest) <= 3:
                return name
        if words.isupper() and 2 <= len(words) <= 6:
            for found in _ACRONYM.finditer(self.text):
                if found.group(2) == words:
                    return _initialled(found.group(1), words) or words
            for _, name in self._others:
                if "".join(word[0] for word in name.split() if word[0].isupper()) == words:
                    return name
        return ""

    def _meant(self, mention: Mention, sentence: int) -> str:
        """Whom a pronoun means: the person, or for it the organisation, last to the fore."""
        if mention.words == "it":
            return self._other[1] or self._subject(mention.start, personal=False)
        if mention.words == "they":
            return ""
        spoken_at, spoken = self._person
        newer = self._subject(mention.start, personal=True, since=spoken_at)
        return newer or spoken

    def _subject(self, place: int, personal: bool, since: int = -1) -> str:
        """The last name before `place` and after `since` that begins its sentence."""
        best = ""
        best_at = since
        for run in _LEADS.finditer(self.masked, max(0, since), place):
            name = self._lead(run, personal)
            if name and run.start(1) > best_at:
                best, best_at = name, run.start(1)
        return best

    def _lead(self, run: re.Match[str], personal: bool) -> str:
        _, name = split_role(run.group(1).strip(".,"))
        name = self._full(name or run.group(1), run.start(1))
        return name if self._is_person(name) == personal and name[:1].isupper() else ""

    def _common(self, mention: Mention) -> str:
        words = mention.words.split()
        if len(words) > 2 or words[0].lower() in ("a", "an", "one"):
            return mention.words
        noun = words[-1].lower()
        if noun in COMPANY:
            return self._other[1] or self._subject(mention.start, personal=False) or mention.words
        if noun in ORGANISATION and len(words) == 1:
            return self._holding(noun, mention.start) or mention.words
        if len(words) == 1 and noun in _PERSONAL_ROLES:
            return self._holder(noun) or mention.words
        return mention.words

    def _holding(self, noun: str, place: int) -> str:
        """The organisation named before `place` whose name holds `noun`: "the bank"."""
        before = [name for at, name in self._others if at < place]
        return next((name for name in reversed(before) if noun in name.lower().split()), "")

    def _holder(self, noun: str) -> str:
        held = [name for name, role in self._roles.items() if noun in role.lower().split()]
        return held[-1] if held else ""


_PERSONAL_ROLES = words(
    "president minister chairman chairwoman secretary governor senator mayor judge coach "
    "premier chancellor director ambassador professor spokesman spokeswoman"
)
_LEADS = re.compile(
    r"(?:(?<=\n)|(?<=[.!?] )|(?<=\A)|(?<=, )|(?<=- ))(?:(?:When|While|As|But|And|After|The|the) )?"
    r"([A-ZÀ-Þ][\w’'.&-]*(?:[ ](?:of[ ])?[A-ZÀ-Þ][\w’'.&-]*|[ ](?:co|inc|corp|ltd)\b)*)"
)


def _trimmed(name: str) -> str:
    for ending in ("’s", "'s"):
        name = name.removesuffix(ending)
    return re.sub(r"^(?:The|the)\s+", "", name).strip(" ,")


def _keys(name: str) -> list[str]:
    """The single words by which a person may be called: the surname, first or last."""
    words = [word for word in name.split() if word.lower() not in _SUFFIXES]
    last = words[-1].strip(_PLAIN_ENDS)
    first = [words[0]] if words[0] in CHINESE_SURNAMES and len(words) == 2 else []
    return [last, *first]


def _initialled(words: str, acronym: str) -> str:
    """The end of `words` whose initials are those of `acronym`, or all capitals of it."""
    parts = words.split()
    for begin in range(len(parts) - 1, -1, -1):
        initials = "".join(part[0] for part in parts[begin:] if part[0].isupper())
        if initials.upper() == acronym.upper() and parts[begin][0].isupper():
            return " ".join(parts[begin:])
    return ""
