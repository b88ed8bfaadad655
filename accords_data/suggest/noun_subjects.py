"""Whose step it is, where the words that tell it are a noun or a participle."""

import re

from accords_data.suggest.mask import ACTOR, ACTORS, A, C
from accords_data.suggest.verbs import Acting, Telling

# "by Oman, and Bahrain opened": after the comma, who has a verb of its own begins another clause.
_BY = re.compile(rf"[^,;]{{0,60}}?\b(?:by|between) (?:the )?({ACTORS}(?:, and {ACTOR}(?! \w+ed\b))?)")
_POSSESSIVE = re.compile(
    rf"({ACTORS})(?:['’]s?)? (?:(?:formal|official|own|long-awaited|subsequent|recent|initial) )?$"
)
_ITS = re.compile(r"\b(?:[Ii]ts|[Tt]heir) (?:\w+ )?$")
_FOLLOWS = re.compile(rf"[^,;]{{0,80}}, (?:the )?({ACTORS})")
EMBASSY_OF = re.compile(
    rf"(?:[Ee]mbassy|[Aa]mbassador|[Ee]nvoy|[Oo]ffice) of (?:the )?({C})(?! on| after)"
    rf"|({C})['’]s [^,;.]{{0,20}}ambassador"
)
"""Whose embassy or ambassador it is."""
_HELD = re.compile(
    rf"\b(?:[Ee]mbassy|[Aa]mbassador|[Ee]nvoy) of (?:the )?({C})(?= (?:in|to|at)\b)|({C})(?:['’]s)? (?:\w+ )?(?:embassy|ambassador|envoy)\b"
)


def of_noun(telling: Telling) -> list[Acting]:
    """Return whose step a noun tells: whom "by" or "between" names, or whose it is said to be."""
    held = _HELD.search(telling.inside + telling.after[:30])
    by = _BY.match(telling.after)
    own = _POSSESSIVE.search(telling.before)
    if by is not None:
        return telling.countries(by[1])
    if held is not None:
        return telling.countries(held[1] or held[2])
    if own is not None:
        return telling.countries(own[1])
    its = _ITS.search(telling.before) is not None or re.search(r"\b(?:its|their)\b", telling.inside) is not None
    return of_participle(telling) if its else []


def of_participle(telling: Telling) -> list[Acting]:
    """Return whom the sentence is about: who stands before, else who follows the comma: "Since signing it, Oman"."""
    before = telling.countries(telling.subject())
    follows = _FOLLOWS.match(telling.after)
    return before or (telling.countries(follows[1]) if follows is not None else [])


def of_passive(telling: Telling) -> list[Acting] | None:
    """Return by whom it was done, where the verb is passive; None where it is not."""
    passive = re.search(rf"\b(?:was|were|been|be)\b(?:(?!{ACTOR})[^,;]){{0,15}}$|{A},? $", telling.before) is not None
    if not passive and re.search(r"\bbe (?:\w+ )?\w+ed\b", telling.inside) is None:
        return None
    by = re.match(rf"[^,;]{{0,40}}?\b(?:by|between) (?:the )?({ACTORS}(?:, and {ACTOR}(?! \w+ed\b))?)", telling.after)
    return [] if by is None else telling.countries(by[1])
