"""Regular expressions that are compiled when they are first needed: most texts need few of them."""

import functools
import re
from collections.abc import Iterator


class LatePattern:
    """A regular expression, compiled at its first use."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Keep the `pattern` and its `flags`."""
        self.pattern = pattern
        self.flags = flags

    @functools.cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match within ``text[start:end]``."""
        return self._compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is all of `text`."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Return the matches within ``text[start:end]``."""
        return self._compiled.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        """Return the words of the matches in `text`."""
        return self._compiled.findall(text)
