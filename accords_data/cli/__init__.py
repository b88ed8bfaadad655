"""The command line: the only part that knows click. Everything heavy is imported by the command that needs it."""

import click

from accords_data import __version__
from accords_data.cli.curation import check, export, schemas, show, status
from accords_data.cli.options import HELP
from accords_data.cli.releases import diff, release, verify
from accords_data.cli.workbench import cite, conflicts, coverage, fmt, new, source, suggest

__all__ = ["accords", "export"]


@click.group(context_settings=HELP)
@click.version_option(__version__, prog_name="accords")
def accords() -> None:
    """Read the dataset of the Abraham Accords, every cell with the words it rests on.

    Example: accords check
    """


for _command in (
    *(export, check, show, status, schemas, verify, release, diff),
    *(source, cite, suggest, coverage, conflicts, fmt, new),
):
    accords.add_command(_command)
