"""Saved pages of a publication, each with the ways to read it."""

from collections.abc import Iterable
from pathlib import Path

import attrs

from accords_data.curate import page_process
from accords_data.curate.fingerprint import Reading, readings
from accords_data.problems import AccordsError, Problem

MAX_WORDS = 1_000_000
"""Words of all pages together; more are refused."""


@attrs.frozen
class Page:
    """A saved page, read."""

    name: str
    readings: tuple[Reading, ...]

    @classmethod
    def of(cls, name: str, text: str) -> "Page":
        """Return the page that is called `name` and has this `text`."""
        return cls(name, readings(text))


def pages(paths: Iterable[Path]) -> list[Page]:
    """Return the saved pages at `paths`; ``-`` is stdin.

    Raises:
        AccordsError: one cannot be read, or all of them are too long.
    """
    found, size = list[Page](), 0
    for path in paths:
        page = Page.of(str(path), page_process.text(str(path), page_process.read(path)))
        size += len(page.readings[0].words)
        if size > MAX_WORDS:
            message = f"longer than {MAX_WORDS:,} words, with the pages before it"
            raise AccordsError([Problem(path=str(path), message=message, hint="save the article alone")])
        found.append(page)
    return found
