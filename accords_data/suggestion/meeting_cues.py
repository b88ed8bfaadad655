"""The words by which articles tell a meeting or call, and what its participants were to it.

They are patterns over masked letters (see `accords_data.suggestion.mask`).
"""

import re

from accords_data.suggestion.mask import ACTOR, ACTORS, G, M, P
from accords_data.vocabulary import ParticipantRole

CUES: tuple[tuple[str, str], ...] = (
    ("video", r"\bvideo (?:call|conference|link|meeting)\b|\bby video\b|\bvideoconference\b"),
    ("call", r"\b(?:by|over the|on the|via) (?:tele)?phone\b|\b(?:tele)?phone (?:call|conversation|discussion)s?\b|\b(?:held|had|in|during|on|after) (?:a|an|their)(?: [\w-]+)? [“\"‘']?(?:[\w-]+ )?call\b|\bcall (?:with|between|to)\b|\b(?:(?:tele)?phoned|rang)\b|\bcalled (?={P})".replace("{P}", P)),
    ("signing_ceremony", r"\bsigning ceremony\b|\bceremony of signature\b"),
    ("summit", r"\bsummit\b(?! (?:of|for) the\b)"),
    ("ministerial", r"\bministerial(?: (?:meeting|gathering|conference|session|talks|council|summit))?\b|\bmeeting of (?:\w+ )?ministers\b"),
    ("visit", rf"\b(?:state |official |working )?visit (?:to|by)\b|\b(?:pa(?:id|y|ys)|made|begins?|began|ended|on|during|for) (?:a|an|his|her)(?: [\w-]+){{0,2}} visit\b|\bvisit(?:ed|ing|s)\b(?=[^,;.]{{0,20}}(?:{ACTOR}|{M}))"),
    ("meet", rf"\b(?:met|meets?|(?<![Tt]he )meeting)\b(?: with)?(?=[^;.]{{0,60}}(?:{P}|{G}))|\bmeeting (?:at|in|on|with|between|of)\b|\b(?:held|hold|had|have|holding) (?:[\w-]+ ){{0,3}}(?:talks|meetings?|discussions|consultations)\b|\b(?:held|hold|had) (?:a |an )?(?:trilateral|bilateral)\b|\b(?:was|were|be) (?:received|welcomed|hosted|greeted|joined)\b(?=[^;.]{{0,40}}\bby\b)|\bsat down\b|\b(?:received|welcomed|hosted|host|receive|welcome|greeted)\b(?= (?:{P}|{G}))|\b[Tt]alks (?:with|between)\b|\bconferred with\b|(?<={G}) (?:gathered|convened|met)\b|(?<={P}) (?:also )?met\b"),
)  # fmt: skip
"""What tells an encounter, the narrower before the wider."""

AGAIN = re.compile(
    r"\b[Tt]he (?:gathering|meeting|summit|ceremony|talks|session|conference|ministerial|event|signing)\b|\b(?:took|take|taking) part\b"
    r"|\battend(?:ed|ing|s)?\b|\b(?:was|were|will be) represented\b|\bchaired\b|\bsigned (?:for|on behalf of)\b|\bwitness(?:ed|ing)?\b|\blooked on\b|\b(?:was|were|be|also) present\b|\bjoined (?:them|by)\b"
)
DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no|denie[ds]|ruled out|cancelled|called off|refused|without|rumou?rs? of|dismiss\w+|postponed)\b[^,;]{0,40}$"
)
AHEAD = re.compile(
    r"\b(?:will|would|is due to|are due to|due to|is to|are to|set to|expected to|scheduled|plans? to|planned|poised|going to|next|upcoming)\b"
)
SPEAKS = re.compile(r"^,? (?:said|told|says|added|stated|wrote|noted|declined|denied|ruled|welcomed the|praised)\b")
TELLING = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing|[Dd]uring|[Bb]efore|in) (?:\w+ ){0,3}$")
"""Whoever speaks after a meeting was there."""
THEN = re.compile(r"\b(?:afterwards?|later that day|the same day|hours later|then|thereafter)\b")
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
