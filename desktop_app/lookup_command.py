"""``beilin lookup``: a word in the dictionary, for people and programs."""

from __future__ import annotations

import click

from desktop_app.language.lexicon.entries import Entry, in_script
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.language.lexicon.looking_up import Answer, looked_up
from desktop_app.spoken_commands import QueryCommand, limit_option
from desktop_app.terminal import Terminal


def lookup_command(terminal: Terminal, as_json: click.Option) -> click.Command:
    """The command, which prints with `terminal`."""
    text = terminal.catalog.text

    def callback(word: str, limit: int, as_json: bool) -> None:
        answer = looked_up(Lexicon.open(), word, limit)
        if as_json:
            terminal.json(_shape(answer))
        else:
            _print(terminal, answer)

    help_ = text("Look WORD, Chinese or English, up in the dictionary.")
    limit = limit_option(text("How many translations to print."), 10)
    params = [click.Argument(["word"]), limit, as_json]
    return QueryCommand("lookup", callback=callback, params=params, help=help_)


def _shape(answer: Answer) -> dict[str, object]:
    """The shape of ``beilin lookup --json``."""
    return {
        "word": answer.word,
        "entries": [
            {
                "traditional": entry.traditional,
                "simplified": entry.simplified,
                "pinyin": entry.pinyin,
                "pinyin_taiwan": entry.taiwan,
                "senses": list(entry.senses),
            }
            for entry in answer.entries
        ],
        "translations": [translation._asdict() for translation in answer.translations],
    }


def _print(terminal: Terminal, answer: Answer) -> None:
    text = terminal.catalog.text
    if answer.translations:
        terminal.say(" · ".join(_translations(answer, _traditional(terminal))))
    elif not answer.entries:
        terminal.say(text("“{word}” is not in the dictionary", word=answer.word))
    for entry in answer.entries:
        terminal.say()
        terminal.say(_heading(terminal, entry))
        for sense in entry.senses:
            terminal.say(f"  {in_script(sense, _traditional(terminal))}")


def _translations(answer: Answer, traditional: bool) -> list[str]:
    """The translations, Chinese ones in the reader's script."""
    scripts = {each.simplified: each.traditional for each in reversed(answer.entries)}
    words = [each.word for each in answer.translations]
    return [scripts.get(word, word) for word in words] if traditional else words


def _heading(terminal: Terminal, entry: Entry) -> str:
    """The word in the reader's script first, then in the other, and how it is read."""
    scripts = [entry.simplified, entry.traditional]
    if _traditional(terminal):
        scripts.reverse()
    parts = [*dict.fromkeys(scripts), entry.pinyin]
    if entry.taiwan:
        parts.append(terminal.catalog.text("in Taiwan {reading}", reading=entry.taiwan))
    return " · ".join(parts)


def _traditional(terminal: Terminal) -> bool:
    return terminal.catalog.language == "zh_TW"
