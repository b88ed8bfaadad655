"""Whether what a sentence tells beside a day of the week had happened by then, or lies ahead.

The verb before the day decides, or, where the day begins its clause, the one after it. Neither is right for all of
English: where the words leave it open, so does the answer.
"""

import enum
import re

from accords_data.seeds.late_patterns import LatePattern

_PAST = (
    "said|told|met|spoke|held|took|wrote|was|were|had|has|came|went|saw|left|made|gave|became|began|sent|led|flew|hosted"
    "|won|lost|got|paid|put|rang|sat|stood|thought|brought|drew|fell|found|knew|laid|rose|ran|sought|shook|swore|withdrew"
    "|broke|chose|felt|heard|kept|meant|read|spent|taught|understood"
)
_NO_VERB = "need|indeed|hundred|speed|proceed|exceed|succeed|feed|seed|breed|bed|red|shed|sacred|united|unprecedented"
_LIKELY = "due|set|expected|scheduled|slated|planned|poised|going|about|supposed"
_ADVERBS = r"(?: (?:not|also|soon|then|now|first|never|[a-z]+ly))*"
_INFINITIVE = rf"{_ADVERBS}(?: (?:be|have been|have|get))?{_ADVERBS}(?: [a-z]+)?"
_VERB = LatePattern(
    rf"(?<![\w-])(?:(?P<modal>(?:will|shall|won['’]t|would|could|may|might|should|must|can|cannot"
    rf"|(?:is|are|was|were|been|being|be)(?: \w+ly)? (?:to(?= [a-z])|(?:{_LIKELY})\b(?: to(?= [a-z]))?)"
    r"|(?:expected|scheduled|slated|due)(?= (?:for|to|on|in|this|next|[A-Z]))(?: to(?= [a-z]))?|planned(?= (?:for|this|next))"
    rf"|to(?! (?:the|a|an|his|her|its|their|this|that)\b)(?= [a-z])){_INFINITIVE})"
    r"|(?P<open>is|are|meets|hosts|visits|travels|flies|arrives|heads|lands|begins|opens|convenes|gathers|holds|signs|joins"
    r"|comes|goes|takes|leaves|receives)"
    rf"|(?P<past>{_PAST}|(?!(?:{_NO_VERB})\b)[a-z]+ed))(?![\w-])"
)
_AHEAD = frozenset(
    {"will", "shall", "won't", "won’t", "is", "are", "expected", "scheduled", "slated", "due", "planned"}
)
"""With what a verb begins that tells of what lies ahead; any other of its group leaves that open."""
_OPENS = LatePattern(
    r"(?:^|[,;:—–] ?|[.!?][”\"’]? )(?:[“\"‘]?)(?:(?:and|but|while|then|late|early) )*(?:(?:[Oo]n|[Ll]ate|[Ee]arly|[Bb]y the \w+ of|[Ii]n the \w+ of) )*$"
)
"""Before a day with which a clause begins."""


class Tense(enum.Enum):
    """Where a told thing lies, seen from the day of publication."""

    PAST = "past"
    AHEAD = "ahead"
    OPEN = "open"
    """The words do not say, or say both."""


def tense(before: str, after: str) -> Tense:
    """Return the tense of a day between `before` and `after`, the rest of its sentence."""
    ahead_of_it = list(_VERB.finditer(before))
    behind_it = _VERB.search(after)
    nearest = _nearest(before, ahead_of_it)
    following = None if behind_it is None else _tense(behind_it)
    if _OPENS.search(before) is None or following is None:
        return nearest or following or Tense.OPEN
    return following if nearest in {None, following} or not _goes_on(before) else Tense.OPEN


def _nearest(before: str, verbs: list[re.Match[str]]) -> Tense | None:
    """Return the tense of the last of `verbs`, open where it may depend on one that lies ahead: "will see it signed"."""
    if not verbs:
        return None
    last, *others = reversed(verbs)
    leans = others and last[0].endswith("ed") and others[0]["past"] is None
    if leans and _tense(last) is Tense.PAST and re.search("[,;:]", before[others[0].end() : last.start()]) is None:
        return Tense.OPEN
    return _tense(last)


def _goes_on(before: str) -> bool:
    """Return whether a day that a comma parts from what stands before may still belong there: "they will, on Friday,"."""
    return re.search(r", (?:late |early )?(?:on )?$", before) is not None


def _tense(verb: re.Match[str]) -> Tense:
    if verb["past"] is not None:
        return Tense.PAST
    ahead = verb["modal"] is not None and verb["modal"].split(" ")[0] in _AHEAD
    return Tense.AHEAD if ahead else Tense.OPEN
