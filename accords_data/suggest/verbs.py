"""One verb of a clause that tells a step: of whom it is said, of whom else, and when."""

import re

import attrs

from accords_data.model.vocabularies import AgreementStep, RelationStep
from accords_data.seeds.spans import Span
from accords_data.suggest.clauses import Clause
from accords_data.suggest.mask import ACTORS, A, C, D, M, Mention
from accords_data.suggest.mentions import Reading, UnnamedGroup
from accords_data.suggest.modality import SAID, SPEECH
from accords_data.suggest.people_in_text import Who
from accords_data.suggest.relation_cues import STATE
from accords_data.suggest.step_cues import ACTS, CABINET, DECIDE, PARLIAMENT

Step = AgreementStep | RelationStep
_PREPOSED = re.compile(
    r"\b(?:to|with|from|by|between|in|for|at|into|against|over|near|including|after|of|told|informed|assured|reminded)"
    r"(?: the)? $"
)
_PAUSE = re.compile(rf";|,(?! {D})|(?<!day),")
"""A comma; that of "Thursday, 2 October" is none."""
_SUBORDINATE = re.compile(
    rf"\b(?:after|before|once|when|because|until) (?:the )?({ACTORS})"
    r"(?: (?:had|has|have|also|formally|itself))* ?$"
)
"""A clause of its own that ends with the verb: "after Oman signed"."""
_LASTING = {RelationStep.RELATIONS_MAINTAINED}
_SINCE = re.compile(r"\bsince (?:\w+ )?$")


@attrs.frozen
class Phrase:
    """A mention, or a cue, with the sentence in which it stands."""

    words: str
    span: Span
    sentence: Span


@attrs.frozen
class Acting:
    """A country that acts, and what tells that it does."""

    country: str
    phrase: Phrase


@attrs.frozen
class Telling:
    """A cue in a clause."""

    reading: Reading
    clause: Clause
    step: Step
    start: int
    end: int
    noun: bool = False
    """Whether a noun tells it."""

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
    def cue(self) -> Phrase:
        """The cue itself."""
        return cue(self.reading, self.clause, self.start, self.end)

    def part(self) -> tuple[str, str]:
        """Return the letters before and after the cue as far as the next comma."""
        return _PAUSE.split(self.before)[-1], _PAUSE.split(self.after)[0]

    def phrase(self, mention: Mention) -> Phrase:
        """Return `mention` with its sentence."""
        return phrase(self.reading, mention)

    def named(self, words: str, country: str) -> list[Acting]:
        """Return `country`, told by `words` of the clause that name it otherwise."""
        place = self.clause.text.index(words)
        span = self.clause.span(place, place + len(words))
        return [Acting(country, Phrase(words, span, self.clause.statement.span))]

    def countries(self, letters: str) -> list[Acting]:
        """Return the countries for which the actors in `letters` act, each once."""
        found: dict[str, Acting] = {}
        for mention in self.clause.of(letters):
            for country, place in _acting(mention):
                found.setdefault(country, Acting(country, self.phrase(place)))
        return list(found.values())

    def subject(self) -> str:
        """Return the letters of whom the verb is said of."""
        subordinate = _SUBORDINATE.search(self.before)
        if subordinate is not None:
            return subordinate[1]
        lists = list(re.finditer(ACTORS, self.before))
        # "told Dana Orr that Doha wanted to join", of an Omani president: Doha is of nobody named.
        if self._of_another_land(lists):
            return ""
        for match in reversed(lists):
            if not _PREPOSED.search(self.before[: match.start()]):
                return match[0]
        of = [match[0] for match in lists if self.before[: match.start()].endswith((" of ", " of the "))]
        parties = re.search(rf"{A} (?:between|of) (?:the )?({C} and (?:the )?{C})", self.before)
        first = re.match(rf"In (?:\w+ )?(?:the )?({C}),? (?:the|its) ", self.before)
        if of or parties is not None or first is not None:
            return of[-1] if of else (parties or first)[1]  # type: ignore[index] # one of the two is there
        return self._understood()

    def _of_another_land(self, lists: list[re.Match[str]]) -> bool:
        """Return whether "that Ankara wanted" stands right before the cue, and Ankara is of nobody named before."""
        capital = re.search(rf"\bthat ({M})(?: (?:had|has|have|also))* $", self.before)
        if capital is None:
            return False
        named = {each.country for match in lists for each in self.countries(match[0])}
        return str(self.clause.mentions[capital[1]].value) not in named

    def _understood(self) -> str:
        """Return the letter of the country that was spoken of, where the clause begins with a word for it."""
        opens = re.match(
            rf"(?:(?:On|In) {D},? )?(?:[Ii]ts|[Ii]t|[Tt]hey|[Tt]heir|(?:[Tt]he )?(?:{PARLIAMENT}|{CABINET})"
            r"|An? (?:new )?ambassador|A signing"
            r"|(?:Diplomatic |Formal |Full )?(?:[Rr]elations|[Tt]ies) (?:was|were|have been|had been))\b",
            self.clause.text,
        )
        return (self.clause.about or "") if opens is not None or re.match(C, self.inside) else ""

    def objects(self) -> list[str]:
        """Return the letters of whoever may be the other country, the likeliest first."""
        if self.step is RelationStep.RECOGNITION:
            direct = re.match(rf" ?{STATE}({C})", self.after)
            which = re.match(rf"({C}) which ", self.clause.text)
            return [_group(direct) or _group(which)]
        inside = re.search(rf"\b(?:with|to|in|from) (?:the )?({C})", self.inside)
        after = re.finditer(rf"\b(?:with|to|in|from|between|of) (?:the )?({ACTORS})", self.after.split(";")[0][:60])
        return [_group(inside), *(match[1] for match in after)]

    def moment(self) -> Mention | None:
        """Return the date of the step: the nearest one, by how such steps are told."""
        before, inside, after = (self._dates(*limits) for limits in self._limits())
        # What is planned cannot lie behind: a day that is over is that of the plan.
        if self.step is AgreementStep.CEREMONY_PLANNED:
            inside, after, before = (
                [each for each in dates if not self._over(each)] for dates in (inside, after, before)
            )
        if inside:
            return inside[0]
        if self.step not in ACTS:
            return (after + before[::-1])[0] if after or before else None
        if re.match(DECIDE, self.inside) is None and SPEECH.search(self.clause.text) is None:
            return None
        past = [each for each in after if self._past(each) and self._of_the_saying(each)]
        return (before[::-1] + past)[0] if before or past else None

    def _past(self, date: Mention) -> bool:
        return self.reading.moments[date.span].date <= self.reading.published

    def _over(self, date: Mention) -> bool:
        """Return whether the day, month or year is over on the day of publication."""
        when = self.reading.moments[date.span].date
        return when < self.reading.published[: len(when)]

    def _of_the_saying(self, date: Mention) -> bool:
        """Return whether a date after the cue is that of the saying: no comma, or a verb of saying, is between."""
        letter = next(letter for letter, each in self.clause.mentions.items() if each is date)
        between = self.after[: self.after.index(letter)]
        return "," not in between or SPEECH.search(between) is not None

    def _limits(self) -> tuple[tuple[int, int], ...]:
        """Return where dates may stand before, in and after the cue: beside a noun, as far as the next comma."""
        before, after = (len(part) for part in self.part()) if self.noun else (len(self.before), len(self.after))
        subordinate = _SUBORDINATE.search(self.before)
        if subordinate is not None:
            before = self.start - subordinate.start()
        # "Oman, a signatory of the Accords since January 2021": only a date right behind it is meant.
        if "signator" in self.inside:
            beside = re.match(rf"(?:(?: of| to)? (?:the )?{A})?,? (?:too,? )?(?:since|in|on|as of) {D}", self.after)
            before, after = 0, 0 if beside is None else beside.end()
        return (self.start - before, self.start), (self.start, self.end), (self.end, self.end + after)

    def _dates(self, first: int, last: int) -> list[Mention]:
        """Return the dates between two places that are not merely the day on which somebody said so."""
        text = self.clause.text
        return [
            self.clause.mentions[match[0]]
            for match in re.finditer(D, text)
            if first <= match.start() < last and self._tells_when(text[: match.start()])
        ]

    def _tells_when(self, before: str) -> bool:
        """Return whether a date after `before` is the day of the step: not of a saying, nor since when it holds."""
        # "have maintained relations since April 1992" tells no day on which something happened.
        lasting = self.step in _LASTING and (_SINCE.search(before) is not None or len(before) < self.start)
        return not lasting and (self.step in ACTS or SAID.search(before) is None)


def cue(reading: Reading, clause: Clause, start: int, end: int) -> Phrase:
    """Return the words of a clause between two places, without the space around them, with their sentence."""
    span = clause.span(start, end)
    words = reading.text[span.start : span.end]
    begin = span.start + len(words) - len(words.lstrip())
    return Phrase(words.strip(), Span(begin, begin + len(words.strip())), clause.statement.span)


def phrase(reading: Reading, mention: Mention) -> Phrase:
    """Return `mention` with the sentence in which it stands."""
    home = next(each.span for each in reading.statements if each.span.overlaps(mention.span))
    return Phrase(mention.words, mention.span, home)


def _acting(mention: Mention) -> list[tuple[str, Mention]]:
    """Return the countries for which `mention` acts, each with the mention that tells it."""
    if isinstance(mention.value, UnnamedGroup):
        return [(str(each.value), each) for each in mention.value.countries]
    if mention.kind in {"agreement", "date"}:
        return []
    country = mention.value.country if isinstance(mention.value, Who) else str(mention.value)
    return [(country, mention)] if country else []


def _group(match: re.Match[str] | None) -> str:
    return "" if match is None else match[1]
