"""Which records of two releases are one record under another id: what else they say is the same, or most of it."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import attrs

Json = Mapping[str, Any]
Records = Mapping[str, Mapping[str, Json]]
"""Records by id, by kind."""
Renames = dict[str, dict[str, str]]
"""The new id by the old one, by kind."""

_ANY = "\0"
"""Stands for each id that only one of the releases has; no text can hold it."""
_CAPTIONS = ("name", "title", "label")
"""Fields that say what a record is called: the first that it has."""


def found(old: Records, new: Records) -> Renames:
    """Return the ids that changed.

    A record that is gone and one that is new are one if their cells are equal but for ids that are gone or new: a
    leader's meetings name the new id as well. Where several are equal, their evidence decides, or nothing does. They
    are one as well if they alone are called the same and share at least half of their cells.
    """
    gone = {kind: records.keys() - new.get(kind, {}).keys() for kind, records in old.items()}
    come = {kind: records.keys() - old.get(kind, {}).keys() for kind, records in new.items()}
    changed: Renames = {}
    for kind in sorted(gone.keys() & come.keys()):
        before = {name: _said(old[kind][name], set().union(*gone.values())) for name in sorted(gone[kind])}
        after = {name: _said(new[kind][name], set().union(*come.values())) for name in sorted(come[kind])}
        pairs = _pairs(before, after)
        if pairs:
            changed[kind] = pairs
    return changed


def applied(old: Records, changed: Renames) -> Records:
    """Return the records of the `old` release with the ids of the new one, wherever they stand."""
    names: dict[str, str] = {}
    for kind, ids in changed.items():
        # An id of two kinds that only one of them gave up may mean the other one where it is referred to.
        shared = {name for other, records in old.items() if other != kind for name in records}
        names |= {name: now for name, now in ids.items() if name not in shared}
    return {
        kind: {
            changed.get(kind, {}).get(name, name): _replaced(record, names)
            | {"id": changed.get(kind, {}).get(name, name)}
            for name, record in records.items()
        }
        for kind, records in old.items()
    }


@attrs.frozen
class _Says:
    """What a record says, without its id and those that changed."""

    cells: str
    evidence: str
    caption: str | None
    leaves: Counter[str]
    """Each cell with its field, whatever its place in a list."""


def _said(record: Json, ids: set[str]) -> _Says:
    plain = _replaced({name: value for name, value in record.items() if name != "id"}, dict.fromkeys(ids, _ANY))
    evidence = json.dumps(plain.pop("evidence", None), sort_keys=True)
    caption = next((str(plain[name]) for name in _CAPTIONS if plain.get(name)), None)
    return _Says(json.dumps(plain, sort_keys=True), evidence, caption, Counter(_leaves(plain, "")))


def _leaves(value: object, field: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from _leaves(each, f"{field}/{name}")
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, field)
    elif value is not None:
        yield f"{field}: {value}"


def _pairs(before: Mapping[str, _Says], after: Mapping[str, _Says]) -> dict[str, str]:
    """Return the old and new ids of what is one record: by its cells, by its evidence as well, or by most of it."""
    pairs: dict[str, str] = {}
    for key in _KEYS:
        left = _by_key(key, before, pairs.keys())
        right = _by_key(key, after, pairs.values())
        for says in sorted(left.keys() & right.keys(), key=str):
            if len(left[says]) == len(right[says]) == 1 and _mostly(before[left[says][0]], after[right[says][0]]):
                pairs[left[says][0]] = right[says][0]
    return dict(sorted(pairs.items()))


def _by_key(
    key: Callable[[_Says], object], records: Mapping[str, _Says], paired: Collection[str]
) -> dict[object, list[str]]:
    """Return the ids of the records that are not `paired`, by what `key` gives of each."""
    found: dict[object, list[str]] = {}
    for name, says in records.items():
        if name not in paired:
            found.setdefault(key(says), []).append(name)
    return found


def _mostly(one: _Says, other: _Says) -> bool:
    """Return whether two records have a caption, the same one, and at least half of their cells in common."""
    shared = sum((one.leaves & other.leaves).values())
    alike = 2 * shared >= max(sum(one.leaves.values()), sum(other.leaves.values()))
    return one.cells == other.cells or (one.caption is not None and one.caption == other.caption and alike)


_KEYS: tuple[Callable[[_Says], object], ...] = (
    lambda says: says.cells,
    lambda says: (says.cells, says.evidence),
    lambda says: says.caption,
)
"""What has to be the same, the surest first; and no third record may have it."""


def _replaced(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON value
    """Return `value` with each text that is a key of `names`, or a file named so, replaced."""
    if isinstance(value, Mapping):
        return {name: _replaced(each, names) for name, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, names) for each in value]
    if not isinstance(value, str):
        return value
    stem, dot, ending = value.rpartition(".")
    return f"{names[stem]}.{ending}" if dot and stem in names else names.get(value, value)
