"""Which interface language the system asks for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping

from babel import Locale, UnknownLocaleError

from desktop_app.i18n.chosen import chosen_language
from desktop_app.i18n.languages import SOURCE, languages, locale_of, script_of


def system_language(
    environment: Mapping[str, str] = os.environ, chosen: Callable[[], str] = chosen_language
) -> str:
    """Return the catalog that fits the POSIX locale variables; English by default.

    As in GNU gettext, the list in LANGUAGE goes before the locale, unless that is C.
    Without any of the locale's variables it is what was `chosen` in the system's settings.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next(filter(None, (environment.get(name) for name in names)), "") or chosen() or "C"
    if locale.partition(".")[0] in ("C", "POSIX"):
        return SOURCE
    return preferred([*environment.get("LANGUAGE", "").split(":"), locale])


def preferred(tags: Iterable[str]) -> str:
    """Return the catalog of the first of `tags` that there is one for; English by default."""
    return next(filter(None, map(_fitting, tags)), SOURCE)


def closest(tag: str) -> str:
    """Return the catalog that fits a locale name such as ``zh_HK.UTF-8`` or ``zh-Hant``."""
    return preferred([tag])


def _fitting(tag: str) -> str:
    """The catalog of the language of `tag`, best in its script and of its country; or ""."""
    name = tag.partition(".")[0].partition("@")[0].replace("-", "_")
    known = list(languages())
    if name in known:
        return name
    try:
        wanted = Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return ""
    fitting = [code for code in known if _is(code, wanted)]
    return max(fitting, key=lambda code: _likeness(locale_of(code), wanted), default="")


def _is(code: str, wanted: Locale) -> bool:
    return code.partition("_")[0] == wanted.language


def _likeness(locale: Locale, wanted: Locale) -> tuple[bool, bool]:
    return script_of(locale) == script_of(wanted), locale.territory == wanted.territory
