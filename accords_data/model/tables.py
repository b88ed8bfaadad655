"""The flat tables: what each looks like. `accords_data.model.flattening` fills them.

A record kind flattens to a table of its scalars and to one table for each tuple in it. A child table starts with the
owner's id, in a column named after the owner's kind, and the 0-based position in the tuple: the index that a JSON
Pointer to it has. The item's id, a slug of it where it is a plain text, is the other half of the key. Every EDTF date
brings its bounds and precision along. A row whose cells need evidence ends with what that comes to, see
`EVIDENCE_COLUMNS`. Evidence of all kinds shares one table.
"""

import functools
import inspect
from collections.abc import Iterable
from typing import Any

import attrs

from accords_data.model.addresses import ITEM, slug
from accords_data.model.attributes import COMPUTED, EVIDENCE
from accords_data.model.fields import SCALARS, Field, fields_of
from accords_data.model.items import Item
from accords_data.model.record_parts import Evidence, Support
from accords_data.model.records import MODELS, PLURALS
from accords_data.model.retired import Retired
from accords_data.model.strings import DAY, ITEM_ID, POINTER, SLUG, TEXT
from accords_data.model.views import VIEWS
from accords_data.model.vocabularies import Grade

_TEXT_ITEM = "The text's part of an address: the text in plain small letters, a hash where it has no Latin letter."
_POINTER = "JSON Pointer of the cell in its record, as json/ has it; null where the record has no such item."


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
    position = column("position", f"Place in the {kind}'s list, from 0.", 0, form="integer")
    file = f"json/{PLURALS[kind]}.json"
    columns = _with_evidence(_with_bounds(scalars(fields_of(model))))
    own = Table(PLURALS[kind], f"One row for each {kind}.", columns, ("id",), file, record_kind=kind)
    children = (
        Table(
            field.table or f"{kind}_{field.name}",
            f"{field.description} One row for each, beside its {kind}.",
            (owner, position, *_with_evidence(_with_bounds(item_fields(field)))),
            (kind, ITEM if has_ids(field) else "position"),
            file,
            field.name,
        )
        for field in lists_of(kind)
    )
    return (own, *children)


def evidence_table() -> Table:
    """Return the table of the evidence of all kinds: one row for each cell that a piece of evidence speaks of."""
    *kinds, last = MODELS
    cell, *others = scalars(fields_of(Support))
    columns = (
        column("record_kind", f"Kind of the record: {', '.join(kinds)} or {last}.", "meeting"),
        column("record", "Id of the record.", "2025-11-06-white-house"),
        column("position", "Index of the piece of evidence in its record, from 0.", 0, form="integer"),
        cell,
        column("pointer", _POINTER, "/events/0/date", text=POINTER, nullable=True),
        *others,
        *scalars(fields_of(Evidence)),
    )
    description = "One row for each cell that a piece of evidence supports or disputes."
    return Table(EVIDENCE, description, columns, ("record_kind", "record", "position", "field"), "json/evidence.json")


def retired_table() -> Table:
    """Return the table of what is retired."""
    description = inspect.cleandoc(str(Retired.__doc__))
    key = ("record_kind", "record", "address")
    return Table("retired", f"One row for each. {description}", fields_of(Retired), key, "json/retired.json")


EVIDENCE_COLUMNS = (
    column(
        "evidence_grade",
        "The best grade under which every cell of the row that needs evidence is supported: the worst of these cells"
        " decides. Null when one has no evidence, or when no cell of the row needs any.",
        "summarised", vocabulary=Grade, text=None, nullable=True,
    ),
    column(
        "source_count",
        "How many sources support a cell of the row; 0 when its cells rest on reference data alone.",
        2, form="integer",
    ),
    column(
        "disputed",
        "The columns of the row that evidence disputes, in their order, with a space between; null when none. The"
        " table evidence says what is said instead, and by whom.",
        "date", nullable=True,
    ),
)  # fmt: skip
"""What the evidence of a row comes to. `accords_data.model.row_evidence` computes it."""


_OF_EVENT = "Said of the event, a row of agreement_events, on which the row rests."


def resting(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return those of `fields` the cells of which need evidence."""
    return tuple(field for field in fields if field.exempt is None)


def _with_evidence(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Return `fields`, those of a row, with what the evidence of the row comes to where its cells need any."""
    return (*fields, *(EVIDENCE_COLUMNS if resting(fields) else ()))


@functools.cache
def view_table(name: str) -> Table:
    """Return the table of the view `name`; the rule by which its rows are found is its description."""
    model = VIEWS[name]
    told = (attrs.evolve(each, description=f"{each.description} {_OF_EVENT}") for each in EVIDENCE_COLUMNS)
    columns = (*_with_bounds(fields_of(model)), *told)
    key = tuple(column.name for column in columns if column.name in {"agreement", "country", "position"})
    description = f"Computed. {inspect.cleandoc(str(model.__doc__))}".replace("\n\n", " ").replace("\n", " ")
    return Table(name, description, columns, key, f"json/{name}.json")


def all_tables() -> tuple[Table, ...]:
    """Return every table of a release, sorted by name."""
    own = [table for kind in MODELS for table in tables_of(kind)]
    views = [view_table(name) for name in VIEWS]
    return tuple(sorted([*own, evidence_table(), retired_table(), *views], key=lambda table: table.name))


def item_fields(field: Field) -> tuple[Field, ...]:
    """Return the columns that one item of the tuple `field` has."""
    if field.model is not None:
        return fields_of(field.model)
    example = field.example[0] if isinstance(field.example, list) else field.example
    name = field.column or field.name
    text = attrs.evolve(field, name=name, example=example, many=False, nullable=False, required=True)
    return (column(ITEM, _TEXT_ITEM, slug(str(example)), text=ITEM_ID), text)


def has_ids(field: Field) -> bool:
    """Return whether the items of the list `field` go by ids: texts by slugs of themselves, objects by their own."""
    return field.model is None or issubclass(field.model, Item)


def lists_of(kind: str) -> tuple[Field, ...]:
    """Return the lists of a record of `kind` that have a table of their own."""
    return tuple(field for field in fields_of(MODELS[kind]) if field.many and field.table != EVIDENCE)


def scalars(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Return those of `fields` that are no lists."""
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
