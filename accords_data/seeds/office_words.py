"""Whether an office that a text tells of is held: not "former", not "-elect", not "then", and the whole of its title.

Only words that belong to the office count: "late on Thursday" and "then left" say nothing of it.
"""

import re

from accords_data.seeds.date_forms import MONTH, WEEKDAY
from accords_data.seeds.name_words import UPPER

_OFFICES = (
    "presidents?|prime ministers?|ministers?|premiers?|kings?|queens?|princes?|princess|emirs?|amirs?|sultans?|chancellors?"
    "|secretary|secretaries|ambassadors?|envoys?|advis[eo]rs?|governors?|senators?|directors?|director-general|chairman|chair"
    "|speakers?|leaders?|rulers?|heads?|chiefs?|commanders?|generals?|mayors?|consuls?|representatives?|delegates?|undersecretary"
    "|attorney|officials?|monarchs?|spokes(?:man|woman|person)|negotiators?|commissioners?|judges?|justice|premiership|presidency"
)
OFFICE = re.compile(rf"(?i:\b(?:{_OFFICES}))(?!\w)")
_GONE = (
    "former|ex|erstwhile|one-time|onetime|sometime|outgoing|incoming|(?<!since )(?<!by )(?<!until )then"
    rf"|late(?! (?:{WEEKDAY}|{MONTH}))|prospective|future|aspiring|would-be|past|previous|deposed|ousted|exiled|retired"
    "|self-styled|self-declared|self-proclaimed|titular|next|designated|newly[- ]elected|presumptive|putative"
)
_LESS = "acting|interim|caretaker|deputy|vice|assistant|associate|honorary|shadow|junior|alternate|prime|foreign|crown|defen[cs]e|finance|justice|interior|trade"
_BETWEEN = rf"[ -](?:(?:[{UPPER}][\w’'.-]*|foreign|prime|defen[cs]e|finance|national|security|special|of|and|the|crown) ){{0,5}}?"
_QUALIFIED = re.compile(rf"(?i:(?<![\w-])(?:{_GONE})){_BETWEEN}(?:(?i:{_OFFICES})(?!\w))")
_DEAD = re.compile(rf"\b[Tt]he late (?=[{UPPER}])")
_ENDED = re.compile(
    rf"(?i:\b(?:{_OFFICES}))(?:[- ](?:elect|designate|in-waiting|presumptive|emeritus|hopeful|candidate|nominee|contender|apparent)"
    r"(?!\w)| at (?:that|the) time\b|,? (?:who )?(?:resigned|stepped down|was (?:ousted|dismissed|sacked|replaced|succeeded))\b)"
)
_CANDIDATE = re.compile(
    rf"(?i:\b(?:candidate|nominee|contender|hopeful|nominated|running|campaign\w*|bid|run) (?:for|as|to be(?:come)?)(?: the| a)? (?:\w+ ){{0,2}}?(?:{_OFFICES})(?!\w))"
)
_FORMERLY = re.compile(rf"(?i:\b(?:formerly|previously|once|(?:who )?(?:was|had been|used to be)) (?:the |a )?(?:\w+ ){{0,2}}?(?:{_OFFICES})(?!\w))")
_LEADS_TO = re.compile(rf"(?i:(?<![\w-])(?:{_GONE})){_BETWEEN}$|\b[Tt]he late $")
_TITLE_BEFORE = re.compile(rf"(?i:(?<![\w-])(?:{_GONE}|{_LESS}|candidate for|nominee for|bid for|run for))[ -](?:the )?(?:[{UPPER}][\w’'-]*['’]s )?$")
_TITLE_AFTER = re.compile(
    r"[- ](?:elect|designate|in-waiting|presumptive|emeritus|hopeful|candidate|nominee|contender|apparent)(?!\w)"
)
_LONGER_TITLE = re.compile(rf"(?:[{UPPER}][\w’'-]*-)$")


def held(text: str, start: int, end: int) -> bool:
    """Return whether no word in or right before ``text[start:end]`` says that an office told there is not held."""
    before, words = text[max(0, start - 80) : start], text[start : end + 20]
    within = text[start:end]
    if any(each.search(within) for each in (_QUALIFIED, _DEAD, _CANDIDATE, _FORMERLY)):
        return False
    if any(each.start() < end - start for each in _ENDED.finditer(words)):
        return False
    return _LEADS_TO.search(before) is None and not _tells_the_past(before)


def _tells_the_past(before: str) -> bool:
    """Return whether a word of the past stands before words that begin with an office or a name: "ex-", "then "."""
    return re.search(rf"(?i:(?<![\w-])(?:{_GONE}))-$", before) is not None


def whole_title(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` is the whole title that stands there: no "Vice", no "Acting", no "-elect"."""
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    return not (_TITLE_BEFORE.search(before) or _TITLE_AFTER.match(after) or _LONGER_TITLE.search(before))
