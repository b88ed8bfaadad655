"""The schemas that follow from the models: JSON Schema 2020-12 and Arrow.

The models of records are imported late: the schema of a manifest, which `verify` makes, needs none of them.
"""

import enum
import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from accords_data.model.fields import SCALARS, Field, fields_of

if TYPE_CHECKING:
    import pyarrow as pa

VERSION = "v1"
"""Version of the schemas: the folder below ``schemas/`` and a part of each ``$id``."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"

DRAFT = "draft"
"""The mark of a record that nobody has read yet. It is no field: no model and no export has it."""
_DRAFT = {
    "description": "Proposed by rule and read by nobody; refused by the export until a person has removed this line.",
    "const": True,
}

GRADED = "evidence_grade"
"""The column that tables have in which cells need evidence."""
EVIDENCED = "x-evidenced"
"""The annotation of a table's schema that lists the columns whose cells need evidence, unless null or an absence."""

JsonSchema = dict[str, Any]


class Form(enum.Enum):
    """Who writes a record, and so which of its fields there may be and must be."""

    WRITTEN = "by a curator: no computed field"
    EXPORTED = "by the export: every field, null where empty"
    LINE = "by anybody, as a line of JSON Lines: computed fields may be there"


def record_schema(kind: str) -> JsonSchema:
    """Return the JSON Schema of a record of `kind` as a curator writes it: no computed field is allowed."""
    from accords_data.model.records import MODELS

    model: type = MODELS[kind]
    return _record_schema(kind, model)


@functools.cache
def _record_schema(kind: str, model: type) -> JsonSchema:
    from accords_data.model.records import PLURALS

    schema = _schema(kind, f"One {kind} record, as kept under seeds/{PLURALS[kind]}/.", model, Form.WRITTEN)
    return schema | {"properties": {DRAFT: _DRAFT} | schema["properties"]}


def records_file_schema(kind: str) -> JsonSchema:
    """Return the JSON Schema of ``exports/json/{plural of kind}.json``: every field is there, null where empty."""
    from accords_data.model.records import MODELS, PLURALS

    name = PLURALS[kind]
    schema = _schema(name, f"All {kind} records, as exported to json/{name}.json.", MODELS[kind], Form.EXPORTED)
    return _array_of(schema)


def retired_schema() -> JsonSchema:
    """Return the JSON Schema of the file of the seeds folder that lists what is retired."""
    from accords_data.model.retired import RetiredFile

    return _schema("retired_file", "What is retired, as kept in seeds/retired.yaml.", RetiredFile, Form.WRITTEN)


def line_schema(kind: str) -> JsonSchema:
    """Return the JSON Schema of a record of `kind` as a line of JSON Lines: computed fields may be there or not."""
    from accords_data.model.records import MODELS

    model: type = MODELS[kind]
    return _line_schema(kind, model)


@functools.cache
def _line_schema(kind: str, model: type) -> JsonSchema:
    schema = _schema(kind, f"One {kind} record, as a line of JSON Lines.", model, Form.LINE)
    return schema | {"$id": f"urn:accords-data:schema:{VERSION}:line:{kind}"}


def rows_file_schema(name: str, description: str, columns: Iterable[Field]) -> JsonSchema:
    """Return the JSON Schema of a flat table exported to ``exports/json/{name}.json``."""
    row = _object(columns, Form.EXPORTED)
    return _array_of(_head(name, f"{description} As exported to json/{name}.json.") | row)


def table_schema(name: str, description: str, columns: Iterable[Field]) -> JsonSchema:
    """Return the JSON Schema of the rows of the flat table `name`, whatever the format that they are read from."""
    fields = list(columns)
    schema = rows_file_schema(name, description, fields)
    resting = [field.name for field in fields if field.exempt is None]
    graded = any(field.name == GRADED for field in fields)
    told = {EVIDENCED: resting} if graded and resting else {}
    return schema | {"$id": table_id(name), "description": description} | told


def table_id(name: str) -> str:
    """Return the ``$id`` of the schema of the flat table `name`."""
    return f"urn:accords-data:schema:{VERSION}:table:{name}"


def object_schema(name: str, description: str, model: type) -> JsonSchema:
    """Return the JSON Schema of one exported object of `model`."""
    return _schema(name, description, model, Form.EXPORTED)


def arrow_schema(model: type) -> "pa.Schema":
    """Return the Arrow schema of a nested batch of `model`, one row for each record."""
    import pyarrow as pa

    return pa.schema([_arrow_field(field) for field in fields_of(model)])


def _schema(name: str, description: str, model: type, form: Form) -> JsonSchema:
    definitions = {
        nested.__name__: {"description": _summary(nested)} | _object(fields_of(nested), form)
        for nested in _nested_models(model)
    }
    schema = _head(name, description) | _object(fields_of(model), form)
    return schema | ({"$defs": definitions} if definitions else {})


def _head(name: str, description: str) -> JsonSchema:
    return {
        "$schema": DIALECT,
        "$id": f"urn:accords-data:schema:{VERSION}:{name}",
        "title": name,
        "description": description,
    }


def _array_of(schema: JsonSchema) -> JsonSchema:
    head = {key: schema[key] for key in ("$schema", "$id", "title", "description")}
    definitions = schema.get("$defs", {})
    item = {key: value for key, value in schema.items() if key not in head and key != "$defs"}
    return head | {"type": "array", "items": {"$ref": "#/$defs/Item"}, "$defs": {"Item": item} | definitions}


def _object(columns: Iterable[Field], form: Form) -> JsonSchema:
    kept = [field for field in columns if form is not Form.WRITTEN or not field.computed]
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in kept},
        "required": [field.name for field in kept if form is Form.EXPORTED or field.required],
        "additionalProperties": False,
    }


def _property(field: Field) -> JsonSchema:
    schema = _value(field)
    if field.many:
        at_least = {"minItems": 1} if field.required else {}
        schema = {"type": "array", "items": schema} | at_least
    examples = {} if field.form == "object" else {"examples": [field.example]}
    return {"description": _description(field)} | schema | examples


def _value(field: Field) -> JsonSchema:
    if field.model is not None:
        return {"$ref": f"#/$defs/{field.model.__name__}"}
    name = SCALARS[field.form].json
    schema: JsonSchema = {"type": [name, "null"] if field.nullable else name}
    if field.vocabulary is not None:
        return schema | {"enum": [*map(str, field.vocabulary), *([None] if field.nullable else [])]}
    if field.text is None:
        return schema | {"minimum": 0, "maximum": 2**31 - 1}
    format_ = {"format": "date"} if field.form == "day" else {}
    return (
        schema
        | format_
        | {
            "pattern": field.text.pattern,
            "maxLength": field.text.max_length,
            "not": {"type": "string", "pattern": field.text.forbidden},
        }
    )


def _description(field: Field) -> str:
    if field.vocabulary is None:
        return field.description
    return field.description + " " + " ".join(f"{value}: {value.meaning}" for value in field.vocabulary)


def _summary(model: type) -> str:
    return str(model.__doc__).strip().splitlines()[0]


def _nested_models(model: type) -> list[type]:
    found: list[type] = []
    for field in fields_of(model):
        if field.model is not None:
            found += [field.model, *_nested_models(field.model)]
    return found


def _arrow_field(field: Field) -> "pa.Field":
    import pyarrow as pa

    if field.model is None:
        kind: pa.DataType = pa.type_for_alias(SCALARS[field.form].nested)
    else:
        kind = pa.struct([_arrow_field(nested) for nested in fields_of(field.model)])
    if field.many:
        kind = pa.list_(pa.field("item", kind, nullable=False))
    return pa.field(field.name, kind, nullable=field.nullable)
