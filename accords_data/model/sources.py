"""Sources: the texts that are kept, and the stretches of them that carry no cell."""

import datetime as dt
from collections.abc import Iterable

import attrs

from accords_data.model import edtf
from accords_data.model import vocabularies as v
from accords_data.model.attributes import COMPUTED, ID, LABEL, Entity, Timeless, doc
from accords_data.model.record_base import Record, evidence_field
from accords_data.model.record_parts import Evidence
from accords_data.model.strings import Day, EdtfDate, FileName, Language, QuoteText, Sha256, Slug, Text, Url, Words

MAX_PASSAGE_WORDS = 1_000
"""A longer passage is no passage but an article."""
_TEXT_HOLDS = Timeless("It is a part of a stored text, which does not change.")


@attrs.frozen(kw_only=True)
class Region:
    """A stretch of a source that cannot carry a cell."""

    kind: v.RegionKind = attrs.field(metadata=doc("What sort of stretch it is.", "headline", exempt=LABEL))
    text: QuoteText = attrs.field(metadata=doc("The stretch, verbatim.", "Author's Summary", exempt=LABEL))
    reason: Text = attrs.field(
        metadata=doc("Why it is no evidence.", "A heading of the editor, not a report.", exempt=LABEL)
    )
    start: int | None = attrs.field(
        default=None, metadata=doc("Where it starts: 0-based Unicode code point.", 0, exempt=COMPUTED)
    )
    end: int | None = attrs.field(default=None, metadata=doc("Where it ends, exclusive.", 63, exempt=COMPUTED))


@attrs.frozen(kw_only=True)
class SetAside:
    """A sentence of a source that the curator read and recorded nothing from."""

    text: QuoteText = attrs.field(
        metadata=doc("The sentence, verbatim.", "The gathering underscored growing cooperation.", exempt=LABEL)
    )
    reason: Text = attrs.field(metadata=doc("Why nothing of it is recorded.", "A characterisation.", exempt=LABEL))
    start: int | None = attrs.field(
        default=None, metadata=doc("Where it starts: 0-based Unicode code point.", 640, exempt=COMPUTED)
    )
    end: int | None = attrs.field(default=None, metadata=doc("Where it ends, exclusive.", 700, exempt=COMPUTED))


@attrs.frozen(kw_only=True)
class SummarisedPassage:
    """A sentence of our summary, with the fingerprint of the passage of the publication that it summarises.

    The words of the passage are not kept. Whoever holds the publication can find them by the fingerprint.
    """

    sentence: QuoteText = attrs.field(
        metadata=doc("The sentence of our summary, verbatim.", "Kazakhstan joined.", exempt=LABEL)
    )
    passage_words: int | None = attrs.field(
        default=None,
        metadata=doc("Number of words of the passage; null when the publication could not be read.", 24, exempt=LABEL),
    )
    passage_sha256: Sha256 | None = attrs.field(
        default=None,
        metadata=doc(
            "SHA-256, in hexadecimal, of the passage's words in UTF-8: NFKC, case folded, letters and digits alone, "
            "one space between; null when the publication could not be read.",
            "0" * 64,
            exempt=LABEL,
        ),
    )
    start: int | None = attrs.field(
        default=None, metadata=doc("Where the sentence starts: 0-based Unicode code point.", 64, exempt=COMPUTED)
    )
    end: int | None = attrs.field(default=None, metadata=doc("Where it ends, exclusive.", 82, exempt=COMPUTED))


@attrs.frozen(kw_only=True)
class Source(Record):
    """A text whose bytes are kept under ``seeds/sources/``: a publication's own, or our summary of a publication.

    What is said here of title, outlets, day, address and strength is said of the publication.
    """

    entity = Entity(
        plural="sources",
        caption="title",
        dated_by=Timeless("A text is a source on every day; `--known-by` asks when it was published."),
        ordered_by="published",
        listed_with=("outlet", "published"),
        found_by=("publisher", "attributed_to"),
        found_with=("outlet", "published"),
        search_place=11,
    )

    id: Slug = attrs.field(
        metadata=doc("The source's id: the name of its file.", "2025-11-06-kazakhstan-to-join", exempt=ID)
    )
    path: FileName = attrs.field(
        metadata=doc("File with the text, in the same folder.", "2025-11-06-kazakhstan-to-join.txt", exempt=LABEL)
    )
    sha256: Sha256 = attrs.field(metadata=doc("SHA-256 of the file's bytes, in hexadecimal.", "0" * 64, exempt=LABEL))
    kind: v.SourceKind = attrs.field(
        metadata=doc("Whether the text itself is stored or a summary of it.", "document", exempt=LABEL)
    )
    strength: v.SourceStrength = attrs.field(
        metadata=doc("How close it stands to the event, by the curator's judgement.", "wire", exempt=LABEL)
    )
    title: Words = attrs.field(metadata=doc("Its first headline.", "Kazakhstan to join Abraham Accords"))
    alternative_titles: tuple[Words, ...] = attrs.field(
        default=(),
        metadata=doc(
            "Further headlines.", ["Kazakhstan to Join"], table="source_titles", column="title", dated_by=_TEXT_HOLDS
        ),
    )
    attributed_to: Text | None = attrs.field(
        default=None,
        metadata=doc("The outlet that the text names as its origin; not a claim that it published it.", "AL-Monitor"),
    )
    publisher: Text | None = attrs.field(
        default=None,
        metadata=doc("Who published it, as the text says; null when not known.", "Anadolu Agency"),
    )
    published: EdtfDate = attrs.field(
        metadata=doc(
            "When it was published, EDTF, as its outlet reckons it: an interval where the page shows no day.",
            "2025-11-06",
        )
    )
    language: Language = attrs.field(metadata=doc("Language of the text, BCP 47.", "en", exempt=LABEL))
    url: Url | None = attrs.field(
        default=None,
        metadata=doc("Where it was published; null when not known.", "https://example.org/a", exempt=LABEL),
    )
    provenance: Text = attrs.field(
        metadata=doc("What is known about the text's origin, in the curator's words.", "Found online.", exempt=LABEL)
    )
    read_on: Day | None = attrs.field(
        default=None,
        metadata=doc(
            "Day on which we read the publication or its stored copy; null when not known.", "2026-11-24", exempt=LABEL
        ),
    )
    extent: v.Extent | None = attrs.field(
        default=None,
        metadata=doc("How much of the publication we read; null when not known.", "excerpt", exempt=LABEL),
    )
    second_reading: Day | None = attrs.field(
        default=None,
        metadata=doc(
            "Day on which somebody who did not write the summary compared it with the publication; null when nobody "
            "did.",
            "2026-11-27",
            exempt=LABEL,
        ),
    )
    regions: tuple[Region, ...] = attrs.field(
        default=(), metadata=doc("Stretches that cannot carry a cell.", [], dated_by=_TEXT_HOLDS)
    )
    set_aside: tuple[SetAside, ...] = attrs.field(
        default=(), metadata=doc("Sentences from which nothing is recorded.", [], dated_by=_TEXT_HOLDS)
    )
    passages: tuple[SummarisedPassage, ...] = attrs.field(
        default=(),
        metadata=doc("Sentences of our summary, with fingerprints of what they summarise.", [], dated_by=_TEXT_HOLDS),
    )
    evidence: tuple[Evidence, ...] = evidence_field()

    @property
    def published_by(self) -> str:
        """The last day, ``YYYY-MM-DD``, on which it may have been published: from then on it was surely known.

        A day after every other, ``9999-12-31``, where that is open.
        """
        latest = edtf.bounds(self.published).latest
        return (dt.date.max if latest is None else latest).isoformat()

    @property
    def published_on(self) -> str | None:
        """The day, ``YYYY-MM-DD``, on which it was published; None when that is not known to the day."""
        return self.published if edtf.bounds(self.published).precision is edtf.Precision.DAY else None

    @property
    def words_field(self) -> str:
        """The field of evidence that has words of its text: ``quote``, or ``summary`` where they are ours."""
        return "quote" if self.kind is v.SourceKind.DOCUMENT else "summary"

    @property
    def outlet(self) -> str:
        """The outlet that the text names as its origin, else its publisher, else its title."""
        return next(each for each in (self.attributed_to, self.publisher, self.title) if each is not None)


def summaries(sources: Iterable[Source]) -> list[Source]:
    """Return those of `sources` whose text is our summary of a publication."""
    return [each for each in sources if each.kind is not v.SourceKind.DOCUMENT]


def second_readings(sources: Iterable[Source]) -> tuple[int, int]:
    """Return how many summaries among `sources` had a second reading, and how many summaries there are."""
    ours = summaries(sources)
    return sum(each.second_reading is not None for each in ours), len(ours)
