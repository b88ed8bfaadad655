"""The programs `accords` and `accords-export`: what happens before the command line is read.

Their own help is a text that stands ready, because importing click takes longer than everything else. It is
what click would print in a terminal of 80 columns or more, and a test holds that; in any other case click prints it.
"""

import os
import sys

from accords_data import own_process

HELP = os.path.join(os.path.dirname(__file__), "cli", "help")  # noqa: PTH118, PTH120 - pathlib takes longer than the rest
"""The folder of the texts, ``NAME.txt`` for each program."""
WIDTH = 80
"""Columns for which click wraps at most."""


def accords() -> None:
    """Run ``accords``."""
    if not _helped("accords"):
        own_process.prepare()
        from accords_data import cli

        cli.accords()


def export() -> None:
    """Run ``accords-export``."""
    if not _helped("accords-export"):
        own_process.prepare()
        from accords_data import cli

        cli.export()


def _helped(name: str) -> bool:
    """Print the help of the program `name` if that is all that is asked for, and return whether it is printed."""
    if sys.argv[1:] not in (["--help"], ["-h"]) or not _is_plain(name):
        return False
    with open(f"{HELP}/{name}.txt", encoding="utf-8") as file:  # noqa: PTH123 - as above
        text = file.read()
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except (OSError, UnicodeError):
        return False  # click meets the same, and says so
    return True


def _is_plain(name: str) -> bool:
    """Return whether click would print the help of the program `name` as it stands ready."""
    called = os.path.basename(sys.argv[0])  # noqa: PTH119 - as above
    completing = "_" + name.upper().replace("-", "_") + "_COMPLETE"
    return sys.stdout is not None and called == name and completing not in os.environ and _columns() >= WIDTH


def _columns() -> int:
    """Return how wide the terminal is, as click learns it; 0 where the user has said it."""
    if "COLUMNS" in os.environ:
        return 0
    try:
        return os.get_terminal_size(1).columns or WIDTH
    except OSError:
        return WIDTH


if __name__ == "__main__":
    accords()
