"""Whether a name that stands in a text is a name of its own, or a part of a longer one.

"Sudan" is no name of its own in "South Sudan" or "the Sudan Tribune", nor is "Israel" in "Foreign Minister Israel
Benbassat" or "Omar Faris" in "Omar Faris Jr.". The words right beside it decide, whether or not anybody has the longer
name in a list: titles, possessives, days, and words that begin a sentence may stand there, other names may not.
"""

import functools
import re

from accords_data.seeds import date_forms, gazetteer, name_words
from accords_data.seeds.late_patterns import LatePattern
from accords_data.seeds.name_words import PARTICLES, UPPER

_FEWEST_WORDS = 4
_MOST = 0.8
"""A headline has so many words of four letters and more, of which so large a part has capitals."""
_REACH = 60
"""More code points than a word and the few before it."""
_OPENING_MARKS = "([“\"‘'«—–/"
_AFTER = LatePattern(rf"[ \u00a0]+(?P<word>[{UPPER}][\w’'.&-]*)")
_OF = LatePattern(r"(?P<what>[\w’'-]+) (?:of|for|al|de)(?: the)? $")
_HYPHENATED_BEFORE = LatePattern(r"(?P<word>[\w’'.]+)[-‐‑]$")
_HYPHENATED_AFTER = LatePattern(r"[-‐‑](?P<word>[\w’'.]+)")
_SPOKEN_TITLES = tuple(
    f" {each} "
    for each in "minister president king queen ambassador envoy spokesman spokeswoman mr premier aide".split()
)
_HYPHENS = ("-", "\u2010", "\u2011")
_OF_ENDS = (" of ", " for ", " al ", " de ", " the ")
_ROLES = frozenset(name_words.ROLES.split("|"))
_HONORIFICS = frozenset(name_words.HONORIFICS.split("|"))
_TITLES = frozenset(
    each.lower()
    for each in (
        *_ROLES,
        *name_words.DOMAINS.split("|"),
        *_HONORIFICS,
        "State",
        "Council",
        "House",
        "Defence",
        "Defense",
    )
)
_INITIAL = LatePattern(rf"[{UPPER}]\.")
_POSSESSIVE = LatePattern(r".*(?:[’']s|s[’'])")
_DAYS_AND_MONTHS = (*date_forms.WEEKDAYS, *date_forms.MONTHS)
_CALENDAR = frozenset((*_DAYS_AND_MONTHS, *(each[:3] for each in _DAYS_AND_MONTHS), "Sept", "Tues", "Thurs"))
_NUMERAL = LatePattern(
    rf",? (?:Jr|Sr|[Jj]unior|[Ss]enior)\b(?! [A-Z])| the (?:Younger|Elder|Great|First|Second|Third|Fourth|Fifth|Sixth)\b|,? [IVX]+(?!\w)|[ \u00a0]+(?:{PARTICLES})[ -](?=[{UPPER}])"
)
_PARTICLE = LatePattern(rf"(?<![\w’'-])(?:{PARTICLES})[ -]$")
_DOMAINS = frozenset((*name_words.DOMAINS.split("|"), "Defence", "Defense"))
_OPENING_PHRASE = LatePattern(
    rf"(?:^|[.,;:!?”\"] |\n)(?:In|At|On|From|After|During|To|By)(?: the)?(?: [{UPPER}][\w’'.-]*| of| the)+ $"
)
"""An adverbial of names with which a clause begins: "At the White House"."""
_ADDRESS = ("@", ".", "_", "\\")


@functools.lru_cache(maxsize=1024)
def stands_alone(text: str, start: int, end: int, kind: str) -> bool:
    """Return whether ``text[start:end]``, a name of a record of `kind`, is the whole of the name that stands there."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if before.endswith(_ADDRESS) or re.match(r"[@_]|\.\w", after):
        return False
    judge = {"country": _country, "leader": _person}.get(kind, _title)
    return judge(before, after, functools.partial(_is_headline, text, start, end))


def _country(before: str, after: str, headline: "functools.partial[bool]") -> bool:
    if name_words.COMMON_NOUNS.match(after) or before.endswith(_SPOKEN_TITLES) or _is_joined(before, after):
        return False
    of = _OF.search(before) if before.endswith(_OF_ENDS) else None
    if of is not None and of["what"][:1].isupper() and of["what"].lower() in name_words.NO_STATE_OF:
        return False
    word = _word_before(before)
    if word is not None and (_is_role(word) or not _may_precede(word, headline)):
        return False
    return _may_follow(after, headline) or _has_organ(after)


def _is_joined(before: str, after: str) -> bool:
    """Return whether a hyphen makes of a country something else: "Trans-Jordan", "pro-Israel", "Sudan-based"."""
    joined = _HYPHENATED_BEFORE.search(before) if before.endswith(_HYPHENS) else None
    joining = _HYPHENATED_AFTER.match(after) if after.startswith(_HYPHENS) else None
    if joined is not None and not _is_beside_country(joined["word"]):
        return True
    if joining is None:
        return False
    plain = joining["word"][:1].islower()  # "Israel-led": which of those words must not follow is a list of its own
    return name_words.FOREIGN_TO_IT.match(after) is not None or not (plain or _is_beside_country(joining["word"]))


def _is_beside_country(word: str) -> bool:
    """Return whether `word`, which a hyphen joins to a country, leaves it one: another country, or a party to a war."""
    return word in _countries() or word in {"Arab", "Palestinian", "Hamas", "Gaza", "EU", "UN", "GCC"}


def _person(before: str, after: str, headline: "functools.partial[bool]") -> bool:
    if _NUMERAL.match(after) or _is_staff(after) or _PARTICLE.search(before):
        return False
    if before.endswith(_HYPHENS) or after.startswith(_HYPHENS):
        return False
    word = _word_before(before)
    if word in _namesakes() or _follows_namesake(after):
        return False  # "Jordan Faris" is a person of another name
    titled = word is None or _is_title(word) or _OPENING_PHRASE.search(before) is not None
    return (titled or _may_precede(word or "", headline)) and _may_follow(after, headline)


def _title(before: str, after: str, headline: "functools.partial[bool]") -> bool:
    if before.endswith(_HYPHENS) or after.startswith(_HYPHENS):
        return False
    word = _word_before(before)
    return (word is None or _may_precede(word, headline)) and _may_follow(after, headline)


def _has_organ(after: str) -> bool:
    """Return whether behind a country stands who acts for it: "Israel Foreign Minister", "Egyptian Oil Minister"."""
    words = [each.strip(".,;:’'”") for each in after.replace("’s", "").replace("'s", "").split()[:5]]
    for place, word in enumerate(words):
        if _is_role(word) or word in name_words.ORGANS:
            return place == 0 or word.startswith("Minist") or all(each in _DOMAINS for each in words[:place])
        if not (word[:1].isupper() or (place and word == "and")):
            return False
    return False


def _is_staff(after: str) -> bool:
    """Return whether behind a person's name stands one who is another: "Trump's envoy", "the Trump administration"."""
    words = after.removeprefix("’s").removeprefix("'s").removeprefix("’").removeprefix("'")
    first = words.split(maxsplit=1)[:1] if words.startswith(" ") else []
    return bool(first) and first[0].strip(".,;:") in name_words.STAFF


def _is_role(word: str) -> bool:
    """Return whether `word` makes a person of the name behind it: "Minister", "Vice-President", "Mr."."""
    return not _ROLES.isdisjoint(word.split("-")) or word.rstrip(".") in _HONORIFICS


def _is_title(word: str) -> bool:
    """Return whether `word` may stand between an office and a person's name: "Secretary of State", "Foreign Affairs"."""
    return not _TITLES.isdisjoint(word.lower().rstrip(".").split("-"))


def _word_before(before: str) -> str | None:
    """Return the word with a capital that stands right before, or None: no word of a name, or the end of a sentence."""
    if not before.endswith((" ", "\u00a0")):
        return None
    word = before.rstrip(" \u00a0").replace("\u00a0", " ").replace("\n", " ").rpartition(" ")[2].lstrip(_OPENING_MARKS)
    if not word[:1].isupper():
        return None
    if word.endswith((",", ";", ":", "!", "?", ")", "”", '"', "’", "]", "…")) and not _POSSESSIVE.fullmatch(word):
        return None
    named = _INITIAL.fullmatch(word) is not None or word[:-1] in _HONORIFICS
    return None if word.endswith(".") and not named else word


def _may_precede(word: str, headline: "functools.partial[bool]") -> bool:
    plain = word.lower()
    if plain in name_words.PLACES and word not in _countries():
        return False
    if re.search(r"-[a-z]+$", word):
        return True  # "US-brokered"
    if (
        plain in name_words.OPENERS
        or _POSSESSIVE.fullmatch(word)
        or word.rstrip(".") in _CALENDAR
        or word in _countries()
    ):
        return True
    return headline() and name_words.HEADLINE_WORDS.fullmatch(word) is not None


def _may_follow(after: str, headline: "functools.partial[bool]") -> bool:
    found = _AFTER.match(after)
    if found is None:
        return True
    plain = found["word"].removesuffix("s").rstrip("’'") if _POSSESSIVE.fullmatch(found["word"]) else found["word"]
    if plain.rstrip(".") in _CALENDAR or plain.rstrip(".") in _countries():
        return True
    return headline() and name_words.HEADLINE_WORDS.match(found["word"]) is not None


@functools.cache
def _namesakes() -> frozenset[str]:
    """Return the names of countries that people may bear: those of one word."""
    return frozenset(each.name for each in gazetteer.entries().values() if " " not in each.name)


def _follows_namesake(after: str) -> bool:
    found = _AFTER.match(after)
    return found is not None and found["word"].rstrip(".") in _namesakes()


@functools.cache
def _countries() -> frozenset[str]:
    """Return every word by which a country is called: names, adjectives and capitals of one word, and abbreviations."""
    named = (each for entry in gazetteer.entries().values() for each in (*entry.forms, *entry.capitals))
    last = {
        each.split()[-1]
        for each in ("United States", "United Kingdom", "United Arab Emirates", "Tel Aviv", "Abu Dhabi")
    }
    return frozenset(each for each in named if " " not in each) | last | {"US", "U.S.", "UK", "UAE", "EU"}


def _is_headline(text: str, start: int, end: int) -> bool:
    """Return whether the line of ``text[start:end]`` is a headline: nearly all its words have capitals."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : len(text) if last < 0 else last]
    words = re.findall(r"[^\W\d_][\w’'-]{3,}", line)
    capitals = sum(each[0].isupper() for each in words)
    return len(words) >= _FEWEST_WORDS and not line.rstrip().endswith(".") and capitals >= _MOST * len(words)
