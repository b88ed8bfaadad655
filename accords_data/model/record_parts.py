"""The parts of records: evidence, and the objects that stand in a record's lists.

With `accords_data.model.records` this is the one description of every field. `accords_data.model.fields` reads it;
JSON Schemas, Arrow schemas, tables and documentation follow from there.
"""

from typing import ClassVar

import attrs

from accords_data.model import vocabularies as v
from accords_data.model.attributes import COMPUTED, LABEL, Timeless, doc
from accords_data.model.strings import (
    AgreementRef,
    ClockTime,
    CountryRef,
    EdtfDate,
    Language,
    LeaderRef,
    MeetingRef,
    Pointer,
    QuoteText,
    SourceRef,
    Text,
    Words,
)


@attrs.frozen(kw_only=True)
class Support:
    """One cell that a piece of evidence speaks of, and how the cell follows from it."""

    field: Pointer = attrs.field(metadata=doc("JSON Pointer of the cell in its record.", "/venue"))
    value: Words | None = attrs.field(
        default=None, metadata=doc("The cell's value as exported, as text.", "the White House", exempt=COMPUTED)
    )
    basis: v.Basis = attrs.field(metadata=doc("How the cell follows from the evidence.", "stated"))
    rule: Text | None = attrs.field(
        default=None,
        metadata=doc("Name of the rule that resolved the cell; null unless resolved.", "country_name", exempt=COMPUTED),
    )
    words: Words | None = attrs.field(
        default=None,
        metadata=doc(
            "The words of the quote or summary that the value rests on. Written by the curator where it holds several"
            " candidates, filled in by the build otherwise; null for background.",
            "Israel",
        ),
    )
    note: Text | None = attrs.field(
        default=None, metadata=doc("Why the cell follows; required when inferred.", "The quote says so of both.")
    )


@attrs.frozen(kw_only=True)
class Evidence:
    """Words that cells rest on, or that dispute them: a quote, a sentence of a summary, or a named authority.

    Exactly one of `quote`, `summary` and `authority` is given: whose words they are.
    """

    source: SourceRef | None = attrs.field(
        default=None, metadata=doc("The source of the words; null for background.", "2025-11-06-kazakhstan-to-join")
    )
    grade: v.Grade | None = attrs.field(default=None, metadata=doc("Whose words they are.", "quoted", exempt=COMPUTED))
    start: int | None = attrs.field(
        default=None,
        metadata=doc("Where the words start: 0-based Unicode code point of the stored text.", 1122, exempt=COMPUTED),
    )
    end: int | None = attrs.field(
        default=None,
        metadata=doc("Where the words end, exclusive: text[start:end] are the words.", 1148, exempt=COMPUTED),
    )
    quote: QuoteText | None = attrs.field(
        default=None,
        metadata=doc(
            "Words of a publication whose text is stored, verbatim; null otherwise.", "meeting at the White House"
        ),
    )
    summary: QuoteText | None = attrs.field(
        default=None,
        metadata=doc(
            "Words of our own summary of a publication that is not stored; null otherwise. They are not its words.",
            "The office of the president said that the two presidents spoke by telephone.",
        ),
    )
    occurrence: int | None = attrs.field(
        default=None,
        metadata=doc("Which occurrence of the words is meant, from 1; null when they occur once.", 2),
    )
    authority: Text | None = attrs.field(
        default=None, metadata=doc("Who vouches for background cells; null otherwise.", "ISO 3166-1")
    )
    asserted_by: Text | None = attrs.field(
        default=None,
        metadata=doc(
            "Who says so according to the publication, in words of the quote or summary; null when it says so itself.",
            "President Trump",
        ),
    )
    stance: v.Stance = attrs.field(
        default=v.Stance.SUPPORTS, metadata=doc("Whether it supports the cells or disputes them.", "supports")
    )
    remark: Text | None = attrs.field(
        default=None, metadata=doc("A remark of the curator on the whole entry.", "The post has its own time.")
    )
    supports: tuple[Support, ...] = attrs.field(
        metadata=doc("The cells in question, at least one.", [], dated_by=Timeless("It goes with its cell."))
    )

    @property
    def text(self) -> str | None:
        """The quote, or the words of our summary; None for an authority."""
        return self.summary if self.quote is None else self.quote


@attrs.frozen(kw_only=True)
class LocalName:
    """What a country or person is called in another language, in that language's script."""

    shown_by: ClassVar = ("name",)

    language: Language = attrs.field(metadata=doc("BCP 47 code of the language.", "ar", exempt=LABEL))
    name: Text = attrs.field(metadata=doc("The name; background.", "كازاخستان"))


@attrs.frozen(kw_only=True)
class Relation:
    """One event in, or statement on, the relations of a country with another.

    It stands with the country whose act it is: whose embassy was opened, who recognised.
    """

    partner: CountryRef = attrs.field(metadata=doc("The other country.", "ISR"))
    event: v.RelationStep = attrs.field(metadata=doc("What happened, or was said to be so.", "normalised"))
    date: EdtfDate | None = attrs.field(
        default=None, metadata=doc("When, EDTF; null when the sources give no date.", "2020-09-15")
    )
    city: Text | None = attrs.field(
        default=None, metadata=doc("City of the embassy or liaison office, as the source writes it.", "Jerusalem")
    )


@attrs.frozen(kw_only=True)
class Office:
    """An office that a leader held at a time."""

    shown_by: ClassVar = ("title", "country")

    country: CountryRef = attrs.field(metadata=doc("The country whose office it is.", "KAZ"))
    title: Text = attrs.field(metadata=doc("Its title as the source writes it.", "President"))
    held: EdtfDate = attrs.field(
        metadata=doc(
            "EDTF: a day on which the leader held it, or the interval over which it was held.",
            "2025-11-06",
            rule="office",
        )
    )


@attrs.frozen(kw_only=True)
class Party:
    """What one country is to an agreement."""

    country: CountryRef = attrs.field(metadata=doc("The country.", "KAZ"))
    role: v.PartyRole = attrs.field(metadata=doc("What it is to this agreement.", "aspirant"))
    entry_mode: v.EntryMode = attrs.field(metadata=doc("How it came, or is to come, to the agreement.", "accession"))
    signatory: LeaderRef | None = attrs.field(
        default=None,
        metadata=doc(
            "Who signed for it, as party or as witness; null when no source names anyone.", "benjamin-netanyahu"
        ),
    )


@attrs.frozen(kw_only=True)
class AgreementEvent:
    """One dated step in the life of an agreement."""

    event: v.AgreementStep = attrs.field(metadata=doc("What happened.", "announced"))
    country: CountryRef | None = attrs.field(
        default=None, metadata=doc("The country whose step it is; null for all parties at once.", "KAZ")
    )
    date: EdtfDate | None = attrs.field(
        default=None, metadata=doc("When, EDTF; null when the sources give no date.", "2025-11-06")
    )
    time: ClockTime | None = attrs.field(
        default=None,
        metadata=doc("At what hour of that day, with the offset from UTC by which the day is told.", "07:04+05:00"),
    )
    actor: Text | None = attrs.field(
        default=None,
        metadata=doc(
            "Who took the step or said so, in the words of the source; null when it is the country as such.",
            "the Foreign Ministry of Kazakhstan",
        ),
    )
    meeting: MeetingRef | None = attrs.field(
        default=None, metadata=doc("The meeting at which it happened.", "2025-11-06-white-house")
    )


@attrs.frozen(kw_only=True)
class Claim:
    """Who counts whom as a member. There is no list of members; there are claimants."""

    country: CountryRef = attrs.field(metadata=doc("The country of which it is said.", "SDN"))
    claim: v.MembershipClaim = attrs.field(metadata=doc("What is said of it.", "counted"))
    claimant: Text = attrs.field(metadata=doc("Who says so, in the words of the source.", "Anadolu Agency"))
    date: EdtfDate | None = attrs.field(
        default=None, metadata=doc("When it was said, EDTF; null when that is not told.", "2025-11-07")
    )


@attrs.frozen(kw_only=True)
class Participant:
    """One place at a meeting: a country's, with the leader who filled it where a source names one."""

    country: CountryRef = attrs.field(metadata=doc("The country represented.", "UZB"))
    leader: LeaderRef | None = attrs.field(
        default=None, metadata=doc("Who; null when the sources leave the person unnamed.", "donald-trump")
    )
    designation: Text | None = attrs.field(
        default=None, metadata=doc("Title or description as the source writes it.", "leaders")
    )
    role: v.ParticipantRole = attrs.field(metadata=doc("What the participant was to the meeting.", "participant"))
    attendance: v.Attendance = attrs.field(metadata=doc("Whether the participant was there.", "attended"))


@attrs.frozen(kw_only=True)
class MeetingAgreement:
    """What a meeting had to do with an agreement."""

    agreement: AgreementRef = attrs.field(metadata=doc("The agreement.", "abraham-accords"))
    link: v.MeetingLink = attrs.field(metadata=doc("What happened to it at the meeting.", "announced_at"))
