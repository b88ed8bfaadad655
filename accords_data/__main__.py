"""The programs ``accords`` and ``accords-export``; ``python -m accords_data`` is the first of them.

Their help is a stored text, shown before anything is imported: what click would print, as a test holds. Wherever
click might print anything else, it is asked.
"""

import os
import sys
from pathlib import Path

_HELP = (["-h"], ["--help"])
_WIDTH = 80
"""Columns of a terminal from which on click wraps its help alike."""


def accords() -> None:
    """Run ``accords``."""
    if not _is_help_shown("accords"):
        from accords_data.cli import accords

        accords()


def export() -> None:
    """Run ``accords-export``."""
    if not _is_help_shown("accords-export"):
        from accords_data.cli import export

        export()


def _is_help_shown(program: str) -> bool:
    """Show the stored help of `program` if that is what was asked for, and return whether it was shown."""
    # Under another name of the program, click shows that name.
    if sys.argv[1:] not in _HELP or Path(sys.argv[0]).name != program or _may_click_differ(program):
        return False
    try:
        text = (Path(__file__).parent / "cli" / "help" / f"{program}.txt").read_text(encoding="utf-8")
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError:  # no such file, or nobody reads: what then happens is for click to decide
        return False
    return True


def _may_click_differ(program: str) -> bool:
    """Return whether click would answer anything but the stored text: in a narrow terminal, or to a shell."""
    asked = ("COLUMNS", f"_{program.replace('-', '_').upper()}_COMPLETE")
    if sys.stdout is None or any(name in os.environ for name in asked):
        return True
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns < _WIDTH
    except OSError:  # no terminal: click takes its widest form
        return False


if __name__ == "__main__":
    accords()
