"""From a stored source to checked drafts: read, find, draft, and let the build judge what was drafted."""

from collections.abc import Iterator
from pathlib import Path

import attrs

from accords_data.model.records import MODELS, PLURALS
from accords_data.model.schemas import DRAFT
from accords_data.model.structuring import structured
from accords_data.problems import AccordsError, Problem
from accords_data.seeds import dataset as data
from accords_data.seeds.cross_checks import Filed
from accords_data.seeds.dataset import Dataset
from accords_data.seeds.evidence import StoredSource
from accords_data.seeds.sentences import sentences
from accords_data.seeds.spans import Span
from accords_data.seeds.yaml_reader import Document
from accords_data.suggest import doubts, drafting, drafts, meetings, mentions, steps
from accords_data.suggest.draft_record import Sheet
from accords_data.suggest.mask import Mention
from accords_data.suggest.people_in_text import Known

LONGEST = 100_000
"""Characters of the longest text that is read; an article has a few thousand."""


LONGEST_SENTENCE = 2_000
"""Characters of the longest sentence that is read: the patterns take time by the square of it."""


@attrs.frozen
class Proposal:
    """What is proposed from one source."""

    source: str
    sheets: tuple[Sheet, ...]
    flags: tuple[doubts.Flag, ...]
    metonyms: tuple[Mention, ...]
    """Cities and houses that may stand for governments; none of them is a country."""
    refused: tuple[Problem, ...]
    """What the build says of the drafts that it does not accept; to be mended by hand."""


def propose(dataset: Dataset, source: str) -> Proposal:
    """Return drafts of what the `source` of `dataset` says that is not recorded yet.

    Raises:
        KeyError: there is no such source.
        AccordsError: its text is longer than `LONGEST`, or a sentence of it than `LONGEST_SENTENCE`.
    """
    record = {each.id: each for each in dataset.sources}[source]
    text = dataset.texts[source]
    problems = list(_unreadable(record.path, text))
    if problems:
        raise AccordsError(problems)
    aside = [Span(each.start, each.end) for each in record.regions if each.start is not None and each.end is not None]
    reading = mentions.read(text, record.published_by, aside, _known(dataset))
    happened = steps.happenings(reading)
    met = meetings.encounters(reading, happened)
    made = drafts.drafts(reading, record, dataset, happened, met)
    sheets = tuple(made.sheets.values())
    refused = _judged(dataset, sheets)
    found = [
        *doubts.flags(reading),
        *(doubts.Flag("link", span, text[span.start : span.end], message) for span, message in made.remarks),
    ]
    metonyms = [each for statement in reading.statements for each in statement.masked.mentions.values()]
    return Proposal(
        source,
        sheets,
        tuple(sorted(found, key=lambda flag: flag.span.start)),
        tuple(each for each in metonyms if each.kind == "metonym"),
        refused,
    )


def _unreadable(path: str, text: str) -> Iterator[Problem]:
    """Yield why `text` is nothing that the rules read."""
    hint = "suggest is for articles: write the records by hand"
    if len(text) > LONGEST:
        yield Problem(path=path, message=f"{len(text):,} characters, more than {LONGEST:,}", hint=hint)
        # Sentences are not looked for: that is the work from which the bound protects.
        return
    for each in sentences(text):
        if len(each.text) > LONGEST_SENTENCE:
            line = text.count("\n", 0, each.span.start) + 1
            message = f"a sentence of {len(each.text):,} characters, more than {LONGEST_SENTENCE:,}"
            yield Problem(path=path, line=line, message=message, hint=hint)


def _known(dataset: Dataset) -> Known:
    return Known(_named(dataset, "country"), _named(dataset, "leader"), _named(dataset, "agreement"))


def _named(dataset: Dataset, kind: str) -> dict[str, str]:
    """Return the record of `kind` that each name means."""
    return {name: record.id for record in dataset.records[kind] for name in record.names}


# A wrong rule must not lend a cell more trust than it has (docs/decisions/0032).
def _judged(dataset: Dataset, sheets: tuple[Sheet, ...]) -> tuple[Problem, ...]:
    """Let the build judge the drafts: what does not resolve is inferred instead; return what remains wrong."""
    for _ in range(2):
        problems = [each for each in _problems(dataset, sheets) if _draft_of(sheets, each) is not None]
        for problem in problems:
            sheet = _draft_of(sheets, problem)
            if sheet is not None and problem.pointer is not None:
                _inferred(sheet, problem)
    return tuple(each for each in _problems(dataset, sheets) if _draft_of(sheets, each) is not None)


def _problems(dataset: Dataset, sheets: tuple[Sheet, ...]) -> list[Problem]:
    shelves: dict[str, dict[str, Filed]] = {
        kind: {each.id: _filed(kind, each.id, drafting.written(each)) for each in dataset.records[kind]}
        for kind in MODELS
    }
    for sheet in sheets:
        shelves[sheet.kind][sheet.id] = _filed(sheet.kind, sheet.id, sheet.plain())
    stored = _stored(dataset)
    shelves["source"] = {name: Filed(each.record, shelves["source"][name].document) for name, each in stored.items()}
    return data.examined(shelves, stored)[1]


def _stored(dataset: Dataset) -> dict[str, StoredSource]:
    return {
        each.id: StoredSource(
            each,
            dataset.texts[each.id],
            tuple(
                (Span(x.start, x.end), str(x.kind)) for x in each.regions if x.start is not None and x.end is not None
            ),
        )
        for each in dataset.sources
    }


def _filed(kind: str, name: str, plain: dict[str, object]) -> Filed:
    values = {key: value for key, value in plain.items() if key != DRAFT}
    return Filed(structured(values, MODELS[kind]), Document(_path(kind, name), values, {}))


def _path(kind: str, name: str) -> str:
    return str(Path(PLURALS[kind]) / f"{name}.yaml")


def _draft_of(sheets: tuple[Sheet, ...], problem: Problem) -> Sheet | None:
    return next((sheet for sheet in sheets if _path(sheet.kind, sheet.id) == problem.path), None)


def _inferred(sheet: Sheet, problem: Problem) -> None:
    """Make the support of a cell that does not resolve an inferred one, with what the build says as its note."""
    for entry in sheet.entries.values():
        for support in entry["supports"]:
            if support["field"] == problem.pointer and support["basis"] in {"resolved", "stated"}:
                support["basis"] = "inferred"
                support.pop("words", None)
                support["note"] = f"Not checked by a rule: {problem.message.removeprefix('resolved, but ')}."


def plain(proposal: Proposal) -> dict[str, object]:
    """Return a proposal as JSON has it."""
    return {
        "source": proposal.source,
        "drafts": [
            {"kind": sheet.kind, "id": sheet.id, "new": sheet.known is None, "record": sheet.plain()}
            for sheet in proposal.sheets
        ],
        "flags": [
            {
                "kind": each.kind,
                "start": each.span.start,
                "end": each.span.end,
                "words": each.words,
                "message": each.message,
            }
            for each in proposal.flags
        ],
        "metonyms": sorted({each.words for each in proposal.metonyms}),
        "refused": [attrs.asdict(each) for each in proposal.refused],
    }
