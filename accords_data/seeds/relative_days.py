"""Days that count from the one of publication: ``Thursday``, ``last Thursday``, ``yesterday``, ``two days ago``, ``last month``.

They mean something only in a text of which the day of publication is known.
"""

import datetime as dt
import re
from collections.abc import Iterator

from accords_data.seeds import date_forms, dates_in_text
from accords_data.seeds.date_forms import REACH, WEEKDAYS
from accords_data.seeds.dates_in_text import DateInWords
from accords_data.seeds.late_patterns import LatePattern
from accords_data.seeds.sentences import sentence_around
from accords_data.seeds.tenses import Tense, tense

_WEEK = len(WEEKDAYS)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DAYS_OFF = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
"""Days from the one of publication."""
_RELATIVE = LatePattern(
    rf"(?<![\w-])(?:(?P<off>{'|'.join(_DAYS_OFF)})"
    rf"|(?P<many>a|{'|'.join(_NUMBERS)}|[1-9][0-9]?) days? ago"
    r"|(?P<which>last|this|next) (?P<unit>month|year))(?![\w-])",
    re.IGNORECASE,
)
NAMED_DAY = LatePattern(
    rf"(?<![\w-])(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his) )?(?P<day>{'|'.join(WEEKDAYS)})(?!\w)(?!-[a-z])"
)
_OTHER_DAY = LatePattern(
    r"(?:\b(?:every|each|any|one|some|most|a|an|another|previous|following|same|preceding|Black|Good|Bloody|Maundy|Holy|Ash|Palm|Easter|Cyber|Super"
    r"|first|second|third|fourth|final|by|before|after|until|till|since|through|not|never|than|or|from|to|between|about|around|nor|either"
    r"|as early as|as late as|prior to|ahead of|following)(?: (?:the|on|last|this|next|early|late))*|\band|[–—-]|\bnot on) $|[–—-]$",
    re.IGNORECASE,
)
"""Before a weekday: not that day, or not that day alone."""
_ANOTHER_WEEK = LatePattern(
    r" (?:(?:of|in) (?:last|next|this|that|the)\b|last week|next week|week\b|before last|after next)|s\b|(?:,? or |,? and | ?[–—-] ?| to | through )(?:on )?"
    rf"(?:{'|'.join(WEEKDAYS)})| (?:Times|Telegraph|Mail|Express|Post|Herald|Tribune|Mirror|Independent|Mosque|Market)\b"
)
"""After a weekday: that of another week, one of several, or part of a name."""
_NOT_THEN = (
    "by|before|after|until|till|since|through|not|never|for|or|than|about|around|from|prior to|ahead of|as early as"
)
_NOT_THAT_DAY = LatePattern(rf"\b(?:{_NOT_THEN})(?: the)?[ -]$", re.IGNORECASE)
"""Before "yesterday" and the like: not that day."""
_NOT_THAT_MONTH = LatePattern(
    rf"\b(?:{_NOT_THEN}|early|late|mid|end of|start of|beginning of|middle of|half of|the|over|during|past)"
    r"(?: (?:early|late|the))*[ -]$",
    re.IGNORECASE,
)
"""Before "last month" and the like: not that month, or not all of it, or the time of a month up to the day."""
_MONTHS = frozenset((*date_forms.MONTHS, *(month[:3] for month in date_forms.MONTHS), "Sept"))
_YEARLESS = rf"(?:(?P<d1>{date_forms.DAY}) (?P<m1>{date_forms.MONTH})|(?P<m2>{date_forms.MONTH}) (?P<d2>{date_forms.DAY}))(?!\w)"
_DAY_AFTER = LatePattern(rf",? (?:the )?\(?{_YEARLESS}")


def published_day(published: str | None) -> dt.date | None:
    """Return the day of publication, or None where it is not known as one day."""
    if published is None or re.fullmatch(r"\d{4}-\d\d-\d\d", published) is None:
        return None
    return dt.date.fromisoformat(published)


def relative_dates_in(words: str, published: str | None) -> tuple[DateInWords, ...]:
    """Return what "yesterday", "last month" and the like mean in `words` of a text of the day `published`."""
    day = published_day(published)
    if day is None:
        return ()
    return tuple(
        DateInWords(match[0], _relative(match, day), match.start(), match.end())
        for match in _RELATIVE.finditer(words)
        if not _is_another(match, words[max(0, match.start() - REACH) : match.start()])
    )


def _is_another(match: re.Match[str], before: str) -> bool:
    return (_NOT_THAT_DAY if match["which"] is None else _NOT_THAT_MONTH).search(before) is not None


def _relative(match: re.Match[str], day: dt.date) -> str:
    if match["off"] is not None:
        return (day + dt.timedelta(days=_DAYS_OFF[match["off"].lower()])).isoformat()
    if match["many"] is not None:
        many = match["many"].lower()
        number = int(many) if many.isdigit() else 1 if many == "a" else _NUMBERS.index(many) + 1
        return (day - dt.timedelta(days=number)).isoformat()
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if match["unit"].lower() == "year":
        return str(day.year + step)
    months = day.year * 12 + day.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02d}"


def named_days_in(text: str, start: int, end: int, published: str | None) -> Iterator[DateInWords]:
    """Yield what each weekday in ``text[start:end]`` means, seen from `published`; those left open mean nothing."""
    day = published_day(published)
    if day is None:
        return
    for match in NAMED_DAY.finditer(text, start, end):
        date = _named_day(text, match, day)
        if date is not None:
            yield DateInWords(match[0], date.isoformat(), match.start(), match.end())


def _named_day(text: str, match: re.Match[str], day: dt.date) -> dt.date | None:
    before = text[max(0, match.start() - REACH) : match.start()]
    if _OTHER_DAY.search(before) or _ANOTHER_WEEK.match(text, match.end()):
        return None
    if any(each.start <= match.start() < each.end for each in dates_in_text.named_weekdays(text)):
        return None  # it belongs to a date, which is read whole
    date = _pointed(match, day) if (match["which"] or "this").lower() != "this" else _told(text, match, day)
    return date if date is not None and _fits(text, match, date) else None


def _told(text: str, match: re.Match[str], day: dt.date) -> dt.date | None:
    first, last = sentence_around(text, match.start(), match.end())
    past = day - dt.timedelta(days=(day.weekday() - WEEKDAYS.index(match["day"])) % _WEEK)
    match tense(text[first : match.start()], text[match.end() : last]):
        case Tense.PAST:
            return past
        case Tense.AHEAD:
            return None if past == day else past + dt.timedelta(days=_WEEK)  # of a Thursday's "Thursday": which?
        case _:
            return None


def _pointed(match: re.Match[str], day: dt.date) -> dt.date | None:
    """Return the day of "last" or "next", where that of the next or last week and the nearest one are the same."""
    monday = day - dt.timedelta(days=day.weekday())
    number = WEEKDAYS.index(match["day"])
    if match["which"].lower() == "last":
        nearest = day - dt.timedelta(days=(day.weekday() - number - 1) % _WEEK + 1)
        other = monday + dt.timedelta(days=number - _WEEK)
    else:
        nearest = day + dt.timedelta(days=(number - day.weekday() - 1) % _WEEK + 1)
        other = monday + dt.timedelta(days=number + _WEEK)
    return nearest if nearest == other else None


def _fits(text: str, match: re.Match[str], date: dt.date) -> bool:
    """Return whether a day and month beside the weekday, without a year, are those of `date`."""
    following = text[match.end() : match.end() + 16].lstrip(", (")
    dated = following[:1].isdecimal() or following.startswith("the ") or following.split(" ")[0].rstrip(".,") in _MONTHS
    beside = _DAY_AFTER.match(text, match.end()) if dated else None
    if beside is None:
        return True
    month, number = beside["m1"] or beside["m2"], beside["d1"] or beside["d2"]
    return (date_forms.month_number(month), date_forms.day_number(number)) == (date.month, date.day)
