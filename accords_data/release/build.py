"""A release: every file that follows from a dataset and an edition. Nothing here touches a disk."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from accords_data import about
from accords_data.folder import SUMS
from accords_data.model import flattening, tables
from accords_data.model.records import MODELS, PLURALS
from accords_data.model.schemas import VERSION, table_id
from accords_data.model.views import VIEWS, View
from accords_data.problems import AccordsError, Problem
from accords_data.query import status
from accords_data.query.cut import Cut
from accords_data.release import formats, metadata, schema_files
from accords_data.release import manifest as contents
from accords_data.release.digest import content_digest
from accords_data.release.manifest import Edition, FileEntry, Manifest, Reference, SourceEntry, TableEntry
from accords_data.seeds.dataset import Dataset, plain

if TYPE_CHECKING:
    import pyarrow as pa

EVERYTHING = Cut()
Choice = frozenset[tuple[str, str]]
"""Format and table of each data file that a release is to have, both by name."""
Plain = Mapping[str, Sequence[dict[str, Any]]]
"""The records by kind, as plain values."""


@attrs.frozen
class Release:
    """The files of a release, the manifest and the checksums among them."""

    manifest: Manifest
    files: dict[str, bytes]
    """Bytes by path, relative to the release, with slashes."""


def tables_in(dataset: Dataset) -> dict[str, "pa.Table"]:
    """Return every flat table of `dataset` by name, sorted by its key."""
    return _flat(dataset, _plain(dataset))


def _plain(dataset: Dataset) -> Plain:
    return {kind: [plain(record) for record in records] for kind, records in dataset.records.items()}


def _flat(dataset: Dataset, records: Plain) -> dict[str, "pa.Table"]:
    import pyarrow as pa

    parts: dict[str, list[pa.Table]] = {table.name: [] for table in tables.all_tables()}
    for kind, rows in records.items():
        for name, part in flattening.flatten(kind, flattening.nested_batch(MODELS[kind], rows)):
            parts[name].append(part)
    for name, views in status.views(dataset.agreements, dataset.sources).items():
        parts[name].append(_view(name, views))
    return {table.name: _sorted(table, pa.concat_tables(parts[table.name])) for table in tables.all_tables()}


def choice(named: Sequence[str] = (), names: Sequence[str] = ()) -> Choice:
    """Return the data files of a release that is limited to the formats `named` and tables `names`; () means all."""
    return frozenset(
        (each.name, table.name)
        for each in formats.FORMATS
        if not named or each.name in named
        for table in tables.all_tables()
        if (not names or table.name in names) and not (each.nested and table.json_list is not None)
    )


def unreleased(dataset: Dataset, cut: Cut = EVERYTHING) -> Edition:
    """Return the edition of an export that is no release: its date is that of its newest source.

    Raises:
        AccordsError: the dataset has no source.
    """
    if not dataset.sources:
        message = "no source, so the export has no date"
        raise AccordsError([Problem(path="seeds", message=message, hint="add a source first")])
    newest = max(source.published for source in dataset.sources)
    return Edition(version=about.UNRELEASED, date=newest, cut=cut)


def build(dataset: Dataset, edition: Edition, chosen: Choice | None = None) -> Release:
    """Return the release of `dataset` that is called `edition`.

    Args:
        dataset: What to release.
        edition: What the release is called.
        chosen: Its data files, see `choice`; None means all.
    """
    import pyarrow as pa

    chosen = choice() if chosen is None else chosen
    records = _plain(dataset)
    flat = _flat(dataset, records)
    labels = _labels(edition, dataset)
    data, rows = dict[str, bytes](), dict[str, int]()
    for each in formats.FORMATS:
        for name in sorted(table for format_, table in chosen if format_ == each.name):
            value = _nested(name, flat[name], records) if each.nested else _labelled(name, flat[name], labels)
            data[each.path(name)] = each.write(value)
            rows[each.path(name)] = len(value)
    has = {name for _, name in chosen}
    entries = [_table_entry(table, flat[table.name]) for table in tables.all_tables() if table.name in has]
    return assemble(dataset, edition, entries, data, rows, pa.__version__)


def assemble(  # noqa: PLR0913, PLR0917 - a release is made of these six
    dataset: Dataset,
    edition: Edition,
    entries: Sequence[TableEntry],
    data: Mapping[str, bytes],
    rows: Mapping[str, int],
    pyarrow: str,
) -> Release:
    """Return the release with the data files `data`: sources, schemas, metadata, manifest and checksums added."""
    fixed = (
        dict(data)
        | _sources(dataset)
        | {f"schemas/{VERSION}/{path}": content for path, content in schema_files.schema_files().items()}
    )
    manifest = Manifest(
        name=about.NAME,
        release_version=edition.version,
        release_date=edition.date,
        schema_version=VERSION,
        **attrs.asdict(edition.cut),
        pyarrow=pyarrow,
        sources=_source_entries(dataset),
        tables=tuple(entries),
        files=_entries(fixed, rows),
    )
    described = fixed | metadata.files(manifest)
    manifest = attrs.evolve(manifest, files=_entries(described, rows))
    complete = described | {contents.MANIFEST: contents.manifest_bytes(manifest)}
    complete[SUMS] = contents.sums(complete)
    return Release(manifest, dict(sorted(complete.items())))


def _entries(files: Mapping[str, bytes], rows: Mapping[str, int]) -> tuple[FileEntry, ...]:
    return tuple(contents.entry(path, content, rows.get(path)) for path, content in sorted(files.items()))


def _table_entry(table: tables.Table, rows: "pa.Table") -> TableEntry:
    return TableEntry(
        name=table.name,
        record_kind=table.record_kind,
        rows=rows.num_rows,
        content_digest=content_digest(table.logical_columns, zip(*rows.to_pydict().values(), strict=True)),
        json_file=table.json_file,
        json_list=table.json_list,
        key=table.key,
        references=tuple(Reference(column=column, table=target) for column, target in table.references),
    )


def _source_entries(dataset: Dataset) -> tuple[SourceEntry, ...]:
    return tuple(
        SourceEntry(id=source.id, path=f"sources/{source.path}", sha256=source.sha256) for source in dataset.sources
    )


def _sources(dataset: Dataset) -> dict[str, bytes]:
    return {f"sources/{source.path}": dataset.texts[source.id].encode() for source in dataset.sources}


def _labels(edition: Edition, dataset: Dataset) -> dict[str, str]:
    """Return what a table says of itself, besides what it is, in a format that has a place for it."""
    import json

    return {
        "release_version": edition.version,
        "release_date": edition.date,
        "license": about.LICENSE_ID,
        "license_url": about.LICENSE_URL,
        "citation": about.citation(edition.version, edition.date),
        "sources": json.dumps({entry.id: entry.sha256 for entry in _source_entries(dataset)}),
    } | edition.cut.limits


def _labelled(name: str, table: "pa.Table", labels: Mapping[str, str]) -> "pa.Table":
    own = {"table": name, "schema_id": table_id(name)}
    return table.replace_schema_metadata(table.schema.metadata | own | labels)


def _nested(name: str, table: "pa.Table", records: Plain) -> Sequence[dict[str, Any]]:
    """Return what a nested file has for the table `name`: whole records, or the rows where it is of no kind."""
    kind = next((kind for kind, plural in PLURALS.items() if plural == name), None)
    return _plain_rows(table) if kind is None else records[kind]


def _plain_rows(table: "pa.Table") -> list[dict[str, Any]]:
    import pyarrow as pa

    dates = {field.name for field in table.schema if pa.types.is_date32(field.type)}
    return [
        {name: value.isoformat() if name in dates and value is not None else value for name, value in row.items()}
        for row in table.to_pylist()
    ]


def _view(name: str, rows: Sequence[View]) -> "pa.Table":
    batch = flattening.nested_batch(VIEWS[name], [plain(row) for row in rows])
    return flattening.flat(tables.view_table(name), {column: batch.column(column) for column in batch.schema.names})


def _sorted(table: tables.Table, rows: "pa.Table") -> "pa.Table":
    import pyarrow.compute as pc

    keys = [(name, "ascending") for name in table.key]
    return rows.take(pc.sort_indices(rows, sort_keys=keys)).combine_chunks()
