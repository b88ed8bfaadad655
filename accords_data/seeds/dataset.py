"""The dataset: every record of a seeds folder, checked, or one error that says everything that is wrong."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs

from accords_data.model.record_base import Record
from accords_data.model.records import MODELS, Agreement, Country, Meeting
from accords_data.model.schemas import DRAFT
from accords_data.model.sources import Source
from accords_data.model.structuring import structured
from accords_data.problems import AccordsError, Problem
from accords_data.seeds import cross_checks, files, passages
from accords_data.seeds.cross_checks import Filed
from accords_data.seeds.evidence import Archive, StoredSource, Tally, examine
from accords_data.seeds.schema_errors import schema_problems
from accords_data.seeds.yaml_reader import Document

if TYPE_CHECKING:
    import cattrs

Shelves = dict[str, dict[str, Filed]]


@attrs.frozen
class Dataset:
    """Checked records, their evidence filled in."""

    records: dict[str, tuple[Record, ...]]
    """Records by kind, in the order of their ids."""
    texts: dict[str, str]
    """The text of each source by its id."""
    tally: Tally
    """What was checked."""
    drafts: frozenset[tuple[str, str]] = frozenset()
    """Kind and id of each record that is a draft; none in a dataset that is to be exported."""

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements."""
        return cast("tuple[Agreement, ...]", self.records["agreement"])

    @property
    def countries(self) -> tuple[Country, ...]:
        """The countries."""
        return cast("tuple[Country, ...]", self.records["country"])

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings."""
        return cast("tuple[Meeting, ...]", self.records["meeting"])

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources."""
        return cast("tuple[Source, ...]", self.records["source"])

    def record(self, kind: str, name: str) -> Record:
        """Return the record of `kind` with the id `name`.

        Raises:
            KeyError: there is none.
        """
        return {record.id: record for record in self.records[kind]}[name]


def load(root: Path, *, drafts: bool = False, on_step: Callable[[str], None] = lambda _: None) -> Dataset:
    """Return the dataset that the seeds folder `root` holds.

    Args:
        root: The folder.
        drafts: Whether records may be drafts, and contradictions of a source not on record yet. Only for looking at
            them: what has drafts is never exported.
        on_step: Called with the path of each file before it is read, and of each record before it is checked.

    Raises:
        AccordsError: with every problem of every file.
    """
    found, problems = files.read(root, on_step)
    shelves, wrong = _shelved(found)
    problems += wrong
    marked = [file for file in found if file.document is not None and DRAFT in file.document.data]
    if not drafts:
        problems += _unread(marked)
    stored = _stored_sources(root, shelves["source"], problems)
    known = {kind: frozenset(shelves[kind]) | {file.stem for file in found if file.kind == kind} for kind in MODELS}
    problems += cross_checks.check(shelves, known)
    dataset, wrong = examined(shelves, stored, on_step)
    problems += wrong
    tally, wrong = _weekdays(dataset, shelves, stored)
    problems += [] if drafts else wrong
    if problems:
        raise AccordsError(problems)
    return attrs.evolve(
        dataset, tally=dataset.tally + tally, drafts=frozenset((file.kind, file.stem) for file in marked)
    )


def _unread(found: Iterable[files.SeedFile]) -> Iterator[Problem]:
    """Yield a problem for each draft."""
    for file in found:
        if file.document is not None:
            hint = "check each cell against its quote, correct it, then remove the line `draft: true`"
            yield file.document.problem(f"/{DRAFT}", "still a draft", hint)


def stored_source(root: Path, name: str) -> tuple[StoredSource | None, list[str]]:
    """Return the source `name` of the seeds folder `root`, or None, and the ids of the sources that there are.

    The other records need not be in order.

    Raises:
        AccordsError: the source is not in order.
    """
    paths = {path.stem: path for path in files.paths_of(root, "source")}
    if name not in paths:
        return None, list(paths)
    file, problems = files.read_file(root, "source", paths[name])
    shelves, wrong = _shelved([file])
    problems += wrong
    filed = shelves["source"].get(name)
    if filed is not None:
        stored, wrong = files.read_source(root, filed.record, filed.document)
        problems += wrong
        if stored is not None:
            return stored, list(paths)
    raise AccordsError(problems or [Problem(path=name, message="not a valid source", hint="run accords check")])


@cache
def converter() -> "cattrs.Converter":
    """Return the converter between records and plain values."""
    import cattrs

    return cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)


def _shelved(found: Iterable[files.SeedFile]) -> tuple[Shelves, list[Problem]]:
    """Return the records of the files `found` that can be read, by kind and id, and what is wrong with the others."""
    shelves: Shelves = {kind: {} for kind in MODELS}
    problems: list[Problem] = []
    for file in found:
        filed, wrong = _filed(file)
        problems += wrong
        if filed is None:
            continue
        shelf, name = shelves[file.kind], filed.record.id
        if name in shelf:
            problems.append(_twice(filed.document, name, shelf[name].document.path))
        else:
            shelf[name] = filed
    return shelves, problems


def _filed(file: files.SeedFile) -> tuple[Filed | None, list[Problem]]:
    """Return the record of `file`, or None, and what is wrong with it."""
    document = file.document
    if document is None:
        return None, []  # told when it was read
    refused = list(schema_problems(file.kind, document))
    name = document.data.get("id")
    problems = list(refused)
    if isinstance(name, str) and name != file.stem:
        message = f"the id {name!r} does not match the file name"
        problems.append(document.problem("/id", message, f"rename the file to {name}.yaml"))
    if refused:
        return None, problems
    return Filed(structured(document.data, MODELS[file.kind]), document), problems


def _twice(document: Document, name: str, other: str) -> Problem:
    hint = "write one record per event, with all its sources"
    return document.problem("/id", f"duplicate id {name!r}, also in {other}", hint)


def _stored_sources(root: Path, shelf: dict[str, Filed], problems: list[Problem]) -> dict[str, StoredSource]:
    """Return the readable sources by id; put what is wrong with the others into `problems`."""
    stored = {}
    for name, filed in shelf.items():
        source, wrong = files.read_source(root, filed.record, filed.document)
        problems += wrong
        if source is not None:
            stored[name] = source
            shelf[name] = Filed(source.record, filed.document)
    problems += files.unclaimed(root, [filed.record for filed in shelf.values()])
    return stored


def examined(
    shelves: Shelves, stored: dict[str, StoredSource], on_step: Callable[[str], None] = lambda _: None
) -> tuple[Dataset, list[Problem]]:
    """Return the dataset of the records on `shelves`, checked against the `stored` sources, and what is wrong.

    `on_step` is called with the path of each record before it is checked.
    """
    texts = {name: source.text for name, source in stored.items()}
    readable = {kind: frozenset(shelf) for kind, shelf in shelves.items()}
    archive = Archive(stored, _index(shelves, stored), readable)
    examined: dict[str, list[Record]] = {kind: [] for kind in MODELS}
    problems: list[Problem] = []
    tallies: list[Tally] = []
    for kind, shelf in shelves.items():
        for _, filed in sorted(shelf.items()):
            on_step(filed.document.path)
            record, wrong, counted = examine(filed.record, filed.document, archive)
            examined[kind].append(record)
            problems += wrong
            tallies.append(counted)
    records = {kind: tuple(each) for kind, each in examined.items()}
    return Dataset(records, texts, Tally.of(tallies)), problems


def _weekdays(dataset: Dataset, shelves: Shelves, stored: dict[str, StoredSource]) -> tuple[Tally, list[Problem]]:
    """Return how many weekdays the sources name beside a day, and each whose contradiction is not on record."""
    disputing = cross_checks.disputing_spans(record for group in dataset.records.values() for record in group)
    tallies, problems = list[Tally](), list[Problem]()
    for name, source in stored.items():
        folder = Path(shelves["source"][name].document.path).parent
        counted, wrong = cross_checks.weekdays(source, folder, disputing.get(name, ()))
        problems += wrong
        tallies.append(counted)
    return Tally.of(tallies), problems


def _index(shelves: Shelves, stored: Mapping[str, StoredSource]) -> passages.Index:
    records = {kind: [filed.record for filed in shelf.values()] for kind, shelf in shelves.items()}
    places = {name: source.places for name, source in stored.items()}
    return passages.Index.of(records, passages.kind_passages(records["meeting"], places))


def counts(dataset: Dataset) -> Counter[str]:
    """Return how many records of each kind `dataset` has."""
    return Counter({kind: len(records) for kind, records in dataset.records.items()})


def plain(record: object) -> dict[str, Any]:
    """Return `record`, of any of the models, as plain values: dicts, lists, text, numbers and None."""
    return cast("dict[str, Any]", converter().unstructure(record))
