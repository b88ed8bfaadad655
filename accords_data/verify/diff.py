"""What changed between two releases: by fact, not by line, each new fact with its evidence.

Records are told apart by their ids, but for those that were renamed, and items of lists by theirs: so an item that was
only moved is no change, and a corrected date is one changed cell. Where one of the two has no id, they are the same
item when they are equal.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from accords_data.model.addresses import ITEM, parts_of
from accords_data.model.defaults import completed
from accords_data.model.records import MODELS
from accords_data.problems import AccordsError, Problem
from accords_data.release.formats import JSON, json_value
from accords_data.release.manifest import Manifest
from accords_data.verify import archive, checksums, renames, schema_diff, verify
from accords_data.verify.archive import Content
from accords_data.verify.cell_evidence import EVIDENCE, comparable, of_cell
from accords_data.verify.schema_diff import SchemaChange

ADDED, REMOVED, CHANGED, EVIDENCE_CHANGED = "added", "removed", "changed", "evidence changed"
RENAMED = "renamed"

Json = Mapping[str, Any]


@attrs.frozen
class Change:
    """One cell that is not in both releases alike."""

    action: str
    """``added``, ``removed``, ``changed``, ``evidence changed``, or ``renamed``: its record has another id."""
    field: str
    """Address of the cell: in the new release, or in the old one when it was removed."""
    old: object
    new: object
    evidence: tuple[Json, ...] = ()
    """What the new value rests on; none when the cell was removed."""
    kind: str = ""
    record: str = ""
    whole: bool = False
    """Whether the record itself was added or removed."""


@attrs.frozen
class Difference:
    """Everything that differs between two releases."""

    old: Manifest
    new: Manifest
    changes: tuple[Change, ...]
    derived: tuple[str, ...]
    """Computed tables whose rows differ."""
    schemas: tuple[SchemaChange, ...]

    @property
    def empty(self) -> bool:
        """Whether the two say the same."""
        return not (self.changes or self.derived or self.schemas)


@attrs.frozen
class _Side:
    """One of the two releases, its records parsed."""

    content: Content
    manifest: Manifest
    records: renames.Records


def compare(old: Path, new: Path) -> Difference:
    """Return what differs between the releases at `old` and `new`, folders or archives.

    Raises:
        AccordsError: one of them cannot be read, or does not verify.
    """
    before, after = _side(old), _side(new)
    kinds = list(dict.fromkeys([*after.records, *before.records]))
    renamed = renames.found(before.records, after.records)
    before = attrs.evolve(before, records=renames.applied(before.records, renamed))
    changes = tuple(
        change
        for kind in kinds
        for change in (*_renamings(kind, renamed.get(kind, {})), *_records(kind, before, after))
    )
    schemas = schema_diff.compare(
        schema_diff.schemas_in(before.content.files, str(old))[1],
        schema_diff.schemas_in(after.content.files, str(new))[1],
    )
    return Difference(
        before.manifest, after.manifest, changes, _derived(before.manifest, after.manifest), tuple(schemas)
    )


def _side(place: Path) -> _Side:
    content = archive.read(place)
    manifest = None if content.problems else checksums.read_manifest(content)
    if manifest is None or isinstance(manifest, Problem):
        raise AccordsError(content.problems if manifest is None else [manifest])
    problems = verify.examine(content.name, content.files).problems
    if problems:
        raise AccordsError(problems)
    records: dict[str, dict[str, Json]] = {}
    for table in manifest.tables:
        if table.record_kind is not None:
            parsed = json_value(content.files[table.file_in(JSON)])
            records[table.record_kind] = {record["id"]: _completed(record, table.record_kind) for record in parsed}
    return _Side(content, manifest, records)


def _completed(record: Json, kind: str) -> Json:
    """Return `record` with the default of each field that is newer than its release: no fact differs by that."""
    complete: Json = completed(record, MODELS[kind]) if kind in MODELS else record
    return complete


def _derived(old: Manifest, new: Manifest) -> tuple[str, ...]:
    """Return the tables that belong to no record kind, evidence apart, and whose rows differ."""
    files = {table.json_file for table in new.tables if table.record_kind is not None}
    before = {table.name: table.content_digest for table in old.tables}
    return tuple(
        table.name
        for table in new.tables
        if table.json_file not in files
        and table.name != EVIDENCE
        and before.get(table.name, table.content_digest) != table.content_digest
    )


def _renamings(kind: str, ids: Mapping[str, str]) -> Iterator[Change]:
    for old, new in ids.items():
        yield Change(RENAMED, "/id", old, new, kind=kind, record=new)


def _records(kind: str, before: _Side, after: _Side) -> Iterator[Change]:
    old, new = before.records.get(kind, {}), after.records.get(kind, {})
    for name in sorted(old.keys() | new.keys()):
        one, other = old.get(name, {}), new.get(name, {})
        for pair in _objects(one, other, "", ""):
            change = _change(pair, one, other)
            if change is not None:
                yield attrs.evolve(change, kind=kind, record=name, whole=name not in old or name not in new)


Pair = tuple[str | None, str | None, object, object]
"""Address of a cell in the old record and in the new one, None where it is not, and its two values."""


def _change(pair: Pair, old: Json, new: Json) -> Change | None:
    """Return how the cell changed, its record still to be filled in; None when it did not."""
    was, now, value, other = pair
    if now is None:
        return Change(REMOVED, str(was), value, None)
    told = tuple(of_cell(new, now))
    if was is None:
        return Change(ADDED, now, None, other, told)
    if value != other:
        return Change(CHANGED, now, value, other, told)
    if comparable(of_cell(old, was)) != comparable(told):
        return Change(EVIDENCE_CHANGED, now, value, other, told)
    return None


def _objects(old: Json, new: Json, was: str, now: str) -> Iterator[Pair]:
    """Yield each pair of cells of two objects; a cell that is null is none."""
    for name in dict.fromkeys([*new, *old]):
        # The id of an item stands in the addresses of its other cells.
        if name != ITEM and (name != EVIDENCE or was):
            yield from _values(old.get(name), new.get(name), f"{was}/{name}", f"{now}/{name}")


def _values(old: object, new: object, was: str, now: str) -> Iterator[Pair]:
    """Yield each pair of cells below two values of one field."""
    if isinstance(old, list) or isinstance(new, list):
        yield from _lists(old if isinstance(old, list) else [], new if isinstance(new, list) else [], was, now)
    elif isinstance(old, dict) or isinstance(new, dict):
        yield from _objects(old if isinstance(old, dict) else {}, new if isinstance(new, dict) else {}, was, now)
    elif old is not None or new is not None:
        yield (None if old is None else was), (None if new is None else now), old, new


def _lists(old: list[Any], new: list[Any], was: str, now: str) -> Iterator[Pair]:
    """Yield each pair of cells below two lists, the items of the new one first and in its order."""
    before, after = (dict(zip(parts_of(items), items, strict=True)) for items in (old, new))
    partners = _partners(before, after)
    for part, item in after.items():
        former = partners.get(part)
        yield from _values(before.get(former or ""), item, f"{was}/{former}", f"{now}/{part}")
    for part, item in before.items():
        if part not in partners.values():
            yield from _values(item, None, f"{was}/{part}", now)


def _partners(before: Json, after: Json) -> dict[str, str]:
    """Return the old item that belongs to each of the new ones, both by their parts of an address."""
    found = {part: part for part, item in after.items() if _has_id(item) and _has_id(before.get(part))}
    for part, item in after.items():
        rest = (former for former, other in before.items() if former not in found.values() and _equal(item, other))
        former = None if part in found else next(rest, None)
        if former is not None:
            found[part] = former
    return found


def _has_id(item: object) -> bool:
    return isinstance(item, str) or (isinstance(item, dict) and ITEM in item)


def _equal(one: object, other: object) -> bool:
    """Return whether two items say the same; the id of an item that the other has not says nothing."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return one == other
    return {**one, ITEM: None} == {**other, ITEM: None} and not (ITEM in one and ITEM in other)
