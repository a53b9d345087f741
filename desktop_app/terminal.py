"""What the commands print: for people in their language, for programs as JSON."""

from __future__ import annotations

import csv
import io
import json
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from desktop_app.i18n.catalog import Catalog
from desktop_app.item_facts import Fact, home_words, matched_words
from desktop_app.items import Item
from desktop_app.messages import Message
from desktop_app.search.snippets import Snippet

# Named only in types: a word looked up in the dictionary needs none of these rooms.
if TYPE_CHECKING:
    from desktop_app.archive_info import ArchiveInfo
    from desktop_app.importing.pipeline import ImportProgress, ProgressCallback
    from desktop_app.importing.report import Reason, Report
    from desktop_app.search.bilingual.expanding import Expansion
    from desktop_app.search.engine import Matches
    from desktop_app.search.explained import Explained
    from desktop_app.search.hits import Hit
    from desktop_app.search.nodes import Node
    from desktop_app.search.query_problems import Problem

_BAD_INPUT = 2


class Terminal:
    """Standard output and standard error, in the language of `catalog`."""

    def __init__(self, catalog: Catalog) -> None:
        """Write to the process's own streams, which need not know Chinese."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        self.catalog = catalog
        self._out = Console(highlight=False, soft_wrap=True)
        self._error = Console(stderr=True, highlight=False, soft_wrap=True)

    def complain(self, line: str) -> int:
        """Print one line on standard error and return the exit status for bad input."""
        print(f"beilin: {' '.join(line.split())}", file=sys.stderr)
        return _BAD_INPUT

    def query_problem(self, query: str, problem: Problem) -> None:
        """Print one line on standard error about a piece of a query without meaning."""
        piece, reason = query[problem.start : problem.end], self.catalog.message(problem.reason)
        line = self.catalog.text("in the query, at “{piece}”: {reason}", piece=piece, reason=reason)
        self.complain(line)

    def query_problems(self, *queries: str) -> None:
        """Print a line for each piece of `queries` without meaning."""
        from desktop_app.search.query import parse  # noqa: PLC0415 (only queries)

        for query in queries:
            for problem in parse(query).problems:
                self.query_problem(query, problem)

    def explanation(self, node: Node, plan: Explained) -> None:
        """Print the tree of a query and the index's plan for it."""
        from desktop_app.search.describe import describe  # noqa: PLC0415 (only queries)

        for heading, lines in (
            (self.catalog.text("Query"), describe(node).splitlines()),
            (self.catalog.text("Plan"), plan.lines(self.catalog.message)),
        ):
            self.say(heading)
            for line in lines:
                self.say(f"  {line}")
            self.say()

    def say(self, line: str = "") -> None:
        """Print a line as it is."""
        self._out.print(Text(line))

    def table(self, table: Table) -> None:
        """Print a table of columns."""
        self._out.print(table)

    def json(self, value: object) -> None:
        """Print `value` as JSON in UTF-8, whatever the locale."""
        text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        self._bytes(text.encode("utf-8", "surrogatepass"))

    def raw(self, text: str) -> None:
        """Print `text` in UTF-8 to the letter, line ends too, whatever the locale."""
        self._bytes(text.encode("utf-8", "surrogatepass"))

    def _bytes(self, content: bytes) -> None:
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            sys.stdout.write(content.decode("utf-8", "surrogatepass"))
        else:
            sys.stdout.flush()
            buffer.write(content)
            buffer.flush()

    def csv(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print a table as RFC 4180 has it, in UTF-8 with the mark spreadsheets look for."""
        written = io.StringIO(newline="")
        csv.writer(written).writerows([head, *rows])
        self._bytes(b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "surrogatepass"))

    @contextmanager
    def import_progress(self) -> Iterator[ProgressCallback]:
        """Show an import by item and byte, where standard error is a terminal."""
        with self._bar() as bar:
            task = bar.add_task("", total=None)

            def advance(made: ImportProgress) -> None:
                words = self.catalog.plural("{count} item", "{count} items", made.items)
                size = "" if made.pairing else self.catalog.size(made.bytes_done)
                pace = self.catalog.pace(made.rate, made.left)
                if made.pairing:
                    pace = self.catalog.text("finding pairs")
                bar.update(
                    task,
                    completed=made.bytes_done,
                    total=made.bytes_total or None,
                    description=" · ".join(filter(None, (words, size, pace))),
                )

            yield advance

    @contextmanager
    def index_progress(self) -> Iterator[Callable[[int, int], None]]:
        """Show counted work, where standard error is a terminal."""
        with self._bar() as bar:
            task = bar.add_task("", total=None)

            def advance(done: int, total: int) -> None:
                words = self.catalog.plural("{count} item", "{count} items", done)
                bar.update(task, completed=done, total=total or None, description=words)

            yield advance

    def _bar(self) -> Progress:
        columns = (TextColumn("{task.description}"), BarColumn())
        return Progress(
            *columns, console=self._error, transient=True, disable=not sys.stderr.isatty()
        )

    def reason(self, reason: Reason) -> str:
        """A source and why nothing came of it."""
        from desktop_app.importing.summary import reason_line  # noqa: PLC0415 (only an import)

        return reason_line(self.catalog, reason)

    def report(self, report: Report) -> None:
        """Print the counts of an import, and every reason."""
        text = self.catalog.text
        table = _table()
        for name, count in (
            (text("Found"), report.found),
            (text("Imported"), report.imported),
            (text("Updated"), report.updated),
            (text("Unchanged"), report.unchanged),
            (text("Skipped"), len(report.skipped)),
            (text("Failed"), len(report.failed)),
            (text("Photos"), report.photos),
        ):
            table.add_row(name, self.catalog.number(count))
        table.add_row(text("Time"), self.catalog.duration(report.seconds))
        self._out.print(table)
        for heading, reasons in (
            (text("Skipped"), report.skipped),
            (text("Failed"), report.failed),
        ):
            for each in reasons:
                self.say(text("{name}: {value}", name=heading, value=self.reason(each)))
        if report.cancelled:
            self.say(text("Stopped before the end; what was imported is kept."))

    def hits(self, matches: Matches, hits: list[Hit], expansions: Sequence[Expansion] = ()) -> None:
        """Print hits with their matches in bold, and the translations that were looked for."""
        catalog, total = self.catalog, len(matches.numbers)
        counted = catalog.plural("{count} item", "{count} items", total)
        seconds = catalog.number(round(matches.took_ms / 1000, 3))
        self.say(catalog.text("{items} · {time} s", items=counted, time=seconds))
        self.expansions(expansions)
        for hit in hits:
            self.hit(hit)

    def expansions(self, expansions: Sequence[Expansion]) -> None:
        """Print which translations were looked for."""
        catalog = self.catalog
        for each in filter(lambda one: one.translations, expansions):
            also = catalog.items(each.translations)
            self.say(catalog.text("{word}: also {translations}", word=each.word, translations=also))

    def hit(self, hit: Hit) -> None:
        """Print one hit: title, what it is, the archive it is in, a passage."""
        item, catalog = hit.item, self.catalog
        self.say()
        self._out.print(_marked(Snippet(item.title, hit.title_marks), "bold"))
        language, home = matched_words(catalog, hit.matched_language), home_words(catalog, hit.home)
        parts = (catalog.date(item.date), item.source, item.id, language, home)
        self._out.print(Text("  " + " · ".join(part for part in parts if part), "dim"))
        self._out.print(Text("  ") + _marked(hit.snippet, ""))

    def said(self, who: str, passage: Snippet, where: str) -> None:
        """Print what somebody says, its matches marked."""
        self.say()
        self._out.print(Text(who, "bold"))
        self._out.print(Text("  ") + _marked(passage, ""))
        self._out.print(Text(f"  {where}", "dim"))

    def key_word(self, left: str, key: str, right: str, about: str) -> None:
        """Print a line of a concordance, the key in bold."""
        parts = ((f"{left} ", ""), (key, "bold red"), (f" {right}", ""), (f"  {about}", "dim"))
        self._out.print(Text.assemble(*parts))

    def facts(self, facts: Sequence[Fact]) -> None:
        """Print what is known of an item."""
        for name, value in facts:
            line = self.catalog.text("{name}: {value}", name=name, value=value)
            self._out.print(Text(line, "dim"))

    def item(self, item: Item) -> None:
        """Print an item to be read."""
        catalog = self.catalog
        self._out.print(Text(item.title, "bold"))
        parts = (catalog.date(item.date), item.byline, item.source, item.url)
        self._out.print(Text(" · ".join(part for part in parts if part), "dim"))
        for place, paragraph in enumerate([*item.paragraphs, None]):
            for photo in item.photos:
                if photo.after == place:
                    credit = f" ({photo.credit})" if photo.credit else ""
                    label = catalog.text("Photo")
                    self._out.print(Text(f"\n[{label}] {photo.caption}{credit}", "italic"))
            if paragraph is not None:
                self.say(f"\n{paragraph}")

    def info(self, info: ArchiveInfo) -> None:
        """Print figures about an archive."""
        catalog = self.catalog
        text, table = catalog.text, _table()
        languages = [
            f"{catalog.language_name(code)} {catalog.number(count)}"
            for code, count in info.languages.items()
        ]
        table.add_row(text("Items"), catalog.number(info.items))
        table.add_row(text("Photos"), catalog.number(info.photos))
        table.add_row(text("Languages"), catalog.items(languages))
        if info.first_date and info.last_date:
            first, last = catalog.date_text(info.first_date), catalog.date_text(info.last_date)
            table.add_row(text("Dates"), f"{first} – {last}")
        table.add_row(text("Size"), catalog.size(info.bytes))
        table.add_row(text("Format version"), str(info.format_version))
        self._out.print(table)

    def check(self, info: ArchiveInfo, problems: list[Message]) -> None:
        """Print what is wrong, or that nothing is."""
        for problem in problems:
            self.say(self.catalog.message(problem))
        if not problems:
            items = self.catalog.plural("{count} item", "{count} items", info.items)
            self.say(self.catalog.text("{items}: everything is in order", items=items))

    def lost_photos(self, files: Sequence[str]) -> int:
        """Name photos that are lost on standard error; returns the exit status."""
        for file in dict.fromkeys(files):
            self.complain(self.catalog.text("photos/{file} is missing or damaged", file=file))
        return 1 if files else 0

    def exported(self, count: int, out: Path) -> None:
        """Say what was exported."""
        self.say(
            self.catalog.plural(
                "{count} item was written to {path}", "{count} items were written to {path}",
                count, path=out,
            )
        )  # fmt: skip

    def exported_pairs(self, count: int, out: Path) -> None:
        """Say how many pairs were exported."""
        self.say(
            self.catalog.plural(
                "{count} pair was written to {path}", "{count} pairs were written to {path}",
                count, path=out,
            )
        )  # fmt: skip


def _table() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    return table


def _marked(snippet: Snippet, style: str) -> Text:
    text = Text(snippet.text, style)
    for start, end in snippet.marks:
        text.stylize("bold red", start, end)
    return text


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Turn Ctrl+C and SIGTERM into a question that work asks: what is done stays.

    A second one ends at once; the archive then catches up when it is opened.
    """
    asked = threading.Event()

    def ask(_number: int, _frame: object) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    former = {each: signal.signal(each, ask) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked.is_set
    finally:
        for each, handler in former.items():
            signal.signal(each, handler)
