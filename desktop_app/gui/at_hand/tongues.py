"""The interface's words in all its languages at once, each with its pinyin."""

from __future__ import annotations

from functools import lru_cache

from desktop_app.gui.actions import plain
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import languages
from desktop_app.language.abbreviations import Name
from desktop_app.language.lexicon.lexicon import Lexicon, LexiconError
from desktop_app.language.lexicon.saying import syllables_of
from desktop_app.messages import Message


class Tongues:
    """Gives names in the interface's language and every other one.

    Other catalogs and the lexicon are read when first asked for: some 30 ms.
    """

    def __init__(self) -> None:
        """Know no language yet."""
        self._catalogs: dict[str, Catalog] = {}
        self._name = lru_cache(maxsize=4096)(self._made)
        self._lexicon: Lexicon | None = None
        self._no_lexicon = False

    def names(self, words: Message, now: Catalog) -> tuple[Name, ...]:
        """`words` in the language of `now` and then in the others, without what is the same."""
        return self.alike([plain(each.message(words)) for each in self._all(now)])

    def texts(self, words: Message, now: Catalog) -> tuple[str, ...]:
        """The same as plain texts."""
        return tuple(dict.fromkeys(each.message(words) for each in self._all(now)))

    def choice(self, title: str, text: str, now: Catalog) -> tuple[Name, ...]:
        """What stands in the window in the language of `now` as a choice under a title."""
        keys = now.key_of(title), now.key_of(text)
        said = []
        for each in self._all(now):
            name = each.text(keys[0]) if keys[0] else title
            value = each.text(keys[1]) if keys[1] else text
            said.append(each.text("{name}: {value}", name=plain(name), value=plain(value)))
        return self.alike(said)

    def alike(self, texts: list[str]) -> tuple[Name, ...]:
        """Names made of `texts`, each once."""
        return tuple(self._name(text) for text in dict.fromkeys(texts))

    def _all(self, now: Catalog) -> list[Catalog]:
        for language in languages() if not self._catalogs else ():
            self._catalogs[language] = Catalog(language)
        return [now, *(each for each in self._catalogs.values() if each.language != now.language)]

    def _made(self, text: str) -> Name:
        return Name(text, self._spoken)

    def _spoken(self, text: str) -> tuple[str, ...]:
        """Without a lexicon names have no pinyin."""
        if self._lexicon is None and not self._no_lexicon:
            try:
                self._lexicon = Lexicon.open()
            except LexiconError:
                self._no_lexicon = True
        return syllables_of(text, self._lexicon) if self._lexicon else ()
