"""What changed between two releases: by fact, not by line, each new fact with its evidence.

Records are told apart by their ids, but for those that were renamed. An item of a list is the same item as
one of the other release when it is equal, or else when it refers to the same country (agreement, source …) and shares
at least half of its cells: so an item that was only moved is no change, and a corrected date is one changed cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

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
Item = tuple[int, Any]
"""Index and value of an item of a list."""


@attrs.frozen
class Change:
    """One cell that is not in both releases alike."""

    action: str
    """``added``, ``removed``, ``changed``, ``evidence changed``, or ``renamed``: its record has another id."""
    field: str
    """JSON Pointer of the cell: in the new release, or in the old one when it was removed."""
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
    identities: dict[tuple[str, str], str]
    """The column by which items are told apart, by record kind and list."""


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
    identities = {}
    owners = {table.json_file: table.record_kind for table in manifest.tables if table.record_kind is not None}
    for table in manifest.tables:
        kind = owners.get(table.json_file)
        if kind is not None and table.json_list is not None and len(table.references) > 1:
            identities[kind, table.json_list] = table.references[1].column
        if table.record_kind is not None:
            parsed = json_value(content.files[table.file_in(JSON)])
            records[table.record_kind] = {record["id"]: _completed(record, table.record_kind) for record in parsed}
    return _Side(content, manifest, records, identities)


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
    matching = _Matching(kind, after.identities | before.identities)
    old, new = before.records.get(kind, {}), after.records.get(kind, {})
    for name in sorted(old.keys() | new.keys()):
        one, other = old.get(name, {}), new.get(name, {})
        for pair in matching.objects(one, other, "", ""):
            change = _change(pair, one, other)
            if change is not None:
                yield attrs.evolve(change, kind=kind, record=name, whole=name not in old or name not in new)


Pair = tuple[str | None, str | None, object, object]
"""Pointer of a cell in the old record and in the new one, None where it is not, and its two values."""


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


@attrs.frozen
class _Matching:
    """Which cells of an old and a new record belong together."""

    kind: str
    identities: Mapping[tuple[str, str], str]

    def objects(self, old: Json, new: Json, was: str, now: str) -> Iterator[Pair]:
        """Yield each pair of cells of two objects; a cell that is null is none."""
        for name in dict.fromkeys([*new, *old]):
            if name == EVIDENCE and not was:
                continue
            yield from self.values(old.get(name), new.get(name), f"{was}/{name}", f"{now}/{name}")

    def values(self, old: object, new: object, was: str, now: str) -> Iterator[Pair]:
        """Yield each pair of cells below two values of one field."""
        if isinstance(old, list) or isinstance(new, list):
            one = list(enumerate(old)) if isinstance(old, list) else []
            other = list(enumerate(new)) if isinstance(new, list) else []
            yield from self.lists(one, other, was, now)
        elif isinstance(old, dict) or isinstance(new, dict):
            yield from self.objects(
                old if isinstance(old, dict) else {}, new if isinstance(new, dict) else {}, was, now
            )
        elif old is not None or new is not None:
            yield (None if old is None else was), (None if new is None else now), old, new

    def lists(self, old: Sequence[Item], new: Sequence[Item], was: str, now: str) -> Iterator[Pair]:
        """Yield each pair of cells below two lists, the items of the new one first and in its order."""
        partners = self.partners(old, new, self.identities.get((self.kind, now.rpartition("/")[2])))
        before = dict(old)
        for index, item in new:
            partner = partners.get(index)
            value = None if partner is None else before[partner]
            yield from self.values(value, item, f"{was}/{partner}", f"{now}/{index}")
        for index, item in old:
            if index not in partners.values():
                yield from self.values(item, None, f"{was}/{index}", now)

    def partners(self, old: Sequence[Item], new: Sequence[Item], identity: str | None) -> dict[int, int]:
        """Return the index of the old item that belongs to each new one, by the index of the new one."""
        found: dict[int, int] = {}
        for index, item in new:
            equal = [before for before, other in old if other == item and before not in found.values()]
            if equal:
                found[index] = equal[0]
        rest = [(before, other) for before, other in old if before not in found.values()]
        likeness = [
            (-_shared(other, item), index, before)
            for index, item in new
            if index not in found
            for before, other in rest
            if _alike(other, item, identity)
        ]
        for _, index, before in sorted(likeness):
            if index not in found and before not in found.values():
                found[index] = before
        return found


def _shared(one: Json, other: Json) -> int:
    return sum(value is not None and other.get(name) == value for name, value in one.items())


def _alike(one: object, other: object, identity: str | None) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    if identity is not None and one.get(identity) != other.get(identity):
        return False
    cells = max(sum(value is not None for value in each.values()) for each in (one, other))
    return 2 * _shared(one, other) >= cells
