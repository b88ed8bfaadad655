"""The records: five attrs classes and the value objects nested in them.

This is the one description of every field. `accords_data.model.fields` reads it; JSON Schemas, Arrow schemas, tables
and documentation follow from there.
"""

from typing import Any

import attrs

from accords_data.model import vocabularies as v
from accords_data.model.strings import (
    AgreementRef,
    Alpha2,
    ClockTime,
    CountryCode,
    CountryRef,
    Day,
    EdtfDate,
    FileName,
    Language,
    LeaderRef,
    MeetingRef,
    NumericCode,
    Pointer,
    QuoteText,
    Sha256,
    Slug,
    SourceRef,
    Text,
    Url,
    WikidataId,
)

ID = "id"
LABEL = "label"
COMPUTED = "computed"
"""Why a cell needs no evidence: it is the record's own id, the curator's own words, or computed by the build."""


def doc(  # noqa: PLR0913 - one parameter for each thing that a field may say
    description: str,
    example: object,
    *,
    exempt: str | None = None,
    table: str | None = None,
    column: str | None = None,
    rule: str | None = None,
) -> dict[str, Any]:
    """Return the metadata of a field.

    Args:
        description: One or two sentences; units and vocabulary where there are any.
        example: A valid value.
        exempt: `ID`, `LABEL` or `COMPUTED` when the cell needs no evidence; None when it does.
        table: Name of the flat table of a nested tuple; by default ``{kind}_{field}``.
        column: Name of the value's column in the flat table of a tuple of texts.
        rule: Name of the rule that resolves the cell, where the kind of the field does not tell it.
    """
    return {
        "description": description,
        "example": example,
        "exempt": exempt,
        "table": table,
        "column": column,
        "rule": rule,
    }


@attrs.frozen(kw_only=True)
class Support:
    """One cell that a piece of evidence speaks of, and how the cell follows from it."""

    field: Pointer = attrs.field(metadata=doc("JSON Pointer of the cell in its record.", "/venue"))
    value: Text | None = attrs.field(
        default=None, metadata=doc("The cell's value as exported, as text.", "the White House", exempt=COMPUTED)
    )
    basis: v.Basis = attrs.field(metadata=doc("How the cell follows from the evidence.", "stated"))
    rule: Text | None = attrs.field(
        default=None,
        metadata=doc("Name of the rule that resolved the cell; null unless resolved.", "country_name", exempt=COMPUTED),
    )
    words: Text | None = attrs.field(
        default=None,
        metadata=doc(
            "The words of the quote that the value rests on. Written by the curator where the quote holds several"
            " candidates, filled in by the build otherwise; null for background.",
            "Israel",
        ),
    )
    note: Text | None = attrs.field(
        default=None, metadata=doc("Why the cell follows; required when inferred.", "The quote says so of both.")
    )


@attrs.frozen(kw_only=True)
class Evidence:
    """A quote of a source, or a named authority, and the cells that it supports or disputes."""

    source: SourceRef | None = attrs.field(
        default=None, metadata=doc("The quoted source; null for background.", "2025-11-06-kazakhstan-to-join")
    )
    source_kind: v.SourceKind | None = attrs.field(
        default=None,
        metadata=doc(
            "Whether the quote stands in the text of a publication or in our summary of it; null for background.",
            "document",
            exempt=COMPUTED,
        ),
    )
    start: int | None = attrs.field(
        default=None,
        metadata=doc("Where the quote starts: 0-based Unicode code point of the source.", 1122, exempt=COMPUTED),
    )
    end: int | None = attrs.field(
        default=None,
        metadata=doc("Where the quote ends, exclusive: text[start:end] is the quote.", 1148, exempt=COMPUTED),
    )
    quote: QuoteText | None = attrs.field(
        default=None, metadata=doc("Words of the source, verbatim; null for background.", "meeting at the White House")
    )
    occurrence: int | None = attrs.field(
        default=None,
        metadata=doc("Which occurrence of the quote is meant, from 1; null when it occurs once.", 2),
    )
    authority: Text | None = attrs.field(
        default=None, metadata=doc("Who vouches for background cells; null for a quote.", "ISO 3166-1")
    )
    asserted_by: Text | None = attrs.field(
        default=None,
        metadata=doc(
            "On whose word the source says so, in words of the quote; null when it is the source's own.",
            "President Trump",
        ),
    )
    stance: v.Stance = attrs.field(
        default=v.Stance.SUPPORTS, metadata=doc("Whether the quote supports the cells or disputes them.", "supports")
    )
    remark: Text | None = attrs.field(
        default=None, metadata=doc("A remark of the curator on the whole entry.", "The post has its own time.")
    )
    supports: tuple[Support, ...] = attrs.field(metadata=doc("The cells in question, at least one.", []))


def _evidence() -> Any:  # noqa: ANN401 - attrs.field is typed as returning the field's own type
    description = "The quotes and authorities on which the record's cells rest."
    return attrs.field(default=(), metadata=doc(description, [], table="evidence"))


@attrs.frozen(kw_only=True)
class Region:
    """A stretch of a source that cannot carry a cell."""

    kind: v.RegionKind = attrs.field(metadata=doc("What sort of stretch it is.", "headline", exempt=LABEL))
    quote: QuoteText = attrs.field(metadata=doc("The stretch, verbatim.", "Author's Summary", exempt=LABEL))
    reason: Text = attrs.field(
        metadata=doc("Why it is no evidence.", "A heading of the editor, not a report.", exempt=LABEL)
    )
    start: int | None = attrs.field(
        default=None, metadata=doc("Where it starts: 0-based Unicode code point.", 0, exempt=COMPUTED)
    )
    end: int | None = attrs.field(default=None, metadata=doc("Where it ends, exclusive.", 63, exempt=COMPUTED))


@attrs.frozen(kw_only=True)
class SetAside:
    """A sentence of a source that the curator read and recorded nothing from."""

    quote: QuoteText = attrs.field(
        metadata=doc("The sentence, verbatim.", "The gathering underscored growing cooperation.", exempt=LABEL)
    )
    reason: Text = attrs.field(metadata=doc("Why nothing of it is recorded.", "A characterisation.", exempt=LABEL))
    start: int | None = attrs.field(
        default=None, metadata=doc("Where it starts: 0-based Unicode code point.", 640, exempt=COMPUTED)
    )
    end: int | None = attrs.field(default=None, metadata=doc("Where it ends, exclusive.", 700, exempt=COMPUTED))


@attrs.frozen(kw_only=True)
class Source:
    """A text whose bytes are kept under ``seeds/sources/``: a publication's own, or our abstract of a publication.

    What is said here of title, outlets, day, address and strength is said of the publication.
    """

    id: Slug = attrs.field(
        metadata=doc("The source's id: the name of its file.", "2025-11-06-kazakhstan-to-join", exempt=ID)
    )
    path: FileName = attrs.field(
        metadata=doc("File with the text, in the same folder.", "2025-11-06-kazakhstan-to-join.txt", exempt=LABEL)
    )
    sha256: Sha256 = attrs.field(metadata=doc("SHA-256 of the file's bytes, in hexadecimal.", "0" * 64, exempt=LABEL))
    kind: v.SourceKind = attrs.field(
        metadata=doc("Whether the text itself is stored or a summary of it.", "document", exempt=LABEL)
    )
    strength: v.SourceStrength = attrs.field(
        metadata=doc("How close it stands to the event, by the curator's judgement.", "wire", exempt=LABEL)
    )
    title: Text = attrs.field(metadata=doc("Its first headline.", "Kazakhstan to join Abraham Accords"))
    alternative_titles: tuple[Text, ...] = attrs.field(
        default=(),
        metadata=doc("Further headlines.", ["Kazakhstan to Join"], table="source_titles", column="title"),
    )
    attributed_to: Text | None = attrs.field(
        default=None,
        metadata=doc("The outlet that the text names as its origin; not a claim that it published it.", "AL-Monitor"),
    )
    publisher: Text | None = attrs.field(
        default=None,
        metadata=doc("Who published it, as the text says; null when not known.", "Anadolu Agency"),
    )
    published: Day = attrs.field(
        metadata=doc(
            "Day of publication, ISO 8601, as its outlet reckons it; where the text bears none, evidence says whence.",
            "2025-11-06",
        )
    )
    language: Language = attrs.field(metadata=doc("Language of the text, BCP 47.", "en", exempt=LABEL))
    url: Url | None = attrs.field(
        default=None,
        metadata=doc("Where it was published; null when not known.", "https://example.org/a", exempt=LABEL),
    )
    provenance: Text = attrs.field(
        metadata=doc("What is known about the text's origin, in the curator's words.", "Found online.", exempt=LABEL)
    )
    regions: tuple[Region, ...] = attrs.field(default=(), metadata=doc("Stretches that cannot carry a cell.", []))
    set_aside: tuple[SetAside, ...] = attrs.field(
        default=(), metadata=doc("Sentences from which nothing is recorded.", [])
    )
    evidence: tuple[Evidence, ...] = _evidence()


@attrs.frozen(kw_only=True)
class LocalName:
    """What a country or person is called in another language, in that language's script."""

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
class Country:
    """A country, or a polity treated like one."""

    id: CountryCode = attrs.field(
        metadata=doc(
            "ISO 3166-1 alpha-3 code; `XKX`, of the codes left to users, for Kosovo; `X-…` for a polity without one.",
            "KAZ",
            exempt=ID,
        )
    )
    name: Text = attrs.field(metadata=doc("English short name as a source writes it.", "Kazakhstan"))
    other_names: tuple[Text, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Other names and adjectives by which sources mean the country.",
            ["Kazakh"],
            table="country_names",
            column="name",
        ),
    )
    local_names: tuple[LocalName, ...] = attrs.field(
        default=(), metadata=doc("Its names in other languages; background.", [], table="country_local_names")
    )
    polity_status: v.PolityStatus | None = attrs.field(
        default=None, metadata=doc("What it is to the United Nations; background.", "un_member")
    )
    iso_alpha2: Alpha2 | None = attrs.field(default=None, metadata=doc("ISO 3166-1 alpha-2 code; background.", "KZ"))
    iso_numeric: NumericCode | None = attrs.field(
        default=None, metadata=doc("ISO 3166-1 numeric code, three digits as text; background.", "398")
    )
    cow_code: int | None = attrs.field(default=None, metadata=doc("Correlates of War state number; background.", 705))
    gw_code: int | None = attrs.field(default=None, metadata=doc("Gleditsch and Ward state number; background.", 705))
    wikidata_id: WikidataId | None = attrs.field(default=None, metadata=doc("Wikidata item; background.", "Q232"))
    relations: tuple[Relation, ...] = attrs.field(
        default=(),
        metadata=doc("Events in its relations with others; each is recorded with one of the two countries only.", []),
    )
    evidence: tuple[Evidence, ...] = _evidence()


@attrs.frozen(kw_only=True)
class Office:
    """An office that a leader held at a time."""

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
class Leader:
    """A person whom a source names; someone left unnamed never gets a record."""

    id: Slug = attrs.field(metadata=doc("The leader's id.", "kassym-jomart-tokayev", exempt=ID))
    name: Text = attrs.field(metadata=doc("Full name as a source writes it.", "Kassym-Jomart Tokayev"))
    other_names: tuple[Text, ...] = attrs.field(
        default=(),
        metadata=doc("Other forms by which sources mean the person.", ["Tokayev"], table="leader_names", column="name"),
    )
    local_names: tuple[LocalName, ...] = attrs.field(
        default=(), metadata=doc("The name in other languages; background.", [], table="leader_local_names")
    )
    wikidata_id: WikidataId | None = attrs.field(default=None, metadata=doc("Wikidata item; background.", "Q22686"))
    offices: tuple[Office, ...] = attrs.field(default=(), metadata=doc("Offices held.", []))
    evidence: tuple[Evidence, ...] = _evidence()


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
class Agreement:
    """An instrument, or a family of instruments, between countries."""

    id: Slug = attrs.field(metadata=doc("The agreement's id.", "abraham-accords", exempt=ID))
    title: Text = attrs.field(metadata=doc("Title as a source writes it.", "Abraham Accords"))
    other_titles: tuple[Text, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Other titles by which sources mean it.", ["the accords"], table="agreement_titles", column="title"
        ),
    )
    kind: v.AgreementKind = attrs.field(metadata=doc("What sort of instrument it is.", "framework"))
    parent: AgreementRef | None = attrs.field(
        default=None, metadata=doc("The agreement of whose family it is.", "abraham-accords")
    )
    parties: tuple[Party, ...] = attrs.field(default=(), metadata=doc("What each country is to it.", []))
    events: tuple[AgreementEvent, ...] = attrs.field(default=(), metadata=doc("The steps reported.", []))
    claims: tuple[Claim, ...] = attrs.field(
        default=(), metadata=doc("Who counts whom as a member.", [], table="membership_claims")
    )
    evidence: tuple[Evidence, ...] = _evidence()


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


@attrs.frozen(kw_only=True)
class Meeting:
    """An encounter of leaders or officials, a call among them."""

    id: Slug = attrs.field(metadata=doc("The meeting's id.", "2025-11-06-white-house", exempt=ID))
    label: Text = attrs.field(
        metadata=doc("What to call it, in the curator's words.", "Meeting at the White House", exempt=LABEL)
    )
    kind: v.MeetingKind = attrs.field(metadata=doc("What sort of encounter it was.", "leaders_meeting"))
    mode: v.MeetingMode = attrs.field(metadata=doc("How the participants were together.", "in_person"))
    date: EdtfDate | None = attrs.field(
        default=None, metadata=doc("When, EDTF; null when the sources give no date.", "2025-11-06")
    )
    venue: Text | None = attrs.field(
        default=None, metadata=doc("Building or site as the source writes it; a call has none.", "the White House")
    )
    city: Text | None = attrs.field(
        default=None, metadata=doc("City as the source writes it; a dateline is none.", "Manama")
    )
    host_country: CountryRef | None = attrs.field(
        default=None, metadata=doc("The country that a source calls the host.", "BHR")
    )
    participants: tuple[Participant, ...] = attrs.field(default=(), metadata=doc("Who took part.", []))
    agreements: tuple[MeetingAgreement, ...] = attrs.field(
        default=(), metadata=doc("The agreements that it dealt with.", [])
    )
    evidence: tuple[Evidence, ...] = _evidence()


Record = Source | Country | Leader | Agreement | Meeting

MODELS: dict[str, type[Record]] = {
    "source": Source,
    "country": Country,
    "leader": Leader,
    "agreement": Agreement,
    "meeting": Meeting,
}
"""The record kinds, each with its class, in the order in which they are read."""

PLURALS = {
    "source": "sources",
    "country": "countries",
    "leader": "leaders",
    "agreement": "agreements",
    "meeting": "meetings",
}
"""Folder, table and file name of each record kind."""
