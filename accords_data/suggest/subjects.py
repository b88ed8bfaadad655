"""Whose step a verb or noun tells, and, of relations, who the other country is."""

import re

from accords_data.model.vocabularies import AgreementStep, RelationStep
from accords_data.suggest.clauses import LAND
from accords_data.suggest.mask import ACTORS, A, C, M
from accords_data.suggest.noun_subjects import EMBASSY_OF, of_noun, of_participle, of_passive
from accords_data.suggest.relation_cues import SEATED
from accords_data.suggest.step_cues import CABINET, PARLIAMENT
from accords_data.suggest.verbs import Acting, Telling


def signers(telling: Telling) -> list[Acting]:
    """Return whose step it is: the subject of the verb, or whom "by" names where the verb is passive."""
    if telling.step in {AgreementStep.LEGISLATURE_APPROVED, AgreementStep.CABINET_APPROVED}:
        house = _house(telling)
        if house:
            return house
    if telling.step is AgreementStep.ENTERED_INTO_FORCE:
        return _bound(telling)
    if telling.noun:
        return of_noun(telling)
    passive = of_passive(telling)
    if passive is not None:
        return passive
    # The Knesset needs no country beside it.
    found = of_participle(telling)
    return found or (telling.named("Knesset", "ISR") if "Knesset" in telling.before + telling.inside else [])


def _house(telling: Telling) -> list[Acting]:
    """Return the country of the parliament or cabinet that decides."""
    within = re.search(
        rf"\b(?:of|in|by) (?:the )?({C}|{M})|({C})(?:['’]s)? (?:\w+ ){{0,2}}(?:{PARLIAMENT}|{CABINET})", telling.inside
    )
    # The empty group is there because two groups are asked for below.
    within = within or re.match(rf" (?:of|in) (?:the )?({C}|{M})(?P<none>)", telling.after)
    return [] if within is None else telling.countries(within[1] or within[2])


def _bound(telling: Telling) -> list[Acting]:
    """Return for whom an agreement enters into force."""
    pattern = rf"\b(?:[Ff]or|between) (?:the )?({ACTORS})"
    between = re.match(rf"[^,;]{{0,40}}?{pattern}", telling.after) or re.match(rf" in (?:the )?({C})", telling.after)
    before = re.search(
        rf"(?:^{pattern},? |{A} between (?:the )?({ACTORS}),? $|({C})['’]s (?:\w+ )?(?:accession|adherence|membership|entry)(?: (?:to|of|in|into) (?:the )?{A})? $)",
        telling.before,
    )
    if between is not None:
        return telling.countries(between[1])
    return [] if before is None else telling.countries(before[1] or before[2] or before[3])


def sides(telling: Telling) -> tuple[list[Acting], list[Acting]]:
    """Return whose act it is, and the other country, as far as the clause tells."""
    pattern = rf"\bbetween (?:the )?({C}) and (?:the )?({C})"
    between = re.match(rf"[^,;]{{0,20}}?{pattern}", telling.after) or re.search(pattern, telling.inside)
    if between is not None:
        return telling.countries(between[1]), telling.countries(between[2])
    mine = _doers(telling)
    names = {each.country for each in mine}
    several = [telling.countries(letters) for letters in telling.objects()]
    others = next((left for each in several if (left := [one for one in each if one.country not in names])), [])
    if not others and telling.step is RelationStep.RECOGNITION and _undergone(telling):
        return mine, telling.countries(telling.subject())
    if not others and len(mine) > 1:
        return mine[:1], mine[1:]
    if not others and telling.step in SEATED:
        # "Bahrain opened one in Jerusalem": the city tells the country.
        seats = telling.countries("".join(re.findall(M, telling.inside + telling.after)))
        others = [each for each in seats if each.country not in names][:1]
    return mine, others


def _doers(telling: Telling) -> list[Acting]:
    """Return whose act it is."""
    if telling.noun:
        return of_noun(telling)
    undergone = _undergone(telling)
    if undergone:
        return telling.countries(undergone)
    owner = EMBASSY_OF.search(telling.inside + telling.after[:6])
    if owner is not None:
        return telling.countries(owner[1] or owner[2])
    return _that_country(telling) or telling.countries(telling.subject())


def _undergone(telling: Telling) -> str:
    """Return by whom it was done, where the verb is passive: "was recognised by", "won recognition from"."""
    passive = re.search(r"\b(?:was|were|been)\b[^,;]{0,15}$", telling.before) is not None
    by = re.match(rf"[^,;]{{0,40}}?\b(?:by|from) (?:the )?({ACTORS})", telling.after)
    won = re.match(r"(?:won|gained|received)\b", telling.inside) is not None
    return by[1] if by is not None and (passive or won) else ""


def _that_country(telling: Telling) -> list[Acting]:
    """Return the country that "the African country" means right before the verb: the only other one of the clause."""
    if re.search(rf"{LAND}[^,;]{{0,25}}$", telling.before) is None:
        return []
    partners = {each.country for letters in telling.objects() for each in telling.countries(letters)}
    left = [each for each in telling.countries(telling.before) if each.country not in partners]
    return left if len(left) == 1 else []


def partner_beside(telling: Telling, mine: Acting) -> list[Acting]:
    """Return the other country of the sentence, where "with it" or "there" points to it."""
    if re.match(r"[^,;]{0,30}?\b(?:with|to|from) (?:it|them)\b|[^,;]{0,10}? there\b", telling.after) is None:
        return []
    named = telling.countries("".join(telling.clause.statement.masked.mentions))
    left = [each for each in named if each.country != mine.country]
    return left if len(left) == 1 else []
