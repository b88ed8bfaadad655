"""What no schema can say of a line: that the items of each of its lists have ids of their own."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from accords_data.model.addresses import ITEM
from accords_data.model.items import lists_of_items
from accords_data.model.records import MODELS
from accords_data.problems import Finding
from accords_data.stream.judge import Objection

if TYPE_CHECKING:
    import pyarrow as pa


def objections(kind: str) -> list[Objection]:
    """Return what is asked of each list of items of records of `kind`."""
    return [_objection(name) for name in lists_of_items(MODELS[kind])]


def _objection(name: str) -> Objection:
    def objection(batch: "pa.RecordBatch") -> Iterator[tuple[int, Finding]]:
        column = batch.column(name)
        if _is_doubtful(column):
            for row, items in enumerate(column.to_pylist()):
                yield from ((row, finding) for finding in _findings(name, items or []))

    return objection


def _is_doubtful(lists: "pa.ListArray") -> bool:
    """Return whether an id may stand twice in one of `lists`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ids = pc.struct_field(lists.flatten(), ITEM).dictionary_encode()
    parents = pc.list_parent_indices(lists)
    pairs = pc.add(pc.multiply(parents, pa.scalar(len(ids.dictionary) + 1)), ids.indices.cast(parents.type))
    return bool(pc.count_distinct(pairs).as_py() < len(pairs))


def _findings(name: str, items: list[dict[str, Any]]) -> Iterator[Finding]:
    for item, times in Counter(each[ITEM] for each in items).items():
        if times > 1:
            yield f"/{name}", f"{times} items have the id {item!r}", "give each an id of its own"
