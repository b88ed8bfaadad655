"""Arrow's functions on arrays, as few as the flat tables need.

`pyarrow.compute` makes a Python function of each of the 300 that there are when it is imported, which takes as long as
the import of pyarrow itself. What it makes them from stands in `pyarrow._compute`, under the names that
`pyarrow.compute` offers and documents: where a version of pyarrow has no such module, those are taken.
"""

import functools
import importlib
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


@functools.cache
def functions() -> ModuleType:
    """Return the module with `call_function` and its options."""
    try:
        return importlib.import_module("pyarrow._compute")
    except ImportError:
        return importlib.import_module("pyarrow.compute")


def call(name: str, *arguments: object, options: object = None) -> Any:  # noqa: ANN401 - as the function has it
    """Return what the function `name` of Arrow makes of `arguments`."""
    return functions().call_function(name, list(arguments), options)


def take(values: "pa.Array", places: "pa.Array") -> "pa.Array":
    """Return the `values` at `places`."""
    return call("take", values, places)


def filled(values: "pa.Array", value: object) -> "pa.Array":
    """Return `values`, `value` in the place of nulls."""
    import pyarrow as pa

    return call("coalesce", values, pa.scalar(value, values.type))


def cast(values: "pa.Array", type_: "pa.DataType") -> "pa.Array":
    """Return `values` as `type_`.

    Raises:
        pyarrow.ArrowInvalid: one of them cannot be that without a loss.
    """
    return values if values.type == type_ else call("cast", values, options=functions().CastOptions.safe(type_))


def member(structs: "pa.StructArray", name: str) -> "pa.Array":
    """Return the field `name` of `structs`, null where they are."""
    return call("struct_field", structs, options=functions().StructFieldOptions(name))


def kept(values: "pa.Array", chosen: "pa.Array") -> "pa.Array":
    """Return those of `values` that are `chosen`; null is not."""
    # Most often all are, and a copy takes memory that the system has to clear.
    return values if chosen.true_count == len(chosen) else call("filter", values, chosen)


def index_in(values: "pa.Array", known: "pa.Array") -> "pa.Array":
    """Return the first place of each of `values` in `known`; null for null, and where it is not there."""
    return call("index_in", values, options=functions().SetLookupOptions(known, skip_nulls=True))


def is_in(values: "pa.Array", known: "pa.Array") -> "pa.Array":
    """Return which of `values` are in `known`; null is not."""
    return call("is_in", values, options=functions().SetLookupOptions(known, skip_nulls=True))


def parts(texts: "pa.Array", pattern: str) -> "pa.Array":
    """Return the named groups of `pattern` in each of `texts` as structs; null where it does not match."""
    return call("extract_regex", texts, options=functions().ExtractRegexOptions(pattern))


def running_sum(values: "pa.Array", start: int) -> "pa.Array":
    """Return the sums of `values` up to each, counted from `start`."""
    return call("cumulative_sum", values, options=functions().CumulativeOptions(start))


def order(table: "pa.Table", keys: tuple[str, ...]) -> "pa.Array":
    """Return the places of the rows of `table` in the order of the columns `keys`."""
    return call("sort_indices", table, options=functions().SortOptions([(key, "ascending") for key in keys]))
