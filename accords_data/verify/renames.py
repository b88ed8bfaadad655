"""Which records of two releases are one record under another id: whatever else they say is the same."""

import json
from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]
Records = Mapping[str, Mapping[str, Json]]
"""Records by id, by kind."""
Renames = dict[str, dict[str, str]]
"""The new id by the old one, by kind."""

_ANY = "\0"
"""Stands for each id that only one of the releases has; no text can hold it."""


def found(old: Records, new: Records) -> Renames:
    """Return the ids that changed.

    A record that is gone and one that is new are one if their cells are equal but for ids that are gone or new: a
    leader's meetings name the new id as well. Where several are equal, their evidence decides, or nothing does.
    """
    gone = {kind: records.keys() - new.get(kind, {}).keys() for kind, records in old.items()}
    come = {kind: records.keys() - old.get(kind, {}).keys() for kind, records in new.items()}
    changed: Renames = {}
    for kind in sorted(gone.keys() & come.keys()):
        before = {name: _masked(old[kind][name], set().union(*gone.values())) for name in sorted(gone[kind])}
        after = {name: _masked(new[kind][name], set().union(*come.values())) for name in sorted(come[kind])}
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


def _masked(record: Json, ids: set[str]) -> tuple[str, str]:
    """Return the cells of a record and its evidence, without its id and those that changed."""
    plain = _replaced({name: value for name, value in record.items() if name != "id"}, dict.fromkeys(ids, _ANY))
    evidence = plain.pop("evidence", None)
    return json.dumps(plain, sort_keys=True), json.dumps(evidence, sort_keys=True)


def _pairs(before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return the old and new ids of what is equal to one record alone: by its cells, or else with its evidence."""
    pairs: dict[str, str] = {}
    for parts in (1, 2):
        left = _by_words({name: says[:parts] for name, says in before.items() if name not in pairs})
        right = _by_words({name: says[:parts] for name, says in after.items() if name not in pairs.values()})
        for says in left.keys() & right.keys():
            if len(left[says]) == len(right[says]) == 1:
                pairs[left[says][0]] = right[says][0]
    return dict(sorted(pairs.items()))


def _by_words(records: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, ...], list[str]]:
    """Return the ids of the records that say the same, by what they say."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, says in records.items():
        found.setdefault(says, []).append(name)
    return found


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
