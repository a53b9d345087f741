"""What a command line may say, and one line for one that makes no sense."""

from __future__ import annotations

from pathlib import Path

import click

from desktop_app.i18n.catalog import Catalog

INTERRUPTED = 130  # the exit status after Ctrl+C, as shells give it


def usage_line(catalog: Catalog, error: click.ClickException) -> str:
    """What is wrong with the command line, and where to read how it is written."""
    context = getattr(error, "ctx", None)
    command = context.command_path if isinstance(context, click.Context) else "beilin"
    return catalog.text(
        "{fault} (see {command})", fault=_fault(catalog, error), command=f"{command} --help"
    )


def _fault(catalog: Catalog, error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return catalog.text("there is no option {option}", option=error.option_name)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return catalog.text("there is no command {command}", command=error.command_name)
    if isinstance(error, click.BadOptionUsage):
        return catalog.text("{name} needs a value", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return catalog.text("{name} is missing", name=name)
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param else ""
        return catalog.text(
            "{name} makes no sense: {reason}", name=name, reason=_why(catalog, error)
        )
    if isinstance(error, TooManyWords):
        return catalog.text("there is nothing to do with {words}", words=error.message)
    return error.format_message().rstrip(".")


def _why(catalog: Catalog, error: click.BadParameter) -> str:
    """Why a value is refused, by what it should have been."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return catalog.text("choose from {choices}", choices=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return catalog.text("write a number from {least} up", least=kind.min)
    return error.message.rstrip(".")


class TooManyWords(click.UsageError):
    """More words than a command takes; the message is those words."""


class NamedPath(click.ParamType[Path]):
    """A path; "" is none, though `Path` takes it for the current folder."""

    name = "path"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path of `value`."""
        if not str(value) or "\0" in str(value):
            self.fail("“”", param, ctx)
        return Path(value)
