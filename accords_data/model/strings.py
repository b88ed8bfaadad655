r"""The kinds of text that a cell may hold, each with the pattern that decides it.

A pattern keeps to what Python, ECMA-262, Rust and RE2 read alike: ``[0-9]`` for digits, ``\xHH`` for control
characters, no look-around. ``$`` lets a final line feed pass in Python, which is why `TextKind.forbidden` exists.
"""

from typing import Annotated

import attrs

from accords_data.model import edtf
from accords_data.model.characters import UNSEEN_IN_NAMES

CONTROL = r"[\x00-\x1f\x7f-\x9f]"
"""Control characters, the line feed among them: in no cell but a quote."""
CONTROL_BUT_LINE_FEED = r"[\x00-\x09\x0b-\x1f\x7f-\x9f]"
SAFE_START = r"^[^\x00-\x20=+@-]"
"""A cell that a spreadsheet would run as a formula does not enter (nor a leading space)."""
NO_SPACE_AT_END = r"(?:[^\x00]*[^\x00-\x20])?$"
"""After the first character: the last one is no space, which nobody sees."""

_SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"


@attrs.frozen
class TextKind:
    """A kind of text: what its cells look like, and what they refer to."""

    name: str
    pattern: str
    max_length: int
    """Longest text, in Unicode code points."""
    forbidden: str = CONTROL
    """Pattern that may occur nowhere in the text."""
    reference: str | None = None
    """The record kind whose id this text is; None for a text that is no reference."""


TEXT = TextKind("text", f"{SAFE_START}{NO_SPACE_AT_END}", 1_000, forbidden=f"{CONTROL}|{UNSEEN_IN_NAMES}")
"""A name, or a text of ours: what stands in it can be seen."""
WORDS = TextKind("words", SAFE_START, 1_000)
"""Words of a source as it has them, with what nobody sees."""
QUOTE = TextKind("quote", SAFE_START, 4_000, forbidden=CONTROL_BUT_LINE_FEED)
SLUG = TextKind("slug", _SLUG, 100)
EDTF = TextKind("edtf", edtf.PATTERN, 21)
DAY = TextKind("day", f"^{edtf.DAY}$", 10)
POINTER = TextKind("pointer", r"^(?:/[a-z0-9_]+)+$", 200)

Text = Annotated[str, TEXT]
Words = Annotated[str, WORDS]
QuoteText = Annotated[str, QUOTE]
Pointer = Annotated[str, POINTER]
EdtfDate = Annotated[str, EDTF]
Day = Annotated[str, DAY]
ClockTime = Annotated[
    str, TextKind("clock time", r"^(?:[01][0-9]|2[0-3]):[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])$", 11)
]
Url = Annotated[str, TextKind("url", r"^https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\[\]-]+$", 500)]
FileName = Annotated[str, TextKind("file name", r"^[^\x00-\x20=+@-]", 150)]
Sha256 = Annotated[str, TextKind("sha256", r"^[0-9a-f]{64}$", 64)]
Language = Annotated[str, TextKind("language", r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", 20)]
Alpha2 = Annotated[str, TextKind("alpha-2", r"^[A-Z]{2}$", 2)]
NumericCode = Annotated[str, TextKind("numeric", r"^[0-9]{3}$", 3)]
WikidataId = Annotated[str, TextKind("wikidata", r"^Q[1-9][0-9]{0,9}$", 11)]

_COUNTRY = r"^(?:[A-Z]{3}|X-[A-Z]{2,8})$"
Slug = Annotated[str, SLUG]
CountryCode = Annotated[str, TextKind("country code", _COUNTRY, 10)]
CountryRef = Annotated[str, TextKind("country", _COUNTRY, 10, reference="country")]
LeaderRef = Annotated[str, attrs.evolve(SLUG, name="leader", reference="leader")]
AgreementRef = Annotated[str, attrs.evolve(SLUG, name="agreement", reference="agreement")]
MeetingRef = Annotated[str, attrs.evolve(SLUG, name="meeting", reference="meeting")]
SourceRef = Annotated[str, attrs.evolve(SLUG, name="source", reference="source")]
