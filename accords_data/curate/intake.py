"""Taking a new source in: its bytes, its hash, what of it is no evidence, and whether it is there already."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from accords_data import folder
from accords_data.curate import canonical_form, regions, similarity, source_record
from accords_data.curate.source_record import Origin
from accords_data.model.records import PLURALS
from accords_data.model.vocabularies import RegionKind, SourceKind
from accords_data.problems import AccordsError, Problem
from accords_data.seeds import spans, yaml_reader
from accords_data.seeds.files import MAX_SOURCE_BYTES
from accords_data.seeds.schema_errors import schema_problems
from accords_data.seeds.yaml_reader import Document

# Two stored texts on different decisions reach 0.63, a text with a few words exchanged over 0.9 (docs/curation.md).
SAME = 0.7
"""Share of words in common, in their order, from which on a text is refused as a rewrite of a stored one."""
ALIKE = 0.5
"""Share from which on the likeness is told."""


@attrs.frozen
class Intake:
    """A source that is ready to be written."""

    id: str
    content: bytes
    text: str
    record: dict[str, Any]
    stretches: tuple[regions.Stretch, ...]
    unplaced: tuple[str, ...]
    """Stretches whose words stand more than once, so that they have to be marked by hand."""
    like: similarity.Likeness | None
    """The stored text that it resembles most, if the likeness is worth telling."""


def intake(path: Path, origin: Origin, stored: dict[str, str]) -> Intake:
    """Return the source that the file `path` holds, with its regions proposed.

    Args:
        path: The text, UTF-8 with LF line ends.
        origin: What is known of it.
        stored: The texts of the sources that there are, by id.

    Raises:
        AccordsError: the file is no such text, has no headline, is stored already or reworded from what is stored.
    """
    content = _bytes(path)
    text = yaml_reader.decode(str(path), content)
    if isinstance(text, Problem):
        raise AccordsError([text])
    like = similarity.nearest(text, stored)
    problems = _refusals(path, origin, text, like, stored)
    # The whole of a summary is ours: it has no headline, byline or caption.
    stretches = () if origin.kind == SourceKind.SUMMARY else regions.propose(text)
    if problems:
        raise AccordsError(problems)
    placed = tuple(each for each in stretches if not regions.unplaced(text, each))
    unplaced = tuple(text[each.span.start : each.span.end] for each in stretches if each not in placed)
    record = source_record.record(path.name, origin, text, content, placed)
    refused = list(schema_problems("source", Document(str(path), record, {})))
    if refused:
        raise AccordsError(attrs.evolve(each, line=None, column=None) for each in refused)
    return Intake(origin.id, content, text, record, placed, unplaced, like if like and like.share >= ALIKE else None)


def _bytes(path: Path) -> bytes:
    try:
        # The size is asked for first, so that a huge file that was given by mistake is never read.
        if path.stat().st_size > MAX_SOURCE_BYTES:
            message = f"larger than {MAX_SOURCE_BYTES:,} bytes"
            raise AccordsError(
                [Problem(path=str(path), message=message, hint="sources are short: is this the right file?")]
            )
        return path.read_bytes()
    except OSError as error:
        raise AccordsError([Problem(path=str(path), message=f"cannot be read: {error.strerror}")]) from error


def _refusals(
    path: Path, origin: Origin, text: str, like: similarity.Likeness | None, stored: dict[str, str]
) -> list[Problem]:
    found = []
    if origin.id in stored:
        found.append(
            Problem(path=str(path), message=f"source {origin.id!r} already exists", hint="choose another --id")
        )
    if like is not None and like.share == 1:
        found.append(Problem(path=str(path), message=f"this text is already stored as {like.source!r}"))
    # `--distinct-from` helps a text that looks alike, but not one that is the same byte for byte.
    elif like is not None and like.share >= SAME and origin.distinct_from != like.source:
        message = f"almost the same text as {like.source!r}: {like.share:.0%} of the words match, in order"
        hint = f"a rewrite is not a second source; if it is an independent report, add --distinct-from {like.source}"
        found.append(Problem(path=str(path), message=message, hint=hint))
    return found + list(_untold(path, origin) if origin.kind == SourceKind.SUMMARY else _unread(path, origin, text))


def _untold(path: Path, origin: Origin) -> Iterator[Problem]:
    """Yield what a summary does not say of its publication, which is to be given."""
    for name, value in (("--title", origin.title), ("--read-on", origin.read_on)):
        if value is None:
            hint = "a summary says nothing of its publication: give its title, and the day on which you read it"
            yield Problem(path=str(path), message=f"{name} is missing", hint=hint)


def _unread(path: Path, origin: Origin, text: str) -> Iterator[Problem]:
    """Yield what is said of a publication that its text, which is stored, does not say."""
    if not any(each.kind is RegionKind.HEADLINE for each in regions.propose(text)):
        hint = "put the headline on the first line, with an empty line below it"
        yield Problem(path=str(path), line=1, message="no headline before the text", hint=hint)
    if origin.title is not None:
        hint = "leave it out: the headline of a stored text is its title"
        yield Problem(path=str(path), message="--title is for summaries", hint=hint)
    for name, words in (("--attributed-to", origin.attributed_to), ("--publisher", origin.publisher)):
        if words is not None and not spans.stands_in(words, text):
            hint = "copy its words from the text, or leave it out"
            yield Problem(path=str(path), message=f"{name} {words!r} is not in the text", hint=hint)


def write(seeds: Path, taken: Intake) -> tuple[Path, Path]:
    """Write the text and its record below `seeds`, and return where.

    Raises:
        AccordsError: one of the two files is there already.
    """
    place = seeds / PLURALS["source"]
    text, record = place / f"{taken.id}.txt", place / f"{taken.id}.yaml"
    for path in (text, record):
        if path.exists():
            hint = "choose another --id"
            raise AccordsError([Problem(path=str(path), message="this file already exists", hint=hint)])
    folder.put({text: taken.text, record: canonical_form.record_text("source", taken.record)})
    return text, record
