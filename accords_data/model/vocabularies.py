"""The closed lists of values: each member with its meaning and the cue words that resolve to it.

A cue is a phrase of English news prose. A cell of an enumeration is ``resolved`` when its evidence holds a
cue of that member and of no other member of the list (see `accords_data.seeds.rules`).
"""

from enum import StrEnum
from typing import Self


class Vocabulary(StrEnum):
    """A closed list; a member is written as ``value, meaning, *cues``."""

    meaning: str
    """One sentence for the data dictionary."""
    cues: tuple[str, ...]
    """Phrases that resolve to this member, matched as whole words, case as written."""

    def __new__(cls, value: str, meaning: str, *cues: str) -> Self:
        """Make a member that is the text `value`."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        member.cues = cues
        return member


ABSENT = frozenset({"not_stated", "not_applicable"})
"""Values that state an absence; a cell that holds one needs no evidence."""


class SourceKind(Vocabulary):
    """What is stored under ``seeds/sources/``."""

    DOCUMENT = "document", "The text itself is stored, byte for byte."
    SUMMARY = "summary", "The project's own summary of a publication whose text may not be redistributed."


class Extent(Vocabulary):
    """How much of a publication its reader had."""

    WHOLE = "whole", "The whole publication."
    EXCERPT = "excerpt", "A part of it, such as what a search or an archive shows."


class SourceStrength(Vocabulary):
    """How close a source stands to the event, by the curator's judgement."""

    PRIMARY_TEXT = "primary_text", "The instrument or statement itself."
    OFFICIAL = "official", "An official body on its own acts."
    WIRE = "wire", "A news agency."
    PRESS = "press", "A newspaper, broadcaster or specialist outlet."
    SECONDARY = "secondary", "A work that compiles other sources."
    REWRITE_SUSPECTED = "rewrite_suspected", "A text that seems to reword another, of unknown authorship."
    UNKNOWN = "unknown", "Nothing is established about its origin."


class RegionKind(Vocabulary):
    """Stretches of a source that cannot carry a cell."""

    HEADLINE = "headline", "A title of the whole text."
    HEADING = "heading", "A title of a part of the text."
    BYLINE = "byline", "Author, outlet or date line."
    NAVIGATION = "navigation", "Residue of the page around the text."
    CAPTION = "caption", "The text under a picture."
    SUMMARY = "summary", "A summary of the text by its editor."
    BOILERPLATE = "boilerplate", "Standing text that the outlet adds to many articles."


class Grade(Vocabulary):
    """Whose words a cell rests on."""

    QUOTED = "quoted", "Words of a publication whose text is stored."
    SUMMARISED = "summarised", "A sentence of the project's own summary of a publication; not the publication's words."
    BACKGROUND = "background", "No text: reference data of the named authority."


GIVEN_BY = {Grade.QUOTED: "quote", Grade.SUMMARISED: "summary", Grade.BACKGROUND: "authority"}
"""Which field of a piece of evidence has the words of each grade; exactly one of them is given."""


class Basis(Vocabulary):
    """How a cell follows from its evidence, whoever wrote the words of it."""

    STATED = "stated", "The value's own words stand in the evidence; machine-checked."
    RESOLVED = (
        "resolved",
        "A named rule maps words of the evidence to the value; checked for its words, not for its grammar.",
    )
    INFERRED = "inferred", "The curator's reading, explained in a note; not machine-checked."
    BACKGROUND = "background", "Not from a source text: reference data of the named authority."


class Stance(Vocabulary):
    """What a piece of evidence does to a cell."""

    SUPPORTS = "supports", "It says what the cell says."
    DISPUTES = "disputes", "It says otherwise; it covers no cell."


class AgreementKind(Vocabulary):
    """What sort of instrument an agreement is."""

    FRAMEWORK = "framework", "An agreement, or family of agreements, that further countries join."
    POLITICAL_DECLARATION = (
        "political_declaration",
        "A declaration of principles, not binding in law.",
        "political declaration",
    )
    TREATY = "treaty", "An agreement binding in international law.", "treaty"
    BILATERAL_DECLARATION = "bilateral_declaration", "A declaration of two countries.", "bilateral declaration"
    JOINT_DECLARATION = "joint_declaration", "A declaration that several countries make together.", "joint declaration"
    JOINT_STATEMENT = "joint_statement", "A statement that several countries issue together.", "joint statement"
    JOINT_COMMUNIQUE = (
        "joint_communique",
        "An account, signed or agreed, of what was decided together.",
        "joint communique",
    )
    ACCESSION = "accession", "An instrument by which a country joins an existing agreement."
    MEMORANDUM = "memorandum", "A memorandum of understanding."
    OTHER = "other", "Another kind, said in the title."
    NOT_STATED = "not_stated", "The sources do not say."


class PolityStatus(Vocabulary):
    """What a country is to the United Nations: the one list of states that all of its kind refer to."""

    UN_MEMBER = "un_member", "A member state of the United Nations."
    NOT_UN_MEMBER = "not_un_member", "Not a member; who recognises it is told by relations."


class MembershipClaim(Vocabulary):
    """What someone says of a country's belonging to an agreement. A claim, told with whose it is; never a fact."""

    COUNTED = "counted", "Counted among its members.", "counts", "count"
    NOT_COUNTED = "not_counted", "Said not to be one.", "does not count", "denies"


class PartyRole(Vocabulary):
    """What a country is to one agreement."""

    PARTY = (
        "party",
        "One of those between whom the agreement is made.",
        "signed",
        "between",
        "joined",
        "had joined",
        "has joined",
        "acceded to",
    )
    WITNESS = "witness", "Attests the agreement without being bound by it.", "as witness", "witnessed"
    SPONSOR = "sponsor", "Put the agreement forward.", "sponsored"
    MEDIATOR = "mediator", "Brought the parties together.", "mediated", "brokered"
    GUARANTOR = "guarantor", "Stands behind its keeping."
    ASPIRANT = (
        "aspirant",
        "Has said that it will join, and has not been reported to have joined.",
        "will join",
        "would join",
        "is to join",
        "is joining",
        "agreed to join",
        "decided to join",
        "decision to join",
        "confirmed joining",
    )


class EntryMode(Vocabulary):
    """How a country came to an agreement."""

    ORIGINAL = "original", "There from the start.", "original", "initial"
    ACCESSION = (
        "accession",
        "Joins, or is to join, an agreement that exists already.",
        "join",
        "joining",
        "joined",
        "joins",
        "accede",
        "acceded",
    )
    NOT_APPLICABLE = "not_applicable", "The country is not, and is not to be, a party."
    NOT_STATED = "not_stated", "The sources do not say."


class AgreementStep(Vocabulary):
    """What happened to an agreement, in the order of a usual course; the last ones end or halt it."""

    INTENT_ANNOUNCED = (
        "intent_announced",
        "A wish or intention was made public, short of a decision.",
        "intends to",
        "intend to",
        "intention to",
        "wants to join",
        "plans to join",
        "wishes to join",
        "willingness to join",
    )
    ANNOUNCED = (
        "announced",
        "Made public as decided or agreed; nothing is signed by it.",
        "announced",
        "will join",
        "would join",
        "is joining",
        "agreed to join",
        "decided to join",
        "decision to join",
        "confirmed joining",
        "confirmed that it is joining",
    )
    CEREMONY_PLANNED = (
        "ceremony_planned",
        "A ceremony of signature was promised; none is reported by it.",
        "ceremony would",
    )
    TEXT_FINALISED = "text_finalised", "The text was said to be agreed; nothing is signed by it.", "finalised the text"
    SIGNED = "signed", "Signed.", "signed"
    CABINET_APPROVED = (
        "cabinet_approved",
        "Approved by a government.",
        "cabinet approved",
        "government approved",
        "ministers approved",
        "cabinet decided to ratify",
        "cabinet has decided to ratify",
        "decided to ratify",
    )
    LEGISLATURE_APPROVED = (
        "legislature_approved",
        "Approved by a parliament.",
        "parliament approved",
        "Knesset approved",
        "lawmakers approved",
        "parliament decided to ratify",
        "Knesset decided to ratify",
    )
    RATIFIED = "ratified", "Ratified.", "ratified"
    ENTERED_INTO_FORCE = "entered_into_force", "Became binding.", "entered into force", "came into force", "took effect"
    SUSPENDED = "suspended", "Halted for a time.", "suspended"
    WITHDRAWN = "withdrawn", "A country left.", "withdrew from"
    TERMINATED = "terminated", "Ended for all.", "terminated"


class RelationStep(Vocabulary):
    """What happened to, or was said of, the relations of two countries."""

    RECOGNITION = "recognition", "One recognised the other.", "recognised", "recognized"
    RELATIONS_ESTABLISHED = (
        "relations_established",
        "Diplomatic relations began.",
        "established diplomatic relations",
        "established full diplomatic relations",
        "established full relations",
        "established diplomatic ties",
        "established full diplomatic ties",
    )
    RELATIONS_MAINTAINED = (
        "relations_maintained",
        "Said to exist and to have existed before; no beginning is claimed.",
        "maintained diplomatic ties",
    )
    NORMALISATION_ANNOUNCED = (
        "normalisation_announced",
        "Said that relations are to become normal.",
        "agreed to normalise",
        "agreed to normalize",
        "agreed to the full normalisation",
        "agreed to the full normalization",
        "agreed to full diplomatic relations",
        "agreed to establish diplomatic relations",
        "agreed to establish full diplomatic relations",
        "establish diplomatic relations",
        "establish full diplomatic relations",
        "establish full relations",
        "establish diplomatic ties",
        "normalise relations",
        "normalize relations",
        "normalise ties",
        "normalize ties",
    )
    NORMALISED = "normalised", "Said to have become normal.", "normalized relations", "normalised relations"
    RELATIONS_RESUMED = "relations_resumed", "Taken up again.", "resumed relations", "resumed diplomatic relations"
    LIAISON_OFFICE_OPENED = "liaison_office_opened", "A liaison office was opened.", "opened a liaison office"
    EMBASSY_ANNOUNCED = "embassy_announced", "An embassy was promised.", "announced an embassy"
    EMBASSY_OPENED = "embassy_opened", "An embassy was opened.", "opened an embassy", "opened its embassy"
    AMBASSADOR_APPOINTED = (
        "ambassador_appointed",
        "An ambassador was named.",
        "appointed an ambassador",
        "appointed its ambassador",
        "named an ambassador",
    )
    AMBASSADOR_RECALLED = "ambassador_recalled", "An ambassador was called back.", "recalled its ambassador"
    SUSPENDED = "suspended", "Relations were halted for a time.", "suspended relations"
    SEVERED = "severed", "Relations were ended.", "severed relations"


class MeetingKind(Vocabulary):
    """What sort of encounter a meeting was."""

    LEADERS_MEETING = "leaders_meeting", "Heads of state or government of several countries.", "the leaders of"
    SUMMIT = "summit", "A meeting that its sources call a summit.", "summit"
    BILATERAL = "bilateral", "Two countries.", "bilateral"
    MINISTERIAL = "ministerial", "Ministers.", "ministerial", "foreign ministers of"
    SIGNING_CEREMONY = "signing_ceremony", "Held for a signature.", "signing ceremony"
    CALL = "call", "A conversation at a distance.", "call"
    VISIT = "visit", "A visit of one side to the other.", "visit", "visited"
    WORKING_GROUP = "working_group", "Officials below ministers.", "steering committee", "working groups"
    OTHER = "other", "Another kind, said in the label."


class MeetingMode(Vocabulary):
    """How the participants were together."""

    IN_PERSON = (
        "in_person",
        "In one place.",
        "meeting at",
        "met in",
        "met at",
        "took place at",
        "took place in",
        "took place on",
    )
    PHONE = "phone", "By telephone.", "phone call"
    VIDEO = "video", "By video.", "video call", "by video"
    CALL_UNSPECIFIED = "call_unspecified", "A call, by what means is not said.", "call"
    HYBRID = "hybrid", "Some in one place, some at a distance."
    NOT_STATED = "not_stated", "The sources do not say."


class ParticipantRole(Vocabulary):
    """What a participant was to a meeting."""

    HOST = "host", "Received the others.", "hosted"
    CHAIR = "chair", "Led the meeting.", "chaired"
    PARTICIPANT = (
        "participant",
        "Took part, in no other stated role.",
        "meeting",
        "call",
        "met",
        "took part",
        "attended",
    )
    SIGNATORY = "signatory", "Signed.", "signed"
    WITNESS = "witness", "Witnessed a signature.", "witnessed", "as witness"
    OBSERVER = "observer", "Was there without taking part.", "observed"


class Attendance(Vocabulary):
    """Whether a participant was there."""

    ATTENDED = (
        "attended",
        "Took part in a meeting reported as held; on a call, was on the line.",
        "came during",
        "held",
        "met",
        "took part",
        "attended",
    )
    JOINED_REMOTELY = "joined_remotely", "Took part from elsewhere while others met in one place.", "joined remotely"
    REPRESENTED = "represented", "Sent someone.", "represented by"
    INVITED_ABSENT = "invited_absent", "Was asked to come and did not.", "declined"
    EXPECTED = "expected", "Was to take part; whether it did is not said.", "will attend", "is to attend"
    NOT_STATED = "not_stated", "The sources do not say."


class MeetingLink(Vocabulary):
    """What happened to an agreement at a meeting."""

    ANNOUNCED_AT = "announced_at", "Made public during the meeting.", "announcement came during"
    DISCUSSED_AT = "discussed_at", "Talked about.", "discussed"
    SIGNED_AT = "signed_at", "Signed there.", "signed at"
