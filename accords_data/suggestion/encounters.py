"""Meetings and calls that a text tells, planned ones too: who, when, where, and what says so."""

import re
from collections.abc import Iterator

import attrs

from accords_data import edtf
from accords_data.spans import Span
from accords_data.suggestion.clauses import Clause, clauses
from accords_data.suggestion.happenings import AgreementStep, Happening, Told
from accords_data.suggestion.mask import ACTOR, ACTORS, D, G, M, Mention, P
from accords_data.suggestion.mentions import Group, Reading, Who
from accords_data.suggestion.times import Moment
from accords_data.vocabulary import Attendance, MeetingKind, MeetingMode, ParticipantRole

CUES: tuple[tuple[str, str], ...] = (
    ("video", r"\bvideo (?:call|conference|link|meeting)\b|\bby video\b|\bvideoconference\b"),
    ("call", r"\b(?:by|over the|on the|via) (?:tele)?phone\b|\b(?:tele)?phone (?:call|conversation|discussion)s?\b|\b(?:held|had|in|during|on|after) (?:a|an|their)(?: [\w-]+)? [“\"‘']?(?:[\w-]+ )?call\b|\bcall (?:with|between|to)\b|\b(?:(?:tele)?phoned|rang)\b|\bcalled (?={P})".replace("{P}", P)),
    ("signing_ceremony", r"\bsigning ceremony\b|\bceremony of signature\b"),
    ("summit", r"\bsummit\b(?! (?:of|for) the\b)"),
    ("ministerial", r"\bministerial(?: (?:meeting|gathering|conference|session|talks|council|summit))?\b|\bmeeting of (?:\w+ )?ministers\b"),
    ("visit", rf"\b(?:state |official |working )?visit (?:to|by)\b|\b(?:pa(?:id|y|ys)|made|begins?|began|ended|on|during|for) (?:a|an|his|her)(?: [\w-]+){{0,2}} visit\b|\bvisit(?:ed|ing|s)\b(?=[^,;.]{{0,20}}(?:{ACTOR}|{M}))"),
    ("meet", rf"\b(?:met|meets?|(?<![Tt]he )meeting)\b(?: with)?(?=[^;.]{{0,60}}(?:{P}|{G}))|\bmeeting (?:at|in|on|with|between|of)\b|\b(?:held|hold|had|have|holding) (?:[\w-]+ ){{0,3}}(?:talks|meetings?|discussions|consultations)\b|\b(?:held|hold|had) (?:a |an )?(?:trilateral|bilateral)\b|\b(?:was|were|be) (?:received|welcomed|hosted|greeted|joined)\b(?=[^;.]{{0,40}}\bby\b)|\bsat down\b|\b(?:received|welcomed|hosted|host|receive|welcome|greeted)\b(?= (?:{P}|{G}))|\b[Tt]alks (?:with|between)\b|\bconferred with\b|(?<={G}) (?:gathered|convened|met)\b|(?<={P}) (?:also )?met\b"),
)  # fmt: skip
"""What tells an encounter, the narrower before the wider."""

_AGAIN = re.compile(
    r"\b[Tt]he (?:gathering|meeting|summit|ceremony|talks|session|conference|ministerial|event|signing)\b|\b(?:took|take|taking) part\b"
    r"|\battend(?:ed|ing|s)?\b|\b(?:was|were|will be) represented\b|\bchaired\b|\bsigned (?:for|on behalf of)\b|\bwitness(?:ed|ing)?\b|\blooked on\b|\b(?:was|were|be|also) present\b|\bjoined (?:them|by)\b"
)
_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no|denie[ds]|ruled out|cancelled|called off|refused|without|rumou?rs? of|dismiss\w+|postponed)\b[^,;]{0,40}$"
)
_AHEAD = re.compile(
    r"\b(?:will|would|is due to|are due to|due to|is to|are to|set to|expected to|scheduled|plans? to|planned|poised|going to|next|upcoming)\b"
)
_SPEAKS = re.compile(r"^,? (?:said|told|says|added|stated|wrote|noted|declined|denied|ruled|welcomed the|praised)\b")
_TELLING = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing|[Dd]uring|[Bb]efore|in) (?:\w+ ){0,3}$")
"""Whoever speaks after a meeting was there."""
_THEN = re.compile(r"\b(?:afterwards?|later that day|the same day|hours later|then|thereafter)\b")
_DURING = re.compile(r"\b[Aa]nnouncement (?:came|was made|followed) (?:during|at|in)\b")
_ROLES = (
    (ParticipantRole.HOST, rf"(?P<who>{ACTORS})[^,;]{{0,15}} (?:hosted|hosts?|(?:is|are) to host|will host|to host)\b"),
    (ParticipantRole.CHAIR, rf"(?P<who>{ACTORS})[^,;]{{0,10}} (?:chaired|chairs|co-chaired)\b"),
    (ParticipantRole.WITNESS, rf"(?P<who>{ACTORS})[^,;]{{0,30}} (?:witnessed|as witness(?:es)?)\b"),
    (ParticipantRole.OBSERVER, rf"(?P<who>{ACTORS})[^,;]{{0,30}} as (?:an )?observers?\b"),
    (ParticipantRole.SIGNATORY, rf"(?P<who>{ACTORS}),? (?:formally )?signed\b"),
)
_COLLECTIVE = {"summit", "signing_ceremony", "ministerial"}
_HEADS = re.compile(r"president|prime minister|king|queen|emir|sultan|chancellor|leaders|premier|crown prince|heads", re.I)


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
            return MeetingKind(self.cue)
        if len(self.countries) <= 2:  # noqa: PLR2004 - of two sides
            return MeetingKind.BILATERAL
        heads = [seat for seat in self.seats if _HEADS.search(seat.office)]
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


def encounters(reading: Reading, told: tuple[Happening, ...]) -> tuple[Encounter, ...]:
    """Return the encounters of a text, none twice; `told` are the steps that it reports."""
    found: list[Encounter] = []
    last_date: Mention | None = None
    for clause in clauses(reading, whole=True):
        cues = list(_cues(clause.text))
        for text, at, (name, start, end) in _segments(clause, cues):
            segment = attrs.evolve(clause, text=text, at=at)
            each = _encounter(reading, segment, name, start, end, last_date, told)
            _merge(found, each, reading, segment)
        if not cues and found and _AGAIN.search(clause.text) and found[-1].cue in _COLLECTIVE:
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
        or (each.cue in _COLLECTIVE and (each.seats or each.moment is not None))
    )


def _cues(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the cues of a sentence in its order: of one encounter, the narrowest alone."""
    found: list[tuple[str, int, int]] = []
    for name, pattern in CUES:
        for match in re.finditer(pattern, text):
            start, end = match.span()
            clear = all(end <= other[1] or other[2] <= start for other in found)
            if clear and not _DENIED.search(text[:start]):
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
    for one, other in zip(cues, cues[1:], strict=False):
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
    told: tuple[Happening, ...],
) -> Encounter:
    span = clause.span(start, end)
    home = clause.statement.span
    cue = Told(reading.text[span.start : span.end], span, home)
    each = Encounter(name, cue, home, _seats(reading, clause, name))
    if len(each.countries) < 2 and _TELLING.search(clause.text[:start]):  # noqa: PLR2004 - of two sides
        each.seats = _seats(reading, clause, name, speakers=True)
    each.planned = _AHEAD.search(clause.text[:start]) is not None
    each.venue, each.city = _place(reading, clause, name)
    date = _date(clause, start, end)
    if date is None and last_date is not None and _THEN.search(clause.text):
        date, each.moment_why = last_date, "The sentence before tells the day, and this one goes on from it."
    if _DURING.search(clause.text):
        announced = [step for step in told if step.step is AgreementStep.ANNOUNCED and step.moment is not None]
        each.announces = announced[-1] if announced else None
        if date is None and each.announces is not None:
            each.moment, each.moment_told = each.announces.moment, each.announces.moment_told
            each.moment_why = "The announcement was made on this day, and came during the meeting."
    if date is not None:
        each.moment, each.moment_told = reading.moments[date.span], _told(reading, date)
    return each


def _date(clause: Clause, start: int, end: int) -> Mention | None:
    after = clause.of("".join(re.findall(D, clause.text[end:])))
    before = clause.of("".join(re.findall(D, clause.text[:start])))
    near = before[-1] if before and not re.search(rf", and (?!by |{ACTOR})|; |, but |, which ", clause.text[_at(clause, before[-1]) : start]) else None
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
            venue = venue or _told(reading, mention)
        elif mention.value:
            city = city or _told(reading, mention)
    return venue, city


def _seats(reading: Reading, clause: Clause, name: str, *, speakers: bool = False) -> list[Seat]:
    """Return who took part, as far as this sentence tells."""
    roles = {
        letter: role for role, pattern in _ROLES for match in re.finditer(pattern, clause.text) for letter in match["who"]
    }
    subject = re.match(rf"(?:[Tt]he |[Ii]n {D},? |[Oo]n {D},? )?({ACTORS})", clause.text)
    actors = set(subject[1]) if subject is not None and name in _COLLECTIVE else set()
    found: list[Seat] = []
    for place, letter in enumerate(clause.text):
        mention = clause.mentions.get(letter)
        if mention is None:
            continue
        if not speakers and _SPEAKS.search(clause.text[place + 1 :]) and not re.search(r"\bs?he\b", clause.text[place:]):
            continue
        role = roles.get(letter, ParticipantRole.PARTICIPANT)
        if isinstance(mention.value, Who):
            found += _person(reading, mention, mention.value, role)
        elif isinstance(mention.value, Group):
            found += [
                Seat(str(each.value), _told(reading, each), None, _told(reading, mention), mention.value.who, role)
                for each in mention.value.countries
            ]
        elif mention.kind == "country" and letter in actors:
            found.append(Seat(str(mention.value), _told(reading, mention), None, _told(reading, mention), None, role))
    return found


def _person(reading: Reading, mention: Mention, who: Who, role: ParticipantRole) -> Iterator[Seat]:
    if who.country is None:
        return
    told = _told(reading, mention)
    yield Seat(who.country, told, who, told, who.titles.get(mention.span), role)


def _told(reading: Reading, mention: Mention) -> Told:
    home = next(each.span for each in reading.statements if each.span.overlaps(mention.span))
    return Told(mention.words, mention.span, home)


def _merge(found: list[Encounter], each: Encounter, reading: Reading, clause: Clause) -> None:
    """Put `each` among the encounters that were `found`: into one that it tells again, or behind them."""
    again = re.search(r"\b[Tt]h(?:e|at|eir) (?:\w+ )?(?:meeting|call|summit|ceremony|visit|talks|ministerial|signing)", clause.text)
    for other in found:
        dated = each.moment is None or other.moment is None or each.moment.date == other.moment.date
        shared = set(each.countries) & set(other.countries)
        alike = other.kind == each.kind or {other.cue, each.cue} == {"meet", "visit"}
        if alike and dated and (len(shared) > 1 or again is not None and each.cue == other.cue or not each.countries):
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
        if seat.who is None and same or any(each.who is seat.who for each in same):
            continue
        if unnamed:
            encounter.seats[encounter.seats.index(unnamed[0])] = seat
        else:
            encounter.seats.append(seat)
