"""What rules read: a passage with the text around it, and the index of what names and passages mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from accords_data.model.record_base import Record
from accords_data.model.records import Meeting
from accords_data.model.sources import Source
from accords_data.seeds import gazetteer, spans


@attrs.frozen
class Passage:
    """The words that a rule is to read, and where they stand."""

    words: str
    source: Source
    span: spans.Span
    """Span of the whole quote."""
    text: str
    """The whole text of the source: what stands beside the words counts as well."""

    places: tuple[spans.Span, ...] = attrs.field(
        default=attrs.Factory(lambda passage: tuple(passage.places_in_text()), takes_self=True)
    )
    """Where the words stand in the quote, as whole words."""

    def places_in_text(self) -> Iterator[spans.Span]:
        """Yield where the words stand in the quote."""
        length = len(self.words)
        if length == self.span.end - self.span.start:
            yield self.span
            return
        for start in spans.places_of(self.words, self.text[self.span.start : self.span.end]):
            yield spans.Span(self.span.start + start, self.span.start + start + length)


@attrs.frozen
class Index:
    """What names, titles and passages mean, taken from the records."""

    names: Mapping[str, spans.Phrases]
    """Phrases by the record kind that they mean."""
    meetings: Mapping[str, Sequence[tuple[str, spans.Span]]]
    """By source id: meeting id, and span of a quote that supports the meeting's own kind."""

    @classmethod
    def of(cls, records: Mapping[str, Iterable[Record]], meetings: Iterable[tuple[str, str, spans.Span]]) -> "Index":
        """Return the index of the `records`, given by kind."""
        named = {kind: _names(kind, [(each.id, each.names) for each in group]) for kind, group in records.items()}
        passages: dict[str, list[tuple[str, spans.Span]]] = {}
        for source, meeting, span in meetings:
            passages.setdefault(source, []).append((meeting, span))
        return cls(named, passages)


def kind_passages(
    meetings: Iterable[Meeting], texts: Mapping[str, spans.Places]
) -> Iterable[tuple[str, str, spans.Span]]:
    """Yield the source, the meeting and the span of each quote that supports a meeting's kind."""
    for meeting in meetings:
        for entry in (each.entry for each in meeting.backing.get("/kind", ())):
            if entry.text is None or entry.source is None or entry.source not in texts:
                continue
            place = texts[entry.source].locate(entry.text, entry.occurrence)
            if isinstance(place, spans.Span):
                yield entry.source, meeting.id, place


def _names(kind: str, named: Sequence[tuple[str, Iterable[str]]]) -> spans.Phrases:
    """Return what the names of the records of `kind` mean; those of countries without a record mean nothing."""
    return phrases(named, _other_countries({name for name, _ in named}) if kind == "country" else ())


def _other_countries(recorded: set[str]) -> Iterator[str]:
    """Yield the names of countries without a record, and the names in which a country's name means something else."""
    for entry in gazetteer.entries().values():
        if entry.id not in recorded:
            yield from entry.forms
    yield from gazetteer.NOT_A_COUNTRY


def phrases(named: Iterable[tuple[str, Iterable[str]]], meaningless: Iterable[str] = ()) -> spans.Phrases:
    """Return what phrases mean: those that are `named`, and `meaningless` ones, which hide shorter ones."""
    meanings: dict[str, frozenset[str]] = dict.fromkeys(meaningless, frozenset())
    for meaning, group in named:
        for phrase in group:
            meanings[phrase] = meanings.get(phrase, frozenset()) | {meaning}
    return spans.Phrases(meanings)
