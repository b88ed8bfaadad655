"""Every cell and every piece of evidence: take it away or change it, and the build says which.

What the article alone gave is mutated as files, with all checks; the whole record, record by record, as evidence.
"""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from conftest import ALONE, REAL

from accords_data.model.fields import Cell, cells
from accords_data.model.records import MODELS
from accords_data.problems import AccordsError
from accords_data.seeds import dataset, files, spans
from accords_data.seeds.dataset import Dataset
from accords_data.seeds.evidence import Archive, StoredSource, examine
from accords_data.seeds.rules import Index, kind_passages
from accords_data.seeds.yaml_reader import Document

DATASET = dataset.load(ALONE)
WHOLE = dataset.load(REAL)
FILES, _ = files.read(ALONE)


def _load_with(monkeypatch: pytest.MonkeyPatch, path: str, data: dict[str, Any]) -> tuple[str, ...]:
    """Load the seeds with `data` in place of the file `path`; return what is wrong."""
    changed = [
        files.SeedFile(file.kind, file.stem, file.path, Document(path, data, file.document.marks))
        if file.path == path and file.document is not None
        else file
        for file in FILES
    ]
    monkeypatch.setattr(files, "read", lambda _root: (changed, []))
    try:
        dataset.load(ALONE)
    except AccordsError as error:
        return tuple(str(problem) for problem in error.problems)
    return ()


def _documents() -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for file in FILES:
        assert file.document is not None
        yield file.kind, file.stem, file.path, file.document.data


def _entries() -> list[Any]:
    return [
        pytest.param(path, data, index, id=f"{kind}/{stem}/{index}")
        for kind, stem, path, data in _documents()
        for index in range(len(data["evidence"]))
    ]


def _checked_cells() -> list[Any]:
    found = []
    for kind, stem, path, data in _documents():
        record = DATASET.record(kind, stem)
        bases = {support.field: support.basis for entry in record.evidence for support in entry.supports}
        found += [
            pytest.param(path, data, cell, id=f"{kind}/{stem}{cell.pointer}")
            for cell in cells(record)
            if bases.get(cell.pointer) in {"stated", "resolved"}
        ]
    return found


def _put(data: dict[str, Any], pointer: str, value: object) -> dict[str, Any]:
    changed = copy.deepcopy(data)
    holder: Any = changed
    *parents, last = pointer.split("/")[1:]
    for part in parents:
        holder = holder[int(part) if isinstance(holder, list) else part]
    holder[int(last) if isinstance(holder, list) else last] = value
    return changed


def _other_values(cell: Cell, data: Dataset = DATASET) -> list[str]:
    """Return values that the field allows and that are not the cell's."""
    value = str(cell.value)
    if cell.field.vocabulary is not None:
        others = [str(member) for member in cell.field.vocabulary]
        return [other for other in others if other not in {value, "not_stated", "not_applicable"}]
    if cell.field.text is not None and cell.field.text.reference is not None:
        return [record.id for record in data.records[cell.field.text.reference] if record.id != value] or ["none"]
    if cell.field.is_edtf or cell.field.form == "day":
        return [other for other in ("2025-11-05", "2025-11-07", "2024-11-06") if other != value]
    # Without a quotation mark at its edge, a value is other whole words of the same quote, which is a known limit.
    shorter = [value[:-1]] * value[-1].isalnum() + [value[1:]] * value[0].isalnum()
    return [*shorter, value + "s", f"{value} {value}", "Nobody"]


@pytest.mark.parametrize(("path", "data", "index"), _entries())
def test_a_piece_of_evidence_that_is_taken_away_is_missed_by_name_of_a_cell(
    path: str, data: dict[str, Any], index: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = copy.deepcopy(data)
    taken = changed["evidence"].pop(index)
    told = _load_with(monkeypatch, path, changed)
    for support in taken["supports"]:
        assert any(f"{support['field']}: no evidence for" in line for line in told), support


@pytest.mark.parametrize(("path", "data", "cell"), _checked_cells())
def test_a_stated_or_resolved_value_that_is_changed_is_caught_by_name_of_the_cell(
    path: str, data: dict[str, Any], cell: Cell, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in _other_values(cell):
        told = _load_with(monkeypatch, path, _put(data, cell.pointer, other))
        assert any(f" {cell.pointer}: " in line for line in told), other


def test_any_one_character_of_the_article_that_is_changed_is_caught_by_name_of_the_source(alone: Path) -> None:
    (source,) = DATASET.records["source"]
    document = next(file.document for file in FILES if file.kind == "source")
    assert document is not None
    article = alone / "sources" / f"{source.id}.txt"
    text = article.read_text(encoding="utf-8")
    assert len(text) == 2003
    for place, letter in enumerate(text):
        article.write_text(text[:place] + ("x" if letter != "x" else "y") + text[place + 1 :], encoding="utf-8")
        stored, problems = files.read_source(alone, source, document)  # type: ignore[arg-type]
        assert stored is None
        assert [problem.pointer for problem in problems] == ["/sha256"]
        assert source.id in problems[0].message


def test_few_cells_are_inferred_and_the_count_is_known() -> None:
    assert DATASET.tally.bases["inferred"] == 6
    inferred = WHOLE.tally.bases["inferred"]
    assert inferred == 71
    assert inferred * 20 < WHOLE.tally.cells


def test_every_mutation_above_has_something_to_mutate() -> None:
    assert len(_entries()) == sum(len(record.evidence) for kind in MODELS for record in _records(DATASET, kind)) > 50
    assert len(_checked_cells()) == DATASET.tally.bases["stated"] + DATASET.tally.bases["resolved"] > 100


def _archive() -> Archive:
    """Return what the evidence of the whole record is checked against."""
    stored = {
        source.id: StoredSource(
            source,
            WHOLE.texts[source.id],
            tuple((spans.Span(each.start or 0, each.end or 0), str(each.kind)) for each in source.regions),
        )
        for source in WHOLE.sources
    }
    meetings: Any = WHOLE.records["meeting"]
    index = Index.of(WHOLE.records, kind_passages(meetings, {name: each.places for name, each in stored.items()}))
    return Archive(stored, index, {kind: frozenset(each.id for each in WHOLE.records[kind]) for kind in MODELS})


ARCHIVE = _archive()
PLACELESS = Document("seeds", {}, {})
EVERYTHING = [
    pytest.param(dataset.converter().structure(file.document.data, MODELS[file.kind]), id=f"{file.kind}/{file.stem}")
    for file in files.read(REAL)[0]
    if file.document is not None
]
"""The records as they are written, nothing filled in."""


def _told(record: Any) -> list[tuple[str | None, str]]:
    return [(problem.pointer, problem.message) for problem in examine(record, PLACELESS, ARCHIVE)[1]]


@pytest.mark.parametrize("record", EVERYTHING)
def test_of_the_whole_record_too_each_entry_that_is_taken_away_uncovers_what_it_alone_supports(record: Any) -> None:
    assert _told(record) == []
    for index, taken in enumerate(record.evidence):
        kept = tuple(entry for place, entry in enumerate(record.evidence) if place != index)
        covered = {each.field for entry in kept if entry.stance == "supports" for each in entry.supports}
        alone = {each.field for each in taken.supports} - covered if taken.stance == "supports" else set()
        told = _told(attrs.evolve(record, evidence=kept))
        assert {pointer for pointer, message in told if message.startswith("no evidence for")} == alone


@pytest.mark.parametrize("record", EVERYTHING)
def test_of_the_whole_record_too_each_checked_value_that_is_changed_is_caught(record: Any) -> None:
    bases = [
        (each.field, each.basis) for entry in record.evidence for each in entry.supports if entry.stance == "supports"
    ]
    for cell in cells(record):
        if (cell.pointer, "stated") not in bases and (cell.pointer, "resolved") not in bases:
            continue
        for other in _other_values(cell, WHOLE):
            changed = dataset.converter().structure(_put(dataset.plain(record), cell.pointer, other), type(record))
            assert cell.pointer in {pointer for pointer, _ in _told(changed)}, (cell.pointer, other)


def _records(dataset_: Dataset, kind: str) -> tuple[Any, ...]:
    return dataset_.records[kind]
