"""From plain values that a schema has judged to objects: sooner than a library for it would be imported."""

from collections.abc import Mapping
from typing import Any, TypeVar

from accords_data.model.fields import Field, fields_of

Model = TypeVar("Model")


def structured(value: Mapping[str, Any], model: type[Model]) -> Model:
    """Return the object of the attrs class `model` that `value` is, which is valid by its schema.

    A field that `value` leaves out gets its default.
    """
    return model(**{field.name: _cell(value[field.name], field) for field in fields_of(model) if field.name in value})


def _cell(value: Any, field: Field) -> object:  # noqa: ANN401 - any JSON value
    if field.many:
        return tuple(_item(item, field) for item in value)
    return None if value is None else _item(value, field)


def _item(value: Any, field: Field) -> object:  # noqa: ANN401 - any JSON value
    if field.model is not None:
        return structured(value, field.model)
    if field.vocabulary is not None:
        return field.vocabulary(value)  # type: ignore[call-arg]  # an enum is found by its value
    # For JSON Schema 2.0 is an integer too.
    return int(value) if field.form == "integer" else str(value)
