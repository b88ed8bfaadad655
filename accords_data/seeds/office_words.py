"""Whether an office that a text tells of is held: not "former", not "-elect", not "then", and the whole of its title.

Only words that belong to the office count: "late on Thursday" and "then left" say nothing of it.
"""

import re

from accords_data.seeds.date_forms import MONTH, WEEKDAY
from accords_data.seeds.late_patterns import LatePattern
from accords_data.seeds.name_words import UPPER

_OFFICES = (
    "presidents?|prime ministers?|ministers?|premiers?|kings?|queens?|princes?|princess|emirs?|amirs?|sultans?|chancellors?"
    "|secretary|secretaries|ambassadors?|envoys?|advis[eo]rs?|governors?|senators?|directors?|director-general|chairman|chair"
    "|speakers?|leaders?|rulers?|heads?|chiefs?|commanders?|generals?|mayors?|consuls?|representatives?|delegates?|undersecretary"
    "|attorney|officials?|monarchs?|spokes(?:man|woman|person)|negotiators?|commissioners?|judges?|justice|premiership|presidency"
)
_GONE = (
    "former|ex|erstwhile|one-time|onetime|sometime|outgoing|incoming|(?<!since )(?<!by )(?<!until )then"
    rf"|late(?! (?:{WEEKDAY}|{MONTH}))|prospective|future|aspiring|would-be|past|previous|deposed|ousted|exiled|retired"
    "|self-styled|self-declared|self-proclaimed|titular|next|designated|newly[- ]elected|presumptive|putative"
)
_WORDS = re.compile("[a-z]+")
_GONE_WORDS = frozenset(
    "former ex erstwhile onetime sometime outgoing incoming then late prospective future aspiring past previous"
    " deposed ousted exiled retired titular next designated newly presumptive putative".split()
)
_GONE_COMPOUNDS = ("one-time", "would-be", "self-")
"""What `_GONE` has, one by one."""
_ENDING_WORDS = frozenset(
    "elect designate waiting be presumptive emeritus hopeful candidate nominee contender apparent time resigned stepped"
    " ousted dismissed sacked replaced succeeded".split()
)
_CANDIDATE_WORDS = frozenset(
    "candidate nominee contender hopeful nominated running campaign campaigning campaigned bid run".split()
)
_FORMERLY_WORDS = frozenset("formerly previously once been used".split())
_WAS = ("who was", "was the ", "was a ", "was president", "was prime", "was foreign", "was king", "was minister")
_BETWEEN = rf"[ -](?:(?:[{UPPER}][\w’'.-]*|foreign|prime|defen[cs]e|finance|national|security|special|of|and|the|crown) ){{0,5}}?"
_QUALIFIED = LatePattern(rf"(?i:(?<![\w-])(?:{_GONE})){_BETWEEN}(?:(?i:{_OFFICES})(?!\w))")
_DEAD = LatePattern(rf"\b[Tt]he late (?=[{UPPER}])")
_AFTERWARDS = r"[- ](?i:elect|designate|in[- ]waiting|to[- ]be|presumptive|emeritus|hopeful|candidate|nominee|contender|apparent)(?![\w-])"
_ENDED = LatePattern(
    rf"(?i:\b(?:{_OFFICES}))(?:{_AFTERWARDS}"
    r"| at (?:that|the) time\b|,? (?:who )?(?:resigned|stepped down|was (?:ousted|dismissed|sacked|replaced|succeeded))\b)"
)
_CANDIDATE = LatePattern(
    rf"(?i:\b(?:candidate|nominee|contender|hopeful|nominated|running|campaign\w*|bid|run) (?:for|as|to be(?:come)?)(?: the| a)? (?:\w+ ){{0,2}}?(?:{_OFFICES})(?!\w))"
)
_FORMERLY = LatePattern(
    rf"(?i:\b(?:formerly|previously|once|(?:who )?(?:was|had been|used to be)) (?:the |a )?(?:\w+ ){{0,2}}?(?:{_OFFICES})(?!\w))"
)
_LEADS_TO = LatePattern(rf"(?i:(?<![\w-])(?:{_GONE})){_BETWEEN}$|\b[Tt]he late $|(?i:(?<![\w-])(?:{_GONE}))-$")
_TITLE_AFTER = LatePattern(_AFTERWARDS)
_LESS_WORDS = (
    frozenset(
        "acting interim caretaker deputy vice assistant associate honorary shadow junior alternate prime foreign crown defence"
        " defense finance justice interior trade designate elected candidate nominee time"
        " be styled declared proclaimed once sometime".split()
    )
    | _GONE_WORDS
)
"""Words before a title that are a part of it, or take it back."""


def held(text: str, start: int, end: int) -> bool:
    """Return whether no word in or right before ``text[start:end]`` says that an office told there is not held."""
    before, within, after = text[max(0, start - 80) : start], text[start:end], text[start : end + 20]
    # Few texts have one of these words: the patterns are tried where they may match.
    if _has_gone(within) and (_QUALIFIED.search(within) or _DEAD.search(within)):
        return False
    if _has_gone(before) and _LEADS_TO.search(before):
        return False
    told = set(_WORDS.findall(after.lower()))
    if not told.isdisjoint(_ENDING_WORDS) and any(each.start() < end - start for each in _ENDED.finditer(after)):
        return False
    if not told.isdisjoint(_CANDIDATE_WORDS) and _CANDIDATE.search(within):
        return False
    plain = within.lower()
    was = not told.isdisjoint(_FORMERLY_WORDS) or any(each in plain for each in _WAS)
    return not was or _FORMERLY.search(within) is None


def _has_gone(words: str) -> bool:
    told = words.lower().replace("late on ", "").replace("since then", "")
    return not _GONE_WORDS.isdisjoint(_WORDS.findall(told)) or any(each in told for each in _GONE_COMPOUNDS)


def whole_title(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` is the whole title that stands there: no "Vice", no "Acting", no "-elect"."""
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    last = before.lower().replace("-", " ").split()[-1:] if before.endswith((" ", "-")) else []
    seeks = last == ["for"] and not _CANDIDATE_WORDS.isdisjoint(before.lower().split())
    return not (seeks or before.endswith("-") or set(last) & _LESS_WORDS or _TITLE_AFTER.match(after))
