"""Dates in words, and where they are on a picture."""

import calendar
import datetime as dt

import attrs

from accords_data.model import edtf

_DAY_IN_PARTS = 3


def in_words(date: str | None) -> str:
    """Return the EDTF `date` as a reader says it, no more exact than it is."""
    if date is None:
        return "undated"
    start, slash, end = date.partition("/")
    if not slash:
        return _plain(date)
    if start == "..":
        return f"not after {_plain(end)}"
    return f"from {_plain(start)} on" if end == ".." else f"{_plain(start)} to {_plain(end)}"


def _plain(date: str) -> str:
    parts = date.split("-")
    if len(parts) == 1:
        return date
    month = calendar.month_name[int(parts[1])]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == _DAY_IN_PARTS else f"{month} {parts[0]}"


@attrs.frozen
class Year:
    """A year on the axis."""

    year: int
    start: float
    width: float
    gap: bool
    """Whether years before it are left out."""


@attrs.frozen
class Mark:
    """A date on the axis: a point, or a bar of which an end may be open."""

    start: float
    end: float
    point: bool
    open_start: bool
    open_end: bool

    @property
    def width(self) -> float:
        """How wide the bar is."""
        return round(self.end - self.start, 1)


@attrs.frozen
class Axis:
    """The years that have something in them, the fuller the wider, from left to right."""

    years: tuple[Year, ...]

    @classmethod
    def of(cls, dates: list[str], left: float, right: float) -> "Axis":
        """Return the axis between `left` and `right` on which all `dates` have a place."""
        counted: dict[int, int] = {}
        for date in dates:
            for end in _ends(date):
                counted[end.year] = counted.get(end.year, 0) + 1
        ordered = sorted(counted)
        gaps = [year for year, before in zip(ordered[1:], ordered, strict=False) if year - before > 1]
        # The fullest year is at most four times as wide as the emptiest.
        weights = {year: 1 + min(3.0, counted[year] / 12) for year in ordered}
        unit = (right - left - _GAP * len(gaps)) / max(1.0, sum(weights.values()))
        years, place = [], left
        for year in ordered:
            place += _GAP if year in gaps else 0
            years.append(Year(year, round(place, 1), round(weights[year] * unit, 1), year in gaps))
            place += weights[year] * unit
        return cls(tuple(years))

    def mark(self, date: str) -> Mark:
        """Return where `date` is."""
        limits = edtf.bounds(date)
        first = self.years[0].start
        last = self.years[-1].start + self.years[-1].width
        start = None if limits.earliest is None else self._place(limits.earliest)
        end = None if limits.latest is None else self._place(limits.latest + dt.timedelta(days=1))
        begin = max(first, (end or first) - _OPEN) if start is None else start
        finish = min(last, (start or last) + _OPEN) if end is None else end
        point = limits.precision is edtf.Precision.DAY
        return Mark(round(begin, 1), round(finish, 1), point, start is None, end is None)

    def _place(self, day: dt.date) -> float:
        for year in self.years:
            if day.year == year.year:
                return year.start + year.width * (day.timetuple().tm_yday - 1) / (
                    366 if calendar.isleap(day.year) else 365
                )
            if day.year < year.year:
                return year.start
        return self.years[-1].start + self.years[-1].width


_GAP = 16.0
"""How wide a stretch of years is in which there is nothing."""
_OPEN = 60.0
"""How long a bar is drawn beyond its known end."""


def _ends(date: str) -> list[dt.date]:
    limits = edtf.bounds(date)
    return [each for each in dict.fromkeys((limits.earliest, limits.latest)) if each is not None]
