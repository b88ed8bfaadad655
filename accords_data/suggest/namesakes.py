"""Whether a person of a text is one who is recorded: by a listed name, or by another transliteration of it."""

import re
import unicodedata

import attrs

from accords_data.model.records import Leader
from accords_data.seeds.dataset import Dataset
from accords_data.suggest.people_in_text import Who

ALIKE = 0.84
"""Likeness of two names, of consonants in order, from which on they may be one name in two spellings."""
# A pair before its letters: once "c" is read as "k", there is no "ch" any more.
_SOUNDS = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("zh", "j"), ("ph", "f"), ("tz", "s"), ("ts", "s"),
    ("q", "k"), ("c", "k"), ("x", "k"), ("z", "s"), ("w", "v"), ("dj", "j"), ("g", "j"),
)  # fmt: skip
_PARTICLES = {
    "al",
    "el",
    "bin",
    "ibn",
    "ben",
    "bint",
    "ad",
    "ar",
    "as",
    "an",
    "at",
    "von",
    "van",
    "de",
    "abd",
    "abdul",
    "abdel",
}


@attrs.frozen
class Namesake:
    """A recorded leader whom a text may mean."""

    leader: Leader
    likeness: float
    """1 when the name is listed; less for another spelling."""


def same_person(who: Who, dataset: Dataset) -> Namesake | None:
    """Return the recorded leader whom `who` is, or seems to be; a seeming one must serve the same country."""
    from rapidfuzz import fuzz

    best: Namesake | None = None
    for each in dataset.records["leader"]:
        assert isinstance(each, Leader)  # noqa: S101 - records by kind
        if who.leader == each.id or who.name in {each.name, *each.other_names}:
            return Namesake(each, 1)
        served = {office.country for office in each.offices}
        if who.country is None or who.country not in served:
            continue
        share = max(
            fuzz.token_sort_ratio(skeleton(who.name), skeleton(name)) / 100 for name in (each.name, *each.other_names)
        )
        # A surname alone is too little; and 1 is for listed names, so that a person is asked about all others.
        if share >= ALIKE and " " in who.name and (best is None or share > best.likeness):
            best = Namesake(each, min(share, 0.999))
    return best


def skeleton(name: str) -> str:
    """Return the consonants of `name` as they sound, so that transliterations of one name come out alike."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    parts = [part for part in re.split(r"[^a-z]+", plain) if part and part not in _PARTICLES]
    # "Abdulfattah Burhan" and "Abdel Fattah al-Burhan" are one name.
    bare = [re.sub(r"^abd[aeu]l(?=\w{3})", "", part) for part in parts]
    return " ".join(_sounds(part) for part in bare)


def _sounds(part: str) -> str:
    for written, sound in _SOUNDS:
        part = part.replace(written, sound)
    bare = (
        part[0] + re.sub(r"[aeiouyh]", "", part[1:])
        if part[0] not in "aeiouyh"
        else "a" + re.sub(r"[aeiouyh]", "", part)
    )
    return re.sub(r"(.)\1+", r"\1", bare)
