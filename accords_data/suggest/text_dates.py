"""The dates of a text, sentence by sentence, each seen from the ones before it."""

import re

import attrs

from accords_data.seeds.spans import Span
from accords_data.suggest import relative_dates, time_words


@attrs.define
class Almanac:
    """The dates that a text of a day has told so far."""

    published: str
    moments: dict[Span, time_words.Moment] = attrs.field(factory=dict)
    last_given: str | None = None
    """The last date of the sentence before."""

    def read(self, words: str, start: int) -> dict[Span, time_words.Moment]:
        """Return what a sentence, which begins at `start` of the text, says of when, and keep it."""
        found = list(time_words.moments(words, self.published))
        counted = relative_dates.offsets(words, self.published, found, self._near(words))
        more = [
            each for each in counted if not any(each.start < other.end and other.start < each.end for other in found)
        ]
        dates = sorted([*found, *more], key=lambda each: each.start)
        new = {Span(start + each.start, start + each.end): each for each in dates}
        self.moments |= new
        self.last_given = dates[-1].date if dates else None
        return new

    def _near(self, words: str) -> str | None:
        """Return from what date a sentence counts: the last one; of what "had" happened, the latest past day."""
        dates = [each.date for each in self.moments.values()]
        # As long as a day is: months, years and intervals are none.
        past = [each for each in dates if len(each) == len(self.published) and each <= self.published]
        if self.last_given is None and past and re.search(r"\bhad\b", words) is not None:
            return max(past)
        return self.last_given or (dates[-1] if dates else None)
