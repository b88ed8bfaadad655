"""What the commands print: summaries, and one record with the words that it rests on."""

import itertools
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from accords_data.model.addresses import ITEM
from accords_data.model.backing import Word, alternatives, whose
from accords_data.model.fields import cells
from accords_data.model.record_base import Record
from accords_data.model.record_parts import Evidence
from accords_data.model.records import PLURALS
from accords_data.model.sources import Source, second_readings
from accords_data.model.vocabularies import Basis, Grade, SourceKind
from accords_data.seeds.dataset import Dataset, counts
from accords_data.seeds.evidence import Tally

if TYPE_CHECKING:
    from accords_data.model.retired import Retired
    from accords_data.query.cut import Cut
    from accords_data.query.status import Dispute, Standing

WIDTH = 80


def summary(dataset: Dataset) -> list[str]:
    """Return what was read and checked, a line for each."""
    found = counts(dataset)
    kinds = ", ".join(f"{number} {kind if number == 1 else PLURALS[kind]}" for kind, number in found.items())
    head = f"{sum(found.values())} records: {kinds}"
    return [
        head,
        *coverage(dataset),
        _inferred(dataset.tally),
        _weekdays(dataset.tally),
        second_reading(dataset.sources),
    ]


def cut_name(cut: "Cut") -> str:
    """Return what a cut is called."""
    names = {"as_of": "what held on", "known_by": "what was known by", "source_kind": "sources of kind"}
    return ", ".join(f"{names[limit]} {value}" for limit, value in cut.limits.items())


def coverage(dataset: Dataset) -> Iterator[str]:
    """Yield the lines that say whose words the cells rest on, and how many are covered and found."""
    tally, kinds = dataset.tally, Counter(each.kind for each in dataset.sources if each.id in dataset.tally.sources)
    quoted, summarised, background = (f"{tally.grades[grade]:,}" for grade in Grade)
    yield (
        f"{quoted} cells rest on words of {_number(kinds[SourceKind.DOCUMENT], 'stored publication')}, "
        f"{summarised} on our summaries of {_number(kinds[SourceKind.SUMMARY], 'publication')}, "
        f"{background} on reference data"
    )
    yield (
        f"{tally.covered} of {tally.cells} cells covered, "
        f"{tally.verified} of {tally.passages} quotes and sentences of summaries found in their texts"
    )


def _number(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _inferred(tally: Tally) -> str:
    parts = ", ".join(f"{tally.bases[basis]} {basis}" for basis in Basis)
    return f"cells by basis: {parts} (inferred cells are not machine-checked)"


def _weekdays(tally: Tally) -> str:
    agree, wrong = tally.weekdays - tally.contradicting, tally.contradicting
    misprints = f"{wrong} known misprint{'' if wrong == 1 else 's'}"
    return f"{tally.weekdays} dates with a weekday: {agree} consistent, {misprints}"


def second_reading(sources: Iterable[Source]) -> str:
    """Return the line that says how many summaries had a second reading."""
    read, summaries = second_readings(sources)
    return f"second reading: {read} of {summaries} summar{'y' if summaries == 1 else 'ies'}"


def record_view(kind: str, record: Record, sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield the lines that show `record`: its cells, each with what it rests on and is disputed by, then the words."""
    yield f"{kind} {record.id}"
    yield ""
    for cell in cells(record):
        if cell.field.name == ITEM:
            continue  # the addresses of the item's other cells say it
        backing = record.backing.get(cell.address, ())
        instead = "".join(f"; or {each.support.alternative} [{each.index + 1}]" for each in alternatives(backing))
        yield from _wrap(f"{cell.address}: {cell.value}{instead}", "  ")
        for how in [f"[{each.index + 1}] {each.how}" for each in backing] or [f"({cell.exemption})"]:
            yield from _wrap(how, "      ")
    yield ""
    entries = {each.index: each.entry for backing in record.backing.values() for each in backing}
    for index, entry in sorted(entries.items(), key=lambda each: each[0]):
        yield from _words(index + 1, entry, sources)


def retired_view(kind: str, name: str, retired: "Iterable[Retired]") -> Iterator[str]:
    """Yield the lines that say what became of the items that a record has no longer."""
    for each in retired:
        if each.place[:2] == (kind, name) and each.address is not None:
            yield from _wrap(f"{each.address} {each}", "")


def standing_view(standings: "Iterable[Standing]") -> Iterator[str]:
    """Yield the table of statuses: since when, who says so; then the countries without a reported step."""
    for agreement, group in itertools.groupby(standings, lambda each: each.agreement):
        members = list(group)
        yield agreement
        reported = [each for each in members if each.status is not None]
        if reported:
            rows = [("country", "status", "since", "who says so"), *(_standing_row(each) for each in reported)]
            widths = [max(len(row[column]) for row in rows) for column in range(3)]
            for row in rows:
                cells = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
                yield from textwrap.wrap(
                    f"  {cells}  {row[3]}", WIDTH, subsequent_indent=" " * (sum(widths) + 8), break_on_hyphens=False
                )
        silent = [each.country for each in members if each.status is None]
        if silent:
            yield from _wrap(f"no step reported: {', '.join(silent)}", "  ")


def _standing_row(standing: "Standing") -> tuple[str, str, str, str]:
    disputed = "".join(f"; {_dispute(each)}" for each in standing.disputes)
    return standing.country, str(standing.status), standing.since or "undated", f"{standing.word}{disputed}"


def _dispute(dispute: "Dispute") -> str:
    """Return ``date disputed: 2021-01-07 (Example Times, as we summarise it)``."""
    cell = "step" if dispute.cell == "event" else dispute.cell
    instead = "" if dispute.alternative is None else f": {dispute.alternative}"
    return f"{cell} disputed{instead} ({dispute.word})"


def _words(number: int, entry: Evidence, sources: Mapping[str, Source]) -> Iterator[str]:
    if entry.source is None or entry.text is None:
        yield from _wrap(f"[{number}] {entry.authority}", "")
        return
    place = f"{entry.source}, characters {entry.start} to {entry.end}"
    if entry.quote is None:
        source = sources[entry.source]
        word = whose([Word.of(entry.asserted_by, source.outlet, summarised=True)])
        yield from _wrap(f"[{number}] {word} ({place}):", "")
        yield from _wrap(entry.text, "    ")
        if source.url is not None:
            yield f"    {source.url}"
    else:
        word = "" if entry.asserted_by is None else f", according to {entry.asserted_by}"
        yield from _wrap(f"[{number}] {place}{word}:", "")
        yield from _wrap(f'"{entry.quote}"', "    ")
    if entry.remark is not None:
        yield from _wrap(f"({entry.remark})", "    ")


def _wrap(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)
