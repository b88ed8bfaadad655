"""Reading the models: one `Field` for each attribute, and one row of `SCALARS` for each type of cell."""

import functools
import types
import typing
from collections.abc import Callable, Iterator

import attrs

from accords_data.model.addresses import parts_of
from accords_data.model.attributes import COMPUTED, ID, LABEL, Dating
from accords_data.model.strings import DAY, EDTF, TextKind
from accords_data.model.vocabularies import ABSENT, Vocabulary


@attrs.frozen
class Scalar:
    """What one type of cell is called in each dialect."""

    json: str
    """The ``type`` of JSON Schema."""
    nested: str
    """The Arrow type in a nested batch, as `pyarrow.type_for_alias` takes it."""
    flat: str
    """The Arrow type in a flat table."""
    logical: str
    """The type's name in the content digest, in Frictionless and in CSVW."""
    croissant: str
    """The ``dataType`` of Croissant."""


SCALARS = {
    "text": Scalar("string", "string", "string", "string", "sc:Text"),
    "day": Scalar("string", "string", "date32", "date", "sc:Date"),
    "integer": Scalar("integer", "int32", "int32", "integer", "sc:Integer"),
}
"""The types of cells, one row for all dialects."""


@attrs.frozen
class Field:
    """One attribute of a model, or one column of a table."""

    name: str
    form: str
    """A key of `SCALARS`, or ``object``."""
    many: bool
    """Whether it is a tuple of that form."""
    nullable: bool
    required: bool
    """Whether a record file must have it."""
    text: TextKind | None
    vocabulary: type[Vocabulary] | None
    model: type | None
    description: str
    example: object
    exempt: str | None
    table: str | None
    column: str | None
    rule: str | None
    dated_by: Dating | None = None
    """When the items of a list count; None for what is no list."""
    default: object = None
    """What a scalar is where a record leaves it out."""

    @property
    def computed(self) -> bool:
        """Whether the build, not the curator, fills it in."""
        return self.exempt == COMPUTED

    @property
    def is_edtf(self) -> bool:
        """Whether it is a date whose bounds the flat tables carry."""
        return self.text is EDTF


@attrs.frozen
class Cell:
    """One scalar of a record."""

    address: str
    field: Field
    value: object

    @property
    def exemption(self) -> str | None:
        """Why it needs no evidence: ``id``, ``label``, ``computed`` or ``absence``; None when it does."""
        if self.field.vocabulary is not None and self.value in ABSENT:
            return "absence"
        return self.field.exempt


def fields_of(model: type) -> tuple[Field, ...]:
    """Return the fields of the attrs class `model`, in the order in which it declares them."""
    return _fields_of(model)


@functools.cache
def _fields_of(model: type) -> tuple[Field, ...]:
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple(_field(attribute, hints[attribute.name]) for attribute in attrs.fields(model))


FieldsOf = Callable[[type], tuple[Field, ...]]
"""Gives fields of a model."""


def cells(record: object, address: str = "", among: FieldsOf = fields_of) -> Iterator[Cell]:
    """Yield every non-null scalar of `record`, its evidence left out, with its address.

    Args:
        record: A record, or a part of one.
        address: Where it stands, if it is a part.
        among: Gives the fields of a model that are looked at; all of them if left out.
    """
    for field in among(type(record)):
        value = getattr(record, field.name)
        if value is None or field.table == "evidence":
            continue
        here = f"{address}/{field.name}"
        if not field.many:
            yield Cell(here, field, value)
            continue
        for part, item in zip(parts_of(value), value, strict=True):
            if field.model is None:
                yield Cell(f"{here}/{part}", field, item)
            else:
                yield from cells(item, f"{here}/{part}", among)


def _field(attribute: "attrs.Attribute[typing.Any]", hint: object) -> Field:
    inner, nullable = _without_none(hint)
    inner, many = _without_tuple(inner)
    text, python_type = _without_annotation(inner)
    vocabulary = python_type if issubclass(python_type, Vocabulary) else None
    model = python_type if attrs.has(python_type) else None
    metadata = attribute.metadata
    if metadata["exempt"] not in {None, ID, LABEL, COMPUTED}:
        message = f"{attribute.name}: unknown exemption {metadata['exempt']!r}"
        raise ValueError(message)
    return Field(
        name=attribute.name,
        form=_form(python_type, text),
        many=many,
        nullable=nullable,
        required=attribute.default is attrs.NOTHING,
        text=text,
        vocabulary=vocabulary,
        model=model,
        default=None if attribute.default is attrs.NOTHING or many else attribute.default,
        **metadata,
    )


def _form(python_type: type, text: TextKind | None) -> str:
    if attrs.has(python_type):
        return "object"
    if text is DAY:
        return "day"
    if issubclass(python_type, str):
        return "text"
    if python_type is int:
        return "integer"
    message = f"no cell holds a {python_type.__name__}"
    raise TypeError(message)


def _without_none(hint: typing.Any) -> tuple[typing.Any, bool]:  # noqa: ANN401 - a type expression has no type
    if typing.get_origin(hint) not in {typing.Union, types.UnionType}:
        return hint, False
    (inner,) = (part for part in typing.get_args(hint) if part is not type(None))
    return inner, True


def _without_tuple(hint: typing.Any) -> tuple[typing.Any, bool]:  # noqa: ANN401 - a type expression has no type
    if typing.get_origin(hint) is not tuple:
        return hint, False
    inner, _ellipsis = typing.get_args(hint)
    return inner, True


def _without_annotation(hint: typing.Any) -> tuple[TextKind | None, type]:  # noqa: ANN401 - a type expression
    if typing.get_origin(hint) is not typing.Annotated:
        return None, hint
    python_type, text = typing.get_args(hint)
    return text, python_type
