"""Days as English prose writes them: what date the words mean, and whether a weekday beside them agrees.

Read are ``6 November 2025``, ``November 6, 2025``, ``2025-11-06``, ``November 2025`` and ``2025``, and ``from … to …``
of two of them; and, seen from the day of publication, ``yesterday``, ``last month`` and the like. Nothing is guessed:
a day without its year means nothing here.
"""

import datetime as dt
import re
from collections.abc import Iterator

import attrs

from accords_data.model import edtf

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_CENTURIES = ("19", "20")
_YEAR = f"(?:{'|'.join(_CENTURIES)})[0-9]{{2}}"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_DAY = "(?:[12][0-9]|3[01]|0?[1-9])"
_PLAIN = re.compile(
    rf"(?<![\w/-])(?:(?P<iso>{_YEAR}-[0-9]{{2}}-[0-9]{{2}})"
    rf"|(?P<d1>{_DAY}) (?P<m1>{_MONTH}) (?P<y1>{_YEAR})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>{_DAY}), (?P<y2>{_YEAR})"
    rf"|(?P<m3>{_MONTH}) (?P<y3>{_YEAR})"
    rf"|(?P<y4>{_YEAR}))(?![\w/-])"
)
_DAYS_OFF = {"the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
"""Days from the one of publication."""
_RELATIVE = re.compile(rf"(?<![\w-])(?:{'|'.join(_DAYS_OFF)}|(?:last|this|next) (?:month|year))(?![\w-])")
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_BESIDE = re.compile(rf"\b{_WEEKDAY}(?:,? (?:on )?|, | \()$")
_AFTER = re.compile(rf"(?:, (?:a )?| \((?:a )?){_WEEKDAY}\b")
_LONGEST_BESIDE = 20
"""More code points than a weekday and what may join it to the day after it; so no text is searched from its start."""


@attrs.frozen
class DateInWords:
    """A date that words mean."""

    words: str
    date: str
    """EDTF."""
    start: int
    end: int


@attrs.frozen
class NamedWeekday:
    """A weekday that stands beside a day."""

    words: str
    """Weekday and day as written."""
    start: int
    end: int
    weekday: str
    date: str

    @property
    def actual(self) -> str:
        """Return the weekday that the day is."""
        return WEEKDAYS[dt.date.fromisoformat(self.date).weekday()]

    @property
    def agrees(self) -> bool:
        """Return whether the day is such a weekday."""
        return self.weekday == self.actual


def dates_in(words: str) -> tuple[DateInWords, ...]:
    """Return the dates that stand in `words`, in their order; two that ``from … to …`` joins are one interval."""
    found: list[DateInWords] = []
    for each in _plain_dates(words):
        joined = (
            found and words[: found[-1].start].lower().endswith("from ") and words[found[-1].end : each.start] == " to "
        )
        if joined:
            first = found.pop()
            each = DateInWords(words[first.start : each.end], f"{first.date}/{each.date}", first.start, each.end)  # noqa: PLW2901 - the two are one
        found.append(each)
    return tuple(found)


def relative_dates_in(words: str, published: str) -> tuple[DateInWords, ...]:
    """Return what "yesterday", "last month" and the like mean in `words` of a text published on the day `published`."""
    day = dt.date.fromisoformat(published)
    return tuple(
        DateInWords(match[0], _relative(match[0], day), match.start(), match.end())
        for match in _RELATIVE.finditer(words)
    )


def _relative(words: str, day: dt.date) -> str:
    if words in _DAYS_OFF:
        return (day + dt.timedelta(days=_DAYS_OFF[words])).isoformat()
    which, unit = words.split()
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return str(day.year + step)
    months = day.year * 12 + day.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02d}"


def named_weekdays(text: str) -> tuple[NamedWeekday, ...]:
    """Return each weekday of `text` that stands right before or after a day: ``Thursday, 6 November 2025``."""
    return tuple(_named_weekdays(text))


def _named_weekdays(text: str) -> Iterator[NamedWeekday]:
    for each in _plain_dates(text):
        if edtf.bounds(each.date).precision is not edtf.Precision.DAY:
            continue
        before = _BESIDE.search(text, max(0, each.start - _LONGEST_BESIDE), each.start)
        after = _AFTER.match(text, each.end)
        for found, start, end in (
            (before, before and before.start(), each.end),
            (after, each.start, after and after.end()),
        ):
            if found is not None and start is not None and end is not None:
                yield NamedWeekday(text[start:end], start, end, found["weekday"], each.date)


def _plain_dates(words: str) -> Iterator[DateInWords]:
    if not any(century in words for century in _CENTURIES):
        return  # most words have no year: they need not be searched for all that may stand before one
    for match in _PLAIN.finditer(words):
        date = _edtf(match)
        if edtf.is_edtf(date):
            yield DateInWords(match[0], date, match.start(), match.end())


def _edtf(match: re.Match[str]) -> str:
    if match["iso"] is not None:
        return match["iso"]
    for number in ("1", "2"):
        if match[f"y{number}"] is not None:
            return f"{match[f'y{number}']}-{_month(match[f'm{number}'])}-{int(match[f'd{number}']):02d}"
    return match["y4"] if match["y3"] is None else f"{match['y3']}-{_month(match['m3'])}"


def _month(name: str) -> str:
    return f"{MONTHS.index(name) + 1:02d}"
