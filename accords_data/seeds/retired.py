"""Reading what is retired, of which nothing is trusted: the tombstones, and whether an id of theirs is used again."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from accords_data.model.addresses import resolve
from accords_data.model.records import PLURALS
from accords_data.model.retired import FILE, Retired, RetiredFile
from accords_data.model.schemas import retired_schema
from accords_data.model.structuring import structured
from accords_data.problems import Finding, Problem
from accords_data.seeds import files, schema_errors
from accords_data.seeds.cross_checks import Shelf
from accords_data.seeds.yaml_reader import Document

Places = AbstractSet[tuple[str, str, str]]
"""Kind and id of records, each with the address of an item, empty for the whole record."""


def read(root: Path) -> tuple[tuple[Retired, ...], Document | None, list[Problem]]:
    """Return what the seeds folder `root` says is retired, the document that says it, and what is wrong with it."""
    if not (root / FILE).exists():
        return (), None, []
    document, problems = files.read_document(root, root / FILE)
    if document is None:
        return (), None, problems
    if schema_errors.judge(retired_schema()).is_valid(document.data):
        return structured(document.data, RetiredFile).retired, document, []
    explainer = schema_errors.explainer(retired_schema())
    wrong = [document.problem(*finding) for finding in schema_errors.explanations(explainer, document.data)]
    return (), document, wrong


def check(retired: tuple[Retired, ...], document: Document, shelf: Shelf) -> Iterator[Problem]:
    """Yield each tombstone whose id is used again, that stands twice, or whose successor is not there."""
    known = {each.place for each in retired}
    seen: set[tuple[str, str, str]] = set()
    for index, each in enumerate(retired):
        for name, message, hint in _wrong(each, shelf, known, seen):
            yield document.problem(f"/retired/{index}{name}", message, hint)
        seen.add(each.place)


def _wrong(each: Retired, shelf: Shelf, known: Places, seen: Places) -> Iterator[Finding]:
    if each.record_kind not in PLURALS:
        hint = f"choose from: {', '.join(PLURALS)}"
        yield "/record_kind", f"no kind of record is called {each.record_kind!r}", hint
        return
    if each.place in seen:
        yield "", "retired twice", "keep one of the two"
    if _is_there(shelf, *each.place):
        message = f"{each.record_kind} {each.record}{each.address or ''} is retired, and there again"
        yield "", message, "an id is never used again: choose another one"
    if each.successor is not None:
        place = (each.record_kind, each.successor, each.successor_address or "")
        if place not in known and not _is_there(shelf, *place):
            message = f"there is no {each.record_kind} {each.successor}{place[2]}"
            yield "/successor", message, "name what tells it now"


def _is_there(shelf: Shelf, kind: str, name: str, address: str) -> bool:
    filed = shelf[kind].get(name)
    return filed is not None and (not address or resolve(filed.record, address) is not None)
