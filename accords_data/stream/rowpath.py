"""The row path: one line at a time, decided and explained by `jsonschema`, built by `cattrs`."""

import json
from functools import cached_property
from typing import Any

import attrs

from accords_data import validation
from accords_data.dataset import converter, plain
from accords_data.models import MODELS
from accords_data.schemas import line_schema

Told = tuple[str, str, str | None]
"""Pointer, message, hint."""


@attrs.frozen
class Reject:
    """A line that is not accepted."""

    line: int
    """Number of the line, from 0, in what was read."""
    offset: int
    length: int
    told: tuple[Told, ...]
    content: bytes
    """The line; empty where it was too long to keep."""


@attrs.define(slots=False)
class RowPath:
    """What decides on single lines of records of one kind."""

    kind: str

    @cached_property
    def _explainer(self) -> Any:  # noqa: ANN401 - jsonschema imports late
        return validation.explainer(line_schema(self.kind))

    @cached_property
    def _judge(self) -> Any:  # noqa: ANN401 - jsonschema_rs imports late
        return validation.judge(line_schema(self.kind))

    def refuses(self, line: bytes) -> bool:
        """Return whether `line` is likely to be refused: a quick first look, not the verdict."""
        value = parse(line)
        return isinstance(value, str) or not self._judge.is_valid(value[0])

    def record(self, line: bytes) -> dict[str, Any] | tuple[Told, ...]:
        """Return the record that `line` is, as plain values with every field; or what is wrong with it."""
        value = parse(line)
        if isinstance(value, str):
            return (("", value, None),)
        told = tuple(validation.explanations(self._explainer, value[0]))
        if told or not self._explainer.is_valid(value[0]):
            return told or (("", "refused by its JSON Schema", None),)
        return plain(converter().structure(value[0], MODELS[self.kind]))


def parse(line: bytes) -> tuple[Any] | str:
    """Return the JSON value of `line`, in a tuple of one; or the sentence why there is none.

    A lone surrogate is JSON, but no text: nothing that is written as UTF-8 can hold it.
    """
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        return f"is not UTF-8: byte {error.start} is 0x{line[error.start]:02x}"
    try:
        value = json.loads(text)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        return f"is no JSON: {error.msg} at character {error.pos + 1}"
    except UnicodeEncodeError:
        return "holds a lone surrogate, which is no character"
    except RecursionError:
        return "is nested too deeply"
    except ValueError as error:
        return f"is no JSON that can be read: {error}"
    return (value,)
