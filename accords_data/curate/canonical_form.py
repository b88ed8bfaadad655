"""The canonical form of a seed file: the modeline, the fields in the order of the model, one way to indent.

Comments and quote styles stay as they are. What the form does to a file never changes what the file says:
the values before and after are compared, and a file of which they differ is left alone.
"""

import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accords_data.curate import canonical_extras, canonical_lines
from accords_data.model.fields import fields_of
from accords_data.model.records import MODELS, PLURALS
from accords_data.model.schemas import DRAFT, VERSION
from accords_data.problems import Problem
from accords_data.seeds import yaml_reader

if TYPE_CHECKING:
    from ruamel.yaml import YAML

_MODELINE = re.compile(r"^# yaml-language-server: \$schema=.*\n", re.MULTILINE)
# What needs no quotation marks: words, names such as Élysée, and ids such as 2025-11-06-white-house. A bare date needs
# them.
_PLAIN = re.compile(r"(?:[A-Za-zÀ-ɏ(/]|[0-9]{4}(?:-[0-9]{2}){0,2}-[a-z])[^\n]*")
# Among them yes, no, on and off: texts for YAML 1.2, but truth values for 1.1, which PyYAML reads.
_SPECIAL = re.compile(r": | #|:$|[\"'`{}\[\]|>*&!%@?]|^(?:true|false|null|yes|no|on|off|~)$|^\s|\s$", re.IGNORECASE)


def modeline(kind: str) -> str:
    """Return the comment that tells an editor the schema of a record of `kind`, as a path from the record."""
    return f"# yaml-language-server: $schema=../../schemas/{VERSION}/{kind}.schema.json\n"


def canonical(kind: str, path: str, text: str) -> str | list[Problem]:
    """Return the canonical form of `text`, the YAML of a record of `kind`; or what is wrong with it."""
    return text if is_told_by_lines(kind, text) else round_trip(kind, path, text)


def is_told_by_lines(kind: str, text: str) -> bool:
    """Return whether the lines of `text` alone tell that it is in the form; if not, `round_trip` decides."""
    return canonical_lines.are_canonical(modeline(kind), _order(kind), text)


def round_trip(kind: str, path: str, text: str) -> str | list[Problem]:
    """Return what `canonical` does, by reading `text` with its comments and writing it."""
    document, problems = yaml_reader.parse(path, text)
    if document is None:
        return problems
    ordered = _ordered(kind, document, text)
    out = io.StringIO()
    writer = yaml()
    # The modeline is taken out and put first again, wherever in the file it stood.
    writer.dump(writer.load(_MODELINE.sub("", ordered)), out)
    form = modeline(kind) + out.getvalue()
    kept = keeping(path, text, form) if _says(path, form, document) else []
    # The proof that only the format has changed (docs/decisions/0034): what the form says is read back and compared.
    if not kept or (isinstance(kept, str) and not _says(path, kept, document)):
        hint = "write it in a simpler style"
        return [Problem(path=path, message="the canonical form would change its meaning; left as it is", hint=hint)]
    return kept


def _says(path: str, form: str, document: yaml_reader.Document) -> bool:
    """Return whether `form` says what `document` says."""
    again, _ = yaml_reader.parse(path, form)
    return again is not None and again.data == document.data


def keeping(path: str, text: str, form: str) -> str | list[Problem]:
    """Return `form` with the escapes of `text`; or the problem of a comment of `text` that `form` does not have."""
    lost = canonical_extras.lost_comment(text, form)
    if lost is None:
        return canonical_extras.with_escapes(text, form)
    line, comment = lost
    message = f"the canonical form would lose the comment {comment!r}; left as it is"
    return [Problem(path=path, line=line, message=message, hint="put it on a line of its own, above the field")]


REPAIR = "run `accords fmt` and commit the result"


def seed_files(root: Path) -> tuple[Path, ...]:
    """Return every record file below the seeds folder `root`."""
    return tuple(path for folder in PLURALS.values() for path in sorted((root / folder).glob("*.yaml")))


def differing(paths: Iterable[Path]) -> tuple[int, dict[Path, str], list[Problem]]:
    """Return how many files were looked at, the canonical form of each that is not in it, and what is wrong."""
    kinds = {folder: kind for kind, folder in PLURALS.items()}
    looked, changed, problems = 0, dict[Path, str](), list[Problem]()
    for path in paths:
        kind = kinds.get(path.absolute().parent.name)
        text = _text(path) if kind is not None else _misplaced(path)
        form = text if isinstance(text, Problem) or kind is None else canonical(kind, str(path), text)
        looked += 1
        if isinstance(form, Problem):
            problems.append(form)
        elif isinstance(form, list):
            problems += form
        elif form != text:
            changed[path] = form
    if not looked:
        problems.append(Problem(path="seeds", message="no records found", hint="give the seeds folder with --seeds"))
    return looked, changed, problems


def out_of_form(changed: Iterable[Path]) -> list[Problem]:
    """Return a problem for each file that is not in the canonical form."""
    return [Problem(path=str(path), message="not in the canonical form", hint=REPAIR) for path in changed]


def _text(path: Path) -> str | Problem:
    try:
        return yaml_reader.decode(str(path), path.read_bytes())
    except OSError as error:
        return Problem(path=str(path), message=f"cannot be read: {error.strerror}")


def _misplaced(path: Path) -> Problem:
    hint = f"a record belongs in {', '.join(PLURALS.values())}"
    return Problem(path=str(path), message="not in a folder of records", hint=hint)


def _ordered(kind: str, document: yaml_reader.Document, text: str) -> str:
    """Return `text` with its top fields, each with the comments above it, in the order of the model."""
    lines = text.splitlines(keepends=True)
    # Else the last field would run into the next one when it is moved up.
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    starts = {name: document.marks[f"/{name}"][0] - 1 for name in document.data}
    names = sorted(starts, key=lambda name: starts[name])
    begins = {name: _first_comment(lines, starts[name]) for name in names}
    ends = [*(begins[name] for name in names[1:]), len(lines)]
    parts = {name: "".join(lines[begins[name] : end]) for name, end in zip(names, ends, strict=True)}
    order = _order(kind)
    head = "".join(lines[: begins[names[0]]]) if names else ""
    return head + "".join(parts[name] for name in sorted(names, key=_place(order)))


def _order(kind: str) -> list[str]:
    """Return the top fields of a record of `kind`, in the order of a seed file."""
    return ["id", DRAFT, *(field.name for field in fields_of(MODELS[kind]) if field.name != "id")]


def _first_comment(lines: list[str], start: int) -> int:
    # The modeline is no comment of the first field, and must not move with it.
    while start > 0 and lines[start - 1].startswith("#") and not _MODELINE.match(lines[start - 1]):
        start -= 1
    return start


def _place(order: list[str]) -> Any:  # noqa: ANN401 - a sort key
    return lambda name: (order.index(name) if name in order else len(order), name if name not in order else "")


def yaml() -> "YAML":
    """Return the reader and writer that keeps comments and quote styles, and breaks no line."""
    from ruamel.yaml import YAML

    writer = YAML()
    writer.preserve_quotes = True
    # Longer than any line: ruamel otherwise breaks a line after 80 columns.
    writer.width = 1_000_000
    writer.indent(mapping=2, sequence=4, offset=2)
    return writer


def record_text(kind: str, data: dict[str, Any]) -> str:
    """Return a record of `kind` as the text of a seed file in its canonical form.

    Args:
        kind: A record kind.
        data: Its fields as plain values; a null or empty one is left out.
    """
    out = io.StringIO()
    known = {name: data[name] for name in _order(kind) if data.get(name) not in (None, [])}
    yaml().dump(styled(known), out)
    return modeline(kind) + out.getvalue()


def item_text(data: object) -> str:
    """Return one item of a list as YAML: an evidence entry, to be pasted into a record."""
    out = io.StringIO()
    yaml().dump(styled([data]), out)
    return out.getvalue()


def styled(value: Any, within: str = "") -> Any:  # noqa: ANN401 - any plain value
    """Return `value` with the styles that seed files have: dates and quotes quoted, each support on one line."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, dict):
        kept = {name: each for name, each in value.items() if each not in (None, [])}
        mapping = CommentedMap({name: styled(each, name) for name, each in kept.items()})
        if within == "supports":
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list | tuple):
        return CommentedSeq([styled(each, within) for each in value])
    if isinstance(value, str):
        # A member of a vocabulary is a text too, but ruamel does not know its class.
        value = str(value)
        # A comma parts the items where a support stands on one line, so a text with one gets quotation marks.
        plain = _PLAIN.fullmatch(value) and not _SPECIAL.search(value) and "," not in value
        return (
            value if plain and within not in {"quote", "summary", "text", "note"} else DoubleQuotedScalarString(value)
        )
    return value
