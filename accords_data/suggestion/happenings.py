"""Steps that a text reports: of agreements, and of the relations of two countries, with what they rest on.

What is denied is no step. What lies ahead is told by a step that says so. A verb that is no cue word of the
vocabulary is told as inferred, with the verb.
"""

import re
from collections.abc import Iterator

import attrs

from accords_data.suggestion.clauses import Clause, clauses
from accords_data.suggestion.mask import ACTOR, ACTORS, A, C, M, Mention
from accords_data.suggestion.mentions import Reading
from accords_data.suggestion.step_cues import AGREEMENT_CUES, DENIED, RELATION_CUES, SEATED, UNTITLED
from accords_data.suggestion.telling import Acting, Step, Telling, Told
from accords_data.suggestion.times import Moment
from accords_data.vocabulary import AgreementStep, RelationStep


@attrs.frozen
class Happening:
    """One step."""

    step: Step
    cue: Told
    country: str | None
    """Id of the country whose step it is; None for all at once."""
    country_told: Told | None
    other: str
    """The agreement's words, or the partner's id."""
    other_told: Told
    moment: Moment | None
    moment_told: Told | None
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
    cues: list[tuple[Step, str]] = [*RELATION_CUES, *AGREEMENT_CUES]
    for step, pattern in cues:
        for match in re.finditer(pattern, clause.text):
            each = Telling(reading, clause, step, *match.span())
            if not any(each.start < other.end and other.start < each.end for other in taken):
                taken.append(each)
    for each in sorted(taken, key=lambda telling: telling.start):
        if DENIED.search(each.before) is None and "not" not in each.inside.split():
            yield each


def _of_agreement(telling: Telling) -> Iterator[Happening]:
    letters = [*re.findall(A, telling.after), *re.findall(A, telling.before)]
    if not letters and (telling.clause.paper is None or re.match(UNTITLED, telling.after)):
        return
    agreement = telling.clause.mentions[letters[0] if letters else str(telling.clause.paper)]
    actors = _signers(telling)
    if actors or telling.step is AgreementStep.ENTERED_INTO_FORCE:
        told = telling.told(agreement)
        yield from (_happening(telling, each, agreement.words, told) for each in actors)
        if not actors:
            yield _happening(telling, None, agreement.words, told)


def _signers(telling: Telling) -> list[Acting]:
    """Return whose step it is: the subject of the verb, or whom "by" names where the verb is passive."""
    by = re.match(rf"[^,;]{{0,40}}?\bby (?:the )?({ACTORS}(?:, and {ACTOR}(?! \w+ed\b))?)", telling.after)
    passive = re.search(rf"\b(?:was|were|been|be)\b[^,;]{{0,15}}$|{A},? $", telling.before) is not None
    within = re.search(rf"\b(?:of|in) (?:the )?({C}|{M})", telling.inside)
    within = within or re.match(rf" (?:of|in) (?:the )?({C}|{M})", telling.after)
    if telling.step in {AgreementStep.LEGISLATURE_APPROVED, AgreementStep.CABINET_APPROVED} and within is not None:
        return telling.countries(within[1])
    if telling.step is AgreementStep.ENTERED_INTO_FORCE:
        between = re.match(rf" (?:for|between|in) (?:the )?({ACTORS})", telling.after)
        return [] if between is None else telling.countries(between[1])
    if passive:
        return [] if by is None else telling.countries(by[1])
    found = telling.countries(telling.subject())
    return found or (telling.named("Knesset", "ISR") if "Knesset" in telling.before + telling.inside else [])


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
            found = _happening(telling, each, partner.country, partner.told)
            yield attrs.evolve(found, by=papers[-1] if papers else None)
        return
    mine, others = _sides(telling)
    for each in mine:
        for other in others or _partner_before(telling, each, before):
            if other.country != each.country:
                yield _happening(telling, each, other.country, other.told)


def _sides(telling: Telling) -> tuple[list[Acting], list[Acting]]:
    """Return whose act it is, and the other country, as far as the clause tells."""
    pattern = rf"\bbetween (?:the )?({C}) and (?:the )?({C})"
    between = re.match(rf"[^,;]{{0,20}}?{pattern}", telling.after) or re.search(pattern, telling.inside)
    if between is not None:
        return telling.countries(between[1]), telling.countries(between[2])
    owner = re.search(rf"embassy of (?:the )?({C})|({C})['’]s [^,;.]{{0,20}}ambassador", telling.inside)
    mine = telling.countries(telling.subject() if owner is None else owner[1] or owner[2])
    names = {each.country for each in mine}
    others = [each for each in telling.countries(telling.object()) if each.country not in names]
    if not others and len(mine) > 1:
        return mine[:1], mine[1:]
    if not others and telling.step in SEATED:
        seats = telling.countries("".join(re.findall(M, telling.inside + telling.after)))
        others = [each for each in seats if each.country not in names][:1]
    return mine, others


def _partner_before(telling: Telling, mine: Acting, before: list[Happening]) -> list[Acting]:
    """Return the other country of the step of that sort that the text told last, or of the same country."""
    told = [each for each in before if isinstance(each.step, RelationStep)]
    same = [each for each in told if _family(each.step) == _family(telling.step)]
    own = [each for each in told if each.country == mine.country]
    return [Acting(each.other, each.other_told) for each in (same or own)][-1:]


def _family(step: Step) -> str:
    return next((word for word in ("embassy", "ambassador", "liaison") if word in str(step)), "relations")


def _happening(telling: Telling, acting: Acting | None, other: str, other_told: Told) -> Happening:
    moment = telling.moment()
    return Happening(
        telling.step,
        telling.cue,
        None if acting is None else acting.country,
        None if acting is None else acting.told,
        other,
        other_told,
        None if moment is None else telling.reading.moments[moment.span],
        None if moment is None else telling.told(moment),
    )
