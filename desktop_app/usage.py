"""One line, in the reader's language, for a command line that makes no sense."""

from __future__ import annotations

import click

from desktop_app.i18n.catalog import Catalog


def usage_line(catalog: Catalog, error: click.ClickException) -> str:
    """What is wrong with the command line, and where to read how it is written."""
    return f"{_fault(catalog, error)} ({_way_out(catalog, error)})"


def _fault(catalog: Catalog, error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return catalog.text("there is no option {option}", option=error.option_name)
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return catalog.text("{name} is missing", name=name)
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param else ""
        return catalog.text(
            "{name} makes no sense: {reason}", name=name, reason=error.message.rstrip(".")
        )
    if isinstance(error, click.UsageError):
        return catalog.text(
            "this command line makes no sense: {reason}", reason=error.message.rstrip(".")
        )
    return error.format_message()


def _way_out(catalog: Catalog, error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if isinstance(context, click.Context) else "beilin"
    return catalog.text("see {command}", command=f"{command} --help")
