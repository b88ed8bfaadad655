"""The difference between two releases, told: as text for a terminal, as Markdown for a release note, as JSON."""

import itertools
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from accords_data.model.backing import How, Word, whose
from accords_data.model.vocabularies import Stance
from accords_data.verify.diff import Change, Difference

WIDTH = 80
_SIGNS = {"added": "+", "removed": "-", "changed": "~", "evidence changed": "="}
_OTHER_SIGNS = {"renamed": ">"}
NOTHING = "No facts, evidence or schemas differ."


def text(difference: Difference) -> Iterator[str]:
    """Yield the lines that tell `difference` in a terminal."""
    yield _title(difference)
    if difference.empty:
        yield NOTHING
        return
    for heading, changes in _by_record(difference.changes):
        yield ""
        yield heading
        for change, grounds in zip(changes, _grounds(changes), strict=True):
            yield from _wrap(f"{(_SIGNS | _OTHER_SIGNS)[change.action]} {change.field}: {_values(change)}", "  ")
            for ground in grounds:
                yield from _wrap(ground, "      ")
    for line in _others(difference):
        yield ""
        yield from _wrap(line, "")
    yield ""
    yield from _summary(difference)


def markdown(difference: Difference) -> Iterator[str]:
    """Yield the lines of a release note."""
    old, new = difference.old.release_version, difference.new.release_version
    yield f"# {difference.new.name} {new}"
    yield ""
    yield f"Changes since {old}. {NOTHING if difference.empty else '. '.join(_summary(difference)) + '.'}"
    for heading, changes in _by_record(difference.changes):
        yield from ("", f"## {_escaped(heading)}", "")
        for change, grounds in zip(changes, _grounds(changes), strict=True):
            yield f"- {change.action} `{change.field}`: {_escaped(_values(change))}"
            for ground in grounds:
                yield f"  - {_escaped(ground)}"
    others = list(_others(difference))
    if others:
        yield from ("", "## Schemas and computed tables", "", *(f"- {_escaped(line)}" for line in others))


def plain(difference: Difference) -> dict[str, Any]:
    """Return `difference` as JSON has it."""
    return {
        "old": attrs.asdict(difference.old.edition),
        "new": attrs.asdict(difference.new.edition),
        "changes": [attrs.asdict(change) for change in difference.changes],
        "derived_tables": list(difference.derived),
        "schema_changes": [attrs.asdict(change) for change in difference.schemas],
    }


def _title(difference: Difference) -> str:
    def told(edition: Any) -> str:  # noqa: ANN401 - an edition
        return f"{edition.version} ({edition.date})"

    return f"{told(difference.old.edition)} -> {told(difference.new.edition)}"


def _by_record(changes: Iterable[Change]) -> Iterator[tuple[str, list[Change]]]:
    for (kind, record, whole), group in itertools.groupby(changes, lambda each: (each.kind, each.record, each.whole)):
        told = list(group)
        yield f"{kind} {record}" + (f" ({told[0].action})" if whole else ""), told


def _values(change: Change) -> str:
    if change.action in {"changed", "renamed"}:
        return f"{change.old} -> {change.new}"
    value = change.old if change.new is None else change.new
    return f"{value}" + (" (same value, other evidence)" if change.action == "evidence changed" else "")


def _grounds(changes: Iterable[Change]) -> Iterator[list[str]]:
    """Yield, for each change, the lines that say on what its cell rests; a quote is repeated as "the same"."""
    last = None
    for change in changes:
        lines = []
        for told in change.evidence:
            ground = _ground(told)
            lines.append(f"{how(told)}; {'the same' if ground == last else ground}")
            last = ground
        yield lines


def _ground(told: Mapping[str, Any]) -> str:
    """Return the authority, or the source with its words."""
    if "authority" in told:
        return str(told["authority"])
    if "summary" in told:
        teller = Word.of(told.get("asserted_by"), told["source"], summarised=True)
        return f"{whose([teller])}: {told['summary']}"
    word = f", according to {told['asserted_by']}" if "asserted_by" in told else ""
    return f'{told["source"]}{word}: "{told["quote"]}"'


def how(told: Mapping[str, Any]) -> How:
    """Return how a cell follows from its evidence."""
    return How.of(
        basis=told["basis"],
        rule=told.get("rule"),
        words=told.get("words"),
        note=told.get("note"),
        disputes=told.get("stance") == Stance.DISPUTES,
    )


def _others(difference: Difference) -> Iterator[str]:
    for change in difference.schemas:
        yield f"{'BREAKING' if change.breaking else 'compatible'}: schema {change.place} {change.message}"
    for name in difference.derived:
        yield f"computed table {name} has different rows"


def _summary(difference: Difference) -> Iterator[str]:
    numbers = Counter(change.action for change in difference.changes)
    cells = ", ".join(f"{numbers[action]} {action}" for action in _SIGNS)
    breaking = sum(change.breaking for change in difference.schemas)
    yield f"Cells: {cells}"
    if numbers["renamed"]:
        yield f"Records under another id: {numbers['renamed']}"
    yield f"Schema changes: {breaking} breaking, {len(difference.schemas) - breaking} compatible"


def _escaped(line: str) -> str:
    """Return `line` so that Markdown shows it as it is and runs nothing of it."""
    escaped = "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in line)
    return escaped.replace("\n", " ")


def _wrap(line: str, indent: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, initial_indent=indent, subsequent_indent=indent + "    ", break_on_hyphens=False)
