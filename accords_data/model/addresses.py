"""Addresses of cells: the names and ids on the way to a cell, such as ``/events/kaz-announced-2025-11-06/date``.

A list is entered by the id of an item, a list of plain texts by a slug of the text; so an address stays the same when
items move. What has no id, a piece of evidence or a region of a source, goes by its index.
"""

import functools
import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import attrs

ITEM = "item"
"""The field that holds an item's id."""
_LONGEST = 90
"""Longest slug: an id has room for a number behind it."""


@attrs.frozen
class Resolved:
    """Where an address leads in a record."""

    pointer: str
    """RFC 6901 JSON Pointer, by which other programs find the same."""
    value: Any


def resolve(record: object, address: str) -> Resolved | None:
    """Return where `address` leads in `record`, an object of the models or plain values; None where nothing is."""
    places = list(_places(record, address))
    return places[-1] if len(places) == address.count("/") and places else None


def nearest(record: object, address: str) -> str:
    """Return the JSON Pointer of the innermost part of `address` that `record` has."""
    pointer = ""
    for place in _places(record, address):
        pointer = place.pointer
    return pointer


def pointers(record: object, addresses: Sequence[str]) -> list[str | None]:
    """Return the JSON Pointer of each of `addresses`, None where no such item is: quicker than one by one."""
    indexes: dict[str, dict[str, int]] = {}
    found: list[str | None] = []
    for address in addresses:
        _, name, *inside = address.split("/", 3)
        if not inside:
            found.append(address)
            continue
        if name not in indexes:
            listed = member(record, name)
            indexes[name] = {part: index for index, part in enumerate(parts_of(listed or ()))}
        index = indexes[name].get(inside[0])
        rest = f"/{inside[1]}" if inside[1:] else ""
        found.append(None if index is None else f"/{name}/{index}{rest}")
    return found


def address_of(record: object, pointer: str) -> str:
    """Return the address of what is at the JSON Pointer `pointer`; as much of it as `record` has goes by ids."""
    here, (found, *parts) = record, pointer.split("/")
    for part in parts:
        step = _step(here, part)
        inside = parts_of(here)[int(step[0])] if step is not None and isinstance(here, list | tuple) else part
        found, here = f"{found}/{inside}", None if step is None else step[1]
    return found


def parts_of(items: Sequence[Any]) -> list[str]:
    """Return the part of an address by which each of `items` of one list goes."""
    if items and isinstance(items[0], str) and all(isinstance(item, str) for item in items):
        return of_texts(items)
    names = [member(item, ITEM) for item in items]
    return [name if isinstance(name, str) else str(index) for index, name in enumerate(names)]


def of_texts(texts: Sequence[str]) -> list[str]:
    """Return the part of an address by which each of `texts`, the items of one list, goes."""
    slugs = [slug(text) for text in texts]
    if len(set(slugs)) == len(slugs):
        return slugs
    # By the texts themselves, so that it does not matter where they stand in the list.
    taken: set[str] = set()
    for index in sorted(range(len(texts)), key=texts.__getitem__):
        slugs[index] = free(slugs[index], taken)
        taken.add(slugs[index])
    return slugs


def free(name: str, taken: Collection[str]) -> str:
    """Return `name`, with a number behind it where it is `taken`."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found


@functools.lru_cache(maxsize=1 << 16)
def slug(text: str) -> str:
    """Return `text` in plain small letters and figures, joined by hyphens; its hash where it has no Latin letter."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    if re.search("[a-z]", letters) is None:  # an index alone is all figures
        return f"x-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    found = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-")
    return found if re.search("[a-z]", found) else f"{found}-x"


def member(holder: object, name: str) -> Any:  # noqa: ANN401 - whatever a record holds
    """Return the field `name` of `holder`, an object of the models or plain values; None where there is none."""
    return holder.get(name) if isinstance(holder, dict) else getattr(holder, name, None)


def _places(record: object, address: str) -> Iterator[Resolved]:
    """Yield what stands at each part of `address`, as far as there is anything."""
    here = Resolved("", record)
    for part in address.split("/")[1:]:
        step = _step(here.value, part)
        if step is None:
            return
        here = Resolved(f"{here.pointer}/{step[0]}", step[1])
        yield here


def _step(holder: object, part: str) -> tuple[str, object] | None:
    """Return the name or index of what `part` names in `holder`, and its value."""
    if isinstance(holder, list | tuple):
        index = _index(holder, part)
        return (str(index), holder[index]) if index < len(holder) else None
    known = part in holder if isinstance(holder, dict) else attrs.has(type(holder)) and hasattr(holder, part)
    return (part, member(holder, part)) if known else None


def _index(items: Sequence[Any], part: str) -> int:
    """Return the index of the item that goes by `part`, which may be an index itself; past the end where none does."""
    for index, item in enumerate(items):
        if not isinstance(item, str) and member(item, ITEM) == part:
            return index
    parts = parts_of(items) if items and isinstance(items[0], str) else []
    if part in parts:
        return parts.index(part)
    return int(part) if part in map(str, range(len(items))) else len(items)
