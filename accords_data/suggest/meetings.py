"""Meetings and calls that a text tells, planned ones too: who, when, where, and what says so."""

import re

import attrs

from accords_data.model import edtf
from accords_data.model.vocabularies import AgreementStep, Attendance, MeetingKind, MeetingMode
from accords_data.seeds.spans import Span
from accords_data.suggest.clauses import Clause, clauses
from accords_data.suggest.mask import ACTOR, D, M, Mention
from accords_data.suggest.meeting_cues import (
    AGAIN,
    AHEAD,
    AWAY,
    COLLECTIVE,
    DENIED,
    DURING,
    HEADS,
    JOINED,
    SIGNING,
    TELLING,
    THEN,
    TOLD_TO,
)
from accords_data.suggest.meeting_parts import cues_in, segments
from accords_data.suggest.mentions import Reading
from accords_data.suggest.modality import UNDONE
from accords_data.suggest.participants import Seat, seated, seats
from accords_data.suggest.steps import Happening
from accords_data.suggest.time_words import Moment
from accords_data.suggest.verbs import Phrase, cue, phrase

_KINDS = {
    "signing_ceremony": MeetingKind.SIGNING_CEREMONY,
    "summit": MeetingKind.SUMMIT,
    "ministerial": MeetingKind.MINISTERIAL,
    "visit": MeetingKind.VISIT,
}

_ASIDE = re.compile(r", (?:which|who|whose)\b[^,;]*(?:,|$)")
"""A relative clause: its days are its own."""
_SAYING = re.compile(
    rf", [^,;]{{0,60}}\b(?:said|says|announced|reported|confirmed|wrote|added|told [^,;]{{0,25}})"
    rf"(?: late| early)?(?: on| in)? {D}"
)
"""Who said so, and when."""


@attrs.define(eq=False)
class Encounter:
    """One meeting or call."""

    cue: str
    """A key of `CUES`."""
    cue_phrase: Phrase
    sentence: Span
    seats: list[Seat]
    moment: Moment | None = None
    moment_phrase: Phrase | None = None
    moment_why: str | None = None
    """Why the date is that of the meeting, where the sentence does not say so."""
    venue: Phrase | None = None
    city: Phrase | None = None
    planned: bool = False
    announces: Happening | None = None
    """The announcement that was made in its course."""

    @property
    def countries(self) -> list[str]:
        """Return the countries that took part."""
        return list(dict.fromkeys(seat.country for seat in self.seats))

    @property
    def kind(self) -> MeetingKind:
        """Return what sort of encounter it was."""
        if self.cue in {"call", "video"}:
            return MeetingKind.CALL
        if self.cue != "meet":
            return _KINDS[self.cue]
        if len(self.countries) <= 2:  # noqa: PLR2004 - of two sides
            return MeetingKind.BILATERAL
        heads = [seat for seat in self.seats if HEADS.search(seat.office)]
        return MeetingKind.LEADERS_MEETING if len(heads) * 2 > len(self.seats) else MeetingKind.MINISTERIAL

    @property
    def mode(self) -> MeetingMode:
        """Return how the participants were together."""
        if self.cue == "video":
            return MeetingMode.VIDEO
        if self.cue == "call":
            return MeetingMode.PHONE if "phone" in self.cue_phrase.words.lower() else MeetingMode.CALL_UNSPECIFIED
        return MeetingMode.IN_PERSON

    @property
    def attendance(self) -> Attendance:
        """Return whether the participants were there."""
        return Attendance.EXPECTED if self.planned else Attendance.ATTENDED


def encounters(reading: Reading, steps: tuple[Happening, ...]) -> tuple[Encounter, ...]:
    """Return the encounters of a text, none twice; `steps` are those that it reports."""
    found: list[Encounter] = []
    last_date: Mention | None = None
    for clause in clauses(reading, whole=True):
        cues = list(cues_in(clause.text))
        more = _more(reading, clause, found[-1], begun=bool(cues)) if found else None
        if more is not None:
            found[-1].seats = seated(found[-1].seats, more)
        for text, at, (name, start, end) in segments(clause, cues) if more is None else ():
            segment = attrs.evolve(clause, text=text, at=at)
            each = _encounter(reading, segment, name, start, end, last_date, steps)
            _merge(found, each, segment)
        last_date = _last_day(reading, clause) or last_date
    return tuple(each for each in found if _whole(each))


def _whole(each: Encounter) -> bool:
    """Return whether enough is told of an encounter to propose it."""
    collective = each.cue in COLLECTIVE and (each.seats or each.moment is not None)
    return len(each.countries) > 1 or bool(collective) or (each.cue == "visit" and bool(each.seats))


def _last_day(reading: Reading, clause: Clause) -> Mention | None:
    days = [
        each
        for each in clause.of("".join(re.findall(D, clause.text)))
        if edtf.bounds(reading.moments[each.span].date).precision is edtf.Precision.DAY
    ]
    return days[-1] if days else None


def _more(reading: Reading, clause: Clause, last: Encounter, *, begun: bool) -> list[Seat] | None:
    """Return who else took part in the encounter that was told last, where the sentence goes on telling that."""
    joined = JOINED.search(clause.text)
    if joined is not None and len(re.findall(ACTOR, clause.text[: joined.start()])) > 1:
        joined = None
    again = AGAIN.search(clause.text) if not begun and last.cue in COLLECTIVE else None
    signing = SIGNING.search(clause.text) if not begun and last.cue == "signing_ceremony" else None
    goes_on = joined or again or signing
    if goes_on is None or not _same_day(reading, clause, last):
        return None
    before = clause.text[: goes_on.start()]
    if DENIED.search(before) or (goes_on is signing and UNDONE.search(before)) or AWAY.search(clause.text):
        # Empty and not None: the sentence is about that encounter, and begins none of its own.
        return []
    return seats(reading, clause, "meet" if goes_on is signing else last.cue)


def _same_day(reading: Reading, clause: Clause, last: Encounter) -> bool:
    """Return whether a sentence names no other day than that of the encounter, outside of its relative clauses."""
    text = _ASIDE.sub("", clause.text)
    days = {reading.moments[each.span].date for each in clause.of("".join(re.findall(D, text)))}
    return not days or last.moment is None or last.moment.date in days


def _encounter(  # noqa: PLR0913, PLR0917 - what a sentence tells of one encounter
    reading: Reading,
    clause: Clause,
    name: str,
    start: int,
    end: int,
    last_date: Mention | None,
    steps: tuple[Happening, ...],
) -> Encounter:
    each = Encounter(name, cue(reading, clause, start, end), clause.statement.span, seats(reading, clause, name))
    before = clause.text[:start]
    # "told Dana Orr so by phone": here the speaker took part; otherwise who only speaks did not.
    caller = TOLD_TO.search(before) if name == "call" else None
    if caller is not None:
        called = attrs.evolve(clause, text=clause.text[caller.start() :], at=clause.at[caller.start() :])
        each.seats = seats(reading, called, name, speakers=True)
    elif len(each.countries) < 2 and TELLING.search(before):  # noqa: PLR2004 - of two sides
        each.seats = seats(reading, clause, name, speakers=True)
    each.planned = AHEAD.search(clause.text[:start]) is not None
    each.venue, each.city = _place(reading, clause, name)
    date = _date(clause, start, end)
    if date is None and last_date is not None and THEN.search(clause.text):
        date, each.moment_why = last_date, "The sentence before gives the day, and this one continues it."
    if DURING.search(clause.text):
        announced = [step for step in steps if step.step is AgreementStep.ANNOUNCED and step.moment is not None]
        each.announces = announced[-1] if announced else None
        if date is None and each.announces is not None:
            each.moment, each.moment_phrase = each.announces.moment, each.announces.moment_phrase
            each.moment_why = "The announcement was made on this day, and came during the meeting."
    if date is not None:
        each.moment, each.moment_phrase = reading.moments[date.span], phrase(reading, date)
    return each


def _date(clause: Clause, start: int, end: int) -> Mention | None:
    after = clause.of("".join(re.findall(D, _SAYING.sub("", _ASIDE.sub("", clause.text[end:])))))
    before = clause.of("".join(re.findall(D, clause.text[:start])))
    near = (
        before[-1]
        if before
        # A day in an earlier clause is not that of this verb.
        and not re.search(rf", and (?!by |{ACTOR})|; |, but |, which ", clause.text[_at(clause, before[-1]) : start])
        else None
    )
    return after[0] if after else near


def _at(clause: Clause, mention: Mention) -> int:
    return next(place for place, letter in enumerate(clause.text) if clause.mentions.get(letter) is mention)


def _place(reading: Reading, clause: Clause, name: str) -> tuple[Phrase | None, Phrase | None]:
    if name in {"call", "video"}:
        return None, None
    venue = city = None
    for match in re.finditer(rf"\b(at|in) ({M})", clause.text):
        mention = clause.mentions[match[2]]
        # "in the White House" names a house, "in Rome" a city.
        if match[1] == "at" or mention.words.startswith("the "):
            venue = venue or phrase(reading, mention)
        elif mention.value:
            city = city or phrase(reading, mention)
    return venue, city


def _merge(found: list[Encounter], each: Encounter, clause: Clause) -> None:
    """Put `each` among the encounters that were `found`: into one that it tells again, or behind them."""
    again = re.search(
        r"\b[Tt]h(?:e|at|eir) (?:\w+ )?(?:meeting|call|summit|ceremony|visit|talks|ministerial|signing)", clause.text
    )
    for other in found:
        dated = each.moment is None or other.moment is None or each.moment.date == other.moment.date
        shared = set(each.countries) & set(other.countries)
        alike = other.kind == each.kind or other.cue == each.cue or {other.cue, each.cue} == {"meet", "visit"}
        if alike and dated and (len(shared) > 1 or (again is not None and each.cue == other.cue) or not each.countries):
            other.seats = seated(other.seats, each.seats)
            if other.moment is None and each.moment is not None:
                other.moment, other.moment_phrase, other.moment_why = each.moment, each.moment_phrase, each.moment_why
            other.venue, other.city = other.venue or each.venue, other.city or each.city
            return
    each.seats = seated([], each.seats)
    found.append(each)
