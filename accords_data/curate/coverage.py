"""What became of each sentence of a source: used by cells, set aside with a reason, or unused."""

from collections.abc import Iterable, Iterator

import attrs

from accords_data.model.backing import Located, located
from accords_data.model.sources import Source
from accords_data.seeds.dataset import Dataset
from accords_data.seeds.sentences import sentences
from accords_data.seeds.spans import Span


@attrs.frozen
class Citation:
    """Words of a source on which a record rests, and which record it is."""

    kind: str
    record: str
    draft: bool
    located: Located

    @property
    def span(self) -> Span:
        """Where they stand."""
        return Span(self.located.start, self.located.end)


@attrs.frozen
class Line:
    """One sentence, and what became of it."""

    number: int
    span: Span
    text: str
    state: str
    """``used``, ``set aside``, ``unused``, or ``region`` where it can carry no cell."""
    citations: tuple[Citation, ...]
    reason: str | None
    """Why it is set aside, or no evidence."""


@attrs.frozen
class Usage:
    """What became of the sentences of one source."""

    source: Source
    text: str
    lines: tuple[Line, ...]
    citations: tuple[Citation, ...]

    def count(self, state: str) -> int:
        """Return how many sentences are in `state`."""
        return sum(line.state == state for line in self.lines)


def usage(dataset: Dataset, source: Source) -> Usage:
    """Return what became of each sentence of `source`."""
    return _usage(source, dataset.texts[source.id], _citations(dataset).get(source.id, []))


def usages(dataset: Dataset) -> Iterator[Usage]:
    """Yield what became of the sentences of each source."""
    cited = _citations(dataset)
    return (_usage(source, dataset.texts[source.id], cited.get(source.id, [])) for source in dataset.sources)


def _usage(source: Source, text: str, citations: Iterable[Citation]) -> Usage:
    cited = tuple(sorted(citations, key=lambda each: (each.span.start, each.span.end, each.record)))
    lines = tuple(
        _line(each.number, each.span, each.text, source, [one for one in cited if one.span.overlaps(each.span)])
        for each in sentences(text)
    )
    return Usage(source, text, lines, cited)


def _citations(dataset: Dataset) -> dict[str, list[Citation]]:
    """Return what is cited of each source, by its id; that by which a source describes itself is left out."""
    found: dict[str, list[Citation]] = {}
    for kind, records in dataset.records.items():
        for record in records if kind != "source" else ():
            for each in located(record.evidence):
                citation = Citation(kind, record.id, (kind, record.id) in dataset.drafts, each)
                found.setdefault(each.source, []).append(citation)
    return found


def _line(number: int, span: Span, text: str, source: Source, cited: list[Citation]) -> Line:
    aside = next((each.reason for each in source.set_aside if _overlaps(each.start, each.end, span)), None)
    # A region has to hold the whole sentence: a dateline is only the beginning of one, and the rest can carry cells.
    region = next((each.reason for each in source.regions if _holds(each.start, each.end, span)), None)
    # First: a sentence of which any part is quoted is used, whatever else is said of it.
    if cited:
        return Line(number, span, text, "used", tuple(cited), None)
    if region is not None:
        return Line(number, span, text, "region", (), region)
    return Line(number, span, text, "unused" if aside is None else "set aside", (), aside)


def _overlaps(start: int | None, end: int | None, span: Span) -> bool:
    return start is not None and end is not None and Span(start, end).overlaps(span)


def _holds(start: int | None, end: int | None, span: Span) -> bool:
    return start is not None and end is not None and start <= span.start and span.end <= end


def totals(usages: Iterable[Usage]) -> dict[str, int]:
    """Return how many sentences are used, set aside, unused, and no evidence."""
    several = list(usages)
    return {state: sum(each.count(state) for each in several) for state in ("used", "set aside", "unused", "region")}


def share(counted: dict[str, int]) -> float:
    """Return how many per cent of the sentences that could carry a cell are used or set aside; 100 of none."""
    whole = counted["used"] + counted["set aside"] + counted["unused"]
    # Where nothing can be used, nothing is left: `--fail-under 100` passes.
    return 100.0 if whole == 0 else 100 * (counted["used"] + counted["set aside"]) / whole


def plain(usages: Iterable[Usage]) -> dict[str, object]:
    """Return the usages as JSON has them."""
    several = list(usages)
    counted = totals(several)
    return {
        "sentences": {state.replace(" ", "_"): number for state, number in counted.items()},
        "percent": round(share(counted), 1),
        "sources": [
            {
                "source": each.source.id,
                "sentences": [
                    {
                        "number": line.number,
                        "start": line.span.start,
                        "end": line.span.end,
                        "text": line.text,
                        "state": line.state.replace(" ", "_"),
                        "reason": line.reason,
                        "cells": [
                            {"record_kind": one.kind, "record": one.record, "field": support.field}
                            for one in line.citations
                            for support in one.located.cells
                        ],
                    }
                    for line in each.lines
                ],
            }
            for each in several
        ],
    }
