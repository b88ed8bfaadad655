"""The slow path: one line at a time, decided and explained by `jsonschema`, built by `cattrs`."""

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from accords_data.model.records import MODELS
from accords_data.model.schemas import line_schema
from accords_data.problems import Finding
from accords_data.seeds import schema_errors


@attrs.frozen
class Reject:
    """A line that is not accepted."""

    line: int
    """Number of the line, from 0, in what was read."""
    offset: int
    length: int
    findings: tuple[Finding, ...]
    content: bytes
    """The line; empty where it was too long to keep."""


@attrs.define(slots=False)
class SlowPath:
    """What decides on single lines of records of one kind.

    Most of a wrong record is right, and `jsonschema` takes a hundred times as long as `jsonschema_rs` to say so: it is
    given the fields that the latter refuses, and the keys of the whole.
    """

    kind: str

    @cached_property
    def _explainer(self) -> Any:  # noqa: ANN401 - jsonschema imports late
        return schema_errors.explainer(line_schema(self.kind))

    @cached_property
    def _keys_explainer(self) -> Any:  # noqa: ANN401 - as above
        schema = line_schema(self.kind)
        # Fields that allow anything: this one is asked about the keys alone (docs/decisions/0041).
        anything = {name: {"description": each["description"]} for name, each in schema["properties"].items()}
        return schema_errors.explainer(schema | {"properties": anything})

    @cached_property
    def _fields(self) -> dict[str, tuple[Any, Any]]:
        """What decides quickly on a field, and what explains it, by the field's name."""
        schema = line_schema(self.kind)
        # References in a field lead to the definitions of the whole schema.
        fields = {name: {"$defs": schema["$defs"], **each} for name, each in schema["properties"].items()}
        return {name: (schema_errors.judge(each), schema_errors.explainer(each)) for name, each in fields.items()}

    @cached_property
    def _judge(self) -> Any:  # noqa: ANN401 - jsonschema_rs imports late
        return schema_errors.judge(line_schema(self.kind))

    def refuses(self, line: bytes) -> bool:
        """Return whether `line` is likely to be refused: a quick first look, not the verdict."""
        value = parse(line)
        return isinstance(value, str) or not self._judge.is_valid(value[0])

    def record(self, line: bytes) -> dict[str, Any] | tuple[Finding, ...]:
        """Return the record that `line` is, as plain values with every field; or what is wrong with it."""
        value = parse(line)
        if isinstance(value, str):
            return (("", value, None),)
        if not self._judge.is_valid(value[0]) and (findings := tuple(self.explained(value[0]))):
            return findings
        # `jsonschema_rs` is only a quick look: what it accepts, and what it refuses without a reason that `jsonschema`
        # finds field by field, is decided here.
        if not self._explainer.is_valid(value[0]):
            findings = tuple(schema_errors.explanations(self._explainer, value[0]))
            return findings or (("", "does not match its JSON Schema", None),)
        from accords_data.seeds.dataset import converter, plain

        return plain(converter().structure(value[0], MODELS[self.kind]))

    def explained(self, value: Any) -> Iterator[Finding]:  # noqa: ANN401 - any JSON
        """Yield what `jsonschema` says against the keys of `value`, and against each field that is refused quickly."""
        yield from schema_errors.explanations(self._keys_explainer, value)
        if isinstance(value, dict):
            for name, (judge, explainer) in self._fields.items():
                if name in value and not judge.is_valid(value[name]):
                    for pointer, message, hint in schema_errors.explanations(explainer, value[name]):
                        yield f"/{name}{pointer}", message, hint


def parse(line: bytes) -> tuple[Any] | str:
    """Return the JSON value of `line`, in a tuple of one; or the message why there is none.

    A lone surrogate is JSON, but no text: nothing that is written as UTF-8 can hold it.
    """
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        return f"not UTF-8: byte {error.start} is 0x{line[error.start]:02x}"
    try:
        value = json.loads(text)
        # Only an escape can put a lone surrogate into text that was UTF-8: only then is it worth a look.
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        return f"not valid JSON: {error.msg} at character {error.pos + 1}"
    except UnicodeEncodeError:
        return "contains a lone surrogate, which is not a character"
    except RecursionError:
        return "nested too deeply"
    except ValueError as error:
        return f"not valid JSON: {error}"
    return (value,)
