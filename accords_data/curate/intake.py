"""Taking a new source in: its bytes, its hash, what of it is no evidence, and whether it is there already."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs

from accords_data import folder
from accords_data.curate import canonical_form, regions, similarity
from accords_data.model.addresses import of_texts
from accords_data.model.records import PLURALS
from accords_data.model.schemas import DRAFT
from accords_data.model.vocabularies import RegionKind
from accords_data.problems import AccordsError, Problem
from accords_data.seeds import dates_in_text, spans, yaml_reader
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


@attrs.frozen(kw_only=True)
class Origin:
    """What the curator says of a new source."""

    id: str
    published: str
    attributed_to: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    kind: str = "document"
    strength: str = "unknown"
    provenance: str | None = None
    distinct_from: str | None = None
    """Id of a stored source that the new one resembles and is not a rewrite of."""


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
    stretches = regions.propose(text)
    title = next((each for each in stretches if each.kind is RegionKind.HEADLINE), None)
    if title is None:
        hint = "put the headline on the first line, with an empty line below it"
        problems.append(Problem(path=str(path), line=1, message="no headline before the text", hint=hint))
    # The second half is for the type checker: without a title there is a problem.
    if problems or title is None:
        raise AccordsError(problems)
    placed = tuple(each for each in stretches if not regions.unplaced(text, each))
    unplaced = tuple(text[each.span.start : each.span.end] for each in stretches if each not in placed)
    record = {
        key: value for key, value in _record(path, origin, text, content, placed).items() if value not in (None, [])
    }
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
    for name, words in (("--attributed-to", origin.attributed_to), ("--publisher", origin.publisher)):
        if words is not None and not spans.stands_in(words, text):
            hint = "copy its words from the text, or leave it out"
            found.append(Problem(path=str(path), message=f"{name} {words!r} is not in the text", hint=hint))
    return found


def _record(
    path: Path, origin: Origin, text: str, content: bytes, stretches: tuple[regions.Stretch, ...]
) -> dict[str, Any]:
    titles = [text[each.span.start : each.span.end] for each in stretches if each.kind is RegionKind.HEADLINE]
    told = {
        "attributed_to": origin.attributed_to,
        "publisher": origin.publisher,
        "published": origin.published,
        "language": origin.language,
        "url": origin.url,
    }
    return {
        "id": origin.id,
        DRAFT: True,
        "path": f"{origin.id}.txt",
        "sha256": hashlib.sha256(content).hexdigest(),
        "kind": origin.kind,
        "strength": origin.strength,
        "title": titles[0],
        "alternative_titles": titles[1:],
        **told,
        "provenance": origin.provenance or f"Added from a file named {path.name}; where it was found is not known.",
        "regions": [
            {"kind": str(each.kind), "quote": text[each.span.start : each.span.end], "reason": each.reason}
            for each in stretches
        ],
        "evidence": [
            *(
                _entry(origin.id, title, address)
                for address, title in zip(["/title", *_alternatives(titles[1:])], titles, strict=True)
            ),
            *(
                _entry(origin.id, _line_with(text, words), f"/{field}")
                for field, words in (("attributed_to", origin.attributed_to), ("publisher", origin.publisher))
                if words is not None
            ),
            _day(origin, text, titles[0]),
        ],
    }


def _alternatives(titles: Sequence[str]) -> list[str]:
    """Return the addresses of the further `titles` of a source."""
    return [f"/alternative_titles/{part}" for part in of_texts(titles)]


def _entry(source: str, quote: str, field: str) -> dict[str, Any]:
    return {"source": source, "quote": quote, "supports": [{"field": field, "basis": "stated"}]}


def _line_with(text: str, words: str) -> str:
    """Return the shortest line of `text` in which `words` stand and which stands in it once."""
    lines = [line.strip() for line in text.splitlines() if spans.stands_in(words, line)]
    return min((line for line in lines if len(spans.find(text, line)) == 1), key=len, default=words)


def _day(origin: Origin, text: str, title: str) -> dict[str, Any]:
    """Return the evidence of the day of publication: the line that bears it, or that no line does."""
    for line in text.splitlines():
        for date in dates_in_text.dates_in(line):
            if date.date == origin.published and len(spans.find(text, line.strip())) == 1:
                stated = date.words == origin.published
                support = {"field": "/published", "basis": "stated" if stated else "resolved"}
                support |= {} if stated else {"words": date.words}
                return {"source": origin.id, "quote": line.strip(), "supports": [support]}
    # Every cell needs words of the text: the title has to do, and the note says that it does not give the day.
    note = "The text does not give this date; it was given when the text was added."
    support = {"field": "/published", "basis": "inferred", "note": note}
    return {"source": origin.id, "quote": title, "supports": [support]}


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
