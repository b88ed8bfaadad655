"""What can be wrong: `Problem`, a frozen value, and `AccordsError`, which carries all of them."""

import re
from collections.abc import Iterable

import attrs

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

Finding = tuple[str, str, str | None]
"""What is wrong in a record: pointer, message, hint. A `Problem` says where the record is as well."""


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong, as data; the sentence is made last, by ``str``."""

    path: str
    """File or folder, as the user gave it or relative to the seeds folder's parent."""
    message: str
    """What is wrong, in one sentence without a full stop."""
    hint: str | None = None
    """What to do next."""
    pointer: str | None = None
    """RFC 6901 JSON Pointer of the cell; None where no cell is meant."""
    line: int | None = None
    """Line, counted from 1; None where the whole file is meant."""
    column: int | None = None
    """Column, counted from 1 in Unicode code points; None where the whole line is meant."""

    def __str__(self) -> str:
        """Return ``path:line:col: /pointer: message (hint)``."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        pointer = "" if self.pointer is None else f"{self.pointer or 'whole record'}: "
        hint = "" if self.hint is None else f" ({self.hint})"
        return printable(f"{place}: {pointer}{self.message}{hint}")


def printable(text: str) -> str:
    r"""Return `text` so that a terminal shows it and obeys nothing of it: control characters as ``\x1b``."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


class AccordsError(Exception):
    """The work cannot be done; `problems` says everything that stands in its way."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep `problems` in the order of path, line, column; each is kept once."""
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems), key=_place))
        super().__init__("\n".join(map(str, self.problems)))


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    return (problem.path, problem.line or 0, problem.column or 0, problem.pointer or "", problem.message)


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return the hint ``did you mean 'x'?`` for the closest of `choices`, or None when none is close."""
    import difflib

    close = difflib.get_close_matches(word, sorted(choices), n=1)
    return f"did you mean '{close[0]}'?" if close else None
