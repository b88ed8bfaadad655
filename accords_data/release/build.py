"""A release: every file that follows from a dataset and an edition. Nothing here touches a disk.

Files are given away one after the other, and kinds of records are made plain one after the other, so that a release may
be larger than the memory: what stays is the dataset and its flat tables.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from accords_data import about
from accords_data.folder import SUMS, Put
from accords_data.model import edtf, tables
from accords_data.model.records import PLURALS
from accords_data.model.schemas import VERSION, table_id
from accords_data.problems import AccordsError, Problem
from accords_data.query.cut import Cut
from accords_data.release import flat_tables, formats, metadata, schema_files
from accords_data.release import manifest as contents
from accords_data.release.digest import content_digest
from accords_data.release.formats import Format
from accords_data.release.manifest import Edition, FileEntry, Manifest, Reference, SourceEntry, TableEntry
from accords_data.seeds.dataset import Dataset, plain

if TYPE_CHECKING:
    import pyarrow as pa

EVERYTHING = Cut()
Choice = frozenset[tuple[str, str]]
"""Format and table of each data file that a release is to have, both by name."""
Settle = Callable[[str, bytes], bytes]
"""Returns the bytes that a data file is to have, called with its path and the bytes that it has here."""


@attrs.frozen
class Release:
    """The files of a release, the manifest and the checksums among them."""

    manifest: Manifest
    files: dict[str, bytes]
    """Bytes by path, relative to the release, with slashes."""


@attrs.frozen
class ReleaseWriter:
    """Where the files of a release go, and what the manifest will say of those that went there."""

    put: Put
    pyarrow: str
    """The version of pyarrow that wrote the data files."""
    settle: Settle = lambda _path, content: content
    """What has the last word on a data file, see `Settle`."""
    on_step: Callable[[str], None] = lambda _path: None
    """Called with the path of each file that goes there."""
    entries: dict[str, FileEntry] = attrs.field(factory=dict, init=False)

    def add(self, path: str, content: bytes, rows: int | None = None) -> None:
        """Give the file `path` away; `rows` where it is a data file."""
        self.on_step(path)
        settled = content if rows is None else self.settle(path, content)
        self.entries[path] = contents.entry(path, settled, rows)
        self.put(path, settled)


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
    first_days = ((edtf.bounds(source.published).earliest, source.published_by) for source in dataset.sources)
    newest = max(latest if earliest is None else earliest.isoformat() for earliest, latest in first_days)
    return Edition(version=about.UNRELEASED, date=newest, cut=cut)


def build(
    dataset: Dataset, edition: Edition, chosen: Choice | None = None, on_step: Callable[[str], None] = lambda _: None
) -> Release:
    """Return the release of `dataset` that is called `edition`.

    Args:
        dataset: What to release.
        edition: What the release is called.
        chosen: Its data files, see `choice`; None means all.
        on_step: Called with the path of each file when it is made.
    """
    files = dict[str, bytes]()
    manifest = write(dataset, edition, choice() if chosen is None else chosen, writer(files.__setitem__, on_step))
    return Release(manifest, dict(sorted(files.items())))


def writer(put: Put, on_step: Callable[[str], None] = lambda _: None) -> ReleaseWriter:
    """Return the writer of a release made here and now, whose files `put` takes, and which `on_step` hears of."""
    import pyarrow as pa

    return ReleaseWriter(put, pa.__version__, on_step=on_step)


def write(dataset: Dataset, edition: Edition, chosen: Choice, to: ReleaseWriter) -> Manifest:
    """Give every file of the release of `dataset` that is called `edition` `to` where it goes; return its manifest.

    Args:
        dataset: What to release.
        edition: What the release is called.
        chosen: Its data files, see `choice`.
        to: Where its files go.
    """
    entries = _write_data(dataset, edition, chosen, to)
    for source in dataset.sources:
        to.add(f"sources/{source.path}", dataset.texts[source.id].encode())
    for path, content in schema_files.schema_files().items():
        to.add(f"schemas/{VERSION}/{path}", content)
    manifest = Manifest(
        name=about.NAME,
        release_version=edition.version,
        release_date=edition.date,
        schema_version=VERSION,
        **attrs.asdict(edition.cut),
        pyarrow=to.pyarrow,
        sources=_source_entries(dataset),
        tables=tuple(entries),
        files=_listed(to),
    )
    for path, content in metadata.files(manifest).items():
        to.add(path, content)
    manifest = attrs.evolve(manifest, files=_listed(to))
    to.add(contents.MANIFEST, contents.manifest_bytes(manifest))
    to.add(SUMS, contents.sums_of({path: entry.sha256 for path, entry in to.entries.items()}))
    return manifest


def _listed(to: ReleaseWriter) -> tuple[FileEntry, ...]:
    return tuple(entry for _, entry in sorted(to.entries.items()))


def _write_data(dataset: Dataset, edition: Edition, chosen: Choice, to: ReleaseWriter) -> list[TableEntry]:
    """Give the data files away; return the entries of their tables."""
    parts, labels = _write_records(dataset, chosen, to), _labels(edition, dataset)
    has = {name for _, name in chosen}
    return [
        # Taken out of the parts, so that a table goes when its files are written.
        _write_table(table, flat_tables.in_order(table, parts.pop(table.name)), labels, chosen, to)
        for table in tables.all_tables()
        if table.name in has
    ]


def _write_records(dataset: Dataset, chosen: Choice, to: ReleaseWriter) -> flat_tables.Parts:
    """Give the nested files of the records away, kind after kind; return what the flat tables are put together from."""
    parts = flat_tables.no_parts()
    for kind, records in dataset.records.items():
        rows = [plain(record) for record in records]
        flat_tables.flatten(kind, rows, parts)
        for each in _chosen(PLURALS[kind], chosen, nested=True):
            to.add(each.path(PLURALS[kind]), each.write(rows), len(rows))
    flat_tables.add_views(dataset, parts)
    return parts


def _write_table(
    table: tables.Table, flat: "pa.Table", labels: Mapping[str, str], chosen: Choice, to: ReleaseWriter
) -> TableEntry:
    """Give the files of a flat table away; return its entry."""
    labelled = _labelled(table.name, flat, labels)
    for each in _chosen(table.name, chosen, nested=False):
        to.add(each.path(table.name), each.write(labelled), flat.num_rows)
    names, rows = flat.column_names, flat_tables.rows_of(flat)
    if table.json_list is None and table.record_kind is None:
        for each in _chosen(table.name, chosen, nested=True):
            plain_rows = (dict(zip(names, row, strict=True)) for row in rows)
            to.add(each.path(table.name), each.write(plain_rows), len(rows))
    return _table_entry(table, rows)


def _chosen(name: str, chosen: Choice, *, nested: bool) -> list[Format]:
    return [each for each in formats.FORMATS if each.nested == nested and (each.name, name) in chosen]


def _table_entry(table: tables.Table, rows: Sequence[tuple[object, ...]]) -> TableEntry:
    return TableEntry(
        name=table.name,
        record_kind=table.record_kind,
        rows=len(rows),
        content_digest=content_digest(table.logical_columns, rows),
        json_file=table.json_file,
        json_list=table.json_list,
        key=table.key,
        references=tuple(Reference(column=column, table=target) for column, target in table.references),
    )


def _source_entries(dataset: Dataset) -> tuple[SourceEntry, ...]:
    return tuple(
        SourceEntry(id=source.id, path=f"sources/{source.path}", sha256=source.sha256) for source in dataset.sources
    )


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
