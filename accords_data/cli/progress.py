"""How far long work has come: a bar on stderr, for whoever sits before a terminal and has waited a second."""

import contextlib
import itertools
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import click

WAIT = 1.0
"""Seconds before there is a bar: short work shows none."""
PAUSE = 0.1
"""Seconds between two pictures of the bar."""
_LONGEST = 28
"""Characters of the name of a step that are shown, its last ones: with the bar and the number, less than 80 columns."""

OnStep = Callable[[str], None]
"""What is called with the name of each step, before it is taken."""


@contextlib.contextmanager
def steps(*, quiet: bool = False) -> Iterator[OnStep]:
    """Show how many steps were begun, and which one is the last of them: on a terminal, and unless `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield _nowhere
        return
    taken, done = _Steps(), threading.Event()
    # A thread of its own: a single step may take longer than anybody would wait without a sign.
    thread = threading.Thread(target=taken.show, args=(done,), daemon=True)
    thread.start()
    try:
        yield taken.take
    finally:
        done.set()
        thread.join()


def bar(size: int, shown: Callable[[Any], str]) -> Any:  # noqa: ANN401 - of click, untyped
    """Return a bar on stderr, a context manager; it has no percentage where `size` is 0, which means unknown."""
    length = {"length": size} if size else {"iterable": itertools.count()}
    return click.progressbar(**length, file=sys.stderr, item_show_func=shown)


def _nowhere(_name: str) -> None:
    """Show nothing."""


class _Steps:
    """How many steps were begun, and the name of the last one."""

    number = 0
    name = ""

    def take(self, name: str) -> None:
        """Count a step that begins."""
        self.number, self.name = self.number + 1, name

    def show(self, done: threading.Event) -> None:
        """Show the steps from `WAIT` seconds on, until they are `done`."""
        if done.wait(WAIT):
            return
        with bar(0, lambda words: words or "") as picture:
            picture.update(1, self.words())
            while not done.wait(PAUSE):
                picture.update(1, self.words())

    def words(self) -> str:
        """Return what is shown: nothing that a terminal would obey or take two columns for, and not too long."""
        return f"{self.number:,} {ascii(self.name)[1:-1][-_LONGEST:]}"
