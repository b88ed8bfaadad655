"""Templates of records: every field with what it means, ready to be filled in.

Explanations begin with ``##``. A field that may be left out stands behind ``# ``: take the mark away to use it.
"""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from accords_data.curate.canonical_form import modeline
from accords_data.model.addresses import ITEM
from accords_data.model.fields import Field, fields_of
from accords_data.model.items import Item, name_of
from accords_data.model.records import MODELS, PLURALS
from accords_data.problems import AccordsError, Problem

_EVIDENCE = """\
## Every cell needs words of a source. Copy them; do not count characters:
##   accords cite SOURCE "a few words" --field /{first}
evidence:
  - source: the id of a source
    quote: "words of it, verbatim"
    supports:
      - {{field: /{first}, basis: {basis}}}
"""
_WIDTH = 100


def template(kind: str) -> str:
    """Return the commented template of a record of `kind`: required fields open, the others behind ``#``."""
    fields = [field for field in fields_of(MODELS[kind]) if not field.computed and field.table != "evidence"]
    first = next(field for field in fields if field.required and field.exempt is None)
    basis = "stated" if first.vocabulary is None else "resolved"
    lines = [line for field in fields for line in _field(field, "", hidden=not field.required)]
    return (
        f"{modeline(kind)}" + "".join(f"{line}\n" for line in lines) + _EVIDENCE.format(first=first.name, basis=basis)
    )


def _field(field: Field, indent: str, *, hidden: bool) -> Iterator[str]:
    """Yield the lines of one field: what it means, then the field with its example."""
    yield from _comment(field.description, indent)
    if field.vocabulary is not None:
        for value in field.vocabulary:
            yield from _comment(f"  {value}: {value.meaning}", indent)
    mark = "# " if hidden else ""
    if field.model is not None:
        yield f"{mark}{indent}{field.name}:"
        inner = [each for each in fields_of(field.model) if not each.computed]
        examples = {each.name: each.example for each in inner}
        if issubclass(field.model, Item):
            examples[ITEM] = name_of(field.model, examples, set())
        for place, each in enumerate(inner):
            lead = "  - " if place == 0 else "    "
            note = "" if each.required else "  (optional)"
            values = "" if each.vocabulary is None else f" One of {', '.join(each.vocabulary)}."
            yield from _comment(f"{each.description}{values}{note}", f"{indent}    ")
            yield f"{mark}{indent}{lead}{each.name}: {_scalar(each, examples[each.name])}"
    elif field.many:
        yield f"{mark}{indent}{field.name}:"
        example = field.example[0] if isinstance(field.example, list) and field.example else ""
        yield f"{mark}{indent}  - {_scalar(field, example)}"
    else:
        yield f"{mark}{indent}{field.name}: {_example(field)}"


def _example(field: Field) -> str:
    return _scalar(field, field.example)


def _scalar(field: Field, value: object) -> str:
    plain = field.form == "integer" or field.vocabulary is not None
    return str(value) if plain else '"' + str(value).replace('"', '\\"') + '"'


def _comment(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=f"## {indent}", subsequent_indent=f"## {indent}")


def begin(kind: str, name: str, seeds: Path) -> tuple[Path, str]:
    """Return where the record `name` belongs below `seeds`, and its template with the id filled in.

    Raises:
        AccordsError: the id cannot be one, or there is such a record already.
    """
    identifier = next(field for field in fields_of(MODELS[kind]) if field.name == "id")
    assert identifier.text is not None  # noqa: S101 - ids are texts
    path = seeds / PLURALS[kind] / f"{name}.yaml"
    if re.fullmatch(identifier.text.pattern, name) is None or "\n" in name:
        hint = f"write it like {identifier.example}"
        raise AccordsError([Problem(path=name, message="is not a valid id", hint=hint)])
    if path.exists():
        raise AccordsError([Problem(path=str(path), message="this record already exists", hint="edit it instead")])
    text = template(kind)
    return path, text.replace(f'id: "{identifier.example}"', f'id: "{name}"', 1)
