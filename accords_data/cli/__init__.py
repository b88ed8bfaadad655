"""The command line: the only part that knows click. Everything heavy is imported by the command that needs it."""

import importlib

import click

from accords_data import __version__
from accords_data.cli.exports import export
from accords_data.cli.options import HELP

__all__ = ["accords", "export"]

_COMMANDS = {
    "exports": ("export", "schemas"),
    "records": ("check", "show", "status"),
    "site": ("site",),
    "releases": ("verify", "release", "diff"),
    "streams": ("convert", "validate"),
    "sources": ("source", "cite", "coverage"),
    "recheck": ("recheck",),
    "curate": ("suggest", "conflicts", "fmt", "new"),
}
"""The commands by the module that has them."""


class _Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(name for names in _COMMANDS.values() for name in names)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        for module, names in _COMMANDS.items():
            if cmd_name in names:
                # Imported only now: help shall not wait for the imports of all commands.
                found = getattr(importlib.import_module(f"accords_data.cli.{module}"), cmd_name)
                return found if isinstance(found, click.Command) else None
        return None


@click.group(cls=_Commands, context_settings=HELP)
@click.version_option(__version__, prog_name="accords")
def accords() -> None:
    """Work with the dataset of the Abraham Accords, in which every cell shows the words it rests on.

    \b
    Example:
      accords check
    """  # noqa: D301 - click reads the backspace character
