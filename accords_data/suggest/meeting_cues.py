"""The words by which articles tell a meeting or call, and what its participants were to it.

They are patterns over masked letters (see `accords_data.suggest.mask`).
"""

import re

from accords_data.model.vocabularies import ParticipantRole
from accords_data.suggest.mask import ACTOR, ACTORS, D, G, M, P

_ACTOR = rf"(?:{P}|{G})"
_THEM = rf"(?=[^;.]{{0,60}}{_ACTOR})"
_OTHERS = r"(?! (?:of|with|at|in) (?:his|her|its|their|reporters|journalists|lawmakers|supporters|investors)\b)"
"""After "meeting": it is one of other people."""
_PLACE_OR_TIME = rf"(?: (?:again|privately|briefly|alone|together|face to face|in person))?(?= (?:in|at|on|for|over|there|this|last|next|later|yesterday|today|tomorrow|{D}|{M})|[,.]|$)"
_HELD = r"(?:held|hold|holds|had|have|has|having|holding|attended|convened|chaired)"
_TALKS = r"(?:talks|meetings?|discussions|consultations|conversations?|deliberations|chat|exchange|get-together|huddle)"
_MEAL = r"(?:lunch|dinner|breakfast|coffee|tea|an audience|a working lunch|a working dinner|a working breakfast)"
CUES: tuple[tuple[str, str], ...] = (
    ("video", r"\bvideo (?:call|conference|link|meeting)\b|\bby video\b|\bvideoconference\b|\bvirtual (?:meeting|talks)\b"),
    # "paid a courtesy call on" tells a meeting, and "called on Dana Orr to resign" tells nothing.
    ("call", rf"\b(?:by|over the|on the|via) (?:tele)?phone\b|\b(?:tele)?phone (?:call|conversation|discussion)s?\b|\b(?:held|had|in|during|on|after|took|received|placed|made) (?:a|an|their)(?: [\w-]+)? [“\"‘']?(?:[\w-]+ )?call\b(?! on {P})|(?<!courtesy )\bcall (?:with|between|to)\b|\b(?:(?:tele)?phoned|rang)\b|\bcalled (?={P}(?! to\b))"),
    ("signing_ceremony", r"\bsigning ceremony\b|\bceremony of signature\b"),
    # "met on the sidelines of a summit" tells a meeting of two, not the summit.
    ("summit", r"(?<!sidelines of the )(?<!sidelines of a )(?<!margins of the )(?<!margins of a )(?<!ahead of the )(?<!ahead of a )\bsummit\b(?! (?:of|for) the\b)"),
    ("ministerial", r"\bministerial(?: (?:meeting|gathering|conference|session|talks|council|summit))?\b|\bmeeting of (?:\w+ )?ministers\b"),
    ("visit", rf"\b(?:state |official |working )?visit (?:to|by)\b|\b(?:pa(?:id|y|ys)|made|begins?|began|ended|on|during|for) (?:a|an|his|her)(?: [\w-]+){{0,2}} visit\b|\bvisit(?:ed|ing|s)\b(?=[^,;.]{{0,20}}(?:{ACTOR}|{M}))"),
    ("meet", "|".join((
        # "criticised Dana Orr at a meeting of his party" is no meeting with her: hence `_OTHERS`.
        rf"\b(?:met|meets?|(?<![Tt]he )(?<!cabinet )(?<!party )meeting{_OTHERS})\b(?: with)?{_THEM}",
        rf"(?<!cabinet )(?<!party )(?<!press )\bmeeting{_OTHERS} (?:at|in|on|with|between|of)\b",
        # "conditions had been met in full" is no meeting.
        rf"(?<!\bbe )(?<!been )(?<!was )(?<!were )\b(?:met|meets?)\b{_PLACE_OR_TIME}",
        rf"\b{_HELD} (?:[\w-]+ ){{0,3}}{_TALKS}\b",
        r"\b(?:held|hold|had) (?:a |an )?(?:trilateral|bilateral)\b",
        rf"\b(?:had|have|shared|sat down to|over) {_MEAL} with\b|\b(?:dined|lunched|breakfasted) with\b",
        r"\b(?:was|were|be) (?:received|welcomed|hosted|greeted|joined)\b(?=[^;.]{0,40}\bby\b)",
        r"\b(?:sat|sit|sits|sitting) down\b|\b(?:conferred|huddled) with\b|\bbrought (?:[^\s,.;]+ )?together\b",
        rf"\b(?:received|welcomed|hosted|host|receive|welcome|greeted)\b(?:(?= {_ACTOR})| (?:in|to|at) {M}(?= {_ACTOR}))",
        r"\bover (?:lunch|dinner|breakfast|tea|coffee)\b",
        rf"\b(?:call|calls|called|calling) on (?={P}(?! to\b| for\b))|\bcourtesy call on\b",
        r"\b[Tt]alks (?:with|between)\b",
        rf"(?<={_ACTOR}) (?:gathered|convened|assembled)\b|(?<={_ACTOR}) (?:also |had )?met\b",
    ))),
)  # fmt: skip
"""What tells an encounter, the narrower before the wider."""

MEETING = r"(?:gathering|meeting|summit|ceremony|talks|session|conference|ministerial|event|signing|discussions|consultations|conversation|call|lunch|dinner|visit)"
JOINED = re.compile(
    r"^(?:They|The (?:two|pair|trio|three|four|leaders|ministers|presidents|men|women)(?: \w+)?) (?:were|was|had been|are|will be) (?:also |later |then |in turn )?joined by\b"
    r"|\b[Aa]lso (?:present|attending|attended|taking part|in attendance|at the table|in the room|on the call|on the line|joining|took part|sat in)\b"
    r"|\b(?:was|were) (?:also |equally |likewise )?(?:present|in attendance)\b|\bequally present\b|\bjoined (?:them|the two|the pair)\b|\bsat (?:beside|next to|alongside)\b"
    r"|^(?:Among those|Joining them|Looking on|In attendance|At the table|Present|Taking part|Around the table)\b"
    rf"|\b(?:[Tt]he|[Tt]his|[Tt]heir) (?:\w+ )?{MEETING}\b(?:,| was| were)? (?:also |jointly )?(?:attended|chaired|hosted|mediated) by\b"
    rf"|\b(?:attended|sat in on|took part in|joined|chaired|moderated) (?:the|this|their) (?:\w+ )?{MEETING}\b"
)
"""What goes on telling who took part in the encounter that was told last."""
SIGNING = re.compile(r"\b(?:signed|inked|put pen to paper|put (?:their|his|her|its) (?:names?|signatures?))\b")
CALLED_OFF = re.compile(
    r"\b(?:but|until|which|before|yet) [^.;]{0,30}(?:called off|cancell?ed|scrapped|postponed|fell through|(?:never|did not) (?:take|took) place)\b"
)
OFF = re.compile(r"[^,;.]{0,90}? (?:was|were|has been|had been) (?:called off|cancell?ed|scrapped|postponed)\b")
"""After a noun that tells an encounter: it did not come about."""
AWAY = re.compile(
    r"\b(?:walked out|stormed out|pulled out|left|boycott\w*|skipped|skipping|stayed away|staying away|shunned|absent|criticis\w+|criticiz\w+|condemn\w+|protest\w+|denounc\w+|will not|would not)\b"
)
"""Who does so was not there, or did not stay."""
AGAIN = re.compile(
    r"\b[Tt]he (?:gathering|meeting|summit|ceremony|talks|session|conference|ministerial|event|signing)\b|\b(?:took|take|[Tt]aking) part\b"
    r"|\battend(?:ed|ing|s)?\b|\b(?:was|were|will be) represented\b|\bchaired\b|\bsigned (?:for|on behalf of)\b|\bwitness(?:ed|ing)?\b|\blooked on\b|\b(?:was|were|be|also) present\b|\bjoined (?:them|by)\b"
)
DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no|denie[ds]|ruled out|cancell?ed|called off|refus(?:e|ed|es|al)|without|rumou?rs? of|dismiss\w+|postponed|could|may|might|if|whether|unless|should|wants? to|wanted to|wish(?:es|ed)? to|hop(?:es|ed) to|offered to|ready to|willing to|asked to|would like to|possib\w+|proposed|suggested|declined|ruled out|instead of|almost|nearly|all but)\b[^,;]{0,40}$"
)
MET_WHEN = re.compile(rf"\b(?:when|after|while) (?:{ACTOR}|s?he|they|the two)(?: had| last| also)? $")
"""Right before a verb in the past: it is told of itself, whatever is denied before."""
TOLD_TO = re.compile(rf"{P},?[^,;.]{{0,10}} (?:told|informed|assured|notified) {P}[^,;.]{{0,15}}$")
"""Before "by phone": the speaker was on the line."""
AHEAD = re.compile(
    r"\b(?:will|would|is due to|are due to|due to|is to|are to|set to|expected to|scheduled|plans? to|planned|poised|going to|next|upcoming)\b"
)
SPEAKS = re.compile(r"^,? (?:said|told|says|added|stated|wrote|noted|declined|denied|ruled|welcomed the|praised)\b")
TELLING = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing|[Dd]uring|[Bb]efore|in) (?:\w+ ){0,3}$")
"""Whoever speaks after a meeting was there."""
THEN = re.compile(
    r"\b(?:afterwards?|later that day|(?:the|that) same (?:day|evening|afternoon|morning|night)|that (?:day|evening|afternoon|night)|hours later|later in the day|then|thereafter)\b"
)
DURING = re.compile(r"\b[Aa]nnouncement (?:came|was made|followed) (?:during|at|in)\b")
ROLES = (
    (ParticipantRole.HOST, rf"(?P<who>{ACTORS})[^,;]{{0,15}} (?:hosted|hosts?|(?:is|are) to host|will host|to host)\b"),
    (ParticipantRole.CHAIR, rf"(?P<who>{ACTORS})[^,;]{{0,10}} (?:chaired|chairs|co-chaired)\b"),
    (ParticipantRole.WITNESS, rf"(?P<who>{ACTORS})[^,;]{{0,30}} (?:witnessed|as witness(?:es)?)\b"),
    (ParticipantRole.OBSERVER, rf"(?P<who>{ACTORS})[^,;]{{0,30}} as (?:an )?observers?\b"),
    (ParticipantRole.SIGNATORY, rf"(?P<who>{ACTORS}),? (?:formally )?signed\b"),
)
COLLECTIVE = {"summit", "signing_ceremony", "ministerial"}
HEADS = re.compile(
    r"president|prime minister|king|queen|emir|sultan|chancellor|leaders|premier|crown prince|heads", re.IGNORECASE
)
