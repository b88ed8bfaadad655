"""Finding a passage as a reader sees it, whatever its marks, case and invisible characters, and citing it exactly."""

from collections.abc import Iterator
from typing import Any

import attrs

from accords_data.curate import canonical_form
from accords_data.curate.letters import BREAKS, letters
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
    words = words.strip()
    found = {place for form in BREAKS for place in letters(stored.text, form).find(letters(words, form).text.strip())}
    if not letters(words).text.strip():
        # To a reader it is nothing, as a mark of direction is: then it is found as it stands.
        found = {(each.start, each.end) for each in spans.find(stored.text, words) if words}
    return tuple(_hit(stored, Span(*place)) for place in sorted(found))


def nearest(stored: StoredSource, words: str) -> Hit | None:
    """Return the passage that is most like `words`, where one is like them at all."""
    from rapidfuzz import fuzz

    seen = letters(stored.text)
    found = fuzz.partial_ratio_alignment(letters(words).text.strip(), seen.text, score_cutoff=CLOSE)
    if found is None or found.dest_start == found.dest_end:
        return None
    start, end = found.dest_start, found.dest_end
    # The alignment may begin or end in the middle of a word, or at a space.
    while start > 0 and seen.text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < len(seen.text) and seen.text[end - 1 : end + 1].isalnum():
        end += 1
    start += len(seen.text[start:end]) - len(seen.text[start:end].lstrip())
    return _hit(stored, Span(seen.starts[start], seen.ends[end - 1]))


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
    supports = [{"field": pointer, "basis": str(_basis(pointer))} for pointer in fields]
    return {"source": source.id, source.words_field: hit.words, **which, "supports": supports}


def entry_text(source: Source, hit: Hit, fields: tuple[str, ...]) -> str:
    """Return that entry as YAML, indented as it stands below ``evidence:``."""
    return canonical_form.item_text(entry(source, hit, fields))


def is_cell(pointer: str) -> bool:
    """Return whether a record of some kind can have a cell at `pointer`."""
    return _field(pointer) is not None


def _basis(pointer: str) -> Basis:
    """Return how words give the cell at `pointer`: by a rule where it holds an id, a listed value or a date."""
    field = _field(pointer)
    ruled = field is not None and (
        field.vocabulary is not None or field.is_edtf or (field.text is not None and field.text.reference is not None)
    )
    return Basis.RESOLVED if ruled else Basis.STATED


def _field(pointer: str) -> Field | None:
    # /events/0/date and /events/1/date are one field.
    names = tuple(part for part in pointer.split("/")[1:] if not part.isdecimal())
    return next((field for model in MODELS.values() for field in _at(model, names)), None)


def _at(model: type, names: tuple[str, ...]) -> Iterator[Field]:
    """Yield the scalar at the end of the path `names` of `model`, if it has one."""
    for field in fields_of(model):
        if names[:1] != (field.name,):
            continue
        if field.model is not None:
            yield from _at(field.model, names[1:])
        elif len(names) == 1:
            yield field
