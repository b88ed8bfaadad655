"""The verdict of a record's JSON Schema, and the sentence for each thing that it refuses.

`jsonschema_rs` decides, because it is faster by far; what it refuses, `jsonschema` explains. Tests hold that the two
agree.
"""

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from accords_data.model import edtf
from accords_data.model.characters import JOINERS, NO_CHARACTER
from accords_data.model.records import MODELS
from accords_data.model.schemas import JsonSchema, record_schema
from accords_data.model.strings import CONTROL
from accords_data.problems import Finding, Problem, did_you_mean
from accords_data.seeds.yaml_events import name_of, pointer_of
from accords_data.seeds.yaml_reader import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    import jsonschema
    import jsonschema_rs

_DAY_SHAPE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_SHOWN = 60


def schema_problems(kind: str, document: Document) -> Iterator[Problem]:
    """Yield everything that the schema of `kind` refuses in `document`."""
    model: type = MODELS[kind]
    if _judge(kind, model).is_valid(document.data):
        return
    explained = False
    for pointer, message, hint in explanations(_explainer(kind, model), document.data):
        explained = True
        yield document.problem(pointer, message, hint)
    if not explained:
        yield document.problem("", "does not match its JSON Schema, for no single reason")


def judge(schema: JsonSchema) -> "jsonschema_rs.Draft202012Validator":
    """Return what decides quickly whether a value is valid by `schema`."""
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def explainer(schema: JsonSchema) -> "jsonschema.Draft202012Validator":
    """Return what finds every error of a value by `schema`."""
    import jsonschema

    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def explanations(explainer: "jsonschema.Draft202012Validator", value: object) -> Iterator[Finding]:
    """Yield pointer, message and hint of everything that `explainer` finds wrong with `value`."""
    for error in explainer.iter_errors(value):
        pointer = pointer_of(iter(error.absolute_path))
        for below, message, hint in _EXPLANATIONS.get(str(error.validator), _other)(error):
            yield pointer + below, message, hint


@functools.cache
def _judge(kind: str, _model: type) -> "jsonschema_rs.Draft202012Validator":
    return judge(record_schema(kind))


@functools.cache
def _explainer(kind: str, _model: type) -> "jsonschema.Draft202012Validator":
    return explainer(record_schema(kind))


def _unknown_field(error: Any) -> Iterator[Finding]:  # noqa: ANN401 - jsonschema imports late
    known = error.schema["properties"]
    for name in error.instance:
        if name not in known:
            hint = did_you_mean(str(name), known) or f"known fields: {', '.join(known)}"
            yield pointer_of(iter([name])), f"unknown field '{name}'", hint


def _missing_field(error: Any) -> Iterator[Finding]:  # noqa: ANN401 - jsonschema imports late
    # jsonschema reports each missing name in an error of its own and names it in the message alone.
    name = next(name for name in error.validator_value if error.message.startswith(f"'{name}' "))
    yield "", f"missing field '{name}'", error.schema["properties"][name]["description"].split(". ")[0]


def _not_listed(error: Any) -> Iterator[Finding]:  # noqa: ANN401 - jsonschema imports late
    listed = [value for value in error.validator_value if value is not None]
    message = f"{_show(error.instance)} is not in the list of allowed values"
    yield "", message, did_you_mean(str(error.instance), listed) or f"allowed: {', '.join(listed)}"


def _wrong_type(error: Any) -> Iterator[Finding]:  # noqa: ANN401 - jsonschema imports late
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    names = {"string": "text", "integer": "a whole number", "object": "a mapping", "array": "a list", "null": "null"}
    scalar = isinstance(error.instance, int) and "string" in wanted
    hint = "put it in quotes" if scalar else None
    yield "", f"expected {' or '.join(names[name] for name in wanted)}, found {name_of(error.instance)}", hint


def _wrong_pattern(error: Any) -> Iterator[Finding]:  # noqa: ANN401 - jsonschema imports late
    text = error.instance
    if error.validator_value in {edtf.PATTERN, f"^{edtf.DAY}$"}:
        yield from _wrong_date(text, day_only=error.validator_value != edtf.PATTERN)
    elif not text:
        yield "", "the text is empty", "if there is no value, write null or leave the field out"
    elif text[0] < " ":
        return  # told as a control character
    elif text[0] in "=+-@ ":
        message = f"starts with {text[0]!r}, which a spreadsheet may run as a formula or drop"
        yield "", message, "start the text with another character"
    elif text[-1] == " ":
        yield "", "ends with a space, which nobody sees", "remove it"
    else:
        example = error.schema.get("examples", [""])[0]
        yield "", f"{_show(text)} does not match the pattern {error.validator_value}", f"for example {example}"


def _wrong_date(text: str, *, day_only: bool) -> Iterator[Finding]:
    if _DAY_SHAPE.fullmatch(text) and text[:2] in {"19", "20"}:
        yield "", f"{text} is not a day in the calendar", "check month and day"
    else:
        forms = "2025-11-06" if day_only else "2025-11-06, 2025-11, 2025, 2020-09-15/.. or ../2020-09-15"
        yield "", f"{_show(text)} is not an EDTF date from 1900 to 2099", f"write it like {forms}"


def _forbidden(error: Any) -> Iterator[Finding]:  # noqa: ANN401 - jsonschema imports late
    found = re.search(error.validator_value["pattern"], error.instance)
    if found is None:
        return
    # A joiner is refused together with the letter beside it: the joiner is the one to name.
    joiner = re.search(f"[{JOINERS}]", found[0])
    place = found.start() + (0 if joiner is None else joiner.start())
    letter = error.instance[place]
    if re.match(CONTROL, letter):
        sort = "the control character"
    else:
        sort = "what is no character," if re.match(NO_CHARACTER, letter) else "a character that nobody sees,"
    yield "", f"contains {sort} U+{ord(letter):04X} at character {place + 1}", "remove it"


def _too_long(error: Any) -> Iterator[Finding]:  # noqa: ANN401 - jsonschema imports late
    yield "", f"longer than {error.validator_value} characters", "shorten it"


def _too_few(error: Any) -> Iterator[Finding]:  # noqa: ANN401 - jsonschema imports late
    least = error.validator_value
    number = len(error.instance) or "none"
    yield (
        "",
        f"expected at least {least} item{'' if least == 1 else 's'}, found {number}",
        "add one, or remove the list",
    )


def _other(error: Any) -> Iterator[Finding]:  # noqa: ANN401 - jsonschema imports late
    yield "", str(error.message), None


_EXPLANATIONS: "dict[str, Callable[[Any], Iterator[Finding]]]" = {
    "additionalProperties": _unknown_field,
    "required": _missing_field,
    "enum": _not_listed,
    "type": _wrong_type,
    "pattern": _wrong_pattern,
    "not": _forbidden,
    "maxLength": _too_long,
    "minItems": _too_few,
}


def _show(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…'"
