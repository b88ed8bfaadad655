"""What things are called on a page: a cell by its field, a value by its words, a record by what sets it apart."""

from collections.abc import Iterator, Mapping

from accords_data.model.fields import Cell, Field, cells, fields_of
from accords_data.model.record_base import Record

_CODES = {"id", "iso_alpha2", "iso_numeric", "cow_code", "gw_code", "wikidata_id", "url", "sha256", "passage_sha256"}
_NAMES = {
    "iso_alpha2": "ISO alpha-2",
    "iso_numeric": "ISO numeric",
    "cow_code": "COW code",
    "gw_code": "GW code",
    "wikidata_id": "Wikidata",
    "url": "Address",
    "sha256": "SHA-256",
    "passage_sha256": "Passage SHA-256",
}


Records = Mapping[str, Mapping[str, Record]]
"""Records by kind and id."""


def of_field(name: str) -> str:
    """Return what the field `name` is called."""
    return _NAMES.get(name, spaced(name).capitalize())


def spaced(value: str) -> str:
    """Return `value`, one of a list, without its underscores."""
    return str(value).replace("_", " ")


def of_value(cell: Cell) -> str:
    """Return how the value of `cell` is written: words of a list without their underscores, all else as it is."""
    return spaced(str(cell.value)) if cell.field.vocabulary is not None else str(cell.value)


def of_target(cell: Cell, records: Records) -> str:
    """Return the same, but a reference by what the record that it leads to is called."""
    kind = None if cell.field.text is None else cell.field.text.reference
    target = None if kind is None else records[kind].get(str(cell.value))
    return of_value(cell) if target is None else target.caption


def beside(record: Record, names: tuple[str, ...], records: Records) -> str:
    """Return what the fields `names` of `record` say, as it stands beside what the record is called."""
    return ", ".join(words for name in names if (words := _shown(record, name, records)))


def _shown(record: Record, name: str, records: Records) -> str:
    """Return how the field or property `name` is shown: a list by its items, a date that is not known as undated."""
    value = getattr(record, name)
    field = next((each for each in fields_of(type(record)) if each.name == name), None)
    if field is None:
        return str(value)
    if field.many:
        items = [", ".join(_parts(field, item, records)) for item in value]
        return ("; " if any("," in item for item in items) else ", ").join(dict.fromkeys(items))
    if value is None:
        return "undated" if field.is_edtf else ""
    return of_target(Cell("", field, value), records)


def _parts(field: Field, item: object, records: Records) -> Iterator[str]:
    """Yield what is shown of an item of a list: its class says which parts, all of them where it does not."""
    if field.model is None:
        yield str(item)
        return
    told = {each.field.name: of_target(each, records) for each in cells(item)}
    yield from (told[name] for name in getattr(field.model, "shown_by", told) if name in told)


def is_code(cell: Cell) -> bool:
    """Return whether the value of `cell` is a code, not words."""
    return cell.field.name in _CODES
