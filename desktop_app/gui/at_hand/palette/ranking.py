"""Which commands fit what is typed, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.gui.at_hand.palette.command import Choice, Command
from desktop_app.language.abbreviations import Fit, Name
from desktop_app.language.folding import fold

_LATELY = 6.0  # what the command used last is given; each one before it a little less
_EACH = 0.25
_OTHER = -0.5  # for a fit in another language than the interface's
_HELP = -20.0  # for what only the help says: after all that fit by name
_NOT_NOW = -4.0  # for what cannot be done now
_LEAST = 2  # letters of a word that help is searched for


def ranked(commands: Iterable[Command], typed: str, lately: Sequence[str]) -> list[Choice]:
    """The commands that fit `typed`, best first; all, where nothing is typed.

    `lately` are the keys of those used last, the latest first: they come before others
    that fit as well.
    """
    worth = {key: _LATELY - _EACH * number for number, key in enumerate(lately)}
    choices = [choice for each in commands if (choice := _choice(each, typed))]
    if not typed.strip():
        return sorted(choices, key=lambda each: -worth.get(each.command.key, 0.0))

    def rank(choice: Choice) -> float:
        now = 0.0 if choice.command.enabled else _NOT_NOW
        return choice.fit.score + worth.get(choice.command.key, 0.0) + now

    return sorted(choices, key=rank, reverse=True)


def fits(names: Iterable[Name], help_: Iterable[str], typed: str) -> bool:
    """Whether `typed` fits one of `names` or stands in one of the texts `help_`."""
    return any(name.fit(typed) for name in names) or _says_all(help_, typed)


def _choice(command: Command, typed: str) -> Choice | None:
    """The best of a command's names, or its help."""
    best: Choice | None = None
    for number, name in enumerate(command.names):
        fit = name.fit(typed)
        if fit is None:
            continue
        score = fit.score + (_OTHER if number else 0.0)
        if best is None or score > best.fit.score:
            other = name.text if number and name.text != command.text else ""
            best = Choice(command, Fit(score, fit.places), other)
    if best is None and _says_all(command.help, typed):
        best = Choice(command, Fit(_HELP, ()))
    return best


def _says_all(texts: Iterable[str], typed: str) -> bool:
    """Whether one of `texts` has all words of `typed`."""
    words = fold(typed).split()
    if not words or min(map(len, words)) < _LEAST:
        return False
    return any(all(_says(fold(text), word) for word in words) for text in texts)


def _says(text: str, word: str) -> bool:
    """Whether a word of `text` begins with `word`; Chinese anywhere."""
    return f" {word}" in f" {text}" if word.isascii() else word in text
