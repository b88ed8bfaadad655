"""Whether values are valid by the schemas of their release; no schema of this program is looked at."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from accords_data.problems import Problem
from accords_data.release import formats
from accords_data.release.digest import Columns
from accords_data.verify import rows
from accords_data.verify.verdict import BUILD, WHOLE, OpenRelease

if TYPE_CHECKING:
    import jsonschema_rs


BLOCK = 500
"""Rows or records that are judged at a time: as objects they take many times the room."""


def schema_path(release: OpenRelease, name: str) -> str:
    """Return where the schema called `name` is in the release."""
    return f"schemas/{release.manifest.schema_version}/{name}.schema.json"


def columns_of(release: OpenRelease, table: str) -> Columns | Problem:
    """Return the columns of `table` as its schema in the release has them, or what is wrong with that schema."""
    schema = _schema(release, f"tables/{table}")
    if isinstance(schema, Problem):
        return schema
    try:
        return rows.columns_of(schema)
    except (KeyError, TypeError, AttributeError):
        return release.content.problem(schema_path(release, f"tables/{table}"), "does not describe a table", BUILD)


def evidenced_of(release: OpenRelease, table: str) -> tuple[str, ...]:
    """Return the columns of `table`, whose schema describes it, the cells of which need evidence."""
    schema = _schema(release, f"tables/{table}")
    return () if isinstance(schema, Problem) else rows.evidenced_in(schema)


def judge_of(release: OpenRelease, name: str) -> "jsonschema_rs.Draft202012Validator | Problem":
    """Return what decides whether a value is valid by the schema `name`, or what is wrong with that schema."""
    import jsonschema_rs

    schema = _schema(release, name)
    if isinstance(schema, Problem):
        return schema
    try:
        return jsonschema_rs.Draft202012Validator(
            schema, validate_formats=True, retriever=_no_network, pattern_options=jsonschema_rs.RegexOptions()
        )
    except (ValueError, jsonschema_rs.ReferencingError) as error:
        return release.content.problem(schema_path(release, name), f"not a JSON Schema: {error}", BUILD)


def refused(
    judge: "jsonschema_rs.Draft202012Validator",
    value: Any,  # noqa: ANN401 - any JSON value
    start: int = 0,
) -> Iterator[tuple[str, str]]:
    """Yield pointer and message of everything that `judge` refuses in `value`, a list that starts at row `start`."""
    if judge.is_valid(value):
        return
    for wrong in judge.iter_errors(value):
        places = [
            part + start if isinstance(part, int) and not at else part for at, part in enumerate(wrong.instance_path)
        ]
        yield "".join(f"/{part}" for part in places), wrong.message


def _schema(release: OpenRelease, name: str) -> dict[str, Any] | Problem:
    path = schema_path(release, name)
    if path not in release.content.files:
        return release.content.problem(path, "missing, so the data it describes cannot be validated", WHOLE)
    try:
        if path not in release.schemas:
            release.schemas[path] = formats.json_value(release.content.files[path])
    except ValueError as error:
        return release.content.problem(path, f"cannot be read: {error}", BUILD)
    schema = release.schemas[path]
    return schema if isinstance(schema, dict) else release.content.problem(path, "not a JSON Schema", BUILD)


def _no_network(address: str) -> Any:  # noqa: ANN401 - the type that jsonschema_rs wants
    message = f"{address} is not in the release"
    raise ValueError(message)
