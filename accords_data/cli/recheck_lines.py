"""What the command recheck prints."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from accords_data.cli.report import second_reading

if TYPE_CHECKING:
    from accords_data.curate.fingerprint import Fingerprint
    from accords_data.curate.proof_count import ProofCount
    from accords_data.curate.recheck import PassageOutcome
    from accords_data.curate.saved_pages import SavedPage
    from accords_data.curate.taken_passage import TakenPassage
    from accords_data.model.sources import Source

WIDTH = 80
_ENDS = 6
"""Words of each end of a long passage that are shown."""
STATES = ("same", "moved", "gone")


def outcome_view(outcomes: "Sequence[PassageOutcome]", pages: "Sequence[SavedPage]") -> Iterator[str]:
    """Yield each passage with its place and the sentence that summarises it, then how many there are of each state."""
    for each in outcomes:
        lead = f"{each.state:<6} "
        place = "" if each.place is None else f"{_place(each, pages)}: "
        yield from textwrap.wrap(
            f'{place}"{each.passage.sentence}"',
            WIDTH,
            initial_indent=lead,
            subsequent_indent=" " * len(lead),
            break_on_hyphens=False,
        )
    states = [each.state for each in outcomes]
    number = f"{len(states)} passage{'' if len(states) == 1 else 's'}"
    yield f"{number}: " + ", ".join(f"{states.count(state)} {state}" for state in STATES)


def _place(outcome: "PassageOutcome", pages: "Sequence[SavedPage]") -> str:
    place = outcome.place
    if place is None:
        return ""
    page = "" if len(pages) == 1 else f"{pages[place.page].name}, "
    more = "" if outcome.times == 1 else f" (stands {outcome.times} times)"
    return f"{page}words {place.first} to {place.last}{more}"


def plain_outcome(outcome: "PassageOutcome", pages: "Sequence[SavedPage]") -> dict[str, Any]:
    """Return `outcome` as JSON has it."""
    place = outcome.place
    return {
        "state": outcome.state,
        "sentence": outcome.passage.sentence,
        "page": None if place is None else pages[place.page].name,
        "first_word": None if place is None else place.first,
        "last_word": None if place is None else place.last,
        "times": outcome.times,
    }


def told(taken: "TakenPassage") -> str:
    """Return the line that says which words a fingerprint was taken of."""
    several = taken.words
    long = len(several) > 2 * _ENDS
    shown = [*several[:_ENDS], "…", *several[-_ENDS:]] if long else several
    return f"{len(several)} word{'' if len(several) == 1 else 's'}: {' '.join(shown)}"


def fingerprint_view(fingerprint: "Fingerprint") -> Iterator[str]:
    """Yield the lines for the record of the source, below those of the sentence."""
    yield f"    passage_words: {fingerprint.words}"
    yield f'    passage_sha256: "{fingerprint.sha256}"'


def plain_fingerprint(fingerprint: "Fingerprint") -> dict[str, Any]:
    """Return `fingerprint` as JSON has it."""
    return {"passage_words": fingerprint.words, "passage_sha256": fingerprint.sha256}


def count_view(counted: "ProofCount", sources: "Iterable[Source]") -> Iterator[str]:
    """Yield how many sentences can be proven, and how many summaries had a second reading."""
    summaries = f"{counted.summaries} summar{'y' if counted.summaries == 1 else 'ies'}"
    yield f"{counted.sentences} sentences of {summaries}:"
    yield f"  {counted.proven} have the fingerprint of what they summarise"
    yield f"  {counted.unread} have none, because the publication could not be read"
    yield f"  {counted.open} have none yet"
    yield second_reading(sources)


def plain_count(counted: "ProofCount") -> dict[str, Any]:
    """Return `counted` as JSON has it."""
    return {
        "summaries": counted.summaries,
        "sentences": counted.sentences,
        "with_fingerprint": counted.proven,
        "not_readable": counted.unread,
        "without_fingerprint": counted.open,
    }
