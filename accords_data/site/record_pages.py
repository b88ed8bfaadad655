"""The page of a record: every value with what it rests on, and the records that refer to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from accords_data.model.addresses import ITEM, parts_of
from accords_data.model.fields import Cell, Field, cells, fields_of
from accords_data.model.record_base import Record
from accords_data.site import evidence_view, titles, tombstones, urls
from accords_data.site.collection import Collection
from accords_data.site.evidence_view import Ground
from accords_data.site.templates import Press

SHOWN = 100
"""Records that refer to one, of each kind, that its page lists."""

Mentions = Mapping[tuple[str, str], Sequence[tuple[str, Record]]]
Former = Mapping[tuple[str, str, str], str]
"""What a cell said in the former release, by kind, id and address, where it said something else."""


@attrs.frozen
class Fact:
    """A cell as a page shows it."""

    cell: str
    label: str
    value: str
    address: str | None
    """The page of the record that the value names."""
    language: str | None
    code: bool
    exemption: str | None
    supporting: tuple[Ground, ...]
    disputing: tuple[Ground, ...]
    alternatives: tuple[str, ...]
    """What is said instead of the value, as a page shows it, each once."""
    former: str | None

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return self.cell[1:].replace("/", ".")

    @property
    def bases(self) -> tuple[str, ...]:
        """How the value follows, each basis once."""
        return tuple(dict.fromkeys(each.how.basis for each in self.supporting))


@attrs.frozen
class EntryItem:
    """One item of a list of a record."""

    number: int
    facts: tuple[Fact, ...]


@attrs.frozen
class Group:
    """A list of a record: its name and its items."""

    name: str
    label: str
    items: tuple[EntryItem, ...]


@attrs.frozen
class Entry:
    """A record as its page shows it."""

    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]


def entry(kind: str, record: Record, collection: Collection, former: Former) -> Entry:
    """Return `record` as its page shows it."""
    told = evidence_view.of_record(record, collection.sources, collection.texts)
    maker = _Maker(kind, record.id, collection, told, former)
    own, lists = [], []
    for field in fields_of(type(record)):
        if field.table == "evidence" or (kind == "source" and field.name in urls.ELSEWHERE):
            continue
        if field.many:
            lists.append(_group(field, record, maker))
        elif field.name != "id" and getattr(record, field.name) is not None:
            own.append(maker.fact(Cell(f"/{field.name}", field, getattr(record, field.name)), None))
    return Entry(tuple(own), tuple(group for group in lists if group.items))


def _group(field: Field, record: Record, maker: "_Maker") -> Group:
    items = []
    values = getattr(record, field.name)
    for index, (part, item) in enumerate(zip(parts_of(values), values, strict=True)):
        here = f"/{field.name}/{part}"
        if field.model is None:
            found = [Cell(here, attrs.evolve(field, name=field.column or field.name), item)]
        else:
            found = [cell for cell in cells(item, here) if cell.field.name != ITEM]
        language = getattr(item, "language", None)
        items.append(EntryItem(index + 1, tuple(maker.fact(cell, language) for cell in found)))
    return Group(field.name, titles.of_field(field.name), tuple(items))


@attrs.frozen
class _Maker:
    """Makes the facts of one record."""

    kind: str
    record: str
    collection: Collection
    told: dict[str, list[Ground]]
    former: Former

    def fact(self, cell: Cell, language: str | None) -> Fact:
        """Return `cell` as a page shows it; `language` is that of a name."""
        found = self.told.get(cell.address, [])
        value, address = self.value(cell)
        return Fact(
            cell=cell.address,
            label=titles.of_field(cell.field.name),
            value=value,
            address=address,
            language=language if cell.field.name == "name" else None,
            code=titles.is_code(cell),
            exemption=cell.exemption,
            supporting=tuple(each for each in found if not each.how.disputes),
            disputing=tuple(each for each in found if each.how.disputes),
            alternatives=self.alternatives(cell, found),
            former=self.former.get((self.kind, self.record, cell.address)),
        )

    def alternatives(self, cell: Cell, found: Iterable[Ground]) -> tuple[str, ...]:
        """Return how the values are written that are given instead of that of `cell`, each once."""
        said = (each.how.alternative for each in found)
        return tuple(self.value(attrs.evolve(cell, value=each))[0] for each in dict.fromkeys(said) if each is not None)

    def value(self, cell: Cell) -> tuple[str, str | None]:
        """Return how the value is written, and where it leads."""
        kind = None if cell.field.text is None else cell.field.text.reference
        if kind is not None and self.collection.has(kind, str(cell.value)):
            target = self.collection.records[kind][str(cell.value)]
            return target.caption, urls.record(kind, target.id)
        # Safe as a link: our schema lets in only what begins with http (docs/decisions/0045).
        if cell.field.name == "url":
            return str(cell.value), str(cell.value)
        return titles.of_value(cell), None


def pages(press: Press, collection: Collection, former: Former) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each record that is no source, with its address."""
    everything = collection.every
    referring = evidence_view.mentions(everything)
    for kind, record in everything:
        if kind != "source":
            address = urls.record(kind, record.id)
            yield (
                address,
                press.page(
                    "record.html",
                    address,
                    record.caption,
                    kind=kind,
                    record=record,
                    entry=entry(kind, record, collection, former),
                    local_names=getattr(record, "local_names", ()),
                    tombstones=tombstones.of_record(collection, kind, record.id),
                    mentions=list(_mentions(referring.get((kind, record.id), []))),
                ),
            )


def _mentions(found: Iterable[tuple[str, Record]]) -> Iterator[tuple[str, list[Record], int]]:
    """Yield each kind with the records that are listed, and how many there are."""
    by_kind: dict[str, list[Record]] = {}
    for kind, record in found:
        by_kind.setdefault(kind, []).append(record)
    for kind, records in by_kind.items():
        yield kind, records[:SHOWN], len(records)
