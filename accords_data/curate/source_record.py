"""The record of a new source: what the curator says of it, and the words or the page that this rests on."""

import hashlib
import re
from typing import Any

import attrs

from accords_data.curate import regions
from accords_data.model.characters import UNSEEN
from accords_data.model.schemas import DRAFT
from accords_data.model.vocabularies import RegionKind, SourceKind
from accords_data.seeds import dates_in_text, spans


@attrs.frozen(kw_only=True)
class Origin:
    """What the curator says of a new source."""

    id: str
    published: str
    """EDTF."""
    title: str | None = None
    """Title of the publication, for a summary; a stored text has its own."""
    read_on: str | None = None
    """The day on which the publication was read, for a summary."""
    attributed_to: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    kind: str = "document"
    strength: str = "unknown"
    provenance: str | None = None
    distinct_from: str | None = None
    """Id of a stored source that the new one resembles and is not a rewrite of."""


def _found_as(file: str) -> str:
    # Systems put a narrow space into names of files, which no text of ours holds.
    return f"Added from a file named {re.sub(UNSEEN, ' ', file)}; where it was found is not known."


def record(
    file: str, origin: Origin, text: str, content: bytes, stretches: tuple[regions.Stretch, ...]
) -> dict[str, Any]:
    """Return the record of a new source, a draft, as plain values.

    Args:
        file: Name of the file that the text was read from.
        origin: What the curator says of it.
        text: The text.
        content: The bytes of the file.
        stretches: The parts of the text that must not be quoted.
    """
    found = [text[each.span.start : each.span.end] for each in stretches if each.kind is RegionKind.HEADLINE]
    titles = found if origin.title is None else [origin.title]
    evidence = _of_page(origin) if origin.kind == SourceKind.SUMMARY else _of_text(origin, text, titles)
    told = {
        "attributed_to": origin.attributed_to,
        "publisher": origin.publisher,
        "published": origin.published,
        "language": origin.language,
        "url": origin.url,
    }
    whole = {
        "id": origin.id,
        DRAFT: True,
        "path": f"{origin.id}.txt",
        "sha256": hashlib.sha256(content).hexdigest(),
        "kind": origin.kind,
        "strength": origin.strength,
        "title": titles[0],
        "alternative_titles": titles[1:],
        **told,
        "provenance": origin.provenance or _found_as(file),
        "regions": [
            {"kind": str(each.kind), "text": text[each.span.start : each.span.end], "reason": each.reason}
            for each in stretches
        ],
        "evidence": evidence,
    }
    return {key: value for key, value in whole.items() if value not in (None, [])}


def _of_page(origin: Origin) -> list[dict[str, Any]]:
    """Return the evidence of what a summary's publication is: its page, which is not stored."""
    fields = ("title", "attributed_to", "publisher", "published")
    told = [field for field in fields if getattr(origin, field) is not None]
    supports = [{"field": f"/{field}", "basis": "background"} for field in told]
    return [{"authority": f"The page of the publication, read on {origin.read_on}", "supports": supports}]


def _of_text(origin: Origin, text: str, titles: list[str]) -> list[dict[str, Any]]:
    """Return the evidence of what a stored text is: its own words."""
    titled = (
        _entry(origin.id, title, f"/alternative_titles/{place - 1}" if place else "/title")
        for place, title in enumerate(titles)
    )
    outlets = (
        _entry(origin.id, _line_with(text, words), f"/{field}")
        for field, words in (("attributed_to", origin.attributed_to), ("publisher", origin.publisher))
        if words is not None
    )
    return [*titled, *outlets, _day(origin, text, titles[0])]


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
