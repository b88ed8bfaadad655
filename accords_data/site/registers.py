"""The lists of all records of a kind, in pages."""

import functools
from collections.abc import Iterator

from accords_data.model.records import PLURALS, Agreement, Country, Leader, Meeting, Record, Source
from accords_data.site import titles, urls
from accords_data.site.collection import Collection
from accords_data.site.paging import parts
from accords_data.site.templates import Press

PER_PAGE = 200


def pages(press: Press, collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield each page of each list, with its address."""
    for kind, group in collection.records.items():
        records = sorted(group.values(), key=_order)
        for part in parts(records, PER_PAGE, functools.partial(urls.register, kind)):
            address = urls.register(kind, part.number)
            yield (
                address,
                press.page(
                    "register.html",
                    address,
                    titles.of_field(PLURALS[kind]) + ("" if part.number == 1 else f", page {part.number}"),
                    kind=kind,
                    total=len(records),
                    records=[(record, titles.of_record(record), _about(record, collection)) for record in part.items],
                    part=part,
                ),
            )


def _order(record: Record) -> tuple[str, str]:
    match record:
        case Source():
            return record.published, record.id
        case Meeting():
            return record.date or "", record.id
        case _:
            return titles.of_record(record).casefold(), record.id


def _about(record: Record, collection: Collection) -> str:
    """Return what sets `record` apart from others of its name."""
    countries = collection.records["country"]
    match record:
        case Source():
            return f"{record.outlet}, {record.published}"
        case Meeting():
            return f"{record.date or 'undated'}, {titles.spaced(record.kind)}"
        case Agreement():
            return titles.spaced(record.kind)
        case Leader():
            offices = {f"{each.title}, {titles.of_record(countries[each.country])}": None for each in record.offices}
            return "; ".join(offices)
        case Country():
            return record.id
