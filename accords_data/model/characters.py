"""Characters that nobody sees: where one stands in a name, two texts look alike and are not the same."""

JOINERS = "\u200c\u200d"
"""They shape letters of Arabic and Indic scripts and belong in names there; between Latin letters nobody sees them."""
_MARKS = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
"""What Unicode has ignored where text is shown: soft hyphens, marks without width, marks of direction, tags."""
_BLANKS = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800"
"""Blanks that look like a space. The ideographic space is wider than one, so it is not among them."""
_NO_CHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
"""Code points that Unicode will never give to a character, those that a pattern of any engine can name."""
_BEFORE_ARABIC = "[\\x00-\u05f4]"
"""Letters that never need a joiner: Latin, Greek, Cyrillic, Armenian, Hebrew."""

INVISIBLE = f"[{_MARKS}{JOINERS}]"
"""Pattern of one character that nobody sees."""
NO_CHARACTER = f"[{_NO_CHARACTERS}]"
"""Pattern of one code point that is no character."""
UNSEEN = f"[{_MARKS}{JOINERS}{_BLANKS}{_NO_CHARACTERS}]"
"""Pattern of one character that a reader does not see, or takes for a space."""
UNSEEN_IN_NAMES = f"[{_MARKS}{_BLANKS}{_NO_CHARACTERS}]|{_BEFORE_ARABIC}[{JOINERS}]|[{JOINERS}]{_BEFORE_ARABIC}"
"""Pattern of what a name must not hold besides control characters: who reads it cannot know that it is there."""
