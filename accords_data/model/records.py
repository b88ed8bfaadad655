"""The records that are no sources, one attrs class for each kind, and the registry of all kinds.

With `accords_data.model.sources` and `accords_data.model.record_parts` this is the one description of every field.
`accords_data.model.fields` reads it; JSON Schemas, Arrow schemas, tables and documentation follow from there.
"""

import attrs

from accords_data.model import vocabularies as v
from accords_data.model.attributes import ID, LABEL, During, Entity, Since, Steps, StepsOrReport, Timeless, doc
from accords_data.model.record_base import Plurals, Record, evidence_field
from accords_data.model.record_parts import (
    AgreementEvent,
    Claim,
    Evidence,
    LocalName,
    MeetingAgreement,
    Office,
    Participant,
    Party,
    Relation,
)
from accords_data.model.sources import Source
from accords_data.model.strings import (
    AgreementRef,
    Alpha2,
    CountryCode,
    CountryRef,
    EdtfDate,
    NumericCode,
    Slug,
    Text,
    WikidataId,
)

_NAMES_HOLD = Timeless("A name is what texts call the record by, whenever they do.")
_MEETING_HOLDS = Timeless("It counts when the meeting does.")


@attrs.frozen(kw_only=True)
class Country(Record):
    """A country, or a polity treated like one."""

    entity = Entity(
        plural="countries",
        caption="name",
        aliases="other_names",
        rule="country_name",
        rule_says="A country's listed name or adjective means its id, where it is no part of a longer name.",
        dated_by=Timeless("No cell says when a country came to be."),
        found_by=("local_names",),
        found_with=("local_names",),
        search_place=2,
    )

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
            dated_by=_NAMES_HOLD,
        ),
    )
    local_names: tuple[LocalName, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Its names in other languages; background.", [], table="country_local_names", dated_by=_NAMES_HOLD
        ),
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
        metadata=doc(
            "Events in its relations with others; each is recorded with one of the two countries only.",
            [],
            dated_by=Since("date"),
        ),
    )
    evidence: tuple[Evidence, ...] = evidence_field()


@attrs.frozen(kw_only=True)
class Leader(Record):
    """A person whom a source names; someone left unnamed never gets a record."""

    entity = Entity(
        plural="leaders",
        caption="name",
        aliases="other_names",
        rule="leader_name",
        rule_says="A leader's listed name means the id, where it is no part of a longer name.",
        dated_by=Timeless("A person is a person on every day; the offices have dates."),
        listed_with=("offices",),
        found_by=("local_names",),
        found_with=("local_names",),
        search_heading="People",
        search_place=1,
    )

    id: Slug = attrs.field(metadata=doc("The leader's id.", "kassym-jomart-tokayev", exempt=ID))
    name: Text = attrs.field(metadata=doc("Full name as a source writes it.", "Kassym-Jomart Tokayev"))
    other_names: tuple[Text, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Other forms by which sources mean the person.",
            ["Tokayev"],
            table="leader_names",
            column="name",
            dated_by=_NAMES_HOLD,
        ),
    )
    local_names: tuple[LocalName, ...] = attrs.field(
        default=(),
        metadata=doc("The name in other languages; background.", [], table="leader_local_names", dated_by=_NAMES_HOLD),
    )
    wikidata_id: WikidataId | None = attrs.field(default=None, metadata=doc("Wikidata item; background.", "Q22686"))
    offices: tuple[Office, ...] = attrs.field(default=(), metadata=doc("Offices held.", [], dated_by=During("held")))
    evidence: tuple[Evidence, ...] = evidence_field()


@attrs.frozen(kw_only=True)
class Agreement(Record):
    """An instrument, or a family of instruments, between countries."""

    entity = Entity(
        plural="agreements",
        caption="title",
        aliases="other_titles",
        rule="agreement_title",
        rule_says="An agreement's listed title means its id, where it is no part of a longer name.",
        dated_by=StepsOrReport("events"),
        listed_with=("kind",),
        found_with=("kind",),
        search_place=3,
    )

    id: Slug = attrs.field(metadata=doc("The agreement's id.", "abraham-accords", exempt=ID))
    title: Text = attrs.field(metadata=doc("Title as a source writes it.", "Abraham Accords"))
    other_titles: tuple[Text, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Other titles by which sources mean it.",
            ["the accords"],
            table="agreement_titles",
            column="title",
            dated_by=_NAMES_HOLD,
        ),
    )
    kind: v.AgreementKind = attrs.field(metadata=doc("What sort of instrument it is.", "framework"))
    parent: AgreementRef | None = attrs.field(
        default=None, metadata=doc("The agreement of whose family it is.", "abraham-accords")
    )
    parties: tuple[Party, ...] = attrs.field(
        default=(), metadata=doc("What each country is to it.", [], dated_by=Steps("events", of="country"))
    )
    events: tuple[AgreementEvent, ...] = attrs.field(
        default=(), metadata=doc("The steps reported.", [], dated_by=Since("date"))
    )
    claims: tuple[Claim, ...] = attrs.field(
        default=(), metadata=doc("Who counts whom as a member.", [], table="membership_claims", dated_by=Since("date"))
    )
    evidence: tuple[Evidence, ...] = evidence_field()


@attrs.frozen(kw_only=True)
class Meeting(Record):
    """An encounter of leaders or officials, a call among them."""

    entity = Entity(
        plural="meetings",
        caption="label",
        rule="same_passage",
        dated_by=Since("date"),
        ordered_by="date",
        listed_with=("date", "kind"),
        found_by=("venue", "city"),
        found_with=("date",),
        search_place=4,
    )

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
    participants: tuple[Participant, ...] = attrs.field(
        default=(), metadata=doc("Who took part.", [], dated_by=_MEETING_HOLDS)
    )
    agreements: tuple[MeetingAgreement, ...] = attrs.field(
        default=(), metadata=doc("The agreements that it dealt with.", [], dated_by=_MEETING_HOLDS)
    )
    evidence: tuple[Evidence, ...] = evidence_field()


MODELS: dict[str, type[Record]] = {
    "source": Source,
    "country": Country,
    "leader": Leader,
    "agreement": Agreement,
    "meeting": Meeting,
}
"""The registry: the record kinds, each with its class, in the order in which they are read."""


PLURALS = Plurals(MODELS)
"""Folder, table and file name of each record kind."""
