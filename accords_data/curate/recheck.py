"""Comparing a publication with the fingerprints that its source keeps."""

import bisect
from collections.abc import Iterator, Sequence

import attrs

from accords_data.curate.fingerprint import Fingerprint
from accords_data.curate.saved_pages import SavedPage
from accords_data.model.sources import Source, SummarisedPassage
from accords_data.problems import AccordsError, Problem

MAX_WORK = 1_000_000_000
"""Words that are hashed, at most: a page of a million words can be looked through for a passage of a thousand."""


@attrs.frozen(order=True)
class PassagePlace:
    """Where a passage stands."""

    page: int
    """Index of the page."""
    first: int
    """Number of its first word on the page, from 1."""
    last: int
    """Number of its last word."""


@attrs.frozen
class PassageOutcome:
    """What became of one passage."""

    state: str
    """``same``, ``moved`` where its place is not in the order of the summary, or ``gone``."""
    passage: SummarisedPassage
    place: PassagePlace | None
    """None when it is gone."""
    times: int
    """How often it stands on the pages."""


def recheck(source: Source, pages: Sequence[SavedPage]) -> list[PassageOutcome]:
    """Return what became of each passage of `source` that has a fingerprint, in the order of the summary.

    Raises:
        AccordsError: comparing would take too long.
    """
    wanted = [
        (passage, Fingerprint(passage.passage_words, passage.passage_sha256))
        for passage in sorted(source.passages, key=lambda each: each.start or 0)
        if passage.passage_words is not None and passage.passage_sha256 is not None
    ]
    places = _places(pages, {fingerprint for _, fingerprint in wanted})
    found = [places.get(fingerprint, []) for _, fingerprint in wanted]
    kept = _in_order(found)
    return [
        _outcome(passage, several, kept.get(number))
        for number, ((passage, _), several) in enumerate(zip(wanted, found, strict=True))
    ]


def _outcome(passage: SummarisedPassage, places: list[PassagePlace], kept: PassagePlace | None) -> PassageOutcome:
    if not places:
        return PassageOutcome("gone", passage, None, 0)
    if kept is None:
        return PassageOutcome("moved", passage, places[0], len(places))
    return PassageOutcome("same", passage, kept, len(places))


def _places(pages: Sequence[SavedPage], wanted: set[Fingerprint]) -> dict[Fingerprint, list[PassagePlace]]:
    """Return where on the `pages` each fingerprint stands, in order."""
    size = sum(len(reading.words) for page in pages for reading in page.readings)
    if size * sum({each.words for each in wanted}) > MAX_WORK:
        hint = "save the article alone"
        raise AccordsError([Problem(path=pages[0].name, message="too long for so many passages", hint=hint)])
    found: dict[Fingerprint, set[PassagePlace]] = {}
    for number, page in enumerate(pages):
        for reading in page.readings:
            for fingerprint, index in reading.find(wanted):
                ends = reading.places[index], reading.places[index + fingerprint.words - 1]
                found.setdefault(fingerprint, set()).add(PassagePlace(number, ends[0] + 1, ends[1] + 1))
    return {fingerprint: sorted(several) for fingerprint, several in found.items()}


def _in_order(found: Sequence[Sequence[PassagePlace]]) -> dict[int, PassagePlace]:
    """Return a place for each of as many passages as possible, so that no place comes before that of an earlier one.

    The others have moved: this is the longest run of places that does not go back.
    """
    tops: list[PassagePlace] = []
    ways: list[tuple[int, PassagePlace, int]] = []  # a passage, its place, and what it follows in `ways`
    last: list[int] = []
    for number, several in enumerate(found):
        # From the last place to the first: else one passage could follow itself.
        for place in reversed(several):
            length = bisect.bisect_right(tops, place)
            tops[length : length + 1] = [place]
            last[length : length + 1] = [len(ways)]
            ways.append((number, place, last[length - 1] if length else -1))
    return dict(_followed(ways, last[-1] if last else -1))


def _followed(ways: Sequence[tuple[int, PassagePlace, int]], at: int) -> Iterator[tuple[int, PassagePlace]]:
    while at >= 0:
        number, place, at = ways[at]
        yield number, place
