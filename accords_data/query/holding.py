"""Whether a record, or an item of one of its lists, counts on a day: by what its class says in `dated_by`."""

import datetime as dt
from collections.abc import Iterator, Mapping

import attrs

from accords_data.model import edtf
from accords_data.model.attributes import Dating, During, Since, Steps, StepsOrReport, Timeless
from accords_data.model.fields import fields_of
from accords_data.model.record_base import Record


@attrs.frozen
class Then:
    """One record, looked at from one day."""

    record: Record
    published: Mapping[str, str]
    """The last day on which each source may have been published, by its id."""
    day: dt.date

    def counts(self) -> bool:
        """Return whether the record itself counts."""
        return self._counts(self.record.entity.dated_by, self.record, "")

    def gone(self, address: str, item: object) -> bool:
        """Return whether the item at `address` of one of the record's lists does not count."""
        return not self._counts(_dating(self.record, address.split("/")[1]), item, address)

    def _counts(self, dating: Dating, thing: object, address: str) -> bool:
        match dating:
            case Timeless():
                return True
            case Since(field):
                return self._happened(getattr(thing, field), address)
            case During(field):
                date = getattr(thing, field)
                return self._happened(date, address) and not self._is_over(date or "")
            case Steps(field, of):
                concerning = {None, getattr(thing, of)}
                dates = [date for step, date in self._steps(field) if getattr(step, of) in concerning]
                return any(map(self._has_come, dates)) if dates else self._is_reported(address)
            case StepsOrReport(field):
                return any(self._has_come(date) for _, date in self._steps(field)) or self._is_reported(address)

    def _steps(self, name: str) -> Iterator[tuple[object, str]]:
        """Yield each dated item of the list `name`, with its date."""
        dating = _dating(self.record, name)
        assert isinstance(dating, Since)  # noqa: S101 - `Steps` promises it
        for step in getattr(self.record, name):
            date = getattr(step, dating.field)
            if date is not None:
                yield step, date

    def _happened(self, date: str | None, address: str) -> bool:
        """Return whether what is at `address`, and has `date`, had surely happened."""
        return self._is_reported(address) if date is None else self._has_come(date)

    def _has_come(self, date: str) -> bool:
        """Return whether `date`, whatever day of it is meant, is not after the day; of an interval, its start."""
        since = edtf.surely_since(date)
        return since is None or since <= self.day

    def _is_over(self, date: str) -> bool:
        """Return whether the interval `date` had ended."""
        end = date.partition("/")[2]
        latest = None if end in {"", ".."} else edtf.bounds(end).latest
        return latest is not None and latest < self.day

    def _is_reported(self, address: str) -> bool:
        """Return whether a source that supports a cell below `address` was out; reference data always is."""
        sources = {
            each.entry.source
            for cell, backing in self.record.backing.items()
            if cell.startswith(f"{address}/")
            for each in backing
            if not each.disputes
        }
        return any(source is None or self.published[source] <= self.day.isoformat() for source in sources)


def _dating(record: Record, name: str) -> Dating:
    """Return when the items of the list `name` of `record` count.

    Raises:
        ValueError: its model does not say so.
    """
    dating = next(field.dated_by for field in fields_of(type(record)) if field.name == name)
    if dating is None:
        message = f"{type(record).__name__}.{name} says in no `dated_by` when its items count"
        raise ValueError(message)
    return dating
