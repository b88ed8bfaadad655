"""Cuts of the dataset: what had surely happened by a day, what was known by a day, what one kind of source says.

`as_of` looks at when things happened, `known_by` at when the sources said so. All leave out rather than guess:

- an event, meeting or relation counts from the last day that its date may mean; without a date, from the day on
  which the first source that supports it was published;
- an office counts from the same day on, and no longer once its interval has ended; a single day is a day on which it
  was seen to be held, not its end;
- a party without a step of its own, and an agreement without any, count from the day of their first source;
- a cell whose evidence is gone is null, and what cannot be without that cell, an item of a list or a record, is absent;
  what refers to an absent record goes in the same way.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, cast

import attrs

from accords_data.model import edtf
from accords_data.model.fields import Field, cells, fields_of
from accords_data.model.records import Agreement, Evidence, Leader, Meeting, Record
from accords_data.model.vocabularies import Stance
from accords_data.problems import AccordsError, Problem
from accords_data.seeds import dates_in_text
from accords_data.seeds.dataset import Dataset
from accords_data.seeds.evidence import Tally

Gone = Callable[[str, object], bool]
"""Whether the item at a pointer, an object of the models, is to go."""
Ids = Mapping[str, Collection[str]]
"""The ids of the records that there are, by kind."""


@attrs.frozen(kw_only=True)
class Cut:
    """Which part of the dataset is wanted; None limits nothing."""

    as_of: str | None = None
    """What had happened by this day, ``YYYY-MM-DD``."""
    known_by: str | None = None
    """What sources published by this day say, ``YYYY-MM-DD``."""
    source_kind: str | None = None
    """What sources of this kind say: a value of `accords_data.model.vocabularies.SourceKind`."""

    @property
    def limits(self) -> dict[str, str]:
        """Return what is limited, by name."""
        return {name: value for name, value in attrs.asdict(self).items() if value is not None}


def cut(dataset: Dataset, wanted: Cut) -> Dataset:
    """Return the part of `dataset` that is `wanted`.

    Raises:
        AccordsError: no source is left, so that nothing is.
    """
    if wanted.source_kind is not None:
        dataset = of_kind(dataset, wanted.source_kind)
        _refuse_empty(dataset, "--source-kind", f"no source is of the kind {wanted.source_kind}", "give another kind")
    if wanted.known_by is not None:
        dataset = known_by(dataset, wanted.known_by)
        _refuse_empty(dataset, "--known-by", f"no source was published by {wanted.known_by}", "give a later day")
    return dataset if wanted.as_of is None else as_of(dataset, wanted.as_of)


def _refuse_empty(dataset: Dataset, option: str, message: str, hint: str) -> None:
    if not dataset.sources:
        raise AccordsError([Problem(path=option, message=message, hint=hint)])


def known_by(dataset: Dataset, day: str) -> Dataset:
    """Return what the sources published up to `day`, ``YYYY-MM-DD``, say; reference data stays."""
    return _told_by(dataset, {source.id for source in dataset.sources if source.published <= day})


def of_kind(dataset: Dataset, kind: str) -> Dataset:
    """Return what the sources of `kind`, a value of `SourceKind`, say; reference data stays."""
    return _told_by(dataset, {source.id for source in dataset.sources if source.kind == kind})


def _told_by(dataset: Dataset, known: set[str]) -> Dataset:
    """Return what the sources with the ids `known` say."""
    records = {
        kind: tuple(
            attrs.evolve(record, evidence=tuple(e for e in record.evidence if e.source is None or e.source in known))
            for record in group
            if kind != "source" or record.id in known
        )
        for kind, group in dataset.records.items()
    }
    return _settled(attrs.evolve(dataset, records=records))


def as_of(dataset: Dataset, day: str) -> Dataset:
    """Return what had surely happened by `day`, ``YYYY-MM-DD``, and still held; sources and countries stay."""
    published = _published(dataset)
    records: dict[str, tuple[Record, ...]] = {}
    for kind, group in dataset.records.items():
        kept = []
        for record in group:
            told = _Told(record, published, dt.date.fromisoformat(day))
            if told.counts():
                kept.append(_without(record, told.gone))
        records[kind] = tuple(kept)
    return _settled(attrs.evolve(dataset, records=records))


def record_known_by(record: Record, known: Collection[str], ids: Ids) -> Record | None:
    """Return what is left of `record` when only the sources with the ids `known` are, and only records of `ids`.

    It is the record as `known_by` has it, for whoever looks at many days and few records; None when it is absent.
    """
    told = tuple(entry for entry in record.evidence if entry.source is None or entry.source in known)
    return _settled_alone(attrs.evolve(record, evidence=told), ids)


def record_as_of(record: Record, day: str, published: Mapping[str, str], ids: Ids) -> Record | None:
    """Return `record` as `as_of` has it, where sources were `published` on those days; None when it is absent."""
    told = _Told(record, published, dt.date.fromisoformat(day))
    return _settled_alone(_without(record, told.gone), ids) if told.counts() else None


def _settled_alone(record: Record, ids: Ids) -> Record | None:
    while (kept := _supported(record, ids)) is not None and kept != record:
        record = kept
    return kept


def _published(dataset: Dataset) -> dict[str, str]:
    return {source.id: source.published for source in dataset.sources}


@attrs.frozen
class _Told:
    """What a record says of when its parts happened."""

    record: Record
    published: Mapping[str, str]
    day: dt.date

    def counts(self) -> bool:
        """Return whether the record itself had come to be by the day."""
        match self.record:
            case Meeting():
                return self.happened("", self.record.date)
            case Agreement():
                dated = [event.date for event in self.record.events if event.date is not None]
                return any(self.by(date) for date in dated) or self.reported("")
            case _:
                return True

    def gone(self, pointer: str, item: object) -> bool:
        """Return whether the item at `pointer` is not in the cut."""
        name = pointer.split("/")[1]
        date = getattr(item, "date", None)
        match self.record, name:
            case Leader(), "offices":
                return not self.happened(pointer, item.held) or self.ended(item.held)  # type: ignore[attr-defined]
            case Agreement(), "parties":
                return not self.party(pointer, item.country)  # type: ignore[attr-defined]
            case _, "relations" | "events":
                return not self.happened(pointer, date)
            case _:
                return False

    def party(self, pointer: str, country: str) -> bool:
        """Return whether the country had a dated step by the day, or was reported to be a party."""
        agreement = cast("Agreement", self.record)
        own = [e.date for e in agreement.events if e.country in {None, country} and e.date is not None]
        return any(self.by(date) for date in own) if own else self.reported(pointer)

    def happened(self, pointer: str, date: str | None) -> bool:
        """Return whether what is at `pointer`, and has `date`, had surely happened."""
        return self.reported(pointer) if date is None else self.by(date)

    def by(self, date: str) -> bool:
        """Return whether `date`, whatever day of it is meant, is not after the day; of an interval, its start."""
        start = date.partition("/")[0]
        limit = edtf.bounds(date).earliest if start == ".." else edtf.bounds(start).latest
        return limit is None or limit <= self.day

    def ended(self, held: str) -> bool:
        """Return whether the interval `held` was over."""
        end = held.partition("/")[2]
        latest = None if end in {"", ".."} else edtf.bounds(end).latest
        return latest is not None and latest < self.day

    def reported(self, pointer: str) -> bool:
        """Return whether a source that supports a cell below `pointer` was out; reference data always is."""
        dates = [
            None if entry.source is None else self.published[entry.source]
            for entry in self.record.evidence
            if entry.stance is Stance.SUPPORTS
            and any(support.field.startswith(f"{pointer}/") for support in entry.supports)
        ]
        return any(date is None or date <= self.day.isoformat() for date in dates)


def _settled(dataset: Dataset) -> Dataset:
    """Return `dataset` without the cells that have lost their evidence or their record, until none is left."""
    while True:
        known = {kind: {record.id for record in group} for kind, group in dataset.records.items()}
        records = {
            kind: tuple(kept for record in group if (kept := _supported(record, known)) is not None)
            for kind, group in dataset.records.items()
        }
        if records == dataset.records:
            texts = {name: text for name, text in dataset.texts.items() if name in known["source"]}
            return Dataset(records, texts, _tally(records, texts))
        dataset = attrs.evolve(dataset, records=records)


def _supported(record: Record, known: Ids) -> Record | None:
    """Return `record` without the cells that nothing supports or that refer to no record; None when it is absent."""
    covered = {
        support.field for entry in record.evidence if entry.stance is Stance.SUPPORTS for support in entry.supports
    }
    lost = {
        cell.pointer
        for cell in cells(record)
        if (cell.exemption is None and cell.pointer not in covered) or not _refers(cell.field, cell.value, known)
    }
    emptied = _emptied(record, "", lost)
    if emptied is None:
        return None
    return _without(emptied, lambda pointer, item: _is_lost(pointer, item, lost))


def _refers(field: Field, value: object, known: Ids) -> bool:
    kind = None if field.text is None else field.text.reference
    return kind is None or str(value) in known[kind]


def _emptied(holder: Any, pointer: str, lost: set[str]) -> Any:  # noqa: ANN401 - any object of the models
    """Return `holder`, its `lost` cells null; None when it cannot be without one of them."""
    changed: dict[str, object] = {}
    for field in fields_of(type(holder)):
        here = f"{pointer}/{field.name}"
        if here in lost:
            if not field.nullable:
                return None
            changed[field.name] = None
        elif field.many and field.model is not None and field.table != "evidence":
            items = getattr(holder, field.name)
            # An item that cannot stay keeps its place here, so that pointers hold until `_without` takes it out.
            changed[field.name] = tuple(
                item if (kept := _emptied(item, f"{here}/{index}", lost)) is None else kept
                for index, item in enumerate(items)
            )
    return attrs.evolve(holder, **changed) if changed else holder


def _is_lost(pointer: str, item: object, lost: set[str]) -> bool:
    """Return whether the item of a list, a text or an object, cannot stay."""
    return pointer in lost if isinstance(item, str) else _emptied(item, pointer, lost) is None


def _without(record: Record, gone: Gone) -> Record:
    """Return `record` without the items that are `gone`, the pointers of its evidence put right."""
    moved: dict[str, str | None] = {}
    changed: dict[str, object] = {}
    for field in fields_of(type(record)):
        if not field.many or field.table == "evidence":
            continue
        kept: list[object] = []
        for index, item in enumerate(getattr(record, field.name)):
            here = f"/{field.name}/{index}"
            moved[here] = None if gone(here, item) else f"/{field.name}/{len(kept)}"
            if moved[here] is not None:
                kept.append(item)
        changed[field.name] = tuple(kept)
    return _cleared(attrs.evolve(record, **changed), moved)  # type: ignore[arg-type]


def _cleared(record: Record, moved: dict[str, str | None]) -> Record:
    """Return `record`, its evidence speaking only of cells that are there, by the pointers that they have now."""
    there = {cell.pointer for cell in cells(record)}
    entries = [attrs.evolve(entry, supports=tuple(_moved(entry, moved, there))) for entry in record.evidence]
    return attrs.evolve(record, evidence=tuple(entry for entry in entries if entry.supports))


def _moved(entry: Evidence, moved: dict[str, str | None], there: set[str]) -> Iterator[Any]:
    for support in entry.supports:
        parts = support.field.split("/")
        item = "/".join(parts[:3])
        place = moved.get(item, item)
        pointer = None if place is None else "/".join([place, *parts[3:]])
        if pointer in there:
            yield attrs.evolve(support, field=pointer)


def _tally(records: dict[str, tuple[Record, ...]], texts: dict[str, str]) -> Tally:
    """Return what a cut has of cells and quotes: all of them were checked before."""
    named = [each for text in texts.values() for each in dates_in_text.named_weekdays(text)]
    tally = Tally(weekdays=len(named), contradicting=sum(not each.agrees for each in named))
    for group in records.values():
        for record in group:
            needed = sum(cell.exemption is None for cell in cells(record))
            quoted = [entry for entry in record.evidence if entry.quote is not None]
            sources = frozenset(entry.source for entry in quoted if entry.source is not None)
            tally += Tally(needed, needed, _bases(record), len(quoted), len(quoted), sources)
    return tally


def _bases(record: Record) -> Any:  # noqa: ANN401 - a Counter
    from collections import Counter

    found = {
        support.field: str(support.basis)
        for entry in reversed(record.evidence)
        if entry.stance is Stance.SUPPORTS
        for support in entry.supports
    }
    return Counter(found.values())
