"""One verb of a clause that tells a step: of whom it is said, of whom else, and when."""

import re

import attrs

from accords_data.spans import Span
from accords_data.suggestion.cast import Who
from accords_data.suggestion.clauses import Clause
from accords_data.suggestion.mask import ACTORS, A, C, D, Mention
from accords_data.suggestion.mentions import Group, Reading
from accords_data.suggestion.step_cues import ACTS, CABINET, DECIDE, PARLIAMENT, PREPOSED, SAID, SPEECH
from accords_data.vocabulary import AgreementStep, RelationStep

Step = AgreementStep | RelationStep


@attrs.frozen
class Told:
    """A mention, or a cue, with the sentence in which it stands."""

    words: str
    span: Span
    sentence: Span


@attrs.frozen
class Acting:
    """A country that acts, and what tells that it does."""

    country: str
    told: Told


@attrs.frozen
class Telling:
    """A cue in a clause."""

    reading: Reading
    clause: Clause
    step: Step
    start: int
    end: int

    @property
    def before(self) -> str:
        """The letters of the clause before the cue."""
        return self.clause.text[: self.start]

    @property
    def inside(self) -> str:
        """The letters of the cue."""
        return self.clause.text[self.start : self.end]

    @property
    def after(self) -> str:
        """The letters of the clause after the cue."""
        return self.clause.text[self.end :]

    @property
    def cue(self) -> Told:
        """The cue itself."""
        return cue(self.reading, self.clause, self.start, self.end)

    def told(self, mention: Mention) -> Told:
        """Return `mention` with its sentence."""
        return told(self.reading, mention)

    def named(self, words: str, country: str) -> list[Acting]:
        """Return `country`, told by `words` of the clause that name it otherwise."""
        place = self.clause.text.index(words)
        span = self.clause.span(place, place + len(words))
        return [Acting(country, Told(words, span, self.clause.statement.span))]

    def countries(self, letters: str) -> list[Acting]:
        """Return the countries for which the actors in `letters` act, each once."""
        found: dict[str, Acting] = {}
        for mention in self.clause.of(letters):
            for country, place in _acting(mention):
                found.setdefault(country, Acting(country, self.told(place)))
        return list(found.values())

    def subject(self) -> str:
        """Return the letters of whom the verb is said of."""
        lists = list(re.finditer(ACTORS, self.before))
        for match in reversed(lists):
            if not PREPOSED.search(self.before[: match.start()]):
                return match[0]
        of = [match[0] for match in lists if self.before[: match.start()].endswith((" of ", " of the "))]
        parties = re.search(rf"{A} (?:between|of) (?:the )?({C} and (?:the )?{C})", self.before)
        first = re.match(rf"In (?:\w+ )?(?:the )?({C}),? (?:the|its) ", self.before)
        if of or parties is not None or first is not None:
            return of[-1] if of else (parties or first)[1]  # type: ignore[index] # one of the two is there
        return self._understood()

    def _understood(self) -> str:
        """Return the letter of the country that was spoken of, where the clause begins with a word for it."""
        opens = re.match(
            rf"(?:[Ii]ts|[Ii]t|[Tt]hey|[Tt]heir|[Tt]he (?:{PARLIAMENT}|{CABINET})|An? (?:new )?ambassador|A signing)\b",
            self.clause.text,
        )
        return (self.clause.about or "") if opens is not None or re.match(C, self.inside) else ""

    def object(self) -> str:
        """Return the letters of the other country."""
        if self.step is RelationStep.RECOGNITION:
            direct = re.match(rf" (?:the )?({C})", self.after)
            which = re.match(rf"({C}) which ", self.clause.text)
            return _group(direct) or _group(which)
        after = re.match(rf"[^;]{{0,40}}?\b(?:with|to|in|from|between|of) (?:the )?({ACTORS})", self.after)
        return _group(re.search(rf"\b(?:with|to|in|from) (?:the )?({C})", self.inside)) or _group(after)

    def moment(self) -> Mention | None:
        """Return the date of the step: the nearest one, by how such steps are told."""
        before, inside, after = (self._dates(*limits) for limits in self._limits())
        if inside:
            return inside[0]
        if self.step not in ACTS:
            return (after + before[::-1])[0] if after or before else None
        if re.match(DECIDE, self.inside) is None and SPEECH.search(self.clause.text) is None:
            return None
        past = [each for each in after if self.reading.moments[each.span].date <= self.reading.published]
        return (before[::-1] + past)[0] if before or past else None

    def _limits(self) -> tuple[tuple[int, int], ...]:
        return (0, self.start), (self.start, self.end), (self.end, len(self.clause.text))

    def _dates(self, first: int, last: int) -> list[Mention]:
        """Return the dates between two places that are not merely the day on which somebody said so."""
        text = self.clause.text
        return [
            self.clause.mentions[match[0]]
            for match in re.finditer(D, text)
            if first <= match.start() < last and (self.step in ACTS or SAID.search(text[: match.start()]) is None)
        ]


def cue(reading: Reading, clause: Clause, start: int, end: int) -> Told:
    """Return the words of a clause between two places, without the space around them, with their sentence."""
    span = clause.span(start, end)
    words = reading.text[span.start : span.end]
    begin = span.start + len(words) - len(words.lstrip())
    return Told(words.strip(), Span(begin, begin + len(words.strip())), clause.statement.span)


def told(reading: Reading, mention: Mention) -> Told:
    """Return `mention` with the sentence in which it stands."""
    home = next(each.span for each in reading.statements if each.span.overlaps(mention.span))
    return Told(mention.words, mention.span, home)


def _acting(mention: Mention) -> list[tuple[str, Mention]]:
    """Return the countries for which `mention` acts, each with the mention that tells it."""
    if isinstance(mention.value, Group):
        return [(str(each.value), each) for each in mention.value.countries]
    country = mention.value.country if isinstance(mention.value, Who) else str(mention.value)
    return [(country, mention)] if country else []


def _group(match: re.Match[str] | None) -> str:
    return "" if match is None else match[1]
