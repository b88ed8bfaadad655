"""The attrs classes of the records, for the plain stack, as one writes them by hand for `cattrs`."""

from attrs import Factory, frozen


@frozen
class Support:
    """One cell that a piece of evidence speaks of."""

    field: str
    basis: str
    alternative: str | None = None
    words: str | None = None
    note: str | None = None


@frozen
class Evidence:
    """A quote, a sentence of a summary or a named authority, and the cells that it supports or disputes."""

    supports: list[Support]
    source: str | None = None
    quote: str | None = None
    summary: str | None = None
    occurrence: int | None = None
    authority: str | None = None
    asserted_by: str | None = None
    stance: str = "supports"
    remark: str | None = None


@frozen
class Region:
    """A stretch of a source that cannot carry a cell."""

    kind: str
    text: str
    reason: str


@frozen
class SetAside:
    """A sentence of a source that the curator read and recorded nothing from."""

    text: str
    reason: str


@frozen
class SummarisedPassage:
    """A sentence of a summary, with the fingerprint of what it summarises."""

    sentence: str
    passage_words: int | None = None
    passage_sha256: str | None = None


@frozen
class LocalName:
    """A name in another language."""

    item: str
    language: str
    name: str


@frozen
class Relation:
    """One event in the relations of a country with another."""

    item: str
    partner: str
    event: str
    date: str | None = None
    city: str | None = None


@frozen
class Office:
    """An office that a leader held at a time."""

    item: str
    country: str
    title: str
    held: str


@frozen
class Party:
    """What one country is to an agreement."""

    item: str
    country: str
    role: str
    entry_mode: str
    signatory: str | None = None


@frozen
class AgreementEvent:
    """One dated step in the life of an agreement."""

    item: str
    event: str
    country: str | None = None
    date: str | None = None
    time: str | None = None
    actor: str | None = None
    meeting: str | None = None


@frozen
class Claim:
    """Who counts whom as a member. There is no list of members; there are claimants."""

    item: str
    country: str
    claim: str
    claimant: str
    date: str | None = None


@frozen
class Participant:
    """One place at a meeting."""

    item: str
    country: str
    role: str
    attendance: str
    leader: str | None = None
    designation: str | None = None


@frozen
class MeetingAgreement:
    """What a meeting had to do with an agreement."""

    item: str
    agreement: str
    link: str


@frozen
class Source:
    """A text whose bytes are kept."""

    id: str
    path: str
    sha256: str
    kind: str
    strength: str
    title: str
    published: str
    language: str
    provenance: str
    alternative_titles: list[str] = Factory(list)
    attributed_to: str | None = None
    publisher: str | None = None
    url: str | None = None
    read_on: str | None = None
    extent: str | None = None
    second_reading: str | None = None
    regions: list[Region] = Factory(list)
    set_aside: list[SetAside] = Factory(list)
    passages: list[SummarisedPassage] = Factory(list)
    evidence: list[Evidence] = Factory(list)


@frozen
class Country:
    """A country, or a polity treated like one."""

    id: str
    name: str
    other_names: list[str] = Factory(list)
    local_names: list[LocalName] = Factory(list)
    polity_status: str | None = None
    iso_alpha2: str | None = None
    iso_numeric: str | None = None
    cow_code: int | None = None
    gw_code: int | None = None
    wikidata_id: str | None = None
    relations: list[Relation] = Factory(list)
    evidence: list[Evidence] = Factory(list)


@frozen
class Leader:
    """A person whom a source names."""

    id: str
    name: str
    other_names: list[str] = Factory(list)
    local_names: list[LocalName] = Factory(list)
    wikidata_id: str | None = None
    offices: list[Office] = Factory(list)
    evidence: list[Evidence] = Factory(list)


@frozen
class Agreement:
    """An instrument between countries."""

    id: str
    title: str
    kind: str
    other_titles: list[str] = Factory(list)
    parent: str | None = None
    parties: list[Party] = Factory(list)
    events: list[AgreementEvent] = Factory(list)
    claims: list[Claim] = Factory(list)
    evidence: list[Evidence] = Factory(list)


@frozen
class Meeting:
    """An encounter of leaders or officials."""

    id: str
    label: str
    kind: str
    mode: str
    date: str | None = None
    venue: str | None = None
    city: str | None = None
    host_country: str | None = None
    participants: list[Participant] = Factory(list)
    agreements: list[MeetingAgreement] = Factory(list)
    evidence: list[Evidence] = Factory(list)


MODELS = {
    "source": Source,
    "country": Country,
    "leader": Leader,
    "agreement": Agreement,
    "meeting": Meeting,
}
"""The class of each kind of records."""
