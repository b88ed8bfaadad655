"""Meetings and calls that a text tells, planned ones too: who, when, where, and what says so."""

import itertools
import re
from collections.abc import Iterator

import attrs

from accords_data import edtf
from accords_data.spans import Span
from accords_data.suggestion.cast import Who
from accords_data.suggestion.clauses import Clause, clauses
from accords_data.suggestion.happenings import Happening
from accords_data.suggestion.mask import ACTOR, ACTORS, D, M, Mention
from accords_data.suggestion.meeting_cues import (
    AGAIN,
    AHEAD,
    COLLECTIVE,
    CUES,
    DENIED,
    DURING,
    HEADS,
    ROLES,
    SPEAKS,
    TELLING,
    THEN,
)
from accords_data.suggestion.mentions import Group, Reading
from accords_data.suggestion.telling import Told, cue, told
from accords_data.suggestion.times import Moment
from accords_data.vocabulary import AgreementStep, Attendance, MeetingKind, MeetingMode, ParticipantRole

_KINDS = {
    "signing_ceremony": MeetingKind.SIGNING_CEREMONY,
    "summit": MeetingKind.SUMMIT,
    "ministerial": MeetingKind.MINISTERIAL,
    "visit": MeetingKind.VISIT,
}


@attrs.frozen
class Seat:
    """One place at an encounter."""

    country: str
    country_told: Told
    who: Who | None
    told: Told
    """The mention of the person, or of the group."""
    designation: str | None
    role: ParticipantRole = ParticipantRole.PARTICIPANT

    @property
    def office(self) -> str:
        """Return the title here, else the one that the text gives elsewhere; empty when it gives none."""
        titles = [] if self.who is None else list(self.who.titles.values())
        return self.designation or (titles[0] if titles else "")


@attrs.define(eq=False)
class Encounter:
    """One meeting or call."""

    cue: str
    """A key of `CUES`."""
    cue_told: Told
    sentence: Span
    seats: list[Seat]
    moment: Moment | None = None
    moment_told: Told | None = None
    moment_why: str | None = None
    """Why the date is that of the meeting, where the sentence does not say so."""
    venue: Told | None = None
    city: Told | None = None
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
            return MeetingMode.PHONE if "phone" in self.cue_told.words.lower() else MeetingMode.CALL_UNSPECIFIED
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
        cues = list(_cues(clause.text))
        for text, at, (name, start, end) in _segments(clause, cues):
            segment = attrs.evolve(clause, text=text, at=at)
            each = _encounter(reading, segment, name, start, end, last_date, steps)
            _merge(found, each, segment)
        if not cues and found and AGAIN.search(clause.text) and found[-1].cue in COLLECTIVE:
            _seat(found[-1], _seats(reading, clause, found[-1].cue))
        dates = [
            each
            for each in clause.of("".join(re.findall(D, clause.text)))
            if edtf.bounds(reading.moments[each.span].date).precision is edtf.Precision.DAY
        ]
        last_date = dates[-1] if dates else last_date
    return tuple(
        each
        for each in found
        if len(each.countries) > 1
        or (each.cue == "visit" and each.seats)
        or (each.cue in COLLECTIVE and (each.seats or each.moment is not None))
    )


def _cues(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the cues of a sentence in its order: of one encounter, the narrowest alone."""
    found: list[tuple[str, int, int]] = []
    for name, pattern in CUES:
        for match in re.finditer(pattern, text):
            start, end = match.span()
            clear = all(end <= other[1] or other[2] <= start for other in found)
            if clear and not DENIED.search(text[:start]):
                found.append((name, start, end))
    kept: list[tuple[str, int, int]] = []
    for each in sorted(found, key=lambda cue: cue[1]):
        if kept and not _parted(text, kept[-1], each):
            order = [name for name, _ in CUES]
            kept[-1] = min(kept[-1], each, key=lambda cue: order.index(cue[0]))
        else:
            kept.append(each)
    return iter(kept)


def _parted(text: str, one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    """Return whether two cues of a sentence tell two encounters: a call and a meeting, or verbs that "and" joins."""
    apart = ({"call", "video"} & {one[0]}) != ({"call", "video"} & {other[0]})
    between = text[one[2] : other[1]]
    return apart and re.search(r" and | before |, | after |;| while | but ", between) is not None


def _segments(
    clause: Clause, cues: list[tuple[str, int, int]]
) -> Iterator[tuple[str, tuple[int, ...], tuple[str, int, int]]]:
    """Yield for each cue the part of the sentence that is about it, with the subject of the sentence put first."""
    text, at = clause.text, clause.at
    if len(cues) < 2:  # noqa: PLR2004 - one cue has the whole sentence
        for cue in cues:
            yield text, at, cue
        return
    cuts = [0]
    for one, other in itertools.pairwise(cues):
        joints = list(re.finditer(r" and | before |, | after |;| while | but ", text[one[2] : other[1]]))
        cuts.append(one[2] + joints[-1].start())
    cuts.append(len(text))
    subject = re.search(ACTORS, text)
    for (name, start, end), begin, stop in zip(cues, cuts, cuts[1:], strict=False):
        part, places = text[begin:stop], at[begin:stop]
        shift = -begin
        alone = re.search(ACTOR, text[begin:start]) is None
        if begin and alone and subject is not None:
            head = subject[0]
            part, places = head + part, (*([-1] * len(head)), *places)
            shift += len(head)
        yield part, places, (name, start + shift, end + shift)


def _encounter(  # noqa: PLR0913, PLR0917 - what a sentence tells of one encounter
    reading: Reading,
    clause: Clause,
    name: str,
    start: int,
    end: int,
    last_date: Mention | None,
    steps: tuple[Happening, ...],
) -> Encounter:
    each = Encounter(name, cue(reading, clause, start, end), clause.statement.span, _seats(reading, clause, name))
    if len(each.countries) < 2 and TELLING.search(clause.text[:start]):  # noqa: PLR2004 - of two sides
        each.seats = _seats(reading, clause, name, speakers=True)
    each.planned = AHEAD.search(clause.text[:start]) is not None
    each.venue, each.city = _place(reading, clause, name)
    date = _date(clause, start, end)
    if date is None and last_date is not None and THEN.search(clause.text):
        date, each.moment_why = last_date, "The sentence before tells the day, and this one goes on from it."
    if DURING.search(clause.text):
        announced = [step for step in steps if step.step is AgreementStep.ANNOUNCED and step.moment is not None]
        each.announces = announced[-1] if announced else None
        if date is None and each.announces is not None:
            each.moment, each.moment_told = each.announces.moment, each.announces.moment_told
            each.moment_why = "The announcement was made on this day, and came during the meeting."
    if date is not None:
        each.moment, each.moment_told = reading.moments[date.span], told(reading, date)
    return each


def _date(clause: Clause, start: int, end: int) -> Mention | None:
    after = clause.of("".join(re.findall(D, clause.text[end:])))
    before = clause.of("".join(re.findall(D, clause.text[:start])))
    near = (
        before[-1]
        if before
        and not re.search(rf", and (?!by |{ACTOR})|; |, but |, which ", clause.text[_at(clause, before[-1]) : start])
        else None
    )
    return after[0] if after else near


def _at(clause: Clause, mention: Mention) -> int:
    return next(place for place, letter in enumerate(clause.text) if clause.mentions.get(letter) is mention)


def _place(reading: Reading, clause: Clause, name: str) -> tuple[Told | None, Told | None]:
    if name in {"call", "video"}:
        return None, None
    venue = city = None
    for match in re.finditer(rf"\b(at|in) ({M})", clause.text):
        mention = clause.mentions[match[2]]
        if match[1] == "at" or mention.words.startswith("the "):
            venue = venue or told(reading, mention)
        elif mention.value:
            city = city or told(reading, mention)
    return venue, city


def _seats(reading: Reading, clause: Clause, name: str, *, speakers: bool = False) -> list[Seat]:
    """Return who took part, as far as this sentence tells."""
    roles = {
        letter: role
        for role, pattern in ROLES
        for match in re.finditer(pattern, clause.text)
        for letter in match["who"]
    }
    subject = re.match(rf"(?:[Tt]he |[Ii]n {D},? |[Oo]n {D},? )?({ACTORS})", clause.text)
    actors = set(subject[1]) if subject is not None and name in COLLECTIVE else set()
    found: list[Seat] = []
    for place, letter in enumerate(clause.text):
        mention = clause.mentions.get(letter)
        if mention is None:
            continue
        if not speakers and SPEAKS.search(clause.text[place + 1 :]) and not re.search(r"\bs?he\b", clause.text[place:]):
            continue
        role = roles.get(letter, ParticipantRole.PARTICIPANT)
        if isinstance(mention.value, Who):
            found += _person(reading, mention, mention.value, role)
        elif isinstance(mention.value, Group):
            found += [
                Seat(str(each.value), told(reading, each), None, told(reading, mention), mention.value.who, role)
                for each in mention.value.countries
            ]
        elif mention.kind == "country" and letter in actors:
            found.append(Seat(str(mention.value), told(reading, mention), None, told(reading, mention), None, role))
    return found


def _person(reading: Reading, mention: Mention, who: Who, role: ParticipantRole) -> Iterator[Seat]:
    if who.country is None:
        return
    place = told(reading, mention)
    yield Seat(who.country, place, who, place, who.titles.get(mention.span), role)


def _merge(found: list[Encounter], each: Encounter, clause: Clause) -> None:
    """Put `each` among the encounters that were `found`: into one that it tells again, or behind them."""
    again = re.search(
        r"\b[Tt]h(?:e|at|eir) (?:\w+ )?(?:meeting|call|summit|ceremony|visit|talks|ministerial|signing)", clause.text
    )
    for other in found:
        dated = each.moment is None or other.moment is None or each.moment.date == other.moment.date
        shared = set(each.countries) & set(other.countries)
        alike = other.kind == each.kind or {other.cue, each.cue} == {"meet", "visit"}
        if alike and dated and (len(shared) > 1 or (again is not None and each.cue == other.cue) or not each.countries):
            _seat(other, each.seats)
            if other.moment is None and each.moment is not None:
                other.moment, other.moment_told, other.moment_why = each.moment, each.moment_told, each.moment_why
            other.venue, other.city = other.venue or each.venue, other.city or each.city
            return
    seats, each.seats = each.seats, []
    _seat(each, seats)
    found.append(each)


def _seat(encounter: Encounter, seats: list[Seat]) -> None:
    """Add `seats`; a person takes the place that was left unnamed for the country."""
    for seat in seats:
        same = [each for each in encounter.seats if each.country == seat.country]
        unnamed = [each for each in same if each.who is None]
        if (seat.who is None and same) or any(each.who is seat.who for each in same):
            continue
        if unnamed:
            encounter.seats[encounter.seats.index(unnamed[0])] = seat
        else:
            encounter.seats.append(seat)
