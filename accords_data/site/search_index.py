"""What the search finds: records by all their names, and the words that cells rest on; handed over by scripts."""

import itertools
from collections.abc import Iterable, Iterator, Mapping

from accords_data.model.record_base import Record
from accords_data.model.records import MODELS, PLURALS
from accords_data.site import titles
from accords_data.site.collection import Collection
from accords_data.site.evidence_view import Passages
from accords_data.site.table_pages import script_json
from accords_data.site.templates import Press

PER_PART = 4_000
QUOTE = "quote"
"""What is found that is no record."""

Found = list[str]
"""Address, title, further words and what is said beside the title."""


def sorts() -> dict[str, tuple[str, str]]:
    """Return the sorts of findings in the order in which they are shown, each with heading and folder of its pages."""
    kinds = sorted(MODELS, key=lambda kind: MODELS[kind].entity.search_place)
    headings = {kind: MODELS[kind].entity.search_heading or titles.of_field(PLURALS[kind]) for kind in kinds}
    return {kind: (heading, PLURALS[kind]) for kind, heading in headings.items()} | {
        QUOTE: ("Words of the evidence", PLURALS["source"])
    }


def pages(press: Press, collection: Collection, passages: Mapping[str, Passages]) -> Iterator[tuple[str, bytes]]:
    """Yield the page of the search and what it searches in, with their addresses."""
    parts = []
    for sort in sorts():
        found = _quotes(collection, passages) if sort == QUOTE else _records(collection, sort)
        for number, part in enumerate(_parts(found), start=1):
            address = f"search/{PLURALS.get(sort, 'quotes')}-{number}.js"
            parts.append(address)
            yield address, f"accordsFindings({script_json([sort, part])});\n".encode()
    counted = [(kind, len(collection.records[kind])) for kind in sorts() if kind != QUOTE]
    told = script_json(list(sorts().items()))
    yield (
        "search.html",
        press.page(
            "search.html",
            "search.html",
            "Search",
            parts=parts,
            counted=counted,
            sorts=told,
        ),
    )


def _parts(found: Iterable[Found]) -> Iterator[list[Found]]:
    remaining = iter(found)
    while part := list(itertools.islice(remaining, PER_PART)):
        yield part


def _records(collection: Collection, kind: str) -> Iterator[Found]:
    for record in collection.records[kind].values():
        words = " ".join(each for each in _words(record, collection) if each)
        yield [record.id, record.caption, words, titles.beside(record, record.entity.found_with, collection.records)]


def _words(record: Record, collection: Collection) -> Iterator[str]:
    """Yield what else `record` may be looked for by."""
    yield record.id.replace("-", " ")
    yield from record.names[1:]
    yield from (titles.beside(record, (name,), collection.records) for name in record.entity.found_by)


def _quotes(collection: Collection, passages: Mapping[str, Passages]) -> Iterator[Found]:
    for name, source in collection.sources.items():
        for start, end in sorted(passages.get(name, {})):
            words = collection.texts[name][start:end]
            beside = f"{source.outlet}, {source.published}"
            ours = "" if source.words_field == "quote" else ", as we summarise it"
            yield [f"{name}#c{start}-{end}", words, "", f"{beside}{ours}"]
