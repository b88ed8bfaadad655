"""What is left of records when cells lose their evidence, or the records that they refer to.

A cell whose evidence is gone is null. What cannot be without that cell, an item of a list or a record, is absent; what
refers to an absent record goes in the same way.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Any

import attrs

from accords_data.model.addresses import parts_of
from accords_data.model.backing import grades_of, limited, located, sources_of, supported
from accords_data.model.fields import Field, cells, fields_of
from accords_data.model.record_base import Record
from accords_data.seeds import dates_in_text
from accords_data.seeds.dataset import Dataset
from accords_data.seeds.evidence import Tally

Gone = Callable[[str, object], bool]
"""Whether the item at an address, an object of the models, is to go."""
Ids = Mapping[str, Collection[str]]
"""The ids of the records that there are, by kind."""


def settled(dataset: Dataset) -> Dataset:
    """Return `dataset` without the cells that have lost their evidence or their record, until none is left."""
    while True:
        known = {kind: {record.id for record in group} for kind, group in dataset.records.items()}
        records = {
            kind: tuple(kept for record in group if (kept := _supported(record, known)) is not None)
            for kind, group in dataset.records.items()
        }
        if records == dataset.records:
            texts = {name: text for name, text in dataset.texts.items() if name in known["source"]}
            return Dataset(records, texts, _tally(records, texts), retired=dataset.retired)
        dataset = attrs.evolve(dataset, records=records)


def settled_alone(record: Record, ids: Ids) -> Record | None:
    """Return `record` without the cells that have lost their evidence or their record; None when it is absent."""
    while (kept := _supported(record, ids)) is not None and kept != record:
        record = kept
    return kept


def _supported(record: Record, known: Ids) -> Record | None:
    """Return `record` without the cells that nothing supports or that refer to no record; None when it is absent."""
    covered = supported(record.backing)
    lost = {
        cell.address
        for cell in cells(record)
        if (cell.exemption is None and cell.address not in covered) or not _refers(cell.field, cell.value, known)
    }
    if not lost:
        return record
    emptied = _emptied(record, "", lost)
    if emptied is None:
        return None
    return without(emptied, lambda address, item: _is_lost(address, item, lost))


def _refers(field: Field, value: object, known: Ids) -> bool:
    kind = None if field.text is None else field.text.reference
    return kind is None or str(value) in known[kind]


def _emptied(holder: Any, address: str, lost: set[str]) -> Any:  # noqa: ANN401 - any object of the models
    """Return `holder`, its `lost` cells null; None when it cannot be without one of them."""
    changed: dict[str, object] = {}
    for field in fields_of(type(holder)):
        here = f"{address}/{field.name}"
        if here in lost:
            if not field.nullable:
                return None
            changed[field.name] = None
        elif field.many and field.model is not None and field.table != "evidence":
            items = getattr(holder, field.name)
            # An item that cannot stay is as it was here, until `without` takes it out.
            changed[field.name] = tuple(
                item if (kept := _emptied(item, f"{here}/{part}", lost)) is None else kept
                for part, item in zip(parts_of(items), items, strict=True)
            )
    return attrs.evolve(holder, **changed) if changed else holder


def _is_lost(address: str, item: object, lost: set[str]) -> bool:
    """Return whether the item of a list, a text or an object, cannot stay."""
    return address in lost if isinstance(item, str) else _emptied(item, address, lost) is None


def without(record: Record, gone: Gone) -> Record:
    """Return `record` without the items that are `gone`, its evidence speaking only of cells that are left."""
    changed: dict[str, Any] = {}
    for field in fields_of(type(record)):
        if not field.many or field.table == "evidence":
            continue
        items = getattr(record, field.name)
        named = zip(parts_of(items), items, strict=True)
        changed[field.name] = tuple(item for part, item in named if not gone(f"/{field.name}/{part}", item))
    left = attrs.evolve(record, **changed)
    there = {cell.address for cell in cells(left)}
    return attrs.evolve(left, evidence=limited(record.evidence, there.__contains__))


def _tally(records: Mapping[str, tuple[Record, ...]], texts: Mapping[str, str]) -> Tally:
    """Return what a cut has of cells and of words that they rest on: all of them were checked before."""
    named = [each for text in texts.values() for each in dates_in_text.named_weekdays(text)]
    weekdays = Tally(weekdays=len(named), contradicting=sum(not each.agrees for each in named))
    return Tally.of([weekdays, *(_tally_of(record) for group in records.values() for record in group)])


def _tally_of(record: Record) -> Tally:
    needed = sum(cell.exemption is None for cell in cells(record))
    bases = Counter(str(each.support.basis) for each in supported(record.backing).values())
    passages = sum(1 for _ in located(record.evidence))
    return Tally(
        cells=needed,
        covered=needed,
        bases=bases,
        grades=grades_of(record.backing),
        passages=passages,
        verified=passages,
        sources=sources_of(record.evidence),
    )
