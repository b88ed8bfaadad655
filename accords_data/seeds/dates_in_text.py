"""Days as English prose writes them: what date the words mean, and whether a weekday beside them agrees.

The one reader of dates, for the build and for drafts. A date is read whole or not at all: ``15–18 September 2025`` is
an interval, ``before 6 November 2025`` is a date that says nothing of a day, and the year of ``Nov. 6, 2025`` is no
date of its own. Nothing is guessed: a day without its year means nothing here (`accords_data.seeds.relative_days` reads
what counts from the day of publication).
"""

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator

import attrs

from accords_data.seeds import date_forms, date_parts
from accords_data.seeds.date_forms import MONTHS, REACH, WEEKDAYS
from accords_data.seeds.late_patterns import LatePattern

__all__ = ["MONTHS", "WEEKDAYS", "DateExpression", "DateInWords", "NamedWeekday", "dates_in", "expressions"]
_MONTHS = frozenset(month[:3] for month in MONTHS)
_LONGEST = 50
"""More code points than a stretch of days before its year: "Monday, 15 September to Thursday, 18 September"."""
_NEAR = 40
"""More code points than what changes a date, before it."""
_MAY_GO_ON = (" on", ", on", " or ", ", or ", " at the ", ", at the ", " and ", ", and ", "?", " (?")
"""With one of these begins what makes of a date another one, behind it."""
_DAY_LENGTH = len("2025-11-06")
_SPOKEN = r"(?: (?:morning|afternoon|evening|night))?"
_BESIDE = LatePattern(rf"(?<!\w)(?P<weekday>{date_forms.WEEKDAY}){_SPOKEN}(?:,? (?:on |the |on the )?| \()$")
_AFTER = LatePattern(rf"(?:, (?:a )?| \((?:a )?)(?P<weekday>{date_forms.WEEKDAY})(?!\w)")
_JOINED = LatePattern(rf" ?[–—-] ?(?:{date_forms.WEEKDAY},? )?(?:the )?| to (?:{date_forms.WEEKDAY},? )?(?:the )?")
_SHORT_YEAR = LatePattern(r"[-–/]([0-9]{2})(?!\w)")
_FROM = LatePattern(rf"\b(?:[Ff]rom|[Bb]etween) (?:{date_forms.WEEKDAY},? )?(?:the )?$")
_BETWEEN = LatePattern(rf"\b[Bb]etween (?:{date_forms.WEEKDAY},? )?(?:the )?$")


@attrs.frozen
class DateInWords:
    """A date that words mean."""

    words: str
    date: str
    """EDTF."""
    start: int
    end: int


@attrs.frozen
class DateExpression:
    """Words that tell a time with its year, read or not."""

    start: int
    end: int
    calendar: str | None
    """EDTF: what stands there; None where it can be read in two ways, or is in no calendar."""
    certain: bool
    """Whether what is told was then: not "before", not "not on", not "or the day after"."""

    @property
    def date(self) -> str | None:
        """Return the date that the words mean, or None."""
        return self.calendar if self.certain else None


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
    """Return the dates that `words` tell, in their order."""
    return tuple(
        DateInWords(words[each.start : each.end], each.date, each.start, each.end)
        for each in expressions(words)
        if each.date is not None
    )


@functools.lru_cache(maxsize=256)
def expressions(text: str) -> tuple[DateExpression, ...]:
    """Return every expression of `text` that has a year, whether or not it can be read, in its order."""
    if not any(century in text for century in date_forms.CENTURIES):
        return ()  # most words have no year: they need not be searched for one
    found: list[DateExpression] = []
    for year in date_forms.YEAR.finditer(text):
        if found and year.start() < found[-1].end:
            continue
        each = _expression(text, year)
        joined = None if each is None or not found else _joined(text, found[-1], each)
        if joined is not None:
            found[-1] = joined
        elif each is not None:
            found.append(each)
    return tuple(_weighed(text, each) for each in found)


@functools.lru_cache(maxsize=256)
def named_weekdays(text: str) -> tuple[NamedWeekday, ...]:
    """Return each weekday of `text` that stands right before or after a day: ``Thursday, 6 November 2025``."""
    return tuple(found for each in expressions(text) for found in _beside(text, each))


def _beside(text: str, each: DateExpression) -> Iterator[NamedWeekday]:
    if each.calendar is None or len(each.calendar) != _DAY_LENGTH or "/" in each.calendar:
        return
    before = _BESIDE.search(text, max(0, each.start - REACH), each.start)
    after = _AFTER.match(text, each.end)
    for found, start, end in (
        (before, each.start if before is None else before.start(), each.end),
        (after, each.start, each.end if after is None else after.end()),
    ):
        if found is not None:
            weekday = WEEKDAYS[date_forms.weekday_number(found["weekday"])]
            yield NamedWeekday(text[start:end], start, end, weekday, each.calendar)


def _expression(text: str, year: re.Match[str]) -> DateExpression | None:
    """Return the expression to which `year` belongs, or None where it is a number and no year."""
    start, end = year.span()
    iso = date_forms.ISO.match(text, end)
    if iso is not None and text[start - 1 : start] not in {"-", "/"}:
        whole = date_forms.day(year[0], int(iso["month"]), int(iso["day"]))
        return DateExpression(start, iso.end(), whole, certain=True)
    left = text[max(0, start - REACH) : start]
    offset = start - len(left)
    if text[end : end + 1] in {"-", "/"} and _SHORT_YEAR.match(text, end) is None:
        return None
    for pattern, read in _readers(left):
        match = pattern.search(left, max(0, len(left) - _LONGEST))
        if match is not None:
            return DateExpression(offset + match.start(), end, read(left, match, year[0]), certain=True)
    return _year_alone(text, left, year)


def _readers(left: str) -> Iterator[tuple[LatePattern, Callable[[str, re.Match[str], str], str | None]]]:
    """Yield the ways to write what stands before a year, the most exact first, and what each means with it."""
    last = left[-_NEAR:].rstrip(" ,-").removesuffix(" of").rstrip(",").replace("-", " ").split(" ")[-1]
    if left[-1:] in {".", "/", "-"}:
        yield date_forms.NUMBERED, date_parts.numbered
    # "November 6," ends in a number or its ordinal, "6 November" in a month.
    if last[:1].isdecimal():
        yield date_forms.MONTH_FIRST, date_parts.days
    elif last[:3].title() in _MONTHS or last[-3:] in _MONTHS or "–" in last:
        yield date_forms.DAY_FIRST, date_parts.days
        yield date_forms.MONTH_ALONE, date_parts.months


def _year_alone(text: str, left: str, year: re.Match[str]) -> DateExpression | None:
    start, end = year.span()
    short = _SHORT_YEAR.match(text, end)
    if short is not None:
        return DateExpression(start, short.end(), None, certain=True) if _led(left) else None
    if left.endswith(("–", "-", "/")) and date_forms.YEAR.fullmatch(left[-5:-1]) is not None:
        return DateExpression(start, end, year[0], certain=True) if _led(left[:-5]) else None
    if not left.strip() and not text[end:].strip():
        return DateExpression(start, end, year[0], certain=True)
    if date_forms.UNREADABLE.search(left):
        return DateExpression(start, end, None, certain=True)
    counted = date_forms.YEAR_ENDS.match(text, end) is None and _SHORT_YEAR.match(text, end) is None
    named = date_forms.YEAR_OF.search(left) and date_forms.OF_A_YEAR.match(text, end)
    if (_led(left) and (not counted or text[end : end + 1] in {"–", "-"})) or named:
        return DateExpression(start, end, year[0], certain=True)
    return None


def _led(left: str) -> bool:
    """Return whether what stands before a number makes it a year: "in", "of" no quantity, a year joined to it."""
    led = date_forms.YEAR_LED.search(left)
    if led is not None:
        return led["what"] is None or led["what"].lower() not in date_forms.NO_YEAR_OF
    return re.search(r"(?<!\w)(?:19|20)[0-9]{2}(?:,| and| to|, and) $", left) is not None


def _joined(text: str, first: DateExpression, second: DateExpression) -> DateExpression | None:
    """Return the interval that the two are, or None: "from … to …", "between … and …", "2019–2021"."""
    between, before = text[first.end : second.start], text[max(0, first.start - REACH) : first.start]
    if len(between) > _NEAR:
        return None
    ranged = _JOINED.fullmatch(between) is not None and (between[:2] != " t" or _FROM.search(before) is not None)
    if not ranged and not (between.startswith(" and ") and _BETWEEN.search(before)):
        return None
    if not ranged and re.fullmatch(rf" and (?:{date_forms.WEEKDAY},? )?(?:the )?", between) is None:
        return None
    both = None if first.calendar is None or second.calendar is None else f"{first.calendar}/{second.calendar}"
    plain = both is not None and both.count("/") == 1 and date_forms.POSTPONED.search(before) is None
    return DateExpression(first.start, second.end, both if plain else None, certain=True)


def _weighed(text: str, each: DateExpression) -> DateExpression:
    """Return the expression, not certain where the words beside it make it another time."""
    before = text[max(0, each.start - REACH) : each.start]
    near = before[-_NEAR:].lower().replace("-", " ").replace(",", " ").split()[-5:]
    other = not date_forms.OTHER_TIMES.isdisjoint(near) and date_forms.OTHER_TIME.search(before)
    other = other or (text.startswith(_MAY_GO_ON, each.end) and date_forms.OR_ANOTHER.match(text, each.end))
    return attrs.evolve(each, certain=False) if other else each
