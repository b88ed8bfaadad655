"""The timeline: steps of agreements, meetings and relations, each as exact as its date is."""

import functools
import itertools
from collections.abc import Iterator, Sequence

import attrs

from accords_data.model import edtf
from accords_data.model.records import Agreement, Country, Meeting, Record
from accords_data.model.vocabularies import Stance
from accords_data.site import titles, urls
from accords_data.site.collection import Collection
from accords_data.site.moments import Axis, Mark, in_words
from accords_data.site.paging import parts
from accords_data.site.templates import Press

PER_PAGE = 150
LEFT, RIGHT, TOP, LANE = 150, 1180, 40, 30
SORTS = {"step": "Steps of agreements", "meeting": "Meetings", "relation": "Relations"}


@attrs.frozen
class TimelineMark:
    """Something with a date."""

    sort: str
    date: str | None
    countries: tuple[str, ...]
    what: str
    about: str
    address: str
    contested: bool

    @property
    def order(self) -> tuple[bool, str, str, str]:
        """Where it comes: by its last possible day, undated ones at the end."""
        limits = edtf.bounds(self.date)
        last = limits.latest or limits.earliest
        return self.date is None, "" if last is None else last.isoformat(), self.about, self.address


@attrs.frozen
class Drawn:
    """A happening on the picture."""

    number: int
    happening: TimelineMark
    mark: Mark
    lanes: tuple[float, ...]
    """The height of the lane of each of its countries."""


def happenings(collection: Collection) -> list[TimelineMark]:
    """Return everything that has or may have a date, in order."""
    found = itertools.chain.from_iterable(
        _of(record, collection)
        for kind in ("agreement", "meeting", "country")
        for record in collection.records[kind].values()
    )
    return sorted(found, key=lambda each: each.order)


def _of(record: Record, collection: Collection) -> Iterator[TimelineMark]:
    match record:
        case Agreement():
            everyone = tuple(dict.fromkeys(party.country for party in record.parties if party.role == "party"))
            for index, event in enumerate(record.events):
                countries = everyone if event.country is None else (event.country,)
                what = titles.spaced(event.event) + (f" by {event.actor}" if event.actor else "")
                yield _happening("step", "agreement", record, f"/events/{index}", event.date, countries, what)
        case Meeting():
            countries = tuple(dict.fromkeys(each.country for each in record.participants))
            what = titles.spaced(record.kind)
            yield _happening("meeting", "meeting", record, "", record.date, countries, what)
        case Country():
            for index, relation in enumerate(record.relations):
                what = titles.spaced(relation.event)
                about = (record.id, relation.partner)
                partner = collection.countries[relation.partner].name
                told = _happening("relation", "country", record, f"/relations/{index}", relation.date, about, what)
                yield attrs.evolve(told, about=f"{record.name} and {partner}")
        case _:
            return


def _happening(  # noqa: PLR0913, PLR0917 - what a row of the timeline says
    sort: str, kind: str, record: Record, pointer: str, date: str | None, countries: tuple[str, ...], what: str
) -> TimelineMark:
    cell = f"{pointer[1:].replace('/', '.')}.event" if pointer else "date"
    contested = any(
        support.field in {f"{pointer}/date", f"{pointer}/event"}
        for entry in record.evidence
        if entry.stance is Stance.DISPUTES
        for support in entry.supports
    )
    address = f"{urls.record(kind, record.id)}#{cell}"
    return TimelineMark(sort, date, countries, what, titles.of_record(record), address, contested)


def pages(press: Press, collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield the timeline of everything, of each sort and of each country, with their addresses."""
    everything = happenings(collection)
    countries = {code for each in everything for code in each.countries}
    ordered = collection.names_of(countries)
    views = {"": "Everything"} | SORTS | ordered
    for view, name in views.items():
        chosen = [each for each in everything if view in {"", each.sort, *each.countries}]
        yield from _view(press, view, name, chosen, ordered)


def _view(
    press: Press, view: str, name: str, chosen: Sequence[TimelineMark], names: dict[str, str]
) -> Iterator[tuple[str, bytes]]:
    for part in parts(chosen, PER_PAGE, functools.partial(_address, view)):
        here = _address(view, part.number)
        drawn, axis, lanes = picture(part.items, names)
        yield (
            here,
            press.page(
                "timeline.html",
                here,
                "Timeline" if not view else f"Timeline: {name}",
                view=view,
                name=name,
                rows=[(index, each, in_words(each.date)) for index, each in enumerate(part.items)],
                drawn=drawn,
                axis=axis,
                lanes=lanes,
                names=names,
                height=TOP + LANE * len(lanes) + 16,
                views=[
                    (_address(each, 1), title, each) for each, title in ({"": "Everything"} | SORTS | names).items()
                ],
                sorts=SORTS,
                part=part,
                undated=sum(each.date is None for each in part.items),
            ),
        )


def _address(view: str, number: int) -> str:
    page = "" if number == 1 else f"-{number}"
    return f"timeline/{view}{page}.html" if view else f"timeline{page}.html"


def picture(
    shown: Sequence[TimelineMark], names: dict[str, str]
) -> tuple[list[Drawn], Axis | None, list[tuple[str, str, float]]]:
    """Return what is drawn of `shown`, the axis or None, and code, name and height of each lane."""
    dated = [(number, each, each.date) for number, each in enumerate(shown) if each.date is not None]
    if not dated:
        return [], None, []
    axis = Axis.of([date for _, _, date in dated], LEFT, RIGHT)
    present = {code for _, each, _ in dated for code in each.countries}
    lanes = {code: TOP + LANE * (place + 0.5) for place, code in enumerate(code for code in names if code in present)}
    drawn = [
        Drawn(number, each, axis.mark(date), tuple(sorted(lanes[code] for code in each.countries)))
        for number, each, date in dated
    ]
    return drawn, axis, [(code, names[code], height) for code, height in lanes.items()]
