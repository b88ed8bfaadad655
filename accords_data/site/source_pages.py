"""The page of a source: its text as stored, with the words that carry cells marked, and what they carry."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from accords_data.model.sources import Source
from accords_data.site import urls
from accords_data.site.collection import Collection
from accords_data.site.evidence_view import Passages, Use
from accords_data.site.record_pages import Former, entry
from accords_data.site.templates import Press

if TYPE_CHECKING:
    from accords_data.model.sources import Region, SetAside

_RANK = {"region": 0, "aside": 1, "mark": 2}


@attrs.frozen
class MarkedStretch:
    """A stretch of a text that is marked, and how."""

    sort: str
    """``mark``, ``aside`` or ``region``."""
    start: int
    end: int
    number: int
    """Of the passage, the sentence set aside or the region, from 1."""

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        letter = {"mark": "c", "aside": "a", "region": "r"}[self.sort]
        return f"{letter}{self.start}-{self.end}"


@attrs.frozen
class Token:
    """A step in writing a text: its words, or the beginning or end of a stretch."""

    sort: str
    """``text``, ``open`` or ``close``."""
    words: str = ""
    stretch: MarkedStretch | None = None
    rest: bool = False
    """Whether the stretch began before: it crosses another."""
    last: bool = True
    """Whether the stretch ends here."""


def tokens(text: str, stretches: list[MarkedStretch]) -> Iterator[Token]:
    """Yield `text` with the beginnings and ends of `stretches`, properly nested: one that crosses another is parted."""
    # Of those that begin together the longest comes first, so that the others are inside it.
    waiting = [(each.start, -each.end, _RANK[each.sort], False, each.number, each) for each in stretches]
    heapq.heapify(waiting)
    open_: list[tuple[int, bool, MarkedStretch]] = []
    place = 0
    while waiting or open_:
        if open_ and (not waiting or open_[-1][0] <= waiting[0][0]):
            end, last, stretch = open_.pop()
            yield Token("text", text[place:end])
            yield Token("close", stretch=stretch, last=last)
            place = end
            continue
        start, negative, rank, rest, number, stretch = heapq.heappop(waiting)
        yield Token("text", text[place:start])
        place, end = start, -negative
        limit = open_[-1][0] if open_ else end
        # HTML elements cannot overlap: what lies beyond is opened anew (docs/decisions/0050).
        if end > limit:
            heapq.heappush(waiting, (limit, negative, rank, True, number, stretch))
        open_.append((min(end, limit), end <= limit, stretch))
        yield Token("open", stretch=stretch, rest=rest, last=end <= limit)
    yield Token("text", text[place:])


def stretches(source: Source, text: str, found: Passages) -> list[MarkedStretch]:
    """Return everything that is marked in the `text` of `source`."""
    marks = [MarkedStretch("mark", start, end, number) for number, (start, end) in enumerate(sorted(found), start=1)]
    told: tuple[tuple[str, Sequence[Region | SetAside]], ...] = (
        ("aside", source.set_aside),
        ("region", source.regions),
    )
    for sort, parts in told:
        marks += [
            MarkedStretch(sort, each.start, each.end, number)
            for number, each in enumerate(parts, start=1)
            # A stranger's release may give places that do not fit its text.
            if each.start is not None and each.end is not None and text[each.start : each.end] == each.text
        ]
    return marks


def pages(
    press: Press, collection: Collection, found: Mapping[str, Passages], former: Former
) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each source, with its address."""
    for source in collection.sources.values():
        here = found.get(source.id, {})
        text = collection.texts[source.id]
        address = urls.record("source", source.id)
        yield (
            address,
            press.page(
                "source.html",
                address,
                source.title,
                source=source,
                entry=entry("source", source, collection, former),
                tokens=list(tokens(text, stretches(source, text, here))),
                passages=list(_passages(text, here)),
            ),
        )


def _passages(text: str, found: Passages) -> Iterator[tuple[int, str, str, list[tuple[Use, str, str]]]]:
    """Yield number, id and words of each passage, and its uses with title and address of their records."""
    for number, (start, end) in enumerate(sorted(found), start=1):
        uses = [(use, use.record.caption, urls.record(use.kind, use.record.id)) for use in found[start, end]]
        yield number, f"{start}-{end}", text[start:end], uses
