"""The rules that map words of a quote to a value: what ``resolved`` means, and how the build checks it.

Each rule is a function of the words to the values that they may mean. A cell is resolved when there is exactly
one and the cell holds it. `RULES` names them; the name is exported beside the evidence.
"""

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from accords_data.model.fields import Field
from accords_data.model.record_base import Record
from accords_data.model.records import MODELS, Meeting
from accords_data.model.sources import Source
from accords_data.model.vocabularies import Vocabulary
from accords_data.seeds import dates_in_text, spans

_NO_LONGER = re.compile(r"\b(?:[Ff]ormer|[Tt]hen|[Ll]ate|[Oo]utgoing|[Ee]x)\b")


@attrs.frozen
class Passage:
    """The words that a rule is to read, and where they stand."""

    words: str
    source: Source
    span: spans.Span
    """Span of the whole quote."""


@attrs.frozen
class Index:
    """What names, titles and passages mean, taken from the records."""

    names: Mapping[str, spans.Phrases]
    """Phrases by the record kind that they mean."""
    meetings: Mapping[str, Sequence[tuple[str, spans.Span]]]
    """By source id: meeting id, and span of a quote that supports the meeting's own kind."""

    @classmethod
    def of(cls, records: Mapping[str, Iterable[Record]], meetings: Iterable[tuple[str, str, spans.Span]]) -> "Index":
        """Return the index of the `records`, given by kind."""
        named = {kind: _phrases((each.id, each.names) for each in group) for kind, group in records.items()}
        passages: dict[str, list[tuple[str, spans.Span]]] = {}
        for source, meeting, span in meetings:
            passages.setdefault(source, []).append((meeting, span))
        return cls(named, passages)


def kind_passages(
    meetings: Iterable[Meeting], texts: Mapping[str, spans.Places]
) -> Iterable[tuple[str, str, spans.Span]]:
    """Yield the source, the meeting and the span of each quote that supports a meeting's kind."""
    for meeting in meetings:
        for entry in (each.entry for each in meeting.backing.get("/kind", ())):
            if entry.text is None or entry.source is None or entry.source not in texts:
                continue
            place = texts[entry.source].locate(entry.text, entry.occurrence)
            if isinstance(place, spans.Span):
                yield entry.source, meeting.id, place


def rule_of(field: Field, words: str) -> str | None:
    """Return the name of the rule that resolves the cells of `field` from `words`, or None when none does."""
    # Before the rules of dates: when an office was held is a date too, but one that no words need to give.
    if field.rule == "office" and field.is_edtf:
        return "office_on_the_day" if dates_in_text.dates_in(words) else "office_when_published"
    if field.vocabulary is not None:
        return "cue_word"
    if field.is_edtf and not dates_in_text.dates_in(words):
        named = any(spans.stands_in(day, words) for day in dates_in_text.WEEKDAYS)
        # The day of publication does not matter for whether there are such words.
        return "relative_date" if not named and dates_in_text.relative_dates_in(words, "2000-01-01") else "weekday"
    if field.is_edtf or (field.form == "day" and dates_in_text.dates_in(words)):
        return "calendar_date"
    kind = None if field.text is None else field.text.reference
    return None if kind is None else MODELS[kind].entity.rule


def _named(kind: str, _field: Field, passage: Passage, index: Index) -> dict[str, str]:
    return index.names[kind].meant_in(passage.words)


def _cue_word(field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    assert field.vocabulary is not None  # noqa: S101 - rule_of gives this rule to vocabularies alone
    return cues_of(field.vocabulary).meant_in(passage.words)


def _weekday(_field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    if passage.source.published_on is None:
        return {}
    found = [day for day in dates_in_text.WEEKDAYS if spans.stands_in(day, passage.words)]
    published = dt.date.fromisoformat(passage.source.published_on)
    ago = {
        day: (published.weekday() - dates_in_text.WEEKDAYS.index(day)) % len(dates_in_text.WEEKDAYS) for day in found
    }
    return {(published - dt.timedelta(days=ago[day])).isoformat(): day for day in found}


def _relative_date(_field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    published = passage.source.published_on
    found = () if published is None else dates_in_text.relative_dates_in(passage.words, published)
    return {each.date: each.words for each in found}


def _calendar_date(_field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    # Weekday or date is wrong, and no rule can say which (docs/decisions/0026).
    if any(not each.agrees for each in dates_in_text.named_weekdays(passage.words)):
        return {}
    return {each.date: each.words for each in dates_in_text.dates_in(passage.words)}


def _office_when_published(_field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    published = passage.source.published_on
    if published is None or _NO_LONGER.search(passage.words):
        return {}
    return {published: passage.words}


def _office_on_the_day(field: Field, passage: Passage, index: Index) -> dict[str, str]:
    return {} if _NO_LONGER.search(passage.words) else _calendar_date(field, passage, index)


def _same_passage(_field: Field, passage: Passage, index: Index) -> dict[str, str]:
    return {
        meeting: passage.words
        for meeting, span in index.meetings.get(passage.source.id, ())
        if span.overlaps(passage.span)
    }


Rule = Callable[[Field, Passage, Index], dict[str, str]]
"""What the words may mean: each value with the words that gave it."""

_OTHERS: dict[str, tuple[Rule, str]] = {
    "cue_word": (_cue_word, "A cue word that the vocabulary lists means its member."),
    "weekday": (_weekday, "A weekday means the last such day up to the day on which the source was published."),
    "relative_date": (
        _relative_date,
        '"yesterday", "last month" and the like are reckoned from the day on which the source was published.',
    ),
    "calendar_date": (
        _calendar_date,
        'A date in words means that day, month or year; "from … to …" an interval; a weekday beside it must agree.',
    ),
    "office_when_published": (
        _office_when_published,
        "A title that stands with a name, and is not called former, is held on the day of publication.",
    ),
    "office_on_the_day": (
        _office_on_the_day,
        "A title that stands with a name in a sentence about a day, and is not called former, is held on that day.",
    ),
    "same_passage": (_same_passage, "A passage that overlaps the one that tells a meeting's kind means that meeting."),
}
"""The rules that do not follow from the registry of record kinds."""


class Rules(Mapping[str, tuple[Rule, str]]):
    """Every rule by its name, with the sentence that explains it; first those by which names mean a record."""

    def _every(self) -> dict[str, tuple[Rule, str]]:
        named = {
            model.entity.rule: (functools.partial(_named, kind), model.entity.rule_says)
            for kind, model in MODELS.items()
            if model.entity.rule is not None and model.entity.rule_says is not None
        }
        return named | _OTHERS

    def __getitem__(self, name: str) -> tuple[Rule, str]:
        """Return the rule `name`."""
        return self._every()[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._every())

    def __len__(self) -> int:
        """Return how many rules there are."""
        return len(self._every())


RULES = Rules()
"""The rules: read from the registry of record kinds whenever they are asked for."""


@functools.cache
def cues_of(vocabulary: type[Vocabulary]) -> spans.Phrases:
    """Return what each cue of `vocabulary` means."""
    return _phrases((str(member), member.cues) for member in vocabulary)


def _phrases(named: Iterable[tuple[str, Iterable[str]]]) -> spans.Phrases:
    meanings: dict[str, frozenset[str]] = {}
    for meaning, phrases in named:
        for phrase in phrases:
            meanings[phrase] = meanings.get(phrase, frozenset()) | {meaning}
    return spans.Phrases(meanings)
