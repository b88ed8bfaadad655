"""Checks of Arrow columns. A check takes an array and returns which of its places fail, or None when none does.

Null is no value, and passes.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

Check = Callable[["pa.Array"], "pa.BooleanArray | None"]

_SAMPLE = 256
"""Texts by which is told whether most are different."""
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def any_of(failures: "Iterator[pa.BooleanArray | None]") -> "pa.BooleanArray | None":
    """Return which places fail in at least one of `failures`."""
    import pyarrow.compute as pc

    found: pa.BooleanArray | None = None
    for each in failures:
        if each is not None:
            found = each if found is None else pc.or_(found, each)
    return found


def object_check(checks: Mapping[str, Check], required: set[str]) -> Check:
    """Return the check of objects: each column by its own of `checks`, and none of the `required` ones is null."""

    def failures(columns: "pa.StructArray") -> "Iterator[pa.BooleanArray | None]":
        for name, column in zip(columns.type.names, columns.flatten(), strict=True):
            if column.null_count and name in required:
                yield column.is_null()
            yield checks[name](column)

    return lambda columns: any_of(failures(columns))


def list_check(item: Check, least: int, most: int | None) -> Check:
    """Return the check of lists of `least` to `most` items, each of which is not null and passes `item`."""
    import pyarrow.compute as pc

    def failures(lists: "pa.ListArray") -> "Iterator[pa.BooleanArray | None]":
        if least or most is not None:
            lengths = pc.list_value_length(lists)
            yield failing_or_none(pc.less(lengths, least))
            yield None if most is None else failing_or_none(pc.greater(lengths, most))
        items = lists.flatten()
        failing = any_of(iter([items.is_null() if items.null_count else None, item(items)]))
        if failing is not None:
            yield _holding(lists, failing)

    return lambda lists: any_of(failures(lists))


def _holding(lists: "pa.ListArray", failing: "pa.BooleanArray") -> "pa.BooleanArray":
    """Return which of `lists` hold an item that is `failing`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parents = pc.list_parent_indices(lists).filter(failing)
    return pc.is_in(pa.array(range(len(lists)), parents.type), value_set=parents)


def range_check(least: int, most: int) -> Check:
    """Return the check of numbers from `least` to `most`."""
    import pyarrow.compute as pc

    def check(numbers: "pa.Array") -> "pa.BooleanArray | None":
        bounds = pc.min_max(numbers)
        if not bounds["min"].is_valid or (bounds["min"].as_py() >= least and bounds["max"].as_py() <= most):
            return None
        return failing_or_none(pc.or_(pc.less(numbers, least), pc.greater(numbers, most)))

    return check


def text_check(rules: "list[Check]") -> Check:
    """Return the check of texts by `rules`, which run on the distinct values where many stand more than once."""
    import pyarrow.compute as pc

    def check(texts: "pa.Array") -> "pa.BooleanArray | None":
        some = texts.slice(0, _SAMPLE)
        # Where hardly any text repeats, to look for the distinct ones costs more than it saves.
        if len(some.unique()) * 2 > len(some):
            return any_of(rule(texts) for rule in rules)
        distinct = texts.unique()
        failing = any_of(rule(distinct) for rule in rules)
        if failing is None:
            return None
        return pc.is_in(texts, value_set=distinct.filter(failing))

    return check


def length_check(least: int, most: int | None) -> Check:
    """Return the check of texts of `least` to `most` code points."""
    import pyarrow.compute as pc

    def check(texts: "pa.Array") -> "pa.BooleanArray | None":
        longest = pc.max(pc.binary_length(texts)).as_py()
        if longest is None or (least == 0 and (most is None or longest <= most)):
            return None  # no text has more code points than bytes
        lengths = pc.utf8_length(texts)
        short = pc.less(lengths, least)
        return failing_or_none(short if most is None else pc.or_(short, pc.greater(lengths, most)))

    return check


def date_check(texts: "pa.Array") -> "pa.BooleanArray | None":
    """Check that `texts` are days, as `jsonschema` decides it."""
    import pyarrow as pa

    return failing_or_none(pa.array([text is not None and not _is_day(text) for text in texts.to_pylist()], pa.bool_()))


def _is_day(text: str) -> bool:
    """Return whether `text` is a day, as `jsonschema` decides it: other forms of ISO 8601 are none."""
    import datetime as dt

    # Since Python 3.11, `fromisoformat` alone takes 20260312 and 2026-W11-4 as well.
    if _DATE.fullmatch(text) is None:
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def failing_or_none(failing: "pa.BooleanArray") -> "pa.BooleanArray | None":
    """Return `failing`, null meaning no; None when nowhere."""
    import pyarrow.compute as pc

    if not pc.any(failing).as_py():
        return None
    return failing.fill_null(False) if failing.null_count else failing  # noqa: FBT003 - the parameter has no name
