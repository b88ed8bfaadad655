"""Every cell and every piece of evidence: take it away or change it, and the build says which.

What the article alone gave is mutated as files, with all checks; the whole record, record by record, as evidence.
"""

import copy
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
import samples
from conftest import ALONE, REAL
from sweeps import drawn, parts, swept

from accords_data.model.fields import Cell, cells
from accords_data.model.records import MODELS, PLURALS
from accords_data.problems import AccordsError
from accords_data.seeds import dataset, files, spans, yaml_reader
from accords_data.seeds.dataset import Dataset
from accords_data.seeds.evidence import Archive, StoredSource, examine
from accords_data.seeds.passages import Index, kind_passages
from accords_data.seeds.yaml_reader import Document


@cache
def seed_files() -> list[files.SeedFile]:
    """Return the files of the article alone as they are read."""
    found, problems = files.read(ALONE)
    assert problems == []
    return found


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _load_with(monkeypatch: pytest.MonkeyPatch, path: str, data: dict[str, Any]) -> tuple[str, ...]:
    """Load the seeds with `data` in place of the file `path`; return what is wrong."""
    changed = [
        files.SeedFile(file.kind, file.stem, file.path, Document(path, data, file.document.marks))
        if file.path == path and file.document is not None
        else file
        for file in seed_files()
    ]
    monkeypatch.setattr(files, "read", lambda _root, _on_step: (changed, []))
    try:
        dataset.load(ALONE)
    except AccordsError as error:
        return tuple(str(problem) for problem in error.problems)
    return ()


def _document(path: Path) -> tuple[str, str, str, dict[str, Any]]:
    """Return kind, stem, path and content of the seed file that is `path` in the folder of the article alone."""
    (file,) = [each for each in seed_files() if each.path == str(path)]
    assert file.document is not None
    return file.kind, file.stem, file.path, file.document.data


def _put(data: dict[str, Any], pointer: str, value: object) -> dict[str, Any]:
    changed = copy.deepcopy(data)
    holder: Any = changed
    *parents, last = pointer.split("/")[1:]
    for part in parents:
        holder = holder[int(part) if isinstance(holder, list) else part]
    holder[int(last) if isinstance(holder, list) else last] = value
    return changed


def _other_values(cell: Cell, data: Dataset) -> list[str]:
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


def _checked_cells(kind: str, stem: str) -> list[Cell]:
    record = samples.alone().record(kind, stem)
    bases = {support.field: support.basis for entry in record.evidence for support in entry.supports}
    return [cell for cell in cells(record) if bases.get(cell.pointer) in {"stated", "resolved"}]


ALONE_FILES = sorted(ALONE.glob("*/*.yaml"))
REAL_FILES = sorted(REAL.glob("*/*.yaml"))


@pytest.mark.parametrize("path", swept(ALONE_FILES, 9, _name))
def test_each_piece_of_evidence_that_is_taken_away_is_missed_by_name_of_a_cell(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, name, data = _document(path)
    for index, taken in enumerate(data["evidence"]):
        changed = copy.deepcopy(data)
        changed["evidence"].pop(index)
        told = _load_with(monkeypatch, name, changed)
        for support in taken["supports"]:
            assert any(f"{support['field']}: no evidence for" in line for line in told), (index, support)


@pytest.mark.parametrize("path", swept(ALONE_FILES, 4, _name))
def test_each_stated_or_resolved_value_that_is_changed_is_caught_by_name_of_the_cell(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, stem, name, data = _document(path)
    for cell in _checked_cells(kind, stem):
        for other in _other_values(cell, samples.alone()):
            told = _load_with(monkeypatch, name, _put(data, cell.pointer, other))
            assert any(f" {cell.pointer}: " in line for line in told), (cell.pointer, other)


@pytest.mark.parametrize("part", parts(0.02))
def test_any_one_character_of_the_article_that_is_changed_is_caught_by_name_of_the_source(
    part: float, alone: Path
) -> None:
    (source,) = samples.alone().records["source"]
    document = next(file.document for file in seed_files() if file.kind == "source")
    assert document is not None
    article = alone / "sources" / f"{source.id}.txt"
    text = article.read_text(encoding="utf-8")
    assert len(text) == 2003
    for place, letter in drawn(list(enumerate(text)), part):
        article.write_text(text[:place] + ("x" if letter != "x" else "y") + text[place + 1 :], encoding="utf-8")
        stored, problems = files.read_source(alone, source, document)  # type: ignore[arg-type]
        assert stored is None
        assert [problem.pointer for problem in problems] == ["/sha256"]
        assert source.id in problems[0].message


def test_few_cells_are_inferred_and_the_count_is_known() -> None:
    assert samples.alone().tally.bases["inferred"] == 6
    inferred = samples.whole().tally.bases["inferred"]
    assert inferred == 139
    assert inferred * 20 < samples.whole().tally.cells


def test_every_mutation_above_has_something_to_mutate() -> None:
    found = [_document(path) for path in ALONE_FILES]
    entries = sum(len(data["evidence"]) for *_, data in found)
    assert entries == sum(len(each.evidence) for kind in MODELS for each in _records(kind)) > 50
    checked = sum(len(_checked_cells(kind, stem)) for kind, stem, *_ in found)
    assert checked == samples.alone().tally.bases["stated"] + samples.alone().tally.bases["resolved"] > 100
    assert {(kind, stem) for kind, stem, *_ in found} == {(kind, each.id) for kind in MODELS for each in _records(kind)}


@cache
def _archive() -> Archive:
    """Return what the evidence of the whole record is checked against."""
    whole = samples.whole()
    stored = {
        source.id: StoredSource(
            source,
            whole.texts[source.id],
            tuple((spans.Span(each.start or 0, each.end or 0), str(each.kind)) for each in source.regions),
        )
        for source in whole.sources
    }
    passages = kind_passages(samples.meetings(whole), {name: each.places for name, each in stored.items()})
    index = Index.of(whole.records, passages)
    return Archive(stored, index, {kind: frozenset(each.id for each in whole.records[kind]) for kind in MODELS})


PLACELESS = Document("seeds", {}, {})


def _written(path: Path) -> Any:
    """Return a record as it is written, nothing filled in."""
    kind = next(kind for kind, folder in PLURALS.items() if folder == path.parent.name)
    document, problems = yaml_reader.parse(str(path), path.read_text(encoding="utf-8"))
    assert problems == []
    assert document is not None
    return dataset.converter().structure(document.data, MODELS[kind])


def _told(record: Any) -> list[tuple[str | None, str]]:
    return [(problem.pointer, problem.message) for problem in examine(record, PLACELESS, _archive())[1]]


@pytest.mark.parametrize("path", swept(REAL_FILES, 40, _name))
def test_of_the_whole_record_too_each_entry_that_is_taken_away_uncovers_what_it_alone_supports(path: Path) -> None:
    record = _written(path)
    assert _told(record) == []
    for index, taken in enumerate(record.evidence):
        kept = tuple(entry for place, entry in enumerate(record.evidence) if place != index)
        covered = {each.field for entry in kept if entry.stance == "supports" for each in entry.supports}
        alone = {each.field for each in taken.supports} - covered if taken.stance == "supports" else set()
        told = _told(attrs.evolve(record, evidence=kept))
        assert {pointer for pointer, message in told if message.startswith("no evidence for")} == alone


@pytest.mark.parametrize("path", swept(REAL_FILES, 20, _name))
def test_of_the_whole_record_too_each_checked_value_that_is_changed_is_caught(path: Path) -> None:
    record = _written(path)
    bases = [
        (each.field, each.basis) for entry in record.evidence for each in entry.supports if entry.stance == "supports"
    ]
    for cell in cells(record):
        if (cell.pointer, "stated") not in bases and (cell.pointer, "resolved") not in bases:
            continue
        for other in _other_values(cell, samples.whole()):
            changed = dataset.converter().structure(_put(dataset.plain(record), cell.pointer, other), type(record))
            assert cell.pointer in {pointer for pointer, _ in _told(changed)}, (cell.pointer, other)


def _records(kind: str) -> tuple[Any, ...]:
    return samples.alone().records[kind]
