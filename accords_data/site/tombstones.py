"""What is retired: a page in the place of a record that is gone, and a line on the page of one that lost an item."""

from collections.abc import Iterator

import attrs

from accords_data.model.fields import fields_of
from accords_data.model.items import lists_of_items
from accords_data.model.records import MODELS
from accords_data.model.retired import Retired, successor_of
from accords_data.site import urls
from accords_data.site.collection import Collection
from accords_data.site.templates import Press


@attrs.frozen
class Tombstone:
    """Something that is gone, as a page shows it."""

    retired: Retired
    anchors: tuple[str, ...]
    """The places on the page of its record that it had: its own, and those of its cells."""
    target: str | None
    """The page and place of its successor."""
    successor: str | None
    """What the record of the successor is called."""


def of_record(collection: Collection, kind: str, name: str) -> list[Tombstone]:
    """Return the tombstones of the items of a record."""
    found = (each for each in collection.retired if (each.record_kind, each.record) == (kind, name))
    return [_tombstone(collection, each) for each in found if each.address is not None]


def pages(press: Press, collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield a page in the place of each record that is gone, with its address."""
    for each in collection.retired:
        if each.address is None and not collection.has(each.record_kind, each.record):
            here = urls.record(each.record_kind, each.record)
            tombstone = _tombstone(collection, each)
            yield here, press.page("retired.html", here, each.record, kind=each.record_kind, tombstone=tombstone)


def _tombstone(collection: Collection, retired: Retired) -> Tombstone:
    last = successor_of(*retired.place, collection.retired) or retired
    if last.successor is None or not collection.has(last.record_kind, last.successor):
        return Tombstone(retired, _anchors(retired), None, None)
    target = urls.record(last.record_kind, last.successor)
    if last.successor_address is not None:
        target = f"{target}#{_anchors(attrs.evolve(last, address=last.successor_address))[-1]}"
    return Tombstone(retired, _anchors(retired), target, collection.records[last.record_kind][last.successor].caption)


def _anchors(retired: Retired) -> tuple[str, ...]:
    if retired.address is None:
        return ()
    here = retired.address[1:].replace("/", ".")
    model = lists_of_items(MODELS[retired.record_kind]).get(here.partition(".")[0])
    names = [] if model is None or here.count(".") != 1 else [field.name for field in fields_of(model)]
    return (here, *(f"{here}.{name}" for name in reversed(names)))
