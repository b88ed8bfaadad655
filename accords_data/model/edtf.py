"""The dates of the dataset: a closed profile of EDTF (ISO 8601-2:2019) and its bounds.

The profile: a day ``2025-11-06``, a month ``2025-11``, a year ``2025``, or an interval of two of them with
``..`` for an open end (``2020-09-15/..``), in the years 1900 to 2099. Everything a pattern can decide is in
`PATTERN`, so that every JSON Schema engine gives the same verdict; only the order of an interval's ends is not.
"""

import calendar
import datetime as dt
import functools
import re
from enum import StrEnum

import attrs

_YEAR = "(?:19|20)[0-9]{2}"
_LEAP_YEAR = "(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)"
_MONTH_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
DAY = f"(?:{_YEAR}-{_MONTH_DAY}|{_LEAP_YEAR}-02-29)"
"""Regular expression, unanchored: a day that is in the calendar, ``YYYY-MM-DD``."""
_DATE = f"(?:{DAY}|{_YEAR}-(?:0[1-9]|1[0-2])|{_YEAR})"
PATTERN = rf"^(?:{_DATE}|{_DATE}/{_DATE}|{_DATE}/\.\.|\.\./{_DATE})$"
"""Regular expression: any date of the profile."""

_MONTHS_IN_A_YEAR = 12


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"


@attrs.frozen
class Bounds:
    """The first and the last day that a date may mean; None where it is open."""

    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision | None
    """None when there is no date."""


def is_edtf(text: str) -> bool:
    """Return whether `text` is a date of the profile, an interval's ends being in order."""
    if re.fullmatch(PATTERN, text) is None:
        return False
    limits = bounds(text)
    return limits.earliest is None or limits.latest is None or limits.earliest <= limits.latest


@functools.lru_cache(maxsize=1 << 16)
def bounds(text: str | None) -> Bounds:
    """Return the bounds of the date `text`, which matches `PATTERN`; of None, no date, open ones.

    Raises:
        ValueError: `text` is not a date of the profile.
    """
    if text is None:
        return Bounds(None, None, None)
    start, slash, end = text.partition("/")
    if not slash:
        return _date_bounds(text)
    earliest = None if start == ".." else _date_bounds(start).earliest
    latest = None if end == ".." else _date_bounds(end).latest
    return Bounds(earliest, latest, Precision.PERIOD)


def surely_since(text: str) -> dt.date | None:
    """Return the day from which on what has the date `text` has surely happened, or its interval begun.

    None when the interval has no beginning.
    """
    start = text.partition("/")[0]
    return None if start == ".." else bounds(start).latest


def _date_bounds(text: str) -> Bounds:
    match [int(part) for part in text.split("-")]:
        case [year]:
            return Bounds(dt.date(year, 1, 1), dt.date(year, _MONTHS_IN_A_YEAR, 31), Precision.YEAR)
        case [year, month]:
            last = calendar.monthrange(year, month)[1]
            return Bounds(dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH)
        case [year, month, day]:
            return Bounds(dt.date(year, month, day), dt.date(year, month, day), Precision.DAY)
        case _:
            message = f"{text!r} is not a date of the profile"
            raise ValueError(message)
