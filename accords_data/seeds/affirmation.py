"""Whether a sentence affirms what some of its words tell: not denied, not wished for, not left open.

Only words within the same clause, and close by, are looked at. Where they leave a doubt the answer is no: a person can
say then why the cell holds all the same.
"""

import functools
import re

from accords_data.seeds.late_patterns import LatePattern
from accords_data.seeds.sentences import sentence_around

_NEAR = r"\b[^,;:]{0,60}$"
_DENIED = LatePattern(
    r"(?:\b(?i:not(?! only\b| just\b| merely\b)|never|cannot|no(?! doubt\b)|nobody|none|neither|nor|without|refus\w+|declin\w+"
    r"|fail\w*|den(?:y|ies|ied|ying|ial)|reject\w*|rul(?:e|es|ed|ing) out|stop\w* short of|yet to|dismiss\w*|false\w*|untrue"
    r"|unable|unwilling|reluctan\w+|postpon\w+|cancel\w*|call\w* off|scrapp\w+|prevent\w*|barred|avoid\w*|far from|instead of"
    r"|rather than)|n[’']t)" + _NEAR
)
"""Before a verb: it did not happen, or somebody says that it did not."""
_DOUBTED = LatePattern(
    r"(?:\b(?i:whether|if|unless|could|might|rumou?r\w*|likely|unlikely|possib\w+|perhaps|maybe|alleged\w*|reported(?:ly)|purported\w*"
    r"|urg(?:e|es|ed|ing)|demand\w*|call(?:s|ed|ing) (?:on|for|upon)|pressed|pressing|pressur\w+|ask(?:s|ed|ing)?|invit\w+|encourag\w+"
    r"|propos\w+|suggest\w*|hop(?:e|es|ed|ing)|wish(?:es|ed)?|expect\w*|predict\w*|believ\w*|think(?:s|ing)?|thought|fear\w*|"
    r"(?:amid|unconfirmed|media|press) reports?|claims (?:that|of)|speculat\w+|pretend\w*|as if|as though|lest|in case"
    r"|provided|on condition|would-be|question\w*|let alone|much less)|\bmay)" + _NEAR
)
"""Before a verb: nobody says that it happened, or will."""
_WISHED = LatePattern(
    r"\b(?i:will|shall|would|should|must|can|ought|plan(?:s|ned|ning)?|intend\w*|expect\w*|prepar\w+|want(?:s|ed|ing)?|wish(?:es|ed)?"
    r"|hop(?:e|es|ed|ing)|seek(?:s|ing)?|sought|threat\w*|warn\w*|consider\w*|tr(?:y|ies|ied|ying) to|about to|almost|nearly"
    r"|all but|close to)" + _NEAR
)
"""Before a verb that tells a thing done: it was to be done."""
_UNDONE = LatePattern(
    r"\b(?:to|will|would|shall|can|could|may|might|must|should|[’']ll|[’']d)(?: (?:not|also|soon|now|then|first|[a-z]+ly))*"
    r"(?: (?:be|have|have been|get))?(?: [a-z]+ly)* $"
)
"""Right before a verb that tells a thing done: "to be signed"."""
_NO_THING = LatePattern(
    r"\b(?i:no|not an?|not the|not any|never an?|without an?|rather than an?|instead of an?|neither an?|nor an?|denied (?:any|an?|the)"
    r"|(?:cancel\w+|postponed|called off|scrapped|boycotted)(?: an?| the| its| their)?)(?: [\w’-]+){0,2} $"
)
"""Before a noun: there was no such thing."""
_NO_OBJECT = LatePattern(r"[”\"’]? (?:nothing|no|none|neither|nobody)(?![\w-])")
_CALLED_OFF = LatePattern(
    r"(?: \w+){0,3} (?:(?:was|were|is|are|be|been) (?:\w+ly )?(?:cancel\w*|called off|postponed|scrapped|abandoned|not)\b"
    r"|(?:did|does|do|will|would|has|had|could)(?:n[’']t| not| never)\b)"
)
"""After a noun: it did not come about."""
_UNTRUE = LatePattern(
    r"[^.;]{0,80}\b(?:is|was|were|are) (?:false|untrue|denied|a lie|fabricated|fake|mistaken|wrong|incorrect)\b"
)
_LIES = ("false", "untrue", "denied", "a lie", "fabricated", "fake", "mistaken", "wrong", "incorrect")
_REACH = 80
_CONDITION = LatePattern(
    r"[^.;,]{0,60},? (?:only )?(?:if|unless|provided|once|on condition|in exchange for|in return for)\b"
)
_SUPPOSED = LatePattern(r"[“\"‘]?(?:If|Unless|Were|Suppose|Supposing|Had|Should|Whether|Imagine)\b")
_SIGNS = frozenset(
    "not never cannot no nobody none neither nor without yet unable unwilling far instead than whether if unless could might"
    " perhaps maybe may let much provided will shall would should must can ought about almost nearly close try tries tried trying calls called calling pressed pressing"
    "    pressure pressured would-be amid media press"
    " case but though rule rules ruled ruling".split()
)
_STEMS = (
    "refus", "declin", "fail", "deni", "deny", "reject", "stop", "dismiss", "false", "untrue", "reluctan", "postpon", "cancel",
    "scrap", "prevent", "barred", "avoid", "rumo", "like", "unlike", "possib", "alleg", "reported", "purport", "urg",
    "demand", "ask", "invit", "encourag", "propos", "suggest", "unconfirmed", "claim", "speculat",
    "pretend", "predict", "believ", "think", "thought", "fear", "lest", "condition", "question", "plan", "intend", "expect", "prepar", "want", "wish", "hop", "seek", "sought",
    "threat", "warn", "consider", "boycott",
)  # fmt: skip
"""One of these stands in every clause in which a pattern here can match: most clauses have none of them."""
_DONE = LatePattern(
    r"(?:\w+ed|met|took|came|held|withdrew|swore|sent|had|has|counts?|does|denies|said|says|announcement)(?!\w)",
    re.IGNORECASE,
)
_PLANNED = LatePattern(
    r"(?:will|would|is|are|to|joins?|joining|intends?|intention|plans?|wants?|ceremony|establish|normali[sz]e|accede|ratify)(?!\w)",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=1024)
def affirmed(text: str, start: int, end: int) -> bool:
    """Return whether the sentence of ``text[start:end]``, a phrase that tells an act or a thing, affirms it."""
    first, last = sentence_around(text, start, end)
    before = re.split(r"\b(?:but|while|whereas|although|though|instead)\b", text[first:start])[-1]
    after, phrase = text[end:last], text[start:end]
    if after.rstrip(' ”"’)\n').endswith("?"):
        return False
    if _DONE.match(phrase) is not None or _PLANNED.match(phrase) is not None:
        return _act(before, after, text[first:start], done=_DONE.match(phrase) is not None)
    if not _may_be_open(f"{before} {after[:_REACH]}"):
        return True
    return _NO_THING.search(before) is None and _CALLED_OFF.match(after) is None


def _act(before: str, after: str, opening: str, *, done: bool) -> bool:
    """Return whether an act is affirmed that stands between `before` and `after`, in a sentence that begins with `opening`."""
    if _SUPPOSED.match(opening) or _NO_OBJECT.match(after):
        return False
    if _may_be_open(before) and (
        _DENIED.search(before) or _DOUBTED.search(before) or (done and _WISHED.search(before))
    ):
        return False
    if any(each in after for each in _LIES) and _UNTRUE.match(after):
        return False
    return _UNDONE.search(before) is None if done else _CONDITION.match(after) is None


def _may_be_open(words: str) -> bool:
    """Return whether `words` have one of the signs without which no pattern of denial and doubt matches."""
    told = re.split(r"[ \n“”\"(]+", words.lower().replace("’", "'"))
    return any(each in _SIGNS or each.startswith(_STEMS) or each.endswith("n't") for each in told)
