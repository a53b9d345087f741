"""One language of the interface: its sentences, plurals, dates and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from io import BytesIO
from pathlib import Path

from babel import dates, numbers
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from desktop_app.i18n.languages import catalog_file, locale_of
from desktop_app.messages import Message


class Catalog:
    """The sentences of one interface language; does not change once made."""

    def __init__(self, language: str) -> None:
        """Load the catalog of `language`, a key of `languages()`."""
        self.language = language
        self.locale = locale_of(language)
        self._sentences = _load(catalog_file(language))

    def text(self, key: str, /, **values: object) -> str:
        """Translate `key` and fill its ``{named}`` places."""
        sentence: str = self._sentences.gettext(key)
        return sentence.format_map(values) if values else sentence

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Translate a sentence about `count` things; ``{count}`` is written for people."""
        sentence: str = self._sentences.ngettext(one, many, count)
        return sentence.format_map({"count": self.number(count), **values})

    def message(self, message: Message) -> str:
        """Translate a sentence that came from below."""
        sentence: str = self._sentences.gettext(message.key)
        return sentence.format_map(message.values)

    def key_of(self, sentence: str) -> str:
        """The English sentence that `sentence` stands for; "" where it is none of these."""
        return self._keys.get(sentence, "")

    @cached_property
    def _keys(self) -> dict[str, str]:
        """Every sentence without plurals to its English one; of several the first."""
        sentences = self._sentences._catalog.items()
        pairs = [(said, key) for key, said in sentences if isinstance(key, str)]
        return dict(reversed(pairs))

    def number(self, value: float) -> str:
        """Write a number with the language's separators."""
        return str(numbers.format_decimal(value, locale=self.locale))

    def decimal(self, value: float, digits: int) -> str:
        """Write a number with exactly `digits` places after the point."""
        pattern = "#,##0." + "0" * digits
        return str(numbers.format_decimal(value, pattern, locale=self.locale))

    def percent(self, value: float, digits: int = 0, fixed: bool = False) -> str:
        """Write `value` percent, as ``12.5%`` or ``12,5 %``; all `digits` where `fixed`."""
        places = "." + ("0" if fixed else "#") * digits if digits else ""
        pattern = self.locale.percent_formats[None].pattern.replace("0", f"0{places}", 1)
        return str(numbers.format_percent(value / 100, pattern, locale=self.locale))

    def date(self, day: date | None) -> str:
        """Write a day, as ``Aug 31, 2021`` or ``2021年8月31日``; "" where it is unknown."""
        if day is None:
            return ""
        # CLDR's medium length; Taiwan's is 2021年8月31日 already, as the mainland's is.
        return dates.format_date(day, "medium", locale=self.locale)

    def month(self, year: int, month: int) -> str:
        """Write a month, as ``August 2021`` or ``2021年8月``."""
        return str(dates.format_skeleton("yMMMM", datetime(year, month, 1), locale=self.locale))

    def date_text(self, value: str) -> str:
        """Write an ISO day or date-time for people; what is neither stays as it is."""
        try:
            # Python 3.10 does not read the Z that stands for UTC.
            return self.date(datetime.fromisoformat(value.replace("Z", "+00:00")).date())
        except ValueError:
            return value

    def days(self, first: str, last: str) -> str:
        """Write the days from one ISO day to another, as ``Mar 2 – 17, 1987``; "" is none."""
        if not first or not last:
            return self.date_text(first or last)
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        return str(dates.format_interval(start, end, "yMMMd", locale=self.locale))

    def moment(self, when: datetime) -> str:
        """Write a day and time of day, at this machine's clock."""
        return dates.format_datetime(when.astimezone(), "medium", locale=self.locale)

    def duration(self, seconds: float) -> str:
        """Write a length of time in its largest fitting unit."""
        return dates.format_timedelta(
            timedelta(seconds=seconds), threshold=1.2, format="long", locale=self.locale
        )

    def pace(self, rate: float, left: float | None) -> str:
        """How fast work goes (items a second) and how long it will take; "" while unknown."""
        parts = []
        if rate:
            given = self.number(round(rate, 1) if rate < 10 else round(rate))
            parts.append(self.text("{rate} a second", rate=given))
        if left is not None:
            parts.append(self.text("{time} left", time=self.duration(left)))
        return " · ".join(parts)

    def size(self, count: int) -> str:
        """Write a number of bytes in the unit people use for it."""
        value, unit = float(count), 0
        units = ("B", "kB", "MB", "GB", "TB")
        while value >= 1000 and unit < len(units) - 1:
            value, unit = value / 1000, unit + 1
        return f"{numbers.format_decimal(round(value, 1), locale=self.locale)} {units[unit]}"

    def items(self, values: Sequence[str]) -> str:
        """Write a list, as ``a, b, and c`` or ``a、b和c``."""
        return format_list(values, locale=self.locale)

    def language_name(self, code: str) -> str:
        """The name of a text's language (``zh``, ``en``) in this language."""
        name = self.locale.languages.get(code)
        return name if name is not None else code

    def language_names(self, codes: Sequence[str]) -> str:
        """The names of a text's languages, as ``English and Chinese`` or ``英语和中文``."""
        return self.items([self.language_name(code) for code in codes])


def _load(po: Path) -> Translations:
    """Load the compiled catalog beside `po`, or compile in memory where there is none."""
    compiled = po.with_suffix(".mo")
    if compiled.is_file() and compiled.stat().st_mtime >= po.stat().st_mtime:
        with compiled.open("rb") as stream:
            return Translations(stream)
    buffer = BytesIO()
    with po.open("rb") as source:
        write_mo(buffer, read_po(source))
    buffer.seek(0)
    return Translations(buffer)
