"""Which stretches of a new text are no evidence: a proposal by their shape, for a person to check."""

import re
from collections.abc import Iterator

import attrs

from accords_data.model.vocabularies import RegionKind
from accords_data.seeds import dates_in_text
from accords_data.seeds.sentences import paragraphs
from accords_data.seeds.spans import Span, find

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_REAL_PARAGRAPH = 12
"""Words from which on a paragraph that ends like a sentence is the text proper."""
_LONGEST_HEADING = 14
# One sentence alone: a full stop ends it, but not that of "Will the U.S. sign?" or of "9.5".
_QUESTION = re.compile(r"^(?:[^.!?…]|\.(?=\w)|(?<=\b[A-Z])\.)+\?[\"'”’)\]]*$")
"""A title that asks: "Will they sign?"."""
# The second half is for a first line such as "The Example Agency — 2025-11-06".
_BYLINE = re.compile(r"^(?:By [A-Z]|(?:Published|Updated|Posted|Last updated)\b)|[—–|-] ?(?:19|20)[0-9]{2}-[0-9]{2}")
_NAVIGATION = re.compile(
    r"^(?:read |see |show |learn )?more$|^(?:advertisement|share|related|subscribe|sign up|follow us|print|comments?)\b"
    r"|^(?:read|see|watch) (?:also|more|next)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"^(?:photo|image|file photo|caption)\b ?[:(-]|^FILE\b|\((?:photo|image)[^)]*\)$", re.IGNORECASE)
_SUMMARY = re.compile(r"\b(?:summary|key points|takeaways|in brief|at a glance)\b", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"^\(?(?:reporting|additional reporting|editing|writing) by\b|all rights reserved|^©|^copyright\b", re.IGNORECASE
)
# For "MANAMA, Bahrain, March 12 (Example Agency) — Oman met", and for "MANAMA — Oman met".
DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]+)*)(?:, [A-Z][\w.]+)?"
    r"(?:,? (?:[A-Z][a-z]+\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]+)"
    r"(?:,? [0-9]{4})?)?(?: \([^)]{2,30}\))? ?[-–—]{1,2} (?=\S)"
)
"""The place, and perhaps the day and the agency, with which the first paragraph of a report begins."""


@attrs.frozen
class Stretch:
    """A stretch that is proposed as a region."""

    kind: RegionKind
    span: Span
    reason: str


def propose(text: str) -> tuple[Stretch, ...]:
    """Return the stretches of `text` that look like headings, bylines, captions, navigation residue or a summary."""
    return tuple(_propose(text))


def _propose(text: str) -> Iterator[Stretch]:
    blocks = paragraphs(text)
    words = [text[span.start : span.end] for span in blocks]
    first = _first_of_text(words)
    summing_up = titled = False
    for index, (span, block) in enumerate(zip(blocks, words, strict=True)):
        kind = _kind(block, before_text=index < first, titled=titled)
        if kind in {RegionKind.HEADLINE, RegionKind.HEADING}:
            summing_up = titled and _SUMMARY.search(block) is not None
            titled = True
        if kind is not None:
            yield Stretch(kind, span, _REASONS[kind])
        elif summing_up:
            yield Stretch(RegionKind.SUMMARY, span, _REASONS[RegionKind.SUMMARY])
        elif (dateline := DATELINE.match(block)) is not None:
            place = Span(span.start, span.start + len(dateline[0].rstrip()))
            yield Stretch(RegionKind.BYLINE, place, "A dateline: where and when it was written, not where it happened.")


_REASONS = {
    RegionKind.HEADLINE: "A headline; the text says it in full.",
    RegionKind.HEADING: "The heading of a section.",
    RegionKind.BYLINE: "Author, outlet or date, not a report of an event.",
    RegionKind.NAVIGATION: "A remainder of the page around the text.",
    RegionKind.CAPTION: "The caption of a picture.",
    RegionKind.SUMMARY: "A summary of the text.",
    RegionKind.BOILERPLATE: "Standard text of the outlet.",
}


def _first_of_text(blocks: list[str]) -> int:
    """Return the index of the first block that is the text proper; one that asks is the title, if more text follows."""
    found = [index for index, block in enumerate(blocks) if _is_prose(block)]
    asks = len(found) > 1 and found[0] == 0 and _QUESTION.match(blocks[0]) is not None
    # `asks` is the index: 1 where the first block is a title that asks, else 0.
    return found[asks] if found else len(blocks)


def _is_prose(block: str) -> bool:
    return len(block.split()) >= _REAL_PARAGRAPH and _SENTENCE_END.search(block) is not None


def _kind(block: str, *, before_text: bool, titled: bool) -> RegionKind | None:
    # First of all: these say by their words what they are, even where they end like a sentence.
    for kind, pattern in (
        (RegionKind.BOILERPLATE, _BOILERPLATE),
        (RegionKind.NAVIGATION, _NAVIGATION),
        (RegionKind.CAPTION, _CAPTION),
    ):
        if pattern.search(block):
            return kind
    if _SENTENCE_END.search(block) is not None:
        return RegionKind.HEADLINE if before_text and not titled and _QUESTION.match(block) else None
    length = len(block.split())
    if length <= _LONGEST_HEADING and (_BYLINE.search(block) or dates_in_text.dates_in(block)):
        return RegionKind.BYLINE
    if before_text:
        return RegionKind.HEADLINE
    return RegionKind.HEADING if length <= _LONGEST_HEADING and block[0].isupper() else None


def unplaced(text: str, stretch: Stretch) -> int:
    """Return how many times the words of `stretch` stand in `text`, if not once; else 0."""
    times = len(find(text, text[stretch.span.start : stretch.span.end]))
    return 0 if times == 1 else times
