"""Pyarrow as its documentation has it used: ``pyarrow_documented.py INPUT.jsonl OUTDIR``.

`pyarrow.json.read_json` of the whole file with nothing set, compute functions to flatten, `write_table` and `write_csv`
with nothing set. Nothing is validated, types are inferred, and memory grows with the input. The same tables as those of
``limit.py``, which is this with everything tuned that can be.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.json
import pyarrow.parquet


def flatten(table: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """Yield each table that `table` flattens to, with its name."""
    lists = [field.name for field in table.schema if pa.types.is_list(field.type)]
    yield "meetings", table.drop_columns(lists)
    ids = table.column("id").combine_chunks()
    for name in ("participants", "agreements"):
        parents, positions, items = explode(table.column(name).combine_chunks())
        yield f"meeting_{name}", pa.table({"meeting": ids.take(parents), "position": positions} | columns(items))
    parents, positions, entries = explode(table.column("evidence").combine_chunks())
    owners, _, supports = explode(entries.field("supports"))
    named = {"record": ids.take(parents.take(owners)), "position": positions.take(owners)}
    of_entries = {name: cells.take(owners) for name, cells in columns(entries).items() if name != "supports"}
    yield "evidence", pa.table(named | columns(supports) | of_entries)


def explode(lists: pa.ListArray) -> tuple[pa.Array, pa.Array, pa.StructArray]:
    """Return, for each item of `lists`, the index of its list, its index in the list, and the item."""
    parents = pc.list_parent_indices(lists)
    positions = pc.subtract(pa.arange(0, len(parents)), lists.offsets.take(parents))
    return parents, positions.cast(pa.int32()), lists.values


def columns(items: pa.StructArray) -> dict[str, pa.Array]:
    """Return the fields of `items`."""
    return {field.name: items.field(field.name) for field in items.type}


def main() -> None:
    """Convert the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("input", type=Path)
    parser.add_argument("outdir", type=Path)
    arguments = parser.parse_args()
    arguments.outdir.mkdir(parents=True, exist_ok=True)
    table = pa.json.read_json(arguments.input)
    for name, flat in flatten(table):
        pa.parquet.write_table(flat, arguments.outdir / f"{name}.parquet")
        pa.csv.write_csv(flat, arguments.outdir / f"{name}.csv")
    print(f"{table.num_rows} converted")


if __name__ == "__main__":
    main()
