"""What changed since the former release: every fact that differs, with what the new one rests on."""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from accords_data.site import urls
from accords_data.site.collection import Collection
from accords_data.site.paging import parts
from accords_data.site.record_pages import Former
from accords_data.site.templates import Press, edition_name
from accords_data.verify.diff import CHANGED, Change, Difference

PER_PAGE = 100
"""Changed cells on one page."""


def former_values(difference: Difference | None) -> Former:
    """Return what each changed cell said before, by kind, id and address."""
    if difference is None:
        return {}
    return {
        (each.kind, each.record, each.field): str(each.old) for each in difference.changes if each.action == CHANGED
    }


def pages(press: Press, collection: Collection, difference: Difference | None) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of what changed, with their addresses."""
    changes = [] if difference is None else list(difference.changes)
    for part in parts(changes, PER_PAGE, _address):
        address = _address(part.number)
        yield (
            address,
            press.page(
                "changes.html",
                address,
                "What changed" if part.number == 1 else f"What changed, page {part.number}",
                difference=difference,
                former=None if difference is None else edition_name(difference.old),
                counted=Counter(each.action for each in changes),
                records=list(_by_record(part.items, collection)),
                part=part,
            ),
        )


def _address(number: int) -> str:
    return "changes.html" if number == 1 else f"changes-{number}.html"


def _by_record(
    changes: Sequence[Change], collection: Collection
) -> Iterator[tuple[str, str, str, str | None, list[Change]]]:
    """Yield kind, id, title and address of each record, the address None where it is gone, and its changes."""
    for (kind, name), group in itertools.groupby(changes, lambda each: (each.kind, each.record)):
        if collection.has(kind, name):
            title = collection.records[kind][name].caption
            yield kind, name, title, urls.record(kind, name), list(group)
        else:
            yield kind, name, name, None, list(group)
