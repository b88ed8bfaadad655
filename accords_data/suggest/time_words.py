"""Expressions that say when: what day, month or year they mean, seen from the day of publication, and why.

Whole dates are read by `accords_data.seeds.dates_in_text`, what counts from the day of publication by
`accords_data.seeds.relative_days`. What these leave open is read here, and the reasoning is given: it is a proposal.
"""

import datetime as dt
import re
from collections.abc import Iterator

import attrs

from accords_data.model import edtf
from accords_data.seeds import dates_in_text, relative_days

_MONTH = f"(?:{'|'.join(dates_in_text.MONTHS)})"
_DAY = "(?:[12][0-9]|3[01]|0?[1-9])"
_WEEKDAY = f"(?:{'|'.join(dates_in_text.WEEKDAYS)})"
# "may" is a verb as well: a month without a day counts only after "in" or "since".
_EXPRESSION = re.compile(
    rf"(?<![\w/-])(?:"
    rf"(?P<pointing>(?:[Ll]ast|[Nn]ext|[Tt]his) (?:{_WEEKDAY}|{_MONTH}))"
    rf"|(?P<weekday>{_WEEKDAY})"
    rf"|(?P<d1>{_DAY})(?:st|nd|rd|th)? (?P<m1>{_MONTH})|(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?:st|nd|rd|th)?"
    rf"|(?P<month>(?<=[Ii]n )(?:early |late |mid-)?{_MONTH}|(?<=[Ss]ince ){_MONTH})"
    rf")(?![\w/-])"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|is due to|are due to|due to|due in|due on|set to|is to|are to|expected|scheduled|plans?|planned|planning|poised|hopes?"
    r"|intends?|going to|slated|ready to|flies|arrives|travels|heads|lands|meets|hosts|begins|convenes|gathers|prepar\w+ to|tentatively|awaited)\b"
)
# "Oman will join, its minister said on Monday": right after a verb of telling a day is past, whatever "will" says.
_TOLD = re.compile(
    r"\b(?:said|told\b[^.,]{0,40}|wrote|met|spoke|held|took place|(?<!be )(?<!been )(?<!being )\w+ed(?: (?:its |their )?(?:plans?|an? plan))?)(?: late| early)?(?: on)? ?$"
)


@attrs.frozen
class Moment:
    """When something happened, or is to happen."""

    start: int
    end: int
    words: str
    date: str
    """EDTF."""
    rule: str | None
    """Name of the rule by which the build checks it; None where there is none, and the reasoning has to do."""
    reasoning: str
    contradiction: str | None = None
    """What is wrong with a weekday that stands beside it."""


def moments(sentence: str, published: str) -> tuple[Moment, ...]:
    """Return what `sentence`, of a text published on the day `published`, says of when, in its order."""
    day = dt.date.fromisoformat(published)
    whole = [*_whole_dates(sentence), *_relative_dates(sentence, published)]
    # A part of a date that is read as a whole, or that cannot be read, is no date of its own.
    taken: list[Moment | dates_in_text.DateExpression] = [*whole, *dates_in_text.expressions(sentence)]
    rest = [each for each in _seen_from(sentence, day) if not any(_overlap(each, other) for other in taken)]
    dated = whole + [each for each in rest if each.rule != "weekday" and not _is_weekday(each)]
    beside = [each for each in rest if each not in dated]
    free = [each for each in beside if not any(_beside(each, other, sentence) for other in dated)]
    return tuple(sorted([*(_checked(each, beside, sentence) for each in dated), *free], key=lambda each: each.start))


def _whole_dates(sentence: str) -> Iterator[Moment]:
    for each in dates_in_text.dates_in(sentence):
        yield Moment(each.start, each.end, each.words, each.date, "calendar_date", f"{each.words} is {each.date}")
    for told in dates_in_text.expressions(sentence):
        # "A signatory since January 2021": no date of the whole, but that of its beginning.
        if told.date is None and told.calendar is not None and sentence[: told.start].lower().endswith("since "):
            words = sentence[told.start : told.end]
            yield Moment(told.start, told.end, words, told.calendar, None, f"it is so since {words}")


def _relative_dates(sentence: str, published: str) -> Iterator[Moment]:
    for each in relative_days.relative_dates_in(sentence, published):
        why = f"{each.words!r} is {each.date}, published {published}"
        yield Moment(each.start, each.end, each.words, each.date, "relative_date", why)


def _seen_from(sentence: str, day: dt.date) -> Iterator[Moment]:
    for match in _EXPRESSION.finditer(sentence):
        ahead = _lies_ahead(sentence[: match.start()]) or _opens_what_lies_ahead(sentence, match)
        found = _meaning(match, day, ahead=ahead)
        if found is not None:
            date, rule, why = found
            yield Moment(match.start(), match.end(), match[0], date, rule, f"{why}, published {day.isoformat()}")


def _lies_ahead(before: str) -> bool:
    return _AHEAD.search(before) is not None and _TOLD.search(before) is None


def _opens_what_lies_ahead(sentence: str, date: re.Match[str]) -> bool:
    """Return whether a date is what a sentence begins with, and its first verb tells what is to come: "In May she will"."""
    opens = re.fullmatch(r"(?:(?:And|But|Then) )?(?:(?:On|In|By|Early in|Late in|on|in) )?", sentence[: date.start()])
    begins = re.match(
        r",? [^,;:]{0,60}?\b(?:will|shall|is to|are to|is due to|are due to|is set to|are set to)\b",
        sentence[date.end() :],
    )
    return opens is not None and begins is not None and not re.search(r"\b(?:said|told|\w+ed that|says)\b", begins[0])


def _meaning(match: re.Match[str], day: dt.date, *, ahead: bool) -> tuple[str, str | None, str] | None:
    words = match[0]
    if match["pointing"] is not None:
        return _pointed(words, day)
    if match["weekday"] is not None:
        return _next(words, day) if ahead else _last(words, day)
    if match["month"] is not None:
        return _month(words.split()[-1].rpartition("-")[2], day, ahead=ahead)
    return _day_of_year(match["m1"] or match["m2"], int(match["d1"] or match["d2"]), day, ahead=ahead)


def _pointed(words: str, day: dt.date) -> tuple[str, str | None, str]:
    which, unit = words.split()
    which = which.lower()
    if unit in dates_in_text.WEEKDAYS:
        # "last Thursday" in a text of a Thursday is not that same day.
        if which == "last" and unit == dates_in_text.WEEKDAYS[day.weekday()]:
            return (day - dt.timedelta(days=7)).isoformat(), None, f"{words!r} is that of the week before"
        return _next(unit, day) if which == "next" else _last(unit, day)
    return _month(unit, day, ahead=which == "next")


def _last(weekday: str, day: dt.date) -> tuple[str, str, str]:
    date = day - dt.timedelta(days=(day.weekday() - dates_in_text.WEEKDAYS.index(weekday)) % 7)
    return date.isoformat(), "weekday", f"{weekday!r} is the last one up to the day of publication"


def _next(weekday: str, day: dt.date) -> tuple[str, None, str]:
    # From 1 to 7 days: "will meet on Thursday", in a text of a Thursday, is not that same day.
    date = day + dt.timedelta(days=(dates_in_text.WEEKDAYS.index(weekday) - day.weekday() - 1) % 7 + 1)
    return date.isoformat(), None, f"{weekday!r} is still to come: the next one after the day of publication"


def _month(name: str, day: dt.date, *, ahead: bool) -> tuple[str, None, str]:
    number = dates_in_text.MONTHS.index(name) + 1
    year = day.year + (1 if ahead and number < day.month else 0) - (1 if not ahead and number > day.month else 0)
    return f"{year}-{number:02d}", None, f"{name!r} without a year is the {'next' if ahead else 'last'} one"


def _day_of_year(name: str, number: int, day: dt.date, *, ahead: bool) -> tuple[str, None, str] | None:
    month = dates_in_text.MONTHS.index(name) + 1
    for year in (day.year, day.year + 1) if ahead else (day.year, day.year - 1):
        date = f"{year}-{month:02d}-{number:02d}"
        # 29 February is a day in some years only.
        if edtf.is_edtf(date) and (date >= day.isoformat() if ahead else date <= day.isoformat()):
            return date, None, f"'{number} {name}' without a year is the {'next' if ahead else 'last'} one"
    return None


def _is_weekday(moment: Moment) -> bool:
    return moment.words in dates_in_text.WEEKDAYS


def _overlap(one: Moment, other: "Moment | dates_in_text.DateExpression") -> bool:
    return one.start < other.end and other.start < one.end


def _beside(weekday: Moment, other: Moment, sentence: str) -> bool:
    before = weekday.end <= other.start and re.fullmatch(r",? (?:on )?|, | \(", sentence[weekday.end : other.start])
    after = other.end <= weekday.start and re.fullmatch(r",? (?:a )?| \((?:a )?", sentence[other.end : weekday.start])
    return bool(before or after)


def _checked(moment: Moment, weekdays: list[Moment], sentence: str) -> Moment:
    """Return `moment` with the contradiction of a weekday beside it, if there is one."""
    if edtf.bounds(moment.date).precision is not edtf.Precision.DAY:
        return moment
    actual = dates_in_text.WEEKDAYS[dt.date.fromisoformat(moment.date).weekday()]
    for each in weekdays:
        if _beside(each, moment, sentence) and each.words != actual:
            return attrs.evolve(moment, contradiction=f"{each.words} beside {moment.words}, which is a {actual}")
    return moment
