"""Whether a cell follows from the words of its evidence, by the basis that its evidence gives."""

from collections.abc import Collection, Mapping

import attrs

from accords_data.model.fields import Cell
from accords_data.model.record_parts import Support
from accords_data.model.vocabularies import Basis
from accords_data.seeds import spans
from accords_data.seeds.passages import Index, Passage
from accords_data.seeds.rules import RULES, rule_of, stands_whole

Ids = Mapping[str, Collection[str]]
"""Ids of the records that could be read, by kind."""
Followed = tuple[Support, tuple[str, str | None] | None]
"""The support filled in; message and hint when the cell does not follow."""


def follows(cell: Cell, support: Support, passage: Passage | None, index: Index, ids: Ids) -> Followed:
    """Return `support` filled in, and what is wrong when the cell does not follow from the passage."""
    if passage is None:
        return attrs.evolve(support, value=str(cell.value)), None
    if support.words is not None and not spans.stands_in(support.words, passage.words):
        return support, (f"the words {support.words!r} are not in the evidence", "copy them from the quote or summary")
    match support.basis:
        case Basis.STATED:
            return _stated(cell, support, passage)
        case Basis.RESOLVED:
            return _resolved(cell, support, passage, index, ids)
        case _:
            wrong = None if support.note is not None else ("it has no note", "explain in `note` why it follows")
            return attrs.evolve(support, value=str(cell.value)), wrong


def _stated(cell: Cell, support: Support, passage: Passage) -> Followed:
    value = str(cell.value)
    if support.words is not None:
        return support, ("`words` are given", "a stated value is its own words: remove `words`")
    if cell.field.vocabulary is not None or cell.field.form == "integer":
        return support, (f"{value!r} is a value from a list, not words of the text", "write `basis: resolved`")
    if not spans.stands_in(value, passage.words):
        return support, (f"{value!r} is not in the evidence", "correct the value, the words or the basis")
    if not stands_whole(cell.field, value, passage):
        return support, (f"{value!r} is a part of a longer name or title", "take the whole, or other words")
    return attrs.evolve(support, value=value, words=value), None


def _resolved(cell: Cell, support: Support, passage: Passage, index: Index, ids: Ids) -> Followed:
    words = passage.words if support.words is None else support.words
    narrowed = passage if words == passage.words else Passage(words, passage.source, passage.span, passage.text)
    name = rule_of(cell.field, narrowed)
    if name is None:
        return support, ("no rule resolves this cell", "write `basis: stated`, or `basis: inferred` with a note")
    reference = None if cell.field.text is None else cell.field.text.reference
    if reference is not None and cell.value not in ids[reference]:
        return support, None  # that record is missing or unreadable, which is told where it belongs
    rule, explanation = RULES[name]
    found = rule(cell.field, narrowed, index)
    if not found:
        return support, (f"the rule {name} finds nothing in the words {words!r}", explanation)
    if len(found) > 1:
        given = ", ".join(f"{value} ({origin!r})" for value, origin in sorted(found.items()))
        return support, (f"the words give several values: {given}", "give only the words that you mean in `words`")
    ((value, origin),) = found.items()
    if value != str(cell.value):
        return support, (f"the words {origin!r} give {value}, not {cell.value}", explanation)
    return attrs.evolve(support, value=value, words=words if support.words is not None else origin, rule=name), None
