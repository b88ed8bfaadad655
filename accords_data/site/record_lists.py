"""The lists of all records of a kind, in pages."""

import functools
from collections.abc import Iterator

from accords_data.model.record_base import Record
from accords_data.model.records import PLURALS
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
                    records=[(record, record.caption, _about(record, collection)) for record in part.items],
                    part=part,
                ),
            )


def _order(record: Record) -> tuple[str, str]:
    """Return the date of `record` where its kind is ordered by one, else what it is called; then its id."""
    date = record.entity.ordered_by
    return (record.caption.casefold() if date is None else getattr(record, date) or ""), record.id


def _about(record: Record, collection: Collection) -> str:
    """Return what sets `record` apart from others of its name."""
    return titles.beside(record, record.entity.listed_with, collection.records)
