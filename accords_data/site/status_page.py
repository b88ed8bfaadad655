"""The status of each country on any day: as known today, and as known then.

A standing changes only on a day on which something surely happened or a source came out, so those days are enough.
Each agreement is cut for itself: what its standings depend on are its own cells and which countries there are.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import attrs

from accords_data.model import edtf
from accords_data.model.backing import located, sources_of
from accords_data.model.record_base import Record
from accords_data.model.records import Agreement, Country
from accords_data.model.sources import Source
from accords_data.query import as_of
from accords_data.query.status import Dispute, Standing, standings
from accords_data.site import titles, urls
from accords_data.site.collection import Collection
from accords_data.site.date_words import in_words
from accords_data.site.paging import Part, parts
from accords_data.site.table_pages import script_json
from accords_data.site.templates import Press

PER_PAGE = 60
"""Agreements on one page."""
NOW, THEN = "now", "then"
VIEWS = {NOW: "as known today", THEN: "as known then"}

Place = tuple[str, str]
"""An agreement and a country."""
State = Mapping[Place, Standing]
History = list[tuple[str, Standing | None]]
"""The days on which a standing changed, each with what it was from then on; None when there was none."""


@attrs.frozen
class StatusDispute:
    """A dispute of the step, or of its date, as a page shows it."""

    what: str
    """``step disputed`` or ``date disputed``."""
    instead: str | None
    """What is said instead; None where it is only denied."""
    word: str


@attrs.frozen
class StatusCell:
    """One standing as a page shows it."""

    status: str | None
    since: str | None
    word: str | None
    disputes: tuple["StatusDispute", ...]
    address: str | None
    """Where the words stand on which it rests; None for background."""


def histories(collection: Collection, view: str) -> dict[Place, History]:
    """Return how the standing of each country towards each agreement changed, in `view`."""
    judge = _Judge.of(collection)
    found: dict[Place, History] = {}
    for agreement in sorted(judge.agreements, key=lambda each: each.id):
        for day in judge.days(agreement):
            now = {each.country: each for each in judge.standings(agreement, day, day if view == THEN else None)}
            for country in sorted(now.keys() | {code for name, code in found if name == agreement.id}):
                history = found.setdefault((agreement.id, country), [])
                if (history[-1][1] if history else None) != now.get(country):
                    history.append((day, now.get(country)))
    return {place: history for place, history in found.items() if history}


@attrs.frozen
class _Judge:
    """Answers where countries stand on a day."""

    agreements: tuple[Agreement, ...]
    countries: tuple[Country, ...]
    sources: dict[str, Source]
    published: dict[str, str]
    ids: dict[str, frozenset[str]]
    present: dict[str, frozenset[str]]
    """The countries that there are, by the day up to which sources are known."""
    named: dict[tuple[str, frozenset[str]], bool]
    """Whether there is a country when of its sources only these are known: few of all days change that."""
    parts: dict[tuple[str, frozenset[str], frozenset[str]], Agreement | None]
    """What is known of an agreement when only these of its sources are, and only these countries."""

    @classmethod
    def of(cls, collection: Collection) -> "_Judge":
        sources = collection.sources
        return cls(
            agreements=tuple(collection.agreements.values()),
            countries=tuple(attrs.evolve(each, relations=()) for each in collection.countries.values()),
            sources=sources,
            published={name: source.published_by for name, source in sources.items()},
            ids={kind: frozenset(group) for kind, group in collection.records.items()},
            present={},
            named={},
            parts={},
        )

    def days(self, agreement: Agreement) -> list[str]:
        """Return each day on which a standing towards `agreement` may change."""
        told = {self.published[source] for source in sources_of(agreement.evidence)}
        named = {event.country for event in agreement.events} | {party.country for party in agreement.parties}
        told |= {
            self.published[each.entry.source]
            for country in self.countries
            if country.id in named
            for each in country.backing.get("/name", ())
            if each.entry.source is not None
        }
        surely = (None if event.date is None else edtf.surely_since(event.date) for event in agreement.events)
        return sorted(told | {day.isoformat() for day in surely if day is not None})

    def standings(self, agreement: Agreement, day: str, known_by: str | None) -> list[Standing]:
        """Return the standings on `day`, by the sources known by another day, or by all."""
        part = agreement if known_by is None else self.known(agreement, known_by)
        ids = self.ids if known_by is None else self.ids | {"country": self.there(known_by)}
        held = None if part is None else as_of.record_as_of(part, day, self.published, ids)
        if not isinstance(held, Agreement):
            return []
        return list(standings([held], [self.sources[name] for name in sources_of(held.evidence)]))

    def known(self, agreement: Agreement, day: str) -> Agreement | None:
        """Return what the sources published by `day` say of `agreement`."""
        known = self.known_sources(agreement, day)
        there = self.there(day)
        key = agreement.id, known, there
        if key not in self.parts:
            part = as_of.record_known_by(agreement, known, self.ids | {"country": there})
            self.parts[key] = cast("Agreement | None", part)
        return self.parts[key]

    def known_sources(self, record: Record, day: str) -> frozenset[str]:
        """Return the sources of `record` that are published by `day`."""
        return frozenset(name for name in sources_of(record.evidence) if self.published[name] <= day)

    def there(self, day: str) -> frozenset[str]:
        """Return the countries that the sources published by `day` know."""
        # Kept, because each agreement asks for the same days again.
        if day not in self.present:
            self.present[day] = frozenset(each.id for each in self.countries if self.is_named(each, day))
        return self.present[day]

    def is_named(self, country: Country, day: str) -> bool:
        """Return whether the sources published by `day` know `country`."""
        known = self.known_sources(country, day)
        key = country.id, known
        if key not in self.named:
            self.named[key] = as_of.record_known_by(country, known, self.ids) is not None
        return self.named[key]


def pages(press: Press, collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of who stands where, and the data of the slider, with their addresses."""
    told = {view: histories(collection, view) for view in VIEWS}
    names = [each.id for each in sorted(collection.agreements.values(), key=lambda each: (each.title, each.id))]
    for part in parts(names, PER_PAGE, _address):
        shown = frozenset(part.items)
        here = {view: {place: each for place, each in all_.items() if place[0] in shown} for view, all_ in told.items()}
        yield from _Sheet(press, collection, part, here).pages()


@attrs.frozen
class _Sheet:
    """The agreements of one page, on every day."""

    press: Press
    collection: Collection
    part: Part[str]
    """Ids of the agreements."""
    told: dict[str, dict[Place, History]]
    rows: dict[tuple[tuple[Standing | None, ...], str], str] = attrs.field(factory=dict)
    """Rows of the pages, by their standings and the way up to the site."""

    def days(self) -> list[str]:
        """Return every day on which something changes."""
        return sorted({day for all_ in self.told.values() for each in all_.values() for day, _ in each})

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """Yield the page as of the last day; where one page has all agreements, a page for each day and view too."""
        days = self.days()
        last = days[-1] if days else ""
        linked = len(self.part.pages) == 1
        yield self.page(self.address("", NOW), last, NOW, days, linked=linked)
        yield self.data_address(), self.data(days)
        for view in VIEWS if linked else ():
            for day in days:
                yield self.page(self.address(day, view), day, view, days, linked=linked)

    def address(self, day: str, view: str) -> str:
        """Return where the page of a day is; of the last day when `day` is empty."""
        return f"standing/{day}-{view}.html" if day else _address(self.part.number)

    def data_address(self) -> str:
        """Return where the data of the slider is."""
        return f"standing/data-{self.part.number}.js"

    def page(self, address: str, day: str, view: str, days: list[str], *, linked: bool) -> tuple[str, bytes]:
        """Return one page with its address."""
        countries = {country for all_ in self.told.values() for _, country in all_}
        names = self.collection.names_of(countries)
        return address, self.press.page(
            "standing.html",
            address,
            "Status of each country",
            day=day,
            day_in_words=in_words(day or None),
            view=view,
            views=VIEWS,
            names=names,
            rows=[
                (name, self.title(name), self.row(view, name, names, day, urls.root(address)))
                for name in self.part.items
            ],
            days=[
                (each, in_words(each), {kind: self.address(each, kind) for kind in VIEWS})
                for each in (days if linked else ())
            ],
            data=self.data_address(),
            part=self.part,
        )

    def title(self, agreement: str) -> str:
        """Return what the agreement is called."""
        return self.collection.agreements[agreement].title

    def row(self, view: str, agreement: str, countries: Iterable[str], day: str, root: str) -> str:
        """Return the cells of the row of `agreement` on `day`: most days leave most rows as they are."""
        held = tuple(self.standing(view, agreement, country, day) for country in countries)
        if (held, root) not in self.rows:
            cells = [None if each is None else self.shown(each) for each in held]
            self.rows[held, root] = self.press.part("standings", cells, root)
        return self.rows[held, root]

    def standing(self, view: str, agreement: str, country: str, day: str) -> Standing | None:
        """Return the standing on `day`; None when there is none."""
        found = None
        for since, standing in self.told[view].get((agreement, country), ()):
            if since > day:
                break
            found = standing
        return found

    def shown(self, standing: Standing) -> StatusCell:
        """Return `standing` as a page shows it."""
        status = None if standing.status is None else titles.spaced(standing.status)
        since = None if status is None else in_words(standing.since)
        disputes = tuple(map(_dispute, standing.disputes))
        return StatusCell(status, since, standing.word, disputes, self.words(standing))

    def plain(self, standing: Standing) -> list[object]:
        """Return `standing` as the script of the page takes it."""
        cell = self.shown(standing)
        return [cell.status, cell.since, [attrs.astuple(each) for each in cell.disputes], cell.address]

    def words(self, standing: Standing) -> str | None:
        """Return where the words are that `standing` rests on."""
        for each in located(self.collection.agreements[standing.agreement].evidence):
            if (each.source, each.entry.text) == (standing.source, standing.text):
                return urls.passage(each.source, each.start, each.end)
        return None

    def data(self, days: list[str]) -> bytes:
        """Return the script that hands the histories over."""
        told = {
            view: [
                [*place, [[day, None if standing is None else self.plain(standing)] for day, standing in history]]
                for place, history in all_.items()
            ]
            for view, all_ in self.told.items()
        }
        return f"accordsStandings({script_json({'days': days, 'views': told})});\n".encode()


def _dispute(dispute: Dispute) -> StatusDispute:
    """Return `dispute` as a page shows it."""
    if dispute.cell == "event":
        instead = None if dispute.alternative is None else titles.spaced(dispute.alternative)
        return StatusDispute("step disputed", instead, dispute.word)
    instead = None if dispute.alternative is None else in_words(dispute.alternative)
    return StatusDispute("date disputed", instead, dispute.word)


def _address(number: int) -> str:
    return "standing.html" if number == 1 else f"standing-{number}.html"
