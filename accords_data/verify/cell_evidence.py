"""What a record of a release says of one of its cells."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

EVIDENCE = "evidence"
Json = Mapping[str, Any]


def of_cell(record: Json, pointer: str) -> Iterator[Json]:
    """Yield what the record says of the cell at `pointer`: each piece of evidence with its support of that cell."""
    for entry in record.get(EVIDENCE, []):
        for support in entry["supports"]:
            if support["field"] == pointer:
                rest = {name: value for name, value in entry.items() if name != "supports"}
                yield {name: value for name, value in (rest | support).items() if value is not None}


def comparable(told: Iterable[Json]) -> list[list[tuple[str, str]]]:
    """Return the evidence of a cell but for the cell's own pointer, which may have moved."""
    return sorted(sorted((name, str(value)) for name, value in each.items() if name != "field") for each in told)
