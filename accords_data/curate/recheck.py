"""Comparing a publication with the fingerprints that its source keeps."""

import bisect
from collections.abc import Iterator, Sequence

import attrs

from accords_data.curate.fingerprint import Fingerprint
from accords_data.curate.saved_pages import Page
from accords_data.model.sources import Source, SummarisedPassage


@attrs.frozen(order=True)
class Place:
    """Where a passage stands."""

    page: int
    """Index of the page."""
    first: int
    """Number of its first word on the page, from 1."""
    last: int
    """Number of its last word."""


@attrs.frozen
class Finding:
    """What became of one passage."""

    state: str
    """``same``, ``moved`` where its place is not in the order of the summary, or ``gone``."""
    passage: SummarisedPassage
    place: Place | None
    """None when it is gone."""
    times: int
    """How often it stands on the pages."""


def recheck(source: Source, pages: Sequence[Page]) -> list[Finding]:
    """Return what became of each passage of `source` that has a fingerprint, in the order of the summary."""
    wanted = [
        (passage, Fingerprint(passage.passage_words, passage.passage_sha256))
        for passage in sorted(source.passages, key=lambda each: each.start or 0)
        if passage.passage_words is not None and passage.passage_sha256 is not None
    ]
    places = _places(pages, {fingerprint for _, fingerprint in wanted})
    found = [places.get(fingerprint, []) for _, fingerprint in wanted]
    kept = _in_order(found)
    return [
        _finding(passage, several, kept.get(number))
        for number, ((passage, _), several) in enumerate(zip(wanted, found, strict=True))
    ]


def _finding(passage: SummarisedPassage, places: list[Place], kept: Place | None) -> Finding:
    if not places:
        return Finding("gone", passage, None, 0)
    if kept is None:
        return Finding("moved", passage, places[0], len(places))
    return Finding("same", passage, kept, len(places))


def _places(pages: Sequence[Page], wanted: set[Fingerprint]) -> dict[Fingerprint, list[Place]]:
    """Return where on the `pages` each fingerprint stands, in order."""
    found: dict[Fingerprint, set[Place]] = {}
    for number, page in enumerate(pages):
        for reading in page.readings:
            for fingerprint, index in reading.find(wanted):
                ends = reading.places[index], reading.places[index + fingerprint.words - 1]
                found.setdefault(fingerprint, set()).add(Place(number, ends[0] + 1, ends[1] + 1))
    return {fingerprint: sorted(several) for fingerprint, several in found.items()}


def _in_order(found: Sequence[Sequence[Place]]) -> dict[int, Place]:
    """Return a place for each of as many passages as possible, so that no place comes before that of an earlier one.

    The others have moved: this is the longest run of places that does not go back.
    """
    tops: list[Place] = []
    ways: list[tuple[int, Place, int]] = []  # a passage, its place, and what it follows in `ways`
    last: list[int] = []
    for number, several in enumerate(found):
        # From the last place to the first: else one passage could follow itself.
        for place in reversed(several):
            length = bisect.bisect_right(tops, place)
            tops[length : length + 1] = [place]
            last[length : length + 1] = [len(ways)]
            ways.append((number, place, last[length - 1] if length else -1))
    return dict(_followed(ways, last[-1] if last else -1))


def _followed(ways: Sequence[tuple[int, Place, int]], at: int) -> Iterator[tuple[int, Place]]:
    while at >= 0:
        number, place, at = ways[at]
        yield number, place
