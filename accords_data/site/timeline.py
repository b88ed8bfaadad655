"""The timeline: steps of agreements, meetings and relations, each as exact as its date is."""

import functools
import itertools
from collections.abc import Iterator, Sequence

import attrs

from accords_data.model import edtf
from accords_data.model.attributes import Since
from accords_data.model.backing import disputed
from accords_data.model.fields import cells, fields_of
from accords_data.model.record_base import Record
from accords_data.model.records import MODELS, PLURALS
from accords_data.site import titles, urls
from accords_data.site.collection import Collection
from accords_data.site.date_words import Axis, Mark, in_words
from accords_data.site.paging import parts
from accords_data.site.templates import Press

PER_PAGE = 150
LEFT, RIGHT, TOP, LANE = 150, 1180, 40, 30
STEPS, RELATIONS = {"step": "Steps of agreements"}, {"relation": "Relations"}


@attrs.frozen(kw_only=True)
class TimelineMark:
    """Something with a date."""

    sort: str
    date: str | None
    countries: tuple[str, ...]
    what: str
    about: str
    address: str
    disputed: str
    """Which of the two is disputed: that it happened, or when; empty when neither is."""

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


def sorts() -> dict[str, str]:
    """Return the sorts of happenings with what each is called: steps, records of a kind that happens, relations."""
    return STEPS | {kind: titles.of_field(PLURALS[kind]) for kind in _happening_kinds()} | RELATIONS


def _happening_kinds() -> list[str]:
    """Return the kinds whose records happen on a day."""
    return [kind for kind, model in MODELS.items() if isinstance(model.entity.dated_by, Since)]


def happenings(collection: Collection) -> list[TimelineMark]:
    """Return everything that has or may have a date, in order."""
    found = itertools.chain(_steps(collection), _records(collection), _relations(collection))
    return sorted(found, key=lambda each: each.order)


def _steps(collection: Collection) -> Iterator[TimelineMark]:
    for agreement in collection.agreements.values():
        everyone = tuple(dict.fromkeys(party.country for party in agreement.parties if party.role == "party"))
        for event in agreement.events:
            yield TimelineMark(
                sort="step",
                date=event.date,
                countries=everyone if event.country is None else (event.country,),
                what=titles.spaced(event.event) + (f" by {event.actor}" if event.actor else ""),
                about=agreement.caption,
                address=urls.cell("agreement", agreement.id, f"/events/{event.item}/event"),
                disputed=_disputed(agreement, f"/events/{event.item}"),
            )


def _records(collection: Collection) -> Iterator[TimelineMark]:
    """Yield each record of a kind that happens, with the countries that its lists name."""
    for kind in _happening_kinds():
        for record in collection.records[kind].values():
            dating = record.entity.dated_by
            assert isinstance(dating, Since)  # noqa: S101 - that is what such a kind is
            named = tuple(name for name in record.entity.listed_with if name != dating.field)
            yield TimelineMark(
                sort=kind,
                date=getattr(record, dating.field),
                countries=tuple(dict.fromkeys(_countries(record))),
                what=titles.beside(record, named, collection.records),
                about=record.caption,
                address=urls.cell(kind, record.id, f"/{dating.field}"),
                disputed=_disputed(record, ""),
            )


def _countries(record: Record) -> Iterator[str]:
    """Yield the countries that the items of the record's lists name."""
    for field in fields_of(type(record)):
        for item in getattr(record, field.name) if field.many and field.model is not None else ():
            yield from (
                str(cell.value)
                for cell in cells(item)
                if cell.field.text is not None and cell.field.text.reference == "country"
            )


def _relations(collection: Collection) -> Iterator[TimelineMark]:
    for country in collection.countries.values():
        for relation in country.relations:
            yield TimelineMark(
                sort="relation",
                date=relation.date,
                countries=(country.id, relation.partner),
                what=titles.spaced(relation.event),
                about=f"{country.name} and {collection.countries[relation.partner].name}",
                address=urls.cell("country", country.id, f"/relations/{relation.item}/event"),
                disputed=_disputed(country, f"/relations/{relation.item}"),
            )


def _disputed(record: Record, address: str) -> str:
    """Return what somebody disputes: that it happened, or when."""
    told = disputed(record.backing)
    names = {"event": "step", "date": "date"}
    wrong = " and ".join(name for cell, name in names.items() if f"{address}/{cell}" in told)
    return f"{wrong} disputed" if wrong else ""


def pages(press: Press, collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield the timeline of everything, of each sort and of each country, with their addresses."""
    everything = happenings(collection)
    countries = {code for each in everything for code in each.countries}
    ordered = collection.names_of(countries)
    views = {"": "Everything"} | sorts() | ordered
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
                    (_address(each, 1), title, each) for each, title in ({"": "Everything"} | sorts() | names).items()
                ],
                sorts=sorts(),
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
