"""What the search finds: records by all their names, and quotes; handed over by scripts like the rows of tables."""

import itertools
from collections.abc import Iterable, Iterator, Mapping

from accords_data.model.records import PLURALS, Agreement, Country, Leader, Meeting, Record, Source
from accords_data.site import titles
from accords_data.site.collection import Collection
from accords_data.site.evidence_view import Passages
from accords_data.site.table_pages import script_json
from accords_data.site.templates import Press

PER_PART = 4_000
ORDER = ("leader", "country", "agreement", "meeting", "source")
"""The kinds in the order in which findings are shown; quotes come after them."""

Found = list[str]
"""Address, title, further words and what is said beside the title."""


def pages(press: Press, collection: Collection, passages: Mapping[str, Passages]) -> Iterator[tuple[str, bytes]]:
    """Yield the page of the search and what it searches in, with their addresses."""
    parts = []
    for sort, found in (
        *((kind, _records(collection, kind)) for kind in ORDER),
        ("quote", _quotes(collection, passages)),
    ):
        for number, part in enumerate(_parts(found), start=1):
            address = f"search/{PLURALS.get(sort, 'quotes')}-{number}.js"
            parts.append(address)
            yield address, f"accordsFindings({script_json([sort, part])});\n".encode()
    counted = [(kind, len(collection.records[kind])) for kind in ORDER]
    yield "search.html", press.page("search.html", "search.html", "Search", parts=parts, counted=counted)


def _parts(found: Iterable[Found]) -> Iterator[list[Found]]:
    remaining = iter(found)
    while part := list(itertools.islice(remaining, PER_PART)):
        yield part


def _records(collection: Collection, kind: str) -> Iterator[Found]:
    for record in collection.records[kind].values():
        yield [record.id, titles.of_record(record), " ".join(_words(record)), _about(record)]


def _words(record: Record) -> Iterator[str]:
    """Yield what else `record` may be looked for by."""
    yield record.id.replace("-", " ")
    match record:
        case Country() | Leader():
            yield from record.other_names
            yield from (each.name for each in record.local_names)
        case Agreement():
            yield from record.other_titles
        case Source():
            yield from (each for each in (record.publisher, record.attributed_to) if each is not None)
        case Meeting():
            yield from (each for each in (record.venue, record.city) if each is not None)


def _about(record: Record) -> str:
    match record:
        case Country() | Leader():
            return ", ".join(each.name for each in record.local_names)
        case Agreement():
            return titles.spaced(record.kind)
        case Source():
            return f"{record.outlet}, {record.published}"
        case Meeting():
            return record.date or ""


def _quotes(collection: Collection, passages: Mapping[str, Passages]) -> Iterator[Found]:
    for name, source in collection.sources.items():
        for start, end in sorted(passages.get(name, {})):
            quote = collection.texts[name][start:end]
            yield [f"{name}#c{start}-{end}", quote, "", f"{source.outlet}, {source.published}"]
