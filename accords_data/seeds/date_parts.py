"""What the words before a year mean with it: a day, a stretch of days, a month or months."""

import re

from accords_data.seeds import date_forms
from accords_data.seeds.date_forms import MONTHS


def days(left: str, match: re.Match[str], year: str) -> str | None:
    """Return the day or the interval of days that a match of `date_forms.DAY_FIRST` or `MONTH_FIRST` is."""
    del left
    months = [date_forms.month_number(each) for each in (match["m1"] or match["m2"], match["m2"] or match["m1"])]
    last = date_forms.day(year, months[1], date_forms.day_number(match["d2"]))
    if match["d1"] is None:
        return last if match["more"] is None else None
    first = date_forms.day(year, months[0], date_forms.day_number(match["d1"]))
    if first is None or last is None or not first < last or not _is_span(match, first, last):
        return None
    listed = re.match(r"[0-9]+", match["more"] or "")
    return f"{first if listed is None else f'{first[:-2]}{int(listed[0]):02d}'}/{last}"


def _is_span(match: re.Match[str], first: str, last: str) -> bool:
    """Return whether the days from `first` to `last` are one stretch: "to", or "and" of days that follow each other."""
    listed = [date_forms.day_number(each) for each in re.findall(date_forms.DAY, match["more"] or "")]
    if re.search(r"[–—-]|to|through|until|till", match["join"]):
        return not listed
    if "or" in match["join"]:
        return False
    if re.search(r"\b[Bb]etween (?:the )?$", match.string[: match.start()]) and not listed:
        return True
    days = [*listed, int(first[-2:]), int(last[-2:])]
    return first[:7] == last[:7] and days == list(range(days[0], days[0] + len(days)))


def months(left: str, match: re.Match[str], year: str) -> str | None:
    """Return the month or the months that a match of `date_forms.MONTH_ALONE` is."""
    if date_forms.STRAY_DAY.search(left[: match.start()]) is not None:
        return None  # a day that no calendar has, or more days than one: the month would be a part of it
    last = f"{year}-{date_forms.month_number(match['m2']):02d}"
    if match["m1"] is None:
        return last
    first = f"{year}-{date_forms.month_number(match['m1']):02d}"
    return f"{first}/{last}" if first < last and "or" not in match["join"] else None


def numbered(left: str, match: re.Match[str], year: str) -> str | None:
    """Return the day that a match of `date_forms.NUMBERED` is, where its two numbers can be read in one way only."""
    del left
    one, other = int(match["one"]), int(match["other"])
    readings = {
        date_forms.day(year, month, number) for month, number in ((one, other), (other, one)) if month <= len(MONTHS)
    }
    readings.discard(None)
    return readings.pop() if len(readings) == 1 else None
