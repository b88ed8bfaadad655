"""Saved pages of a publication, each with the ways to read it."""

from collections.abc import Iterable
from pathlib import Path

import attrs

from accords_data.curate import page_process, page_text
from accords_data.curate.fingerprint import WordList, pieces, readings
from accords_data.problems import AccordsError, Problem


@attrs.frozen
class SavedPage:
    """A saved page, read."""

    name: str
    readings: tuple[WordList, ...]

    @classmethod
    def of(cls, name: str, text: str) -> "SavedPage":
        """Return the page that is called `name` and has this `text`."""
        return cls(name, readings(pieces(text)))


def pages(paths: Iterable[Path]) -> list[SavedPage]:
    """Return the saved pages at `paths`; ``-`` is stdin.

    Raises:
        AccordsError: one cannot be read, or all of them are too long.
    """
    found, size = list[SavedPage](), 0
    for path in paths:
        page = SavedPage(str(path), readings(page_process.pieces(str(path), page_process.read(path))))
        size += len(page.readings[0].words)
        try:
            page_text.check_words(size)
        except page_text.TextError as error:
            message, hint = f"{error}, with the pages before it", "save the article alone"
            raise AccordsError([Problem(path=str(path), message=message, hint=hint)]) from error
        found.append(page)
    return found
