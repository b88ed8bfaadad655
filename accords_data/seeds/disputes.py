"""What a disputing source gives instead of a cell's value: checked by the rules by which a cell is."""

import re

import attrs

from accords_data.model import edtf
from accords_data.model.fields import Cell
from accords_data.model.record_parts import Support
from accords_data.model.vocabularies import Basis, Stance
from accords_data.problems import did_you_mean
from accords_data.seeds.basis import Followed, Ids, follows
from accords_data.seeds.passages import Index, Passage

_CHECKED = (Basis.STATED, Basis.RESOLVED)
"""The bases of which a program can say whether they hold."""

Wrong = tuple[str, str | None]
"""Message and hint."""


def misplaced(stance: Stance, support: Support) -> Wrong | None:
    """Return what is wrong with an alternative in an entry of this `stance`; None when nothing is."""
    if support.alternative is None or stance is Stance.DISPUTES:
        return None
    return "a supporting entry gives an alternative", "write `stance: disputes`, or remove `alternative`"


def disputed(cell: Cell, support: Support, passage: Passage | None, index: Index, ids: Ids) -> Followed:
    """Return `support`, which disputes `cell`, filled in, and what is wrong with the alternative that it gives."""
    said = support.alternative
    if said is None:
        return attrs.evolve(support, value=str(cell.value)), None
    wrong = _unfit(cell, support.basis, said, ids)
    if wrong is not None:
        return attrs.evolve(support, value=str(cell.value)), wrong
    filled, wrong = follows(attrs.evolve(cell, value=said), support, passage, index, ids)
    return attrs.evolve(filled, value=str(cell.value)), wrong


def _unfit(cell: Cell, basis: Basis, said: str, ids: Ids) -> Wrong | None:
    """Return why `cell` could not hold the value `said`, or not against what it holds."""
    if said == str(cell.value):
        return f"the alternative {said!r} is what the cell says", "a source that says the same supports the cell"
    if basis not in _CHECKED:
        hint = "write `basis: stated` or `basis: resolved`; a source that only denies the cell gives no `alternative`"
        return f"the alternative {said!r} is {basis}, so nothing checks it", hint
    text = cell.field.text
    if text is not None and text.reference is not None and said not in ids[text.reference]:
        return f"there is no {text.reference} {said!r}", did_you_mean(said, ids[text.reference])
    misspelt = text is not None and (re.search(text.pattern, said) is None or len(said) > text.max_length)
    if misspelt or (cell.field.is_edtf and not edtf.is_edtf(said)):
        return f"{said!r} is no value of {cell.field.name}", f"for example {cell.field.example}"
    return None
