"""Sentences cut into clauses, with pronouns and "the accords" put back to what they stand for."""

import re
from collections.abc import Iterator

import attrs

from accords_data.seeds.spans import Span
from accords_data.suggest.mask import ACTOR, A, C, D, Mention, P
from accords_data.suggest.mentions import Reading, Statement
from accords_data.suggest.people_in_text import Who

# A comma ends the clause, but not within a list: "Oman, which met Israel, Qatar and Egypt, signed".
_RELATIVE = re.compile(
    rf"(?P<who>{ACTOR}|{A}), (?P<rest>(?:which|who|whose|where)\b(?:[^,;]|, (?=(?:the )?{ACTOR}(?:,| and )))*)(?:,|$|(?=[.;]))"
)
# Only where a subject and its verb follow does a clause begin: ", and it has since ratified them".
_JOINT = re.compile(
    rf"(?:, and|;(?: and)?|, but|, while|, whereas|, although) (?=(?:(?:in|on) {D},? )?(?:the )?(?:(?:(?:[Kk]ingdom|[Rr]epublic|[Ss]ultanate|[Ss]tate|[Gg]overnment) of (?:the )?)?{ACTOR} (?:also |itself |then )?"
    r"(?:[a-z]+ed|has|have|had|will|would|is|was|are|were|met|said|cut|broke|did|does)\b|it\b|they\b))"
)
_GOES_ON = re.compile(r"\b(?:since|later|now|has|have|will)\b")
"""In a clause after "and": it is of another time than the one before."""
_PRONOUN = re.compile(
    r"\b[Hh]e\b|\b[Ss]he\b|^[Tt]he (?:king|queen|president|prime minister|minister|emir|sultan|chancellor)\b(?! of)"
    r"|\b[Tt]he (?:sovereign|monarch|ruler)\b(?! of)"
)
_PAIR = re.compile(r"\b(?:[Tt]he two|[Bb]oth)(?: \w+)? (?:countries|states|governments|sides|nations|capitals)\b")
_DUO = re.compile(
    r"\b(?:[Tt]he two|[Bb]oth)(?: \w+)? (?i:leaders|ministers|men|women|presidents|diplomats|monarchs)\b"
    r"|\b[Tt]he (?:two|pair|duo)(?= (?:also |later |then |first |again )?(?:met|meet|spoke|held|hold|talked|sat|will|are|were|have|had|agreed|signed)\b)|^Both(?= (?:met|will|are|were|have|had|signed)\b)"
    r"|^They(?= (?:met|will meet|are (?:due|to|set|expected) (?:to )?meet|had met|last met|also met|spoke|held|sat)\b)"
)
LAND = r"\b[Tt]he (?:[A-Z]?\w+[ -]){0,3}(?:country|kingdom|state|republic|nation|emirate|sheikhdom|island nation|government)\b(?! of)"
"""What a text says instead of a country's name."""
_LAND = re.compile(LAND)
_OBJECT = re.compile(
    r"(?:(?<=\bmet )|(?<=\bwith )|(?<=received )|(?<=hosted )|(?<=welcomed )|(?<=brought )|(?<=phoned )|(?<=greeted ))(?:him|her)"
    rf"(?=[,.;]|$| (?:on|in|at|for|together|again|last|yesterday|today|over|by|and|there|during|after|the same|that|{D}))"
)
_BESIDE = re.compile(r"(?:(?<=[Bb]eside )|(?<=[Nn]ext to )|(?<=[Aa]longside )|(?<=[Oo]pposite ))(?:him|her)\b")
_HIS_HOUSE = re.compile(
    r"\b(?:[Hh]is|[Hh]er)(?= (?:own )?(?:cabinet|parliament|ministers|council of ministers|senate)\b)"
)
_SEAT = re.compile(r"\b(?:embassy|ambassador|liaison office)\b")
_ONE = re.compile(r"(?:(?<=opened )|(?<=open )|(?<=appointed a new )|(?<=named a new )|(?<=sent a new ))one\b")
"""What stands for the embassy, or the like, that was spoken of before: "opened one"."""
_OWN_LAND = re.compile(r"\b(?:[Hh]is|[Hh]er) (?:own )?(?:country|government|nation|kingdom|republic|state|island)\b")
_PAPER = re.compile(
    r"\b[Tt]he (?:same |new |full )?(?:accords?|agreement|declaration|pact|treaty|document|framework|memorandum|deal|charter|protocol|compact|convention|instrument|arrangement|communiqu[eé])\b(?! of)"
)


@attrs.frozen
class Clause:
    """A clause of a sentence, in masked letters."""

    statement: Statement
    text: str
    at: tuple[int, ...]
    """Where each letter of `text` stands in the masked sentence; -1 for one put in for a pronoun."""
    mentions: dict[str, Mention]
    """Every mention of the whole text by its letter."""
    paper: str | None
    """Letter of the agreement that was spoken of last."""
    about: str | None
    """Letter of the country that was spoken of last, at the beginning of a sentence."""

    def words(self, start: int, end: int, text: str) -> str:
        """Return the words of the whole `text` for ``self.text[start:end]``."""
        span = self.span(start, end)
        return text[span.start : span.end]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the whole text of ``self.text[start:end]``, without what was put in."""
        real = [place for place in self.at[start:end] if place >= 0]
        return self.statement.masked.span(real[0], real[-1] + 1)

    def of(self, letters: str) -> list[Mention]:
        """Return the mentions in `letters`."""
        return [self.mentions[letter] for letter in letters if letter in self.mentions]


@attrs.define
class _Spoken:
    """What was spoken of before a sentence: letters that mean it."""

    person: str | None = None
    paper: str | None = None
    about: str | None = None
    pair: str | None = None
    """Two actors, of two countries."""
    duo: str | None = None
    """Two people, of two countries."""
    sentence: str = ""
    """The sentence before."""

    def meanings(self) -> tuple[tuple[re.Pattern[str], str | None], ...]:
        """Return what the pronouns mean, as far as the sentences before tell."""
        of_person = [(pattern, self.person) for pattern in (_PRONOUN, _OBJECT, _BESIDE, _OWN_LAND, _HIS_HOUSE)]
        pairs = ((_PAIR, self.pair), (_DUO, self.duo or self.pair))
        # None for "one": what it means may stand in the sentence itself, so `_meant` looks for it.
        return (*pairs, *of_person, (_LAND, self.about), (_PAPER, self.paper), (_ONE, None))


def clauses(reading: Reading, *, whole: bool = False) -> tuple[Clause, ...]:
    """Return the clauses of a text, in its order; or, as a `whole`, its sentences."""
    return tuple(_clauses(reading, whole=whole))


def _clauses(reading: Reading, *, whole: bool) -> Iterator[Clause]:
    # All of them first, because a pronoun is replaced by a letter of any sentence before.
    everything: dict[str, Mention] = {}
    for statement in reading.statements:
        everything |= statement.masked.mentions
    spoken = _Spoken()
    for statement in reading.statements:
        letters = statement.masked.text
        text, at = _resolved(letters, everything, spoken)
        for part, places in [(text, at)] if whole else _parts(text, at):
            paper = spoken.paper or _first(A, letters)
            yield Clause(statement, part, places, everything, paper, spoken.about or _subject(letters))
        spoken.person = _first_person(letters, everything) or spoken.person
        spoken.paper = _last(A, letters) or spoken.paper
        spoken.pair = _two(text, everything) or spoken.pair
        spoken.duo = _two("".join(re.findall(P, text)), everything) or spoken.duo
        spoken.sentence = letters
        # "Meanwhile, Oman" is about Oman; "By Oman" and "To Oman" are not.
        opening = re.match(rf"(?:(?!to|with|by|in|from|of|for)\w+,? ){{0,2}}({ACTOR})", letters)
        if opening is not None:
            spoken.about = _country_letter(opening[1], everything, statement)


def _resolved(letters: str, mentions: dict[str, Mention], spoken: _Spoken) -> tuple[str, tuple[int, ...]]:
    """Return the letters with pronouns replaced by what they stand for, and where each letter stood."""
    text, at = letters, list(range(len(letters)))
    for pattern, letter in spoken.meanings():
        # From the end, so that the places of the matches before it stay right.
        for match in reversed(list(pattern.finditer(text))):
            stands_for = _meant(pattern, letter, text[: match.start()], mentions, spoken)
            if stands_for is not None:
                text = text[: match.start()] + stands_for + text[match.end() :]
                at[match.start() : match.end()] = [-1] * len(stands_for)
    return text, tuple(at)


def _meant(
    pattern: re.Pattern[str], letter: str | None, before: str, mentions: dict[str, Mention], spoken: _Spoken
) -> str | None:
    """Return what a pronoun stands for, of which the sentences before tell `letter`, and the sentence `before`."""
    # "Omani President Salim Qadri said that he wanted his country in": the sentence itself names whom "he" means.
    if pattern in {_PRONOUN, _OWN_LAND, _HIS_HOUSE} and _first_actor(before):
        return None
    # "Salim Qadri was in Rome, where Dana Orr received him": of the two, the first is meant.
    if pattern is _OBJECT and len(people := re.findall(P, before)) > 1:
        return str(people[0])
    if pattern in {_PAIR, _DUO}:
        return _two(before, mentions) or letter
    return _last(_SEAT.pattern, spoken.sentence + before) if pattern is _ONE else letter


def _parts(text: str, at: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the main clause, then each relative clause with the word that it follows put before it."""
    relative = []
    while (match := _RELATIVE.search(text)) is not None:
        who, rest = match["who"], slice(match.start("rest"), match.end("rest"))
        relative.append((f"{who} {text[rest]}", (-1, -1, *at[rest])))
        # The comma before "and" stays for `_joined`: "signed the Accords, which take effect in May, and Bahrain
        # opened".
        end = match.end() - (re.match(A, who) is not None and text.startswith(", and ", match.end() - 1))
        text = text[: match.start() + 1] + text[end:]
        at = (*at[: match.start() + 1], *at[end:])
    yield from _joined(text, at)
    yield from relative


def _joined(text: str, at: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the clauses that "and" or "while" joins; the day with which the first begins is that of those after "and"."""
    opening = re.match(rf"(?:On |In )?{D},? ", text)
    start, head = 0, ""
    for joint in [*_JOINT.finditer(text), None]:
        end = len(text) if joint is None else joint.start()
        # "In January 2021 it signed the Accords, and it has since ratified them": the second step has another day.
        before = head if _GOES_ON.search(text[start:end]) is None else ""
        yield before + text[start:end], (*[-1] * len(before), *at[start:end])
        start = end if joint is None else joint.end()
        head = opening[0] if opening is not None and joint is not None and joint[0].startswith(", and") else ""


def _subject(letters: str) -> str | None:
    """Return the country with which a sentence begins, for "it" in its later clauses."""
    opening = re.match(rf"(?:(?:On|In) {D},? )?(?:[Tt]he )?({C})", letters)
    return None if opening is None else opening[1]


def _first(pattern: str, letters: str) -> str | None:
    match = re.search(pattern, letters)
    return None if match is None else match[0]


def _last(pattern: str, letters: str) -> str | None:
    return next(iter(reversed(re.findall(pattern, letters))), None)


def _two(letters: str, mentions: dict[str, Mention]) -> str | None:
    """Return the two actors of a sentence, where it has two of two countries, as a list of letters."""
    found: dict[str, str] = {}
    for letter in letters:
        mention = mentions.get(letter)
        if mention is not None and mention.kind in {"country", "person"}:
            country = mention.value.country if isinstance(mention.value, Who) else str(mention.value)
            if country is not None and (country not in found or mention.kind == "person"):
                found[country] = letter
    return " and ".join(found.values()) if len(found) == 2 else None  # noqa: PLR2004 - a pair


def _first_actor(letters: str) -> bool:
    """Return whether the first actor that a sentence names is no country: a pronoun means that one."""
    first = re.search(ACTOR, letters)
    return first is not None and re.match(C, first[0]) is None


def _first_person(letters: str, mentions: dict[str, Mention]) -> str | None:
    return next((each for each in letters if each in mentions and isinstance(mentions[each].value, Who)), None)


def _country_letter(letter: str, mentions: dict[str, Mention], statement: Statement) -> str | None:
    """Return a letter that means the country of `letter`: itself, or that of the person's country in the sentence."""
    mention = mentions[letter]
    if mention.kind == "country":
        return letter
    if isinstance(mention.value, Who):
        for inner, other in statement.plain.mentions.items():
            if other.kind == "country" and other.value == mention.value.country:
                mentions[inner] = other
                return inner
    return None
