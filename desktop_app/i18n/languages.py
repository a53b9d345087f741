"""Which languages the interface speaks: those whose catalogs lie in the translations folder.

A new language is one file, ``translations/LANGUAGE/LC_MESSAGES/desktop_app.po``; nothing in
the code names it.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from desktop_app import places

DOMAIN = "desktop_app"
SOURCE = "en"  # the language of the sentences in the code


def catalog_file(language: str) -> Path:
    """Where the sentences of `language` (``de``, ``zh_TW``) stand."""
    return places.translations() / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def languages() -> dict[str, str]:
    """The code of each language that has a catalog, in order, and its name in itself."""
    files = places.translations().glob(f"*/LC_MESSAGES/{DOMAIN}.po")
    codes = sorted(file.parent.parent.name for file in files)
    return {code: own_name(code) for code in codes}


def locale_of(language: str) -> Locale:
    """CLDR's conventions for `language`; those of English where CLDR does not know it."""
    return _known(language) or Locale(SOURCE)


def own_name(language: str) -> str:
    """What `language` calls itself, with its script or country; its code if CLDR has no name."""
    locale = _known(language)
    if locale is None:
        return language
    parts = (locale.script, locale.territory)
    full = (locale.languages.get(f"{locale.language}_{part}") for part in parts if part)
    return _capital(next(filter(None, full), None) or locale.display_name or language)


def short_name(language: str) -> str:
    """What `language` calls itself, its script and country left out: ``中文``, ``Deutsch``."""
    locale = _known(language)
    name = locale.languages.get(locale.language) if locale is not None else None
    return _capital(name) if name else language


def _known(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


def script_of(locale: Locale) -> str:
    """The script `locale` is written in, by CLDR's likely subtags where it names none."""
    likely = get_global("likely_subtags")
    full = str(likely.get(str(locale)) or likely.get(locale.language) or "")
    return locale.script or next((part for part in full.split("_") if len(part) == 4), "")


def _capital(name: str) -> str:
    """A name as it stands in a menu: some languages write their own name small."""
    return name[:1].upper() + name[1:]
