"""Expressions that count from a day: the publication ("this morning"), or a date told before ("a day later")."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from accords_data.model import edtf
from accords_data.suggest.time_words import Moment

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MANY = rf"(?:an?|{'|'.join(_NUMBERS)}|[1-9][0-9]?)"
# "the day before the summit" counts from the summit, of which the day is not known.
_ALONE = r"(?=[,.;:)]|$| (?:in|at|with|and|over|by)\b)"
_TODAY = {
    "Today": 0, "Tonight": 0, "this morning": 0, "This morning": 0, "this afternoon": 0, "This afternoon": 0,
    "this evening": 0, "This evening": 0, "Yesterday": -1, "last night": -1, "Last night": -1, "Tomorrow": 1,
}  # fmt: skip
"""Days from the one of publication."""
_FROM_TODAY = re.compile(rf"(?<![\w-])(?:{'|'.join(_TODAY)})(?![\w-])")
_AGO = re.compile(rf"(?<![\w-])(?P<many>{_MANY}) (?P<unit>day|month|year)s? (?P<way>ago)(?![\w-])")
_FROM_TOLD = re.compile(
    # "a day earlier than planned" is no date.
    rf"(?<![\w-])(?:(?P<many>(?i:{_MANY})) (?P<unit>day|month|year)s? (?P<way>earlier|later)(?! than\b)"
    rf"|[Tt]he (?P<which>same|next|following|previous) (?P<unit2>day|month|year)"
    rf"|[Tt]he day (?P<side>before|after){_ALONE})(?![\w-])"
)
_STEPS = {"same": 0, "next": 1, "following": 1, "previous": -1, "before": -1, "after": 1}
_PRECISIONS = {"day": 10, "month": 7, "year": 4}
"""How many characters of a date tell it."""


def offsets(sentence: str, published: str, beside: Sequence[Moment], near: str | None) -> Iterator[Moment]:
    """Yield what `sentence` counts from a day.

    Args:
        sentence: The sentence.
        published: Day of publication.
        beside: The other dates of the sentence.
        near: The date that was told last before the sentence.
    """
    for match in _FROM_TODAY.finditer(sentence):
        yield _moment(match, _shifted(published, _TODAY[match[0]], "day"), f"published {published}")
    for match in _AGO.finditer(sentence):
        date = _shifted(published, -_number(match["many"]), match["unit"])
        yield _moment(match, date, f"published {published}")
    for match in _FROM_TOLD.finditer(sentence):
        before = [each.date for each in beside if each.end <= match.start()]
        base = before[-1] if before else near
        unit = match["unit"] or match["unit2"] or "day"
        # "signed in March 2021. Bahrain signed a day later": from a month, no day can be counted.
        if base is not None and edtf.is_edtf(base[: _PRECISIONS[unit]]) and len(base) in _enough(unit):
            yield _moment(match, _shifted(base, _steps(match), unit), f"counted from {base}, given before")


def _enough(unit: str) -> set[int]:
    """Return how long a date may be from which such units are counted; an interval is none."""
    return {length for length in _PRECISIONS.values() if length >= _PRECISIONS[unit]}


def _steps(match: re.Match[str]) -> int:
    if match["many"] is None:
        return _STEPS[match["which"] or match["side"]]
    return _number(match["many"].lower()) * (-1 if match["way"] == "earlier" else 1)


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    return 1 if words in {"a", "an"} else _NUMBERS.index(words) + 1


def _shifted(date: str, steps: int, unit: str) -> str:
    """Return the day, month or year that lies `steps` units after that of `date`."""
    if unit == "day":
        return (dt.date.fromisoformat(date) + dt.timedelta(days=steps)).isoformat()
    if unit == "year":
        return str(int(date[:4]) + steps)
    months = int(date[:4]) * 12 + int(date[5:7]) - 1 + steps
    return f"{months // 12}-{months % 12 + 1:02d}"


def _moment(match: re.Match[str], date: str, why: str) -> Moment:
    return Moment(match.start(), match.end(), match[0], date, None, f"{match[0]!r} is {date}, {why}")
