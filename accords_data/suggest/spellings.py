"""Whether two names may be one name in two spellings, and what speaks against it."""

import re
import unicodedata
from itertools import zip_longest

ALIKE = 0.84
"""Likeness of two names, of consonants in order, from which on they may be one name in two spellings."""
_SAME_WORD = 0.6
"""Likeness of two words that may be one."""
# A pair before its letters: once "c" is read as "k", there is no "ch" any more.
_SOUNDS = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("zh", "j"), ("ph", "f"),
    ("tz", "s"), ("ts", "s"), ("q", "k"), ("c", "k"), ("x", "k"), ("z", "s"), ("w", "v"), ("dj", "j"), ("g", "j"),
)  # fmt: skip
_PARTICLES = {
    "al", "el", "bin", "ibn", "ben", "bint", "binti", "ad", "ar", "as", "an", "at", "von", "van",
    "de", "abd", "abdul", "abdel",
}  # fmt: skip
_DAUGHTER = {"bint", "binti"}
_SUFFIXES = {
    "jr",
    "junior",
    "sr",
    "senior",
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
}
"""What tells a son from his father, and a king from the next one."""
_NO_LETTERS = re.compile("['’‘`´ʹʻʼʽʾʿ]")
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ð": "d"}
)
_NEAR_VOWELS = {frozenset(pair) for pair in ("ae", "ei", "ou", "aE", "eE", "iE", "aO", "oO", "uO")}
"""Vowels that one sound is written with: "Zayed" and "Zayid", but not "Rashad" and "Rashid"."""


def skeleton(name: str) -> str:
    """Return the consonants of `name` as they sound, so that transliterations of one name come out alike."""
    return " ".join(_sounds(part) for part in _bare(name))


def likeness(name: str, other: str) -> float:
    """Return how alike two names are, of consonants, in whichever order their words stand; at most 1."""
    from rapidfuzz import fuzz

    one, two = skeleton(name), skeleton(other)
    return max(fuzz.token_sort_ratio(one, two), fuzz.ratio(one, two)) / 100 if one and two else 0


def doubt(name: str, other: str) -> str | None:
    """Return what speaks against two names that are alike being one name; None where nothing does."""
    from rapidfuzz import fuzz

    one, two = _bare(name), _bare(other)
    if _suffixes(name) != _suffixes(other):
        return "only one has that number or Jr. after it"
    if bool(_DAUGHTER & {*_words(name)}) != bool(_DAUGHTER & {*_words(other)}):
        return "one is a daughter's name"
    if fuzz.ratio(skeleton(name), skeleton(other)) / 100 < ALIKE:
        return "its words stand in another order"
    if fuzz.ratio(_sounds(one[0]), _sounds(two[0])) / 100 < _SAME_WORD:
        return "the first name is another"
    if any(
        _sounds(mine) == _sounds(theirs) and _vowels_differ(mine, theirs)
        for mine, theirs in zip(one, two, strict=False)
    ):
        return "its vowels are others"
    return None


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", _NO_LETTERS.sub("", name).casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_UNDECOMPOSED)
    return re.findall(r"[^\W\d_]+", letters)


def _suffixes(name: str) -> list[str]:
    return [word for word in _words(name)[1:] if word in _SUFFIXES]


def _bare(name: str) -> list[str]:
    """Return the words of `name` that tell a person: without particles, and numbers after it."""
    words = _words(name)
    kept = [word for at, word in enumerate(words) if word not in _PARTICLES and not (at and word in _SUFFIXES)]
    # "Abdulfattah Burhan" and "Abdel Fattah al-Burhan" are one name.
    return [re.sub(r"^abd[aeu]l(?=\w{3})", "", word) for word in kept]


def _sounds(word: str) -> str:
    if not word.isascii():
        return word
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    first = word[0] if word[0] not in "aeiouyh" else "a"
    rest = word[1:] if word[0] not in "aeiouyh" else word
    return re.sub(r"(.)\1+", r"\1", first + re.sub(r"[aeiouyh]", "", rest))


def _vowels_differ(word: str, other: str) -> bool:
    """Return whether two words with the same consonants have vowels that are not two spellings of one sound."""
    if not word.isascii() or not other.isascii():
        return word != other
    if (word[0] == "h") != (other[0] == "h"):
        return True
    mine, theirs = _vowels(word), _vowels(other)
    # "Amin" and "Amina": an a at the end is heard.
    if {mine[-1], theirs[-1]} == {"", "a"}:
        return True
    pairs = [{a, b} for a, b in zip_longest(mine, theirs, fillvalue="")]
    return any(len(pair) > 1 and not pair & {"", "*"} and pair not in _NEAR_VOWELS for pair in pairs)


def _vowels(word: str) -> list[str]:
    """Return the sound before, between and after the consonants of `word`, doubled ones being one."""
    return [
        _vowel(group)
        for group in re.split(r"(?:([bcdfgjklmnpqrstvxz])\1*|[bcdfgjklmnpqrstvxz])+", word.replace("h", ""))[::2]
    ]


def _vowel(group: str) -> str:
    letters = {*group.replace("y", "i").replace("w", "u")}
    if group in {"ee", "ie", "iy"}:
        return "i"
    if group in {"oo", "ou"}:
        return "u"
    if len(letters) <= 1:
        return "".join(letters)
    if letters <= {"a", "e", "i"}:
        return "E"
    return "O" if "i" not in letters else "*"
