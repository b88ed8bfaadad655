"""What things are called on a page: a record by its name, a cell by its field, a value by its words."""

from accords_data.model.fields import Cell
from accords_data.model.records import Agreement, Country, Leader, Meeting, Record, Source

_CODES = {"id", "iso_alpha2", "iso_numeric", "cow_code", "gw_code", "wikidata_id", "url", "sha256"}
_NAMES = {
    "iso_alpha2": "ISO alpha-2",
    "iso_numeric": "ISO numeric",
    "cow_code": "COW code",
    "gw_code": "GW code",
    "wikidata_id": "Wikidata",
    "url": "Address",
    "sha256": "SHA-256",
}


def of_record(record: Record) -> str:
    """Return what `record` is called."""
    match record:
        case Source() | Agreement():
            return record.title
        case Country() | Leader():
            return record.name
        case Meeting():
            return record.label


def of_field(name: str) -> str:
    """Return what the field `name` is called."""
    return _NAMES.get(name, spaced(name).capitalize())


def spaced(value: str) -> str:
    """Return `value`, one of a list, without its underscores."""
    return str(value).replace("_", " ")


def of_value(cell: Cell) -> str:
    """Return how the value of `cell` is written: words of a list without their underscores, all else as it is."""
    return spaced(str(cell.value)) if cell.field.vocabulary is not None else str(cell.value)


def is_code(cell: Cell) -> bool:
    """Return whether the value of `cell` is a code, not words."""
    return cell.field.name in _CODES
