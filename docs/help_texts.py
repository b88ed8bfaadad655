"""Writes the stored help of the two programs, as click prints it in a terminal of 80 columns or more.

    python docs/help_texts.py

Run it after a change to what `accords --help` or `accords-export --help` says, and commit the result.
"""

from pathlib import Path

import click

from accords_data import cli

FOLDER = Path(cli.__file__).parent / "help"
PROGRAMS = {"accords": cli.accords, "accords-export": cli.export}
WIDTH = 78
"""What click leaves of 80 columns."""


def text(program: str) -> str:
    """Return the help of `program`."""
    command = PROGRAMS[program]
    context = click.Context(command, info_name=program, terminal_width=WIDTH, **command.context_settings)
    return command.get_help(context) + "\n"


def main() -> None:
    """Write both."""
    for program in PROGRAMS:
        (FOLDER / f"{program}.txt").write_text(text(program), encoding="utf-8")


if __name__ == "__main__":
    main()
