"""Steps that a text reports: of agreements, and of the relations of two countries, with what they rest on.

What is denied is no step. What lies ahead is told by a step that says so. A verb that is no cue word of the
vocabulary is told as inferred, with the verb.
"""

import re
from collections.abc import Iterator

import attrs

from accords_data.model.vocabularies import AgreementStep, RelationStep
from accords_data.suggest.clauses import Clause, clauses
from accords_data.suggest.mask import ACTORS, A, C, D, Mention
from accords_data.suggest.mentions import Reading
from accords_data.suggest.noun_cues import NOUN_CUES
from accords_data.suggest.relation_cues import RELATION_CUES
from accords_data.suggest.reported import asserted
from accords_data.suggest.step_cues import AGREEMENT_CUES, OTHER_DEAL, OTHER_PAPER
from accords_data.suggest.subjects import partner_beside, sides, signers
from accords_data.suggest.time_words import Moment
from accords_data.suggest.verbs import Acting, Phrase, Step, Telling

_THEN = re.compile(r"\bthen(?: (?:also|both|formally|jointly|duly))* $")

_UNTITLED = re.compile(
    r"\b(?:deal|agreement|pact|treaty|memorandum|document|accord|declaration|letter|contract)s?,?(?: (?:which|that))?"
    r"(?: (?:was|were|had been|has been))? $"
)
"""Right before a verb: it is said of a paper of which no title is known."""


@attrs.frozen
class Happening:
    """One step."""

    step: Step
    cue: Phrase
    country: str | None
    """Id of the country whose step it is; None for all at once."""
    country_phrase: Phrase | None
    other: str
    """The agreement's words, or the partner's id."""
    other_phrase: Phrase
    moment: Moment | None
    moment_phrase: Phrase | None
    by: Mention | None = None
    """The agreement that is said to have brought it about."""


def happenings(reading: Reading) -> tuple[Happening, ...]:
    """Return the steps that a text reports, none twice."""
    found: list[Happening] = []
    for clause in clauses(reading):
        for telling in _tellings(reading, clause):
            for each in _of_agreement(telling) if isinstance(telling.step, AgreementStep) else _of(telling, found):
                _add(found, each)
    return tuple(found)


def _add(found: list[Happening], each: Happening) -> None:
    """Add `each`, unless it is told already; a dated one takes the place of the same one without a date."""
    key = (each.step, each.country, each.other)
    same = [other for other in found if (other.step, other.country, other.other) == key]
    if not same:
        found.append(each)
    elif each.moment is not None and all(other.moment is None for other in same):
        found[found.index(same[0])] = each
    elif each.moment is not None and all(other.moment and other.moment.date != each.moment.date for other in same):
        found.append(each)


def _tellings(reading: Reading, clause: Clause) -> Iterator[Telling]:
    """Yield what a clause tells, in its order; of two cues that overlap the narrower."""
    taken: list[Telling] = []
    # Of two cues at one place, the first that is found stays: relations before agreements, verbs before nouns.
    cues: list[tuple[Step, str]] = [*RELATION_CUES, *AGREEMENT_CUES]
    for noun, several in ((False, cues), (True, list(NOUN_CUES))):
        for step, pattern in several:
            for match in re.finditer(pattern, clause.text):
                each = Telling(reading, clause, step, *match.span(), noun=noun)
                if not any(each.start < other.end and other.start < each.end for other in taken):
                    taken.append(each)
    # Denied ones go last of all: first they take their place, or a wider cue would tell the step after all.
    yield from filter(asserted, sorted(taken, key=lambda telling: telling.start))


def _of_agreement(telling: Telling) -> Iterator[Happening]:
    actors = signers(telling)
    for agreement in _papers(telling):
        phrase = telling.phrase(agreement)
        yield from (_happening(telling, each, agreement.words, phrase) for each in actors)
        yield from _likewise(telling, agreement.words, phrase) if actors else ()
        # "The Haifa Protocol became binding on 1 March 2026": nobody has to act for that.
        if not actors and telling.step is AgreementStep.ENTERED_INTO_FORCE:
            yield _happening(telling, None, agreement.words, phrase)


def _likewise(telling: Telling, agreement: str, agreement_phrase: Phrase) -> Iterator[Happening]:
    """Yield the same step of another country, told without a verb: "signed in September and Morocco in December"."""
    also = re.match(rf"[^,;]{{0,30}}?{D},? and (?:the )?({ACTORS}) (?:on |in )?({D})(?=[,.;]|$)", telling.after)
    if also is None or telling.noun:
        return
    (when,) = telling.clause.of(also[2])
    for each in telling.countries(also[1]):
        found = _happening(telling, each, agreement, agreement_phrase)
        yield attrs.evolve(found, moment=telling.reading.moments[when.span], moment_phrase=telling.phrase(when))


def _papers(telling: Telling) -> list[Mention]:
    """Return the agreements of which the step is told: those named beside the verb, else the one spoken of last."""
    after = re.search(rf"{A}(?:(?:, (?:the )?{A})*,? (?:and|as well as) (?:the )?{A})?", telling.after)
    if _UNTITLED.search(telling.before) is not None:
        return []
    # "signed a contract with an Israeli firm under the Haifa Protocol": the contract was signed.
    if after is not None and re.match(OTHER_DEAL, telling.after[: after.end()]) is not None:
        return []
    beside = re.findall(A, telling.inside) or re.findall(A, "" if after is None else after[0])
    letters = beside or re.findall(A, telling.before)[-1:]
    if letters and (beside or re.match(OTHER_PAPER, telling.after) is None):
        return [telling.clause.mentions[each] for each in letters]
    if telling.clause.paper is None or re.match(OTHER_PAPER, telling.after) is not None:
        return []
    return [telling.clause.mentions[telling.clause.paper]]


def _of(telling: Telling, before: list[Happening]) -> Iterator[Happening]:
    """Yield steps in the relations of two countries; `before` are those that the text tells before."""
    several = re.match(
        rf"[^,;]{{0,20}}?\bbetween (?:the )?({C}) and [^,;]{{3,40}},?"
        rf" (?:including|such as|among them)(?: the)? ({ACTORS})",
        telling.after,
    )
    if several is not None:
        (partner,) = telling.countries(several[1])
        papers = telling.clause.of("".join(re.findall(A, telling.before)))
        for each in telling.countries(several[2]):
            found = _happening(telling, each, partner.country, partner.phrase)
            yield attrs.evolve(found, by=papers[-1] if papers else None)
        return
    mine, others = sides(telling)
    for each in mine:
        for other in others or partner_beside(telling, each) or _partner_before(telling, each, before):
            if other.country != each.country:
                yield _happening(telling, each, other.country, other.phrase)


def _partner_before(telling: Telling, mine: Acting, before: list[Happening]) -> list[Acting]:
    """Return the other country of the step of that sort that the text told last, or of the same country."""
    relations = [each for each in before if isinstance(each.step, RelationStep)]
    same = [each for each in relations if _family(each.step) == _family(telling.step)]
    own = [each for each in relations if each.country == mine.country]
    return [Acting(each.other, each.other_phrase) for each in (same or own)][-1:]


def _family(step: Step) -> str:
    return next((word for word in ("embassy", "ambassador", "liaison") if word in str(step)), "relations")


def _happening(telling: Telling, acting: Acting | None, other: str, other_phrase: Phrase) -> Happening:
    date = telling.moment()
    moment, phrase = (None, None) if date is None else (telling.reading.moments[date.span], telling.phrase(date))
    if date is None and _THEN.search(telling.before) is not None:
        moment, phrase = _day_before(telling)
    return Happening(
        telling.step,
        telling.cue,
        None if acting is None else acting.country,
        None if acting is None else acting.phrase,
        other,
        other_phrase,
        moment,
        phrase,
    )


def _day_before(telling: Telling) -> tuple[Moment | None, Phrase | None]:
    """Return the one date of the sentence before, from which "then signed" goes on, if it is a day that is past."""
    statements = telling.reading.statements
    place = statements.index(telling.clause.statement)
    dates = [each for each in statements[place - 1].masked.mentions.values() if each.kind == "date"] if place else []
    if len(dates) != 1:
        return None, None
    moment = telling.reading.moments[dates[0].span]
    if len(moment.date) != len(telling.reading.published) or moment.date > telling.reading.published:
        return None, None
    why = f"{moment.reasoning}; the next sentence continues it"
    return attrs.evolve(moment, rule=None, reasoning=why), telling.phrase(dates[0])
