"""The parts of a sentence that tell one encounter each."""

import itertools
import re
from collections.abc import Iterator

from accords_data.suggest.clauses import Clause
from accords_data.suggest.mask import ACTOR, ACTORS
from accords_data.suggest.meeting_cues import CALLED_OFF, CUES, DENIED, MET_WHEN, OFF


def cues_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the cues of a sentence in its order: of one encounter, the narrowest alone."""
    found: list[tuple[str, int, int]] = []
    for name, pattern in CUES:
        for match in re.finditer(pattern, text):
            start, end = match.span()
            # `CUES` has the narrower before the wider, so what is there already is the narrower.
            clear = all(end <= other[1] or other[2] <= start for other in found)
            if clear and not _denied(text[:start], match[0]) and not _called_off(match[0], text[end:]):
                found.append((name, start, end))
    kept: list[tuple[str, int, int]] = []
    for each in sorted(found, key=lambda cue: cue[1]):
        if kept and not _parted(text, kept[-1], each):
            order = [name for name, _ in CUES]
            kept[-1] = min(kept[-1], each, key=lambda cue: order.index(cue[0]))
        else:
            kept.append(each)
    return iter(kept)


def _denied(before: str, cue: str) -> bool:
    """Return whether what stands before a cue denies it; what was ruled out "when he met her" is not the meeting."""
    # "ruled out any step when he met her" tells a meeting; "could not say when he would meet her" does not.
    reported = MET_WHEN.search(before) is not None and re.match(r"met\b|\w+ed\b", cue) is not None
    return not reported and DENIED.search(before) is not None


def _called_off(cue: str, after: str) -> bool:
    """Return whether the encounter that a cue tells did not come about."""
    noun = re.search(r"\b(?:meeting|talks|visit|summit|ceremony|call|conversation|ministerial)\b", cue) is not None
    return CALLED_OFF.search(after) is not None or (noun and OFF.match(after) is not None)


def _parted(text: str, one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    """Return whether two cues of a sentence tell two encounters: a call and a meeting, or verbs that "and" joins."""
    apart = ({"call", "video"} & {one[0]}) != ({"call", "video"} & {other[0]})
    between = text[one[2] : other[1]]
    return apart and re.search(r" and | before |, | after |;| while | but ", between) is not None


def segments(
    clause: Clause, cues: list[tuple[str, int, int]]
) -> Iterator[tuple[str, tuple[int, ...], tuple[str, int, int]]]:
    """Yield for each cue the part of the sentence that is about it, with the subject of the sentence put first."""
    text, at = clause.text, clause.at
    if len(cues) < 2:  # noqa: PLR2004 - one cue has the whole sentence
        for cue in cues:
            yield text, at, cue
        return
    cuts = [0]
    for one, other in itertools.pairwise(cues):
        joints = list(re.finditer(r" and | before |, | after |;| while | but ", text[one[2] : other[1]]))
        cuts.append(one[2] + joints[-1].start())
    cuts.append(len(text))
    subject = re.search(ACTORS, text)
    for (name, start, end), begin, stop in zip(cues, cuts, cuts[1:], strict=False):
        part, places = text[begin:stop], at[begin:stop]
        shift = -begin
        alone = re.search(ACTOR, text[begin:start]) is None
        if begin and alone and subject is not None:
            # "spoke by phone with Dana Orr, and they are due to meet": of "they", everybody before is meant.
            both = re.search(r"\b(?:they|the two|the pair|both)\b", text[begin:start]) is not None
            head = "".join(re.findall(ACTOR, text[:begin])) if both else subject[0]
            part, places = head + part, (*([-1] * len(head)), *places)
            shift += len(head)
        yield part, places, (name, start + shift, end + shift)
