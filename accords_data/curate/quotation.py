"""Finding a passage though quotes, dashes, spaces or case differ, and citing it exactly."""

from collections.abc import Iterator
from typing import Any

import attrs

from accords_data.curate import canonical_form
from accords_data.model.fields import Field, fields_of
from accords_data.model.records import MODELS
from accords_data.model.sources import Source
from accords_data.model.vocabularies import Basis
from accords_data.seeds import spans
from accords_data.seeds.evidence import StoredSource
from accords_data.seeds.sentences import sentences
from accords_data.seeds.spans import Span

CLOSE = 75
"""Likeness in per cent from which on a passage that differs in more than its marks is shown as the nearest."""
CONTEXT = 60
"""Characters shown on each side of a passage."""


@attrs.frozen
class Hit:
    """A passage of a source."""

    span: Span
    words: str
    """As the source has them."""
    sentence: int
    """Number of the sentence in which it begins."""
    sentence_text: str
    before: str
    after: str
    occurrence: int | None
    """Which one it is of several that read the same; None when there is one."""
    region: str | None
    """Kind of the region in which it stands, where it can carry no cell."""


def cite(stored: StoredSource, words: str) -> tuple[Hit, ...]:
    """Return every passage of a source that reads like `words`, in its order."""
    folded, places = spans.fold(stored.text)
    wanted = spans.fold(words.strip())[0].casefold()
    if not wanted:
        return ()
    # Some letters grow when case is folded, as "ß", which becomes "ss". Places would shift, so then case counts.
    found = (
        spans.find(folded.casefold(), wanted) if len(folded.casefold()) == len(folded) else spans.find(folded, wanted)
    )
    return tuple(_hit(stored, Span(places[each.start], places[each.end - 1] + 1)) for each in found)


def nearest(stored: StoredSource, words: str) -> Hit | None:
    """Return the passage that is most like `words`, where one is like them at all."""
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(words.casefold(), stored.text.casefold(), score_cutoff=CLOSE)
    if found is None or len(stored.text.casefold()) != len(stored.text):
        return None
    start, end = found.dest_start, found.dest_end
    # The alignment may begin or end in the middle of a word.
    while start > 0 and stored.text[start - 1].isalnum():
        start -= 1
    while end < len(stored.text) and stored.text[end].isalnum():
        end += 1
    return _hit(stored, Span(start, end))


def _hit(stored: StoredSource, span: Span) -> Hit:
    text = stored.text
    home = next(each for each in sentences(text) if each.span.overlaps(span))
    same = spans.find(text, text[span.start : span.end])
    return Hit(
        span=span,
        words=text[span.start : span.end],
        sentence=home.number,
        sentence_text=home.text,
        before=text[max(0, span.start - CONTEXT) : span.start],
        after=text[span.end : span.end + CONTEXT],
        occurrence=None if len(same) == 1 else same.index(span) + 1,
        region=next((kind for region, kind in stored.regions if region.overlaps(span)), None),
    )


def entry(source: Source, hit: Hit, fields: tuple[str, ...]) -> dict[str, Any]:
    """Return the evidence entry that cites `hit`, for the cells `fields`."""
    which = {} if hit.occurrence is None else {"occurrence": hit.occurrence}
    supports = [{"field": address, "basis": str(_basis(address))} for address in fields]
    return {"source": source.id, source.words_field: hit.words, **which, "supports": supports}


def entry_text(source: Source, hit: Hit, fields: tuple[str, ...]) -> str:
    """Return that entry as YAML, indented as it stands below ``evidence:``."""
    return canonical_form.item_text(entry(source, hit, fields))


def is_cell(address: str) -> bool:
    """Return whether a record of some kind can have a cell at `address`."""
    return _field(address) is not None


def _basis(address: str) -> Basis:
    """Return how words give the cell at `address`: by a rule where it holds an id, a listed value or a date."""
    field = _field(address)
    ruled = field is not None and (
        field.vocabulary is not None or field.is_edtf or (field.text is not None and field.text.reference is not None)
    )
    return Basis.RESOLVED if ruled else Basis.STATED


def _field(address: str) -> Field | None:
    parts = tuple(address.split("/")[1:])
    return next((field for model in MODELS.values() for field in _at(model, parts)), None)


def _at(model: type, parts: tuple[str, ...]) -> Iterator[Field]:
    """Yield the scalar at the end of an address with those `parts` in `model`, if it has one."""
    for field in fields_of(model):
        if parts[:1] != (field.name,):
            continue
        # An item of a list takes two parts, its list and itself, whichever item it is.
        rest = parts[2:] if field.many else parts[1:]
        if field.model is not None:
            yield from _at(field.model, rest)
        elif not rest and len(parts) == 1 + field.many:
            yield field
