"""Click's commands with their help in the reader's language.

Click takes its own few words from the process's one gettext domain, whose language is
the environment's. Here they come from the `Catalog` that is the context's `obj`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

import click

from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import languages
from desktop_app.usage import TooManyWords


def catalog_of(context: click.Context) -> Catalog:
    """The catalog that `context` was started with; English where there was none."""
    return context.find_object(Catalog) or Catalog("en")


class SpokenFormatter(click.HelpFormatter):
    """Writes usage and headings in the language of `catalog`."""

    def __init__(self, catalog: Catalog, width: int | None, max_width: int | None) -> None:
        """Write lines of at most `width` columns."""
        super().__init__(width=width, max_width=max_width)
        self._catalog = catalog

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that says how `prog` is called."""
        super().write_usage(prog, args, prefix or self._catalog.text("Usage: "))

    def write_heading(self, heading: str) -> None:
        """Write a heading of Click's."""
        headings = {
            "Options": self._catalog.text("Options:"),
            "Commands": self._catalog.text("Commands:"),
        }
        self.write(f"{'':>{self.current_indent}}{headings.get(heading, heading + ':')}\n")


class SpokenContext(click.Context):
    """A context whose help is written by a `SpokenFormatter`."""

    def make_formatter(self) -> click.HelpFormatter:
        """A formatter as wide as Click's own."""
        return SpokenFormatter(catalog_of(self), self.terminal_width, self.max_content_width)


class SpokenOption(click.Option):
    """An option that says in the language what it is by default, or that it must be given."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option as it is written, and its help."""
        record = super().get_help_record(ctx)
        default = self.get_help_extra(ctx).get("default")
        if record is None or not (default or self.required):
            return record
        text = catalog_of(ctx).text
        words = text("default: {default}", default=default) if default else text("required")
        return record[0], f"{self.help or ''}  [{words}]"


class LanguageCode(click.Choice[str]):
    """One of the languages there are catalogs for, written ``zh_TW``, ``zh-TW`` or ``zh-tw``."""

    def __init__(self) -> None:
        """Choose from `languages()`."""
        super().__init__(list(languages()))

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code as the catalogs' folder has it."""
        return super().convert(language_code(value) or value, param, ctx)


def language_code(written: str) -> str:
    """The language somebody wrote as ``zh_TW``, ``zh-TW`` or ``zh-tw``; "" where there is none."""
    plain = written.replace("-", "_").casefold()
    return next((code for code in languages() if code.casefold() == plain), "")


def language_option(words: str, default: str | None = None) -> SpokenOption:
    """``--language LANG``; its help tells the `default`, if there is one."""
    return SpokenOption(
        ["--language"], type=LanguageCode(), default=default,
        show_default=default is not None, help=words,
    )  # fmt: skip


def language_asked(arguments: Sequence[str]) -> str:
    """The language named before the command; "" where none is, or one there is no catalog for.

    Looked for before Click reads the arguments: the help and the complaints of the reading
    itself are in that language too.
    """
    asked = ""
    for place, word in enumerate(arguments):
        name, sign, value = word.partition("=")
        if name == "--language":
            asked = value if sign else "".join(arguments[place + 1 : place + 2])
        elif not word.startswith("-") and word != asked:
            break
    return language_code(asked)


def limit_option(words: str, default: int | None = 20) -> SpokenOption:
    """``--limit N``: how many to print; with `default` None all, or what a command thinks best."""
    return SpokenOption(
        ["--limit"],
        type=click.IntRange(min=0),
        metavar="N",
        default=default,
        show_default=default is not None,
        help=words,
    )


def sort_option(orders: type[Enum], default: Enum, words: str) -> SpokenOption:
    """``--sort ORDER``, one of the values of `orders`."""
    return SpokenOption(
        ["--sort"],
        type=click.Choice([order.value for order in orders]),
        default=default.value,
        show_default=True,
        help=words,
    )


class SpokenCommand(click.Command):
    """A command whose help follows the language."""

    context_class = SpokenContext
    allow_extra_args = True  # so that `parse_args` refuses them, by a kind of their own

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `args`; raise `TooManyWords` for those left over."""
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            raise TooManyWords(" ".join(left), ctx)
        return left

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words after the command, Click's own in the language."""
        return _translated(super().collect_usage_pieces(ctx), catalog_of(ctx))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help``."""
        return _described(super().get_help_option(ctx), catalog_of(ctx))


class QueryCommand(SpokenCommand):
    """A command whose query may begin with ``-word``, which is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Set what begins with one dash apart from the options."""
        if "--" not in args:
            apart = [
                _is_word(each, before) for each, before in zip(args, ["", *args], strict=False)
            ]
            words = [each for each, is_word in zip(args, apart, strict=True) if is_word]
            others = [each for each, is_word in zip(args, apart, strict=True) if not is_word]
            args = [*others, "--", *words]
        return super().parse_args(ctx, args)


def _is_word(argument: str, before: str) -> bool:
    """Whether an argument with a dash is a word to leave out, and no option or its value."""
    short = argument.startswith("-") and not argument.startswith("--") and argument != "-h"
    return short and not (before.startswith("--") and before != "--json")


class SpokenGroup(click.Group):
    """A group of commands whose help follows the language.

    Those of `later` are made when they are first asked for.
    """

    context_class = SpokenContext

    def __init__(
        self,
        name: str,
        later: Mapping[str, Callable[[], click.Command]] | None = None,
        **others: Any,  # noqa: ANN401 (Click's)
    ) -> None:
        """Make a group; `others` are Click's own arguments."""
        super().__init__(name, **others)
        self._later = later or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all, in alphabetical order."""
        return sorted({*super().list_commands(ctx), *self._later})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, if there is one."""
        if cmd_name in self._later and cmd_name not in self.commands:
            self.add_command(self._later[cmd_name](), cmd_name)
        return super().get_command(ctx, cmd_name)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words after the command, Click's own in the language."""
        return _translated(super().collect_usage_pieces(ctx), catalog_of(ctx))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help``."""
        return _described(super().get_help_option(ctx), catalog_of(ctx))


def spoken_version(version: str, catalog: Catalog) -> Callable[[click.Group], click.Group]:
    """The option ``--version``, which prints name and number only."""
    help_ = catalog.text("Show the version.")
    return click.version_option(version, message=f"Beilin {version}", help=help_)


def picture_size(context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """`value` if it is a width and height in pixels; else raises `BadParameter`."""
    width, cross, height = value.partition("x")
    sound = cross and width.isdecimal() and height.isdecimal()
    if not (sound and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        text = catalog_of(context).text
        raise click.BadParameter(text("write 1280x800, each from 200 to 8000"))
    return value


def _translated(pieces: list[str], catalog: Catalog) -> list[str]:
    known = {
        "[OPTIONS]": catalog.text("[OPTIONS]"),
        "[COMMAND] [ARGS]...": catalog.text("[COMMAND] [ARGS]..."),
    }
    return [known.get(piece, piece) for piece in pieces]


def _described(option: click.Option | None, catalog: Catalog) -> click.Option | None:
    if option is not None:
        option.help = catalog.text("Show this help.")
    return option
