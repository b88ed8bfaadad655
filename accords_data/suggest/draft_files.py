"""Putting drafts into the seeds folder: new files, and additions to records with their comments kept."""

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from accords_data.curate import canonical_form
from accords_data.model.schemas import DRAFT
from accords_data.problems import AccordsError
from accords_data.suggest.draft_record import Sheet


def additions(sheet: Sheet) -> dict[str, Any]:
    """Return what `sheet` adds to the record that there is: new values, new items of lists, new evidence."""
    before = {} if sheet.known is None else sheet.known
    added: dict[str, Any] = {"id": sheet.id, DRAFT: True}
    for name, value in sheet.data.items():
        if isinstance(value, list):
            added[name] = value[len(before.get(name, [])) :]
        elif value != before.get(name):
            added[name] = value
    return added | {"evidence": list(sheet.entries.values())}


def texts(sheets: Iterable[Sheet], seeds: Path) -> Mapping[Path, str]:
    """Return the text of each file that the drafts make or change, by its path.

    Raises:
        AccordsError: a record that is to be added to cannot be read.
    """
    found = {}
    for sheet in sheets:
        path = Path(sheet.path(str(seeds)))
        found[path] = (
            canonical_form.record_text(sheet.kind, sheet.plain()) if sheet.known is None else _extended(sheet, path)
        )
    return found


def _extended(sheet: Sheet, path: Path) -> str:
    """Return the text of the record at `path` with what `sheet` adds; its comments stay."""
    # ruamel, because its records keep the comments of the file (docs/decisions/0033).
    yaml = canonical_form.yaml()
    text = path.read_text(encoding="utf-8")
    record = yaml.load(text)
    added = canonical_form.styled(additions(sheet))
    for name, value in added.items():
        if name in record and isinstance(record[name], list):
            record[name].extend(value)
        else:
            record[name] = value
    out = io.StringIO()
    yaml.dump(record, out)
    form = canonical_form.keeping(str(path), text, out.getvalue())
    if isinstance(form, str):
        form = canonical_form.canonical(sheet.kind, str(path), form)
    if isinstance(form, list):
        raise AccordsError(form)
    return form
