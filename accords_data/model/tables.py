"""The flat tables, and the one path to them: records -> nested Arrow batch -> tables.

A record kind flattens to a table of its scalars and to one table for each tuple in it. A child table starts with the
owner's id, in a column named after the owner's kind, and the 0-based position in the tuple: the index that a JSON
Pointer to it has. Every EDTF date brings its bounds and precision along. Evidence of all kinds shares one table.
"""

import functools
import inspect
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from accords_data.model import edtf
from accords_data.model.attributes import COMPUTED
from accords_data.model.fields import SCALARS, Field, fields_of
from accords_data.model.parts import Evidence, Support
from accords_data.model.records import MODELS, PLURALS
from accords_data.model.schemas import arrow_schema
from accords_data.model.strings import DAY, SLUG, TEXT
from accords_data.model.views import VIEWS

if TYPE_CHECKING:
    import pyarrow as pa

EVIDENCE = "evidence"
Columns = Mapping[str, "pa.Array"]


@attrs.frozen
class Table:
    """What one flat table looks like."""

    name: str
    description: str
    columns: tuple[Field, ...]
    key: tuple[str, ...]
    """Columns that together tell a row from every other; rows are sorted by them."""
    json_file: str
    """The file of the release that holds the rows as JSON."""
    json_list: str | None = None
    """The list of each record there that holds them; None when they are the file's own rows."""
    record_kind: str | None = None
    """The kind of the records of which each has one row here; None for other tables."""

    @property
    def logical_columns(self) -> tuple[tuple[str, str], ...]:
        """Name and logical type of each column, as the content digest takes them."""
        return tuple((column.name, SCALARS[column.form].logical) for column in self.columns)

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """Each column that holds ids of another table, with the name of that table."""
        return tuple(
            (column.name, PLURALS[column.text.reference])
            for column in self.columns
            if column.text is not None and column.text.reference is not None
        )


def column(
    name: str, description: str, example: object, *, form: str = "text", nullable: bool = False, **more: object
) -> Field:
    """Return a column that no model has: one that the build computes."""
    plain: dict[str, Any] = dict.fromkeys(("vocabulary", "model", "table", "column", "rule"))
    text = {"text": TEXT, "day": DAY}.get(form)
    return Field(
        **(plain | {"text": text} | more),
        name=name, form=form, many=False, nullable=nullable, required=True,
        description=description, example=example, exempt=COMPUTED,
    )  # fmt: skip


def tables_of(kind: str) -> tuple[Table, ...]:
    """Return the tables that records of `kind` flatten to, evidence left out; the kind's own comes first."""
    model: type = MODELS[kind]
    return _tables_of(kind, model)


@functools.cache
def _tables_of(kind: str, model: type) -> tuple[Table, ...]:
    key = next(field for field in fields_of(model) if field.name == "id")
    text = attrs.evolve(SLUG if key.text is None else key.text, reference=kind)
    owner = column(kind, f"Id of the {kind} that the row belongs to.", key.example, text=text)
    position = column("position", f"Index in the {kind}'s list, from 0, as in a JSON Pointer.", 0, form="integer")
    file = f"json/{PLURALS[kind]}.json"
    columns = _with_bounds(_scalars(fields_of(model)))
    own = Table(PLURALS[kind], f"One row for each {kind}.", columns, ("id",), file, record_kind=kind)
    children = (
        Table(
            field.table or f"{kind}_{field.name}",
            f"{field.description} One row for each, beside its {kind}.",
            (owner, position, *_with_bounds(_item_fields(field))),
            (kind, "position"),
            file,
            field.name,
        )
        for field in _tuples(kind)
    )
    return (own, *children)


def evidence_table() -> Table:
    """Return the table of the evidence of all kinds: one row for each cell that a piece of evidence speaks of."""
    *kinds, last = MODELS
    columns = (
        column("record_kind", f"Kind of the record: {', '.join(kinds)} or {last}.", "meeting"),
        column("record", "Id of the record.", "2025-11-06-white-house"),
        column("position", "Index of the piece of evidence in its record, from 0.", 0, form="integer"),
        *_scalars(fields_of(Support)),
        *_scalars(fields_of(Evidence)),
    )
    description = "One row for each cell that a piece of evidence supports or disputes."
    return Table(EVIDENCE, description, columns, ("record_kind", "record", "position", "field"), "json/evidence.json")


@functools.cache
def view_table(name: str) -> Table:
    """Return the table of the view `name`; the rule by which its rows are found is its description."""
    model = VIEWS[name]
    columns = _with_bounds(fields_of(model))
    key = tuple(column.name for column in columns if column.name in {"agreement", "country", "position"})
    description = f"Computed. {inspect.cleandoc(str(model.__doc__))}".replace("\n\n", " ").replace("\n", " ")
    return Table(name, description, columns, key, f"json/{name}.json")


def all_tables() -> tuple[Table, ...]:
    """Return every table of a release, sorted by name."""
    own = [table for kind in MODELS for table in tables_of(kind)]
    views = [view_table(name) for name in VIEWS]
    return tuple(sorted([*own, evidence_table(), *views], key=lambda table: table.name))


def nested_batch(model: type, rows: Iterable[Mapping[str, object]]) -> "pa.RecordBatch":
    """Return `rows`, objects of `model` as plain values, as a nested batch."""
    import pyarrow as pa

    return pa.RecordBatch.from_pylist(list(rows), schema=arrow_schema(model))


def flatten(kind: str, batch: "pa.RecordBatch") -> Iterator[tuple[str, "pa.Table"]]:
    """Yield each table that the nested `batch` of `kind` flattens to, with its name; its evidence comes last."""
    own, *children = tables_of(kind)
    yield own.name, flat(own, {field.name: batch.column(field.name) for field in _scalars(fields_of(MODELS[kind]))})
    for table, field in zip(children, _tuples(kind), strict=True):
        parents, positions, items = _explode(batch.column(field.name))
        owners = {kind: batch.column("id").take(parents), "position": positions}
        yield table.name, flat(table, owners | _item_columns(field, items))
    yield EVIDENCE, _flat_evidence(kind, batch)


def flat(table: Table, columns: Columns) -> "pa.Table":
    """Return `columns`, those of `table` but for the bounds of its dates, as that table, the bounds added."""
    import pyarrow as pa

    complete = dict(columns)
    for field in table.columns:
        if field.default is not None:
            complete[field.name] = complete[field.name].fill_null(str(field.default))
        if field.is_edtf:
            complete |= _bounds(field.name, complete[field.name])
    schema = flat_schema(table)
    return pa.Table.from_arrays([complete[field.name].cast(field.type) for field in schema], schema=schema)


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


def _flat_evidence(kind: str, batch: "pa.RecordBatch") -> "pa.Table":
    import pyarrow as pa
    import pyarrow.compute as pc

    records, positions, entries = _explode(batch.column(EVIDENCE))
    parents, _, supports = _explode(pc.struct_field(entries, "supports"))
    return flat(
        evidence_table(),
        {
            "record_kind": pa.repeat(pa.scalar(kind), len(supports)),
            "record": batch.column("id").take(records).take(parents),
            "position": positions.take(parents),
            **{field.name: pc.struct_field(supports, field.name) for field in fields_of(Support)},
            **{
                field.name: pc.struct_field(entries, field.name).take(parents)
                for field in _scalars(fields_of(Evidence))
            },
        },
    )


def _explode(lists: "pa.ListArray") -> tuple["pa.Array", "pa.Array", "pa.Array"]:
    """Return, for each item of `lists`, the index of its list, its index in the list, and the item."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parents = pc.list_parent_indices(lists)
    lengths = pc.list_value_length(lists).fill_null(0)
    starts = pc.subtract(pc.cumulative_sum(lengths), lengths).take(parents)
    counted = pc.cumulative_sum(pa.repeat(pa.scalar(1, pa.int32()), len(parents)))
    positions = pc.subtract(pc.subtract(counted, 1), starts.cast(pa.int32()))
    return parents, positions, pc.list_flatten(lists)


def _item_columns(field: Field, items: "pa.Array") -> dict[str, "pa.Array"]:
    import pyarrow.compute as pc

    if field.model is None:
        return {_item_fields(field)[0].name: items}
    return {nested.name: pc.struct_field(items, nested.name) for nested in fields_of(field.model)}


def _item_fields(field: Field) -> tuple[Field, ...]:
    """Return the columns that one item of the tuple `field` has."""
    if field.model is not None:
        return fields_of(field.model)
    example = field.example[0] if isinstance(field.example, list) else field.example
    name = field.column or field.name
    return (attrs.evolve(field, name=name, example=example, many=False, nullable=False, required=True),)


def _tuples(kind: str) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(MODELS[kind]) if field.many and field.table != EVIDENCE)


def _scalars(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(field for field in fields if not field.many)


def _with_bounds(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return `fields`, each EDTF date followed by the columns of its bounds."""
    return tuple(each for field in fields for each in (field, *(_bound_fields(field) if field.is_edtf else ())))


def _bound_fields(date: Field) -> tuple[Field, ...]:
    name = date.name
    return (
        column(f"{name}_earliest", f"First day that {name} may mean; null when open.", "2025-11-06",
               form="day", nullable=True),
        column(f"{name}_latest", f"Last day that {name} may mean; null when open.", "2025-11-06",
               form="day", nullable=True),
        column(f"{name}_precision", f"How exact {name} is: day, month, year or period; null when {name} is.", "day",
               nullable=True),
    )  # fmt: skip


def _bounds(name: str, dates: "pa.Array") -> dict[str, "pa.Array"]:
    import pyarrow as pa

    distinct = dates.dictionary_encode()
    limits = [edtf.bounds(text) for text in distinct.dictionary.to_pylist()] + [edtf.bounds(None)]
    unknown = pa.scalar(len(limits) - 1, pa.int32())
    which = distinct.indices.fill_null(unknown)
    return {
        f"{name}_earliest": pa.array([each.earliest for each in limits], pa.date32()).take(which),
        f"{name}_latest": pa.array([each.latest for each in limits], pa.date32()).take(which),
        f"{name}_precision": pa.array([each.precision for each in limits], pa.string()).take(which),
    }
