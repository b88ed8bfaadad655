"""Taking the fingerprint of a passage, which is looked for on the page itself."""

import re
from collections.abc import Iterator, Sequence

import attrs

from accords_data.curate.fingerprint import Fingerprint, WordList, words
from accords_data.curate.saved_pages import SavedPage
from accords_data.model.sources import MAX_PASSAGE_WORDS
from accords_data.problems import AccordsError, Problem

_GAP = re.compile(r"…|\.\.\.")


@attrs.frozen
class TakenPassage:
    """A passage of a page, with its fingerprint."""

    fingerprint: Fingerprint
    words: tuple[str, ...]


def take(passage: str, pages: Sequence[SavedPage]) -> TakenPassage:
    """Return the fingerprint of `passage`, which must stand on one of the `pages`.

    Args:
        passage: All its words, or its first and its last ones with ``…`` or ``...`` between.
        pages: The publication.

    Raises:
        AccordsError: it is not there, or more than one passage may be meant.
    """
    found = {tuple(stretch) for page in pages for reading in page.readings for stretch in _stretches(passage, reading)}
    if not found:
        raise _refused(passage, "is not on the page", "copy the words from the page")
    if len(found) > 1:
        raise _refused(passage, "may mean several passages", "give more of its first words, or all of its words")
    (stretch,) = found
    if len(stretch) > MAX_PASSAGE_WORDS:
        message = f"has {len(stretch):,} words; a passage has {MAX_PASSAGE_WORDS:,} at most"
        raise _refused(passage, message, "give the sentences that the summary rests on")
    return TakenPassage(Fingerprint.of(stretch), stretch)


def _stretches(passage: str, reading: WordList) -> Iterator[Sequence[str]]:
    """Yield the stretches of `reading` that `passage` may mean."""
    whole = words(passage)
    if whole and _starts(whole, reading):
        yield whole
        return
    ends = [words(part) for part in _GAP.split(passage)]
    if len(ends) != 2 or not all(ends):  # noqa: PLR2004 - two ends
        return
    first, last = ends
    closing = _starts(last, reading)
    for start in _starts(first, reading):
        end = next((each for each in closing if each >= start + len(first)), None)
        if end is not None:
            yield reading.words[start : end + len(last)]


def _starts(passage: Sequence[str], reading: WordList) -> list[int]:
    return [index for _, index in reading.find([Fingerprint.of(passage)])]


def _refused(passage: str, message: str, hint: str) -> AccordsError:
    return AccordsError([Problem(path=repr(passage), message=message, hint=hint)])
