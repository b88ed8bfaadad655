"""What drafts are made on: the sheets so far, and how a cell says on what it rests."""

from collections.abc import Iterator
from typing import Any

import attrs

from accords_data.model.addresses import ITEM
from accords_data.model.fields import fields_of
from accords_data.model.record_base import Record
from accords_data.model.record_parts import Evidence, Support
from accords_data.model.sources import Source
from accords_data.model.vocabularies import Basis
from accords_data.seeds.dataset import Dataset, plain
from accords_data.seeds.spans import Span
from accords_data.suggest.draft_record import Sheet
from accords_data.suggest.mask import Mention
from accords_data.suggest.mentions import Reading
from accords_data.suggest.people_in_text import Who
from accords_data.suggest.time_words import Moment
from accords_data.suggest.verbs import Phrase


@attrs.define
class Desk:
    """What drafts are made from, and the sheets that are made."""

    reading: Reading
    source: Source
    dataset: Dataset
    sheets: dict[tuple[str, str], Sheet] = attrs.field(factory=dict)
    leaders: dict[Who, str] = attrs.field(factory=dict)
    agreements: dict[str, str] = attrs.field(factory=dict)
    remarks: list[tuple[Span, str]] = attrs.field(factory=list)
    """What a person should know of a link to an existing record."""

    def sheet(self, kind: str, name: str) -> Sheet:
        """Return the sheet of the record `name`, begun anew or from the record that there is."""
        if (kind, name) not in self.sheets:
            known = next((each for each in self.dataset.records[kind] if each.id == name), None)
            before = None if known is None else written(known)
            data = {key: value for key, value in (before or {}).items() if key not in {"id", "evidence"}}
            self.sheets[kind, name] = Sheet(kind, name, self.reading.text, self.source, _copied(data), before)
        return self.sheets[kind, name]


def mentions_of(reading: Reading, kind: str) -> Iterator[Mention]:
    """Yield each mention of `kind`, in the order of the text."""
    for statement in reading.statements:
        found = [each for each in statement.plain.mentions.values() if each.kind == kind]
        yield from sorted(found, key=lambda each: each.span.start)


def home(reading: Reading, span: Span) -> Span:
    """Return the sentence in which `span` stands."""
    return next(each.span for each in reading.statements if each.span.overlaps(span))


def country_cell(  # noqa: PLR0913, PLR0917 - what a cell is, and what tells it
    desk: Desk, sheet: Sheet, address: str, value: str | None, phrase: Phrase | None, who: Who | None = None
) -> None:
    """Say on what the country `value` rests: on its name, or on the office of the person who stands for it."""
    if value is None or phrase is None:
        return
    names = {
        mention.words
        for mention in mentions_of(desk.reading, "country")
        if mention.value == value and mention.span.overlaps(phrase.sentence)
    }
    inside = [name for name in names if name in phrase.words]
    if inside:
        # The longest one, since "Omani" holds "Oman".
        sheet.quoted(address, phrase.sentence, Basis.RESOLVED, words=max(inside, key=len))
        return
    person = who or next(
        (each for each in desk.reading.people if any(form in phrase.words for form in each.forms)), None
    )
    for mention, office in [] if person is None else person.offices:
        if office.country == value and office.country_words is not None:
            sheet.quoted(address, home(desk.reading, mention.span), Basis.RESOLVED, words=office.country_words)
            return
    note = f'"{phrase.words}" means {value} here, but does not name it.'
    sheet.quoted(address, phrase.sentence, Basis.INFERRED, note=note)


def date_cell(sheet: Sheet, address: str, moment: Moment | None, phrase: Phrase | None) -> None:
    """Say on what a date rests: on a rule where one gives it, else on the reasoning; a contradiction disputes it."""
    if moment is None or phrase is None:
        return
    if moment.rule is not None and moment.contradiction is None:
        sheet.quoted(address, phrase.sentence, Basis.RESOLVED, words=moment.words)
    else:
        sheet.quoted(address, phrase.sentence, Basis.INFERRED, note=f"{moment.reasoning}.")
    # A weekday that contradicts its date must be on record (docs/decisions/0026).
    if moment.contradiction is not None:
        note = f"The text itself says {moment.contradiction}."
        sheet.quoted(address, phrase.sentence, Basis.INFERRED, note=note, stance="disputes")


def same(sheet: Sheet, name: str, wanted: dict[str, Any]) -> str | None:
    """Return the address of the item of the list `name` that says the same, if there is one."""
    for item in sheet.data.get(name, []):
        # The meeting at which a step was announced may be news, though the step is recorded.
        if all(item.get(key) == value for key, value in wanted.items() if key != "meeting"):
            return f"/{name}/{item[ITEM]}"
    return None


def filled(item: dict[str, Any]) -> dict[str, Any]:
    """Return `item` without its empty fields."""
    return {key: value for key, value in item.items() if value is not None}


def written(record: Record) -> dict[str, Any]:
    """Return `record` as a curator writes it: without what the build fills in, and without what is empty."""
    return _uncomputed(plain(record), type(record))


def _uncomputed(value: dict[str, Any], model: type) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for field in fields_of(model):
        each = value[field.name]
        if field.computed or each is None or each == []:
            continue
        if field.model is not None:
            each = [_uncomputed(item, field.model) for item in each]
        kept[field.name] = each
    if model is Support and kept.get("basis") == "stated":
        kept.pop("words", None)
    if model is Evidence and kept.get("stance") == "supports":
        kept.pop("stance")
    return kept


# Sheets append to these lists; those of the dataset must stay as they are.
def _copied(data: dict[str, Any]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, list) else value for key, value in data.items()}
