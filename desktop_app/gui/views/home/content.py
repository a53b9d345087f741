"""The words of the home page: figures and lists of a `Glance`, each with where it leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop_app.gui.look import Look
from desktop_app.gui.views.home.glance import Glance
from desktop_app.gui.views.home.row import Row, Way, Wish
from desktop_app.items import Item
from desktop_app.overview import Overview, SameDay
from desktop_app.search.query_lexer import quoted
from desktop_app.speech_search.speakers import Speaker

_MOST = 6  # languages, and sources


class HomeContent:
    """Writes in the language and script of `look`."""

    def __init__(self, look: Look) -> None:
        """Ask `look` each time: both may have changed."""
        self._look = look

    def figures(self, glance: Glance) -> list[tuple[str, Wish]]:
        """The line of figures; those that are nothing are left out."""
        plural, overview = self._look.catalog.plural, glance.overview
        lines = (
            (plural("{count} item", "{count} items", overview.items), overview.items, ""),
            (
                plural("{count} with photos", "{count} with photos", overview.with_photo),
                overview.with_photo,
                "has:photo",
            ),
            (
                plural("{count} pair", "{count} pairs", overview.pairs),
                overview.pairs,
                "has:pair",
            ),
            (plural("{count} unread", "{count} unread", glance.unread), glance.unread, "is:unread"),
        )
        return [(words, Wish(Way.QUERY, query)) for words, count, query in lines if count]

    def years(self, overview: Overview) -> str:
        """From the first year to the last."""
        years = list(overview.years)
        if not years:
            return ""
        return years[0] if years[0] == years[-1] else f"{years[0]} – {years[-1]}"

    def languages(self, overview: Overview) -> list[Row]:
        """Items in each language."""
        name = self._look.catalog.language_name
        named = {code: name(code) for code in overview.languages}
        return self._counted(overview.languages, named, "lang:{}")

    def sources(self, overview: Overview) -> list[Row]:
        """Items of each source."""
        found = overview.sources
        named = {source: self._look.shown(source) for source in found}
        return self._counted(found, named, "source:{}", quoted)

    def people(self, speakers: Sequence[Speaker]) -> list[Row]:
        """Who is quoted most."""
        plural = self._look.catalog.plural
        most = max((each.statements for each in speakers), default=1)
        rows = []
        for each in speakers:
            said = plural("{count} statement", "{count} statements", each.statements)
            name = self._look.shown(each.name)
            wish = Wish(Way.PERSON, each.name)
            figure = self._look.catalog.number(each.statements)
            rows.append(Row(name, figure, f"{name}: {said}", wish, each.statements / most))
        return rows

    def items(self, items: Sequence[Item]) -> list[Row]:
        """Items by title, with their source and date."""
        return [self._item(item) for item in items]

    def same_day(self, found: SameDay) -> str:
        """The heading of what this day, or the days around it, had in other years."""
        text = self._look.catalog.text
        return (
            text("These days in other years") if found.around else text("This day in other years")
        )

    def _item(self, item: Item) -> Row:
        catalog, shown = self._look.catalog, self._look.shown
        title = shown(item.title) or shown(item.text[:80])
        told = " · ".join(filter(None, (shown(item.source), catalog.date(item.date))))
        return Row(title, told, f"{title}, {told}", Wish(Way.ITEM, item.id))

    def _counted(
        self,
        counts: Mapping[str, int],
        named: Mapping[str, str],
        query: str,
        written: Callable[[str], str] = str,
    ) -> list[Row]:
        catalog, most = self._look.catalog, max(counts.values(), default=1)
        rows = []
        for value, count in list(counts.items())[:_MOST]:
            words = catalog.plural("{count} item", "{count} items", count)
            asked = query.format(written(value))
            wish = Wish(Way.QUERY, asked)
            figure = catalog.number(count)
            rows.append(Row(named[value], figure, f"{named[value]}: {words}", wish, count / most))
        return rows
