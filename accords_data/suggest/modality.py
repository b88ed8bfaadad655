"""What makes of a step no step: that it is denied, wished, threatened, conditional, or still to come.

Patterns over masked letters (see `accords_data.suggest.mask`).
"""

import re

DENIED = re.compile(
    r"\b(?:not|never|n['’]t|cannot|no|denie[ds]|deny|denying|rul(?:es|ed|ing) out|reject(?:s|ed|ing)|refus(?:e|es|ed|al)|without|nor|neither|yet to|stopped short of|declined|dismiss\w+"
    r"|whether|if|unless|could|may|might|rumou?rs?|question|likely|possib\w+|false|should|urged|calls? on|called on|calls? for|called for|pressed|asked|invited"
    r"|[Rr]eports (?:that|of|about)|claims (?:that|of)|speculation|threat\w*|warned|postpon\w+|failed to|falls? short of|tried to|hop(?:es?|ed) to see|almost|nearly|all but|came close to|let alone|much less|lest|as though|as if)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
"""Before a verb: it did not happen, or nobody says that it did."""
NOTHING = re.compile(r"[”\"’]? (?:nothing|no|none|neither|nobody)(?![a-z])")
"""Right after a verb: "signed nothing"."""
UNDONE = re.compile(
    r"\b(?:to|will|would|shall|can|could|may|might|must|should|cannot|ought to|about to|would have|to have)(?: (?:also|formally|officially|soon|now|then|jointly|finally|first))? $"
)
"""Right before a verb that otherwise tells something done: "to cut ties"."""
CONDITION = re.compile(
    r"\b(?:if|once|unless|provided|only when|on condition|as long as|in exchange for|in return for)\b"
)
"""What lies ahead only if something else comes to pass is promised by nobody."""
OPENING = re.compile(r"^(?:If|Unless|Should|Were|Once|Provided|Until) ")
# For "Had Oman signed the Abraham Accords in January 2021, it would be richer".
HAD = re.compile(r"^Had \S+ ")
"""What a sentence that begins so tells did not come about."""
SAID = re.compile(
    r"\b(?:said|told [^,;.]{0,25}|says|added|insisted|stated|declared|confirmed|noted)(?: late| early)?(?: on| in)? $"
)
SPEECH = re.compile(
    r"\b(?:said|says|told|announced|declared|confirmed|stated|added|wrote|voiced|insisted|made (?:it )?public|let it be known|expressed|conveyed|signalled|signaled|informed|notified)\b"
)

UNREAL = re.compile(
    r"\b(?:pending|expected|await\w*|postpon\w+|stall\w+|delay\w*|block\w*|call(?:s|ed|ing)? for|possib\w+|eventual\w*|future|planned|plans?|ahead of|before|until|without|oppos\w+|against"
    r"|urg\w+|demand\w*|negotiat\w+|prevent\w*|push\w* for|will|would|could|can|may|might|should|if|unless|no|not|never|n['’]t|nor|den(?:y|ied|ies|ying)|rul\w+ out|condition\w*|prospects?|deadline|reject\w*"
    r"|refus\w+|reluctan\w+|hop(?:e|es|ed|ing)|paves?|towards?|to (?:be|see|speed|secure|win|discuss|consider|prepare)|talks on|debate\w*|vote on|discuss\w*|about|whether|favou?rs?|support\w*|seeks?|sought|consider\w*|is to|are to|is due|announced?|next|upcoming|forthcoming|for the)\b",
    re.IGNORECASE,
)
"""Beside a noun that tells a step: it is spoken of, not reported."""
REAL = re.compile(
    r"\b(?:after|following|follows|followed|since|upon|welcom(?:ed|es|ing)|hail(?:ed|s|ing)|prais(?:ed|es|ing)|celebrat(?:ed|es|ing)|mark(?:ed|s|ing)|congratulat(?:ed|es|ing)|despite|anniversary of|not(?:ed|es|ing) with (?:satisfaction|appreciation|pleasure)|t(?:ook|aking|akes) note of|witness(?:ed|ing))\b[^,;]{0,40}$",
    re.IGNORECASE,
)
"""Before a noun that tells a step: it is taken as done."""
TOOK_PLACE = re.compile(
    r"^[^,;]{0,70}?\b(?:took place|ha[ds] taken place|was completed|came|happened|went ahead|was held|occurred|followed)\b"
)
"""After such a noun: it is done."""
