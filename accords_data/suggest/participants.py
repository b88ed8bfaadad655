"""Who took part in an encounter, as a sentence tells it."""

import re
from collections.abc import Iterable, Iterator

import attrs

from accords_data.model.vocabularies import ParticipantRole
from accords_data.suggest.clauses import Clause
from accords_data.suggest.mask import ACTORS, D, Mention
from accords_data.suggest.meeting_cues import COLLECTIVE, MEETING, ROLES, SPEAKS
from accords_data.suggest.mentions import Reading, UnnamedGroup
from accords_data.suggest.people_in_text import Who
from accords_data.suggest.verbs import Phrase, phrase

_OWNS = re.compile(rf"['’]s? (?!(?:[\w-]+ ){{0,2}}(?:{MEETING}|trip|tour|arrival)\b)")
"""After a name: not that person, but the predecessor or the spokesman."""


@attrs.frozen
class Seat:
    """One place at an encounter."""

    country: str
    country_phrase: Phrase
    who: Who | None
    phrase: Phrase
    """The mention of the person, or of the group."""
    designation: str | None
    role: ParticipantRole = ParticipantRole.PARTICIPANT

    @property
    def office(self) -> str:
        """Return the title here, else the one that the text gives elsewhere; empty when it gives none."""
        titles = [] if self.who is None else list(self.who.titles.values())
        return self.designation or (titles[0] if titles else "")


def seats(reading: Reading, clause: Clause, name: str, *, speakers: bool = False) -> list[Seat]:
    """Return who took part, as far as this sentence tells."""
    roles = {
        letter: role
        for role, pattern in ROLES
        for match in re.finditer(pattern, clause.text)
        for letter in match["who"]
    }
    subject = re.match(rf"(?:[Tt]he |[Ii]n {D},? |[Oo]n {D},? )?({ACTORS})", clause.text)
    # A country itself takes part only in a summit, a ministerial or a signing; elsewhere its people do.
    actors = set(subject[1]) if subject is not None and name in COLLECTIVE else set()
    found: list[Seat] = []
    for place, letter in enumerate(clause.text):
        mention = clause.mentions.get(letter)
        if mention is None:
            continue
        if _OWNS.match(clause.text, place + 1):
            continue
        if not speakers and SPEAKS.search(clause.text[place + 1 :]) and not re.search(r"\bs?he\b", clause.text[place:]):
            continue
        role = roles.get(letter, ParticipantRole.PARTICIPANT)
        if isinstance(mention.value, Who):
            found += _person(reading, mention, mention.value, role)
        elif isinstance(mention.value, UnnamedGroup):
            found += [
                Seat(str(each.value), phrase(reading, each), None, phrase(reading, mention), mention.value.who, role)
                for each in mention.value.countries
            ]
        elif mention.kind == "country" and letter in actors:
            found.append(Seat(str(mention.value), phrase(reading, mention), None, phrase(reading, mention), None, role))
    return found


def _person(reading: Reading, mention: Mention, who: Who, role: ParticipantRole) -> Iterator[Seat]:
    if who.country is None:
        return
    place = phrase(reading, mention)
    yield Seat(who.country, place, who, place, who.titles.get(mention.span), role)


def seated(taken: Iterable[Seat], new: Iterable[Seat]) -> list[Seat]:
    """Return the seats `taken` with those that are `new`; a person takes the place that was left unnamed."""
    found = list(taken)
    for seat in new:
        same = [each for each in found if each.country == seat.country]
        unnamed = [each for each in same if each.who is None]
        if (seat.who is None and same) or any(each.who is seat.who for each in same):
            continue
        if unnamed:
            found[found.index(unnamed[0])] = seat
        else:
            found.append(seat)
    return found
