"""Cuts of the dataset: what had surely happened by a day, what was known by a day, what one kind of source says.

`as_of` looks at when things happened, `known_by` at when the sources said so. All leave out rather than guess:

- an event, meeting, relation or claim of membership counts from the last day that its date may mean; without a date,
  from the day on which the first source that supports it was published;
- an office counts from the same day on, and no longer once its interval has ended; a single day is a day on which it
  was seen to be held, not its end;
- a party without a step of its own, and an agreement without any, count from the day of their first source;
- a cell whose evidence is gone is null, and what cannot be without that cell, an item of a list or a record, is absent;
  what refers to an absent record goes in the same way.
"""

import datetime as dt
from collections.abc import Collection, Mapping

import attrs

from accords_data.model.backing import from_sources
from accords_data.model.record_base import Record
from accords_data.problems import AccordsError, Problem
from accords_data.query.cut import Cut
from accords_data.query.holding import Then
from accords_data.query.settling import Ids, settled, settled_alone, without
from accords_data.seeds.dataset import Dataset


def cut(dataset: Dataset, wanted: Cut) -> Dataset:
    """Return the part of `dataset` that is `wanted`.

    Raises:
        AccordsError: no source is left, so that nothing is.
    """
    if wanted.source_kind is not None:
        dataset = of_kind(dataset, wanted.source_kind)
        _refuse_empty(dataset, "--source-kind", f"no source is of kind {wanted.source_kind}", "choose another kind")
    if wanted.known_by is not None:
        dataset = known_by(dataset, wanted.known_by)
        _refuse_empty(dataset, "--known-by", f"no source was published by {wanted.known_by}", "choose a later date")
    return dataset if wanted.as_of is None else as_of(dataset, wanted.as_of)


def _refuse_empty(dataset: Dataset, option: str, message: str, hint: str) -> None:
    if not dataset.sources:
        raise AccordsError([Problem(path=option, message=message, hint=hint)])


def known_by(dataset: Dataset, day: str) -> Dataset:
    """Return what the sources published up to `day`, ``YYYY-MM-DD``, say; reference data stays."""
    return _told_by(dataset, {source.id for source in dataset.sources if source.published_by <= day})


def of_kind(dataset: Dataset, kind: str) -> Dataset:
    """Return what the sources of `kind`, a value of `SourceKind`, say; reference data stays."""
    return _told_by(dataset, {source.id for source in dataset.sources if source.kind == kind})


def _told_by(dataset: Dataset, known: set[str]) -> Dataset:
    """Return what the sources with the ids `known` say."""
    records = {
        kind: tuple(
            attrs.evolve(record, evidence=from_sources(record.evidence, known.__contains__))
            for record in group
            if kind != "source" or record.id in known
        )
        for kind, group in dataset.records.items()
    }
    return settled(attrs.evolve(dataset, records=records))


def as_of(dataset: Dataset, day: str) -> Dataset:
    """Return what had surely happened by `day`, ``YYYY-MM-DD``, and still held; sources and countries stay."""
    published = _published(dataset)
    records = {
        kind: tuple(
            without(then.record, then.gone)
            for then in (Then(record, published, dt.date.fromisoformat(day)) for record in group)
            if then.counts()
        )
        for kind, group in dataset.records.items()
    }
    return settled(attrs.evolve(dataset, records=records))


def record_known_by(record: Record, known: Collection[str], ids: Ids) -> Record | None:
    """Return what is left of `record` when only the sources with the ids `known` are, and only records of `ids`.

    It is the record as `known_by` has it, for whoever looks at many days and few records; None when it is absent.
    """
    return settled_alone(attrs.evolve(record, evidence=from_sources(record.evidence, known.__contains__)), ids)


def record_as_of(record: Record, day: str, published: Mapping[str, str], ids: Ids) -> Record | None:
    """Return `record` as `as_of` has it, where sources were `published` by those days; None when it is absent."""
    then = Then(record, published, dt.date.fromisoformat(day))
    return settled_alone(without(record, then.gone), ids) if then.counts() else None


def _published(dataset: Dataset) -> dict[str, str]:
    return {source.id: source.published_by for source in dataset.sources}
