"""Sentences cut into clauses, with pronouns and "the accords" put back to what they stand for."""

import re
from collections.abc import Iterator

import attrs

from accords_data.spans import Span
from accords_data.suggestion.cast import Who
from accords_data.suggestion.mask import ACTOR, A, C, D, Mention
from accords_data.suggestion.mentions import Reading, Statement

_RELATIVE = re.compile(
    rf"(?P<who>{ACTOR}|{A}), (?P<rest>(?:which|who|whose|where)\b(?:[^,;]|, (?=(?:the )?{ACTOR}(?:,| and )))*)(?:,|$|(?=[.;]))"
)
_JOINT = re.compile(
    rf"(?:, and|;(?: and)?|, but|, while|, whereas|, although) (?=(?:the )?(?:{ACTOR} (?:also |itself |then )?"
    r"(?:[a-z]+ed|has|have|had|will|would|is|was|are|were|met|said|cut|broke|did|does)\b|it\b|they\b))"
)
_PRONOUN = re.compile(
    r"\b[Hh]e\b|\b[Ss]he\b|^[Tt]he (?:king|queen|president|prime minister|minister|emir|sultan|chancellor)\b(?! of)"
)
_PAIR = re.compile(
    r"\b(?:[Tt]he two|[Bb]oth)(?: \w+)? (?:countries|states|governments|sides|nations|capitals|leaders|ministers|men|women|presidents|diplomats)\b"
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


def clauses(reading: Reading, *, whole: bool = False) -> tuple[Clause, ...]:
    """Return the clauses of a text, in its order; or, as a `whole`, its sentences."""
    return tuple(_clauses(reading, whole=whole))


def _clauses(reading: Reading, *, whole: bool) -> Iterator[Clause]:
    everything: dict[str, Mention] = {}
    for statement in reading.statements:
        everything |= statement.masked.mentions
    person = paper = about = pair = None
    for statement in reading.statements:
        letters = statement.masked.text
        text, at = _resolved(letters, everything, person, paper, about, pair)
        for part, places in [(text, at)] if whole else _parts(text, at):
            yield Clause(statement, part, places, everything, paper or _first(A, letters), about)
        person = _first_person(letters, everything) or person
        paper = _last(A, letters) or paper
        pair = _two(letters, everything) or pair
        opening = re.match(rf"(?:(?!to|with|by|in|from|of|for)\w+,? ){{0,2}}({ACTOR})", letters)
        about = _country_letter(opening[1], everything, statement) if opening is not None else about


def _resolved(  # noqa: PLR0913, PLR0917 - what a pronoun may stand for
    letters: str,
    mentions: dict[str, Mention],
    person: str | None,
    paper: str | None,
    about: str | None,
    pair: str | None,
) -> tuple[str, tuple[int, ...]]:
    """Return the letters with pronouns replaced by what they stand for, and where each letter stood."""
    text, at = letters, list(range(len(letters)))
    for pattern, letter in (
        (_PAIR, pair),
        (_PRONOUN, person),
        (_OBJECT, person),
        (_OWN_LAND, person),
        (_LAND, about),
        (_PAPER, paper),
    ):
        for match in reversed(list(pattern.finditer(text))):
            known = pattern in {_PRONOUN, _OWN_LAND} and _first_actor(text[: match.start()])
            stands_for = (_two(text[: match.start()], mentions) or letter) if pattern is _PAIR else letter
            if stands_for is not None and not known:
                text = text[: match.start()] + stands_for + text[match.end() :]
                at[match.start() : match.end()] = [-1] * len(stands_for)
    return text, tuple(at)


def _parts(text: str, at: tuple[int, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the main clause, then each relative clause with the word that it follows put before it."""
    relative = []
    while (match := _RELATIVE.search(text)) is not None:
        who, rest = match["who"], slice(match.start("rest"), match.end("rest"))
        relative.append((f"{who} {text[rest]}", (-1, -1, *at[rest])))
        text = text[: match.start() + 1] + text[match.end() :]
        at = (*at[: match.start() + 1], *at[match.end() :])
    start = 0
    for joint in [*_JOINT.finditer(text), None]:
        end = len(text) if joint is None else joint.start()
        yield text[start:end], at[start:end]
        start = end if joint is None else joint.end()
    yield from relative


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
    return re.search(ACTOR, letters) is not None and re.search(C, letters) is None


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
