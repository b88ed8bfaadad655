"""The one path to the flat tables: records -> nested Arrow batch -> tables."""

import itertools
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from accords_data.model import arrow, edtf, row_evidence
from accords_data.model.addresses import ITEM, of_texts
from accords_data.model.attributes import EVIDENCE
from accords_data.model.fields import SCALARS, Field, fields_of
from accords_data.model.pointer_column import Listed, pointers
from accords_data.model.record_parts import Evidence, Support
from accords_data.model.records import MODELS
from accords_data.model.row_evidence import Mentions, Rows
from accords_data.model.schemas import arrow_schema
from accords_data.model.tables import Table, evidence_table, item_fields, lists_of, resting, scalars, tables_of

if TYPE_CHECKING:
    import pyarrow as pa

Columns = Mapping[str, "pa.Array"]
Inside = tuple[Field, "pa.Array", "pa.Array"]
"""The list that holds the rows of a table; for each row, its record and what addresses call it."""


def nested_batch(model: type, rows: Iterable[Mapping[str, object]]) -> "pa.RecordBatch":
    """Return `rows`, objects of `model` as plain values, as a nested batch."""
    import pyarrow as pa

    return pa.RecordBatch.from_pylist(list(rows), schema=arrow_schema(model))


def flatten(kind: str, batch: "pa.RecordBatch") -> Iterator[tuple[str, "pa.Table"]]:
    """Yield each table that the nested `batch` of `kind` flattens to, with its name; its evidence comes last."""
    import pyarrow as pa

    told = _Told.of(batch)
    own, *children = tables_of(kind)
    fields, listed = scalars(fields_of(MODELS[kind])), []
    columns = {field.name: batch.column(field.name) for field in fields}
    yield own.name, flat(own, columns | _evidence_columns(fields, columns, told.mentions, batch.num_rows))
    for table, field in zip(children, lists_of(kind), strict=True):
        parents, positions, items = _explode(batch.column(field.name))
        owners = {kind: arrow.take(batch.column("id"), parents), "position": positions}
        columns = _item_columns(field, parents, items)
        ids = columns[ITEM] if ITEM in columns else arrow.cast(positions, pa.string())
        found = _evidence_columns(item_fields(field), columns, told.mentions, len(items), (field, parents, ids))
        yield table.name, flat(table, owners | columns | found)
        listed.append(Listed(field.name, parents, positions, ids))
    yield EVIDENCE, _flat_evidence(kind, batch, told, listed)


def flat(table: Table, columns: Columns) -> "pa.Table":
    """Return `columns`, those of `table` but for the bounds of its dates, as that table, the bounds added."""
    import pyarrow as pa

    complete = dict(columns)
    for field in table.columns:
        if field.default is not None:
            complete[field.name] = arrow.filled(complete[field.name], str(field.default))
        if field.is_edtf:
            complete |= _bounds(field.name, complete[field.name])
    schema = flat_schema(table)
    return pa.Table.from_arrays([arrow.cast(complete[field.name], field.type) for field in schema], schema=schema)


def flat_schema(table: Table) -> "pa.Schema":
    """Return the Arrow schema of `table`; it and every column carry their descriptions."""
    import pyarrow as pa

    columns = [
        pa.field(
            field.name,
            pa.type_for_alias(SCALARS[field.form].flat),
            nullable=field.nullable,
            metadata={"description": field.description},
        )
        for field in table.columns
    ]
    return pa.schema(columns, metadata={"description": table.description})


@attrs.frozen(kw_only=True)
class _Told:
    """The evidence of a batch: its entries, and the cells of each."""

    positions: "pa.Array"
    """Index of each entry in its record."""
    entries: "pa.Array"
    parents: "pa.Array"
    """The entry of each of `supports`."""
    supports: "pa.Array"
    mentions: Mentions

    @classmethod
    def of(cls, batch: "pa.RecordBatch") -> "_Told":
        records, positions, entries = _explode(batch.column(EVIDENCE))
        parents, _, supports = _explode(arrow.member(entries, "supports"))
        mentions = Mentions.of(records, entries, parents, supports)
        return cls(positions=positions, entries=entries, parents=parents, supports=supports, mentions=mentions)


def _evidence_columns(
    fields: tuple[Field, ...], columns: Columns, mentions: Mentions, number: int, inside: Inside | None = None
) -> dict[str, "pa.Array"]:
    """Return what the evidence of each of a `number` of rows comes to, where cells of these `fields` need any."""
    needing = resting(fields)
    if not needing:
        return {}
    field, records, keys = (None, None, None) if inside is None else inside
    rows = Rows(
        field=field,
        records=records,
        keys=keys,
        cells={each.name: columns[each.name] for each in needing},
        vocabularies=frozenset(each.name for each in needing if each.vocabulary is not None),
        number=number,
    )
    return row_evidence.columns(rows, mentions)


def _flat_evidence(kind: str, batch: "pa.RecordBatch", told: _Told, listed: Sequence[Listed]) -> "pa.Table":
    import pyarrow as pa

    parents, supports = told.parents, told.supports
    return flat(
        evidence_table(),
        {
            "record_kind": pa.repeat(pa.scalar(kind), len(supports)),
            "record": arrow.take(batch.column("id"), told.mentions.records),
            "position": arrow.take(told.positions, parents),
            "pointer": pointers(arrow.member(supports, "field"), told.mentions.records, listed),
            **{field.name: arrow.member(supports, field.name) for field in fields_of(Support)},
            **{
                field.name: arrow.take(arrow.member(told.entries, field.name), parents)
                for field in scalars(fields_of(Evidence))
            },
        },
    )


def _explode(lists: "pa.ListArray") -> tuple["pa.Array", "pa.Array", "pa.Array"]:
    """Return, for each item of `lists`, the index of its list, its index in the list, and the item."""
    import pyarrow as pa

    parents, offsets = arrow.call("list_parent_indices", lists), lists.offsets
    # Both count from the first item that the lists share, which is not the first of all where they are a slice.
    ones = pa.repeat(pa.scalar(1, pa.int32()), len(parents))
    places = arrow.running_sum(ones, offsets[0].as_py() - 1)
    positions = arrow.call("subtract", places, arrow.take(offsets, parents))
    return parents, positions, arrow.call("list_flatten", lists)


def _item_columns(field: Field, parents: "pa.Array", items: "pa.Array") -> dict[str, "pa.Array"]:
    if field.model is None:
        return {ITEM: _slugs(parents, items), item_fields(field)[-1].name: items}
    return {nested.name: arrow.member(items, nested.name) for nested in fields_of(field.model)}


def _slugs(parents: "pa.Array", texts: "pa.Array") -> "pa.Array":
    """Return the part of an address by which each of `texts` goes, those of one of the `parents` being one list."""
    import pyarrow as pa

    pairs = zip(parents.to_pylist(), texts.to_pylist(), strict=True)
    lists = ([text for _, text in group] for _, group in itertools.groupby(pairs, operator.itemgetter(0)))
    return pa.array([part for each in lists for part in of_texts(each)], pa.string())


def _bounds(name: str, dates: "pa.Array") -> dict[str, "pa.Array"]:
    import pyarrow as pa

    distinct = arrow.call("dictionary_encode", dates)
    limits = [edtf.bounds(text) for text in distinct.dictionary.to_pylist()] + [edtf.bounds(None)]
    which = arrow.filled(distinct.indices, len(limits) - 1)  # the last is that of no date
    return {
        f"{name}_earliest": arrow.take(pa.array([each.earliest for each in limits], pa.date32()), which),
        f"{name}_latest": arrow.take(pa.array([each.latest for each in limits], pa.date32()), which),
        f"{name}_precision": arrow.take(pa.array([each.precision for each in limits], pa.string()), which),
    }
