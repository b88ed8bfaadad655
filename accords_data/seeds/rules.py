"""The rules that map words of a quote to a value: what ``resolved`` means, and how the build checks it.

Each rule is a function of the words to the values that they may mean. A cell is resolved when there is exactly
one and the cell holds it. `RULES` names them; the name is exported beside the evidence.
"""

import functools
import itertools
from collections.abc import Callable, Iterator, Mapping

from accords_data.model.fields import Field, fields_of
from accords_data.model.record_parts import Office
from accords_data.model.records import MODELS
from accords_data.model.vocabularies import Vocabulary
from accords_data.seeds import (
    affirmation,
    dates_in_text,
    office_words,
    passages,
    proper_names,
    relative_days,
    sentences,
    spans,
)
from accords_data.seeds.passages import Index, Passage


def rule_of(field: Field, passage: Passage) -> str | None:
    """Return the name of the rule that resolves the cells of `field` from the `passage`, or None when none does."""
    # Before the rules of dates: when an office was held is a date too, but one that no words need to give.
    if field.rule == "office" and field.is_edtf:
        return "office_on_the_day" if _expressions(passage) else "office_when_published"
    if field.vocabulary is not None:
        return "cue_word"
    if field.is_edtf and not _expressions(passage):
        named = relative_days.NAMED_DAY.search(passage.words) is not None
        # The day of publication does not matter for whether there are such words.
        return (
            "relative_date" if not named and relative_days.relative_dates_in(passage.words, "2000-01-01") else "weekday"
        )
    if field.is_edtf or (field.form == "day" and _expressions(passage)):
        return "calendar_date"
    kind = None if field.text is None else field.text.reference
    return None if kind is None else MODELS[kind].entity.rule


def stands_whole(field: Field, value: str, passage: Passage) -> bool:
    """Return whether `value`, a name or title that is stated, is the whole of what stands in the passage.

    Other words need not be.
    """
    kind = _name_fields().get(id(field))
    if kind is None and field is not _office_title():
        return True
    places = Passage(value, passage.source, passage.span, passage.text).places
    if kind is None:
        return any(office_words.whole_title(passage.text, each.start, each.end) for each in places)
    return any(proper_names.stands_alone(passage.text, each.start, each.end, kind) for each in places)


@functools.cache
def _name_fields() -> dict[int, str]:
    """Return the kind of record by the identity of the field with its name, or with its other names."""
    return {
        id(field): kind
        for kind, model in MODELS.items()
        for field in fields_of(model)
        if model.entity.rule is not None and field.name in {model.entity.caption, model.entity.aliases}
    }


@functools.cache
def _office_title() -> Field:
    return next(field for field in fields_of(Office) if field.name == "title")


def _named(kind: str, _field: Field, passage: Passage, index: Index) -> dict[str, str]:
    phrases = index.names[kind]
    return {
        meaning: phrase
        for place in passage.places
        for span, phrase in phrases.hits(passage.text)
        if place.start <= span.start and span.end <= place.end
        for meaning in phrases.meanings(phrase)
        if proper_names.stands_alone(passage.text, span.start, span.end, kind)
    }


def _cue_word(field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    assert field.vocabulary is not None  # noqa: S101 - rule_of gives this rule to vocabularies alone
    cues = cues_of(field.vocabulary)
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for place, (span, cue) in itertools.product(passage.places, cues.hits(passage.words)):
        real = affirmation.affirmed(passage.text, place.start + span.start, place.start + span.end)
        for meaning in cues.meanings(cue):
            found.setdefault(meaning, cue)
            doubtful |= set() if real else {meaning}
    # Of words that stand twice, once of what was done and once of what was not, nobody knows which is meant.
    return {meaning: cue for meaning, cue in found.items() if meaning not in doubtful}


def _weekday(_field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    return {
        each.date: each.words
        for place in passage.places
        for each in relative_days.named_days_in(passage.text, place.start, place.end, passage.source.published_on)
    }


def _relative_date(_field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    first = passage.places[0]
    # What stands before the words may change them ("until yesterday"); so they are read with it.
    around, _ = sentences.sentence_around(passage.text, first.start, first.end)
    read = relative_days.relative_dates_in(passage.text[around : first.end], passage.source.published_on)
    return {each.date: each.words for each in read if around + each.start >= first.start}


def _calendar_date(_field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    found = _expressions(passage)
    # Weekday or date is wrong, and no rule can say which (docs/decisions/0026).
    wrong = [each for each in dates_in_text.named_weekdays(passage.text) if not each.agrees]
    if any(each.start < other.end and other.start < each.end for each in wrong for other, _ in found):
        return {}
    # A part of a date is not read, nor are its words where the whole says something else.
    return {each.date: passage.text[each.start : each.end] for each, whole in found if whole and each.date is not None}


def _expressions(passage: Passage) -> list[tuple[dates_in_text.DateExpression, bool]]:
    """Return the dates of which a part stands in the words, and of each whether all of it does."""
    told = dates_in_text.expressions(passage.text)
    return (
        []
        if not told
        else [
            (each, place.start <= each.start and each.end <= place.end)
            for place in passage.places
            for each in told
            if each.start < place.end and place.start < each.end
        ]
    )


def _office_when_published(_field: Field, passage: Passage, _index: Index) -> dict[str, str]:
    published = passage.source.published_on
    return {published: passage.words} if published is not None and _is_held(passage) else {}


def _office_on_the_day(field: Field, passage: Passage, index: Index) -> dict[str, str]:
    return _calendar_date(field, passage, index) if _is_held(passage) else {}


def _is_held(passage: Passage) -> bool:
    return all(office_words.held(passage.text, each.start, each.end) for each in passage.places)


def _same_passage(_field: Field, passage: Passage, index: Index) -> dict[str, str]:
    return {
        meeting: passage.words
        for meeting, span in index.meetings.get(passage.source.id, ())
        if span.overlaps(passage.span)
    }


Rule = Callable[[Field, Passage, Index], dict[str, str]]
"""What the words may mean: each value with the words that gave it."""

_OTHERS: dict[str, tuple[Rule, str]] = {
    "cue_word": (_cue_word, "A cue word that the vocabulary lists means its member, where the clause affirms it."),
    "weekday": (
        _weekday,
        "A weekday means the last such day up to the day of publication, or the next one where the verb lies ahead.",
    ),
    "relative_date": (
        _relative_date,
        '"yesterday", "last month" and the like are reckoned from the day on which the source was published.',
    ),
    "calendar_date": (
        _calendar_date,
        "A date in words, read whole, means that day, month, year or interval; a weekday beside it must agree.",
    ),
    "office_when_published": (
        _office_when_published,
        "A title that stands with a name, and is not former, designate or elect, is held on the day of publication.",
    ),
    "office_on_the_day": (
        _office_on_the_day,
        "A title that stands with a name in a sentence about a day, and is not former or elect, is held on that day.",
    ),
    "same_passage": (_same_passage, "A passage that overlaps the one that tells a meeting's kind means that meeting."),
}
"""The rules that do not follow from the registry of record kinds."""


def _rule_of_kind(kind: str) -> tuple[Rule, str] | None:
    """Return the rule by which names mean a record of `kind`, or None where its references follow another rule."""
    says = MODELS[kind].entity.rule_says
    return None if says is None else (functools.partial(_named, kind), says)


class Rules(Mapping[str, tuple[Rule, str]]):
    """Every rule by its name, with the sentence that explains it; first those by which names mean a record."""

    def _every(self) -> dict[str, tuple[Rule, str]]:
        named = {model.entity.rule: _rule_of_kind(kind) for kind, model in MODELS.items()}
        return {name: rule for name, rule in named.items() if name is not None and rule is not None} | _OTHERS

    def __getitem__(self, name: str) -> tuple[Rule, str]:
        """Return the rule `name`."""
        if name in _OTHERS:
            return _OTHERS[name]
        # One rule is asked for at each cell: the registry need not be gone through for the others.
        found = (_rule_of_kind(kind) for kind, model in MODELS.items() if model.entity.rule == name)
        rule = next(found, None)
        if rule is None:
            raise KeyError(name)
        return rule

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
    """Return what each cue of `vocabulary` means, with a small or with a capital letter at its beginning."""
    return passages.phrases(
        (str(member), (written for cue in member.cues for written in (cue, cue[:1].upper() + cue[1:])))
        for member in vocabulary
    )
