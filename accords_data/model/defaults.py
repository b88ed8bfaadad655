"""What a field means that an older version of this program did not write: its default."""

from typing import Any

from accords_data.model.fields import Field, fields_of


def completed(value: Any, model: type) -> Any:  # noqa: ANN401 - any JSON value, from whoever wrote it
    """Return `value`, an object of `model` in JSON, with the default of each optional field that it lacks.

    What is not optional, or not of the form of `model`, stays as it is: judging it is the schema's work.
    """
    if not isinstance(value, dict):
        return value
    found = dict(value)
    for field in fields_of(model):
        if field.name not in found and not field.required:
            found[field.name] = default(field)
        elif field.model is not None and isinstance(found.get(field.name), list):
            found[field.name] = [completed(item, field.model) for item in found[field.name]]
    return found


def default(field: Field) -> Any:  # noqa: ANN401 - any JSON value
    """Return what `field` is, as JSON has it, where nobody wrote it."""
    if field.many:
        return []
    return None if field.default is None else str(field.default)
