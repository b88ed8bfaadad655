"""The released data from Python: tables, records, the evidence of a cell, and a database connection.

Everything is read from the release that the package carries, without a network, unless `path` or `url` says
otherwise. A file is handed out only when its hash is the one in the manifest of its release.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from accords_data.model.record_base import Record
    from accords_data.model.record_parts import Evidence
    from accords_data.release.manifest import Manifest
    from accords_data.verify.archive import Content

_TIMEOUT = 60
"""Seconds without an answer after which a download is given up."""


def load(table: str, *, path: str | Path | None = None, url: str | None = None) -> "pa.Table":
    """Return a table of a release; its columns are described in their metadata and in the release's README.md.

    >>> import accords_data
    >>> meetings = accords_data.load("meetings")
    >>> meetings.column_names[:5]
    ['id', 'label', 'kind', 'mode', 'date']
    >>> meetings.schema.field("venue").metadata[b"description"].decode()
    'Building or site as the source writes it; a call has none.'

    Args:
        table: Its name, for example ``meetings`` or ``evidence``.
        path: A release: a folder, a ZIP or a TAR file; None for the one that the package carries.
        url: Where to download the archive of a release from, instead of `path`.

    Raises:
        AccordsError: there is no such release or table, or the file is not the one that was released.
    """
    from accords_data.release.formats import PARQUET, read_parquet

    manifest, content = _release(path, url)
    _known(table, [entry.name for entry in manifest.tables], "table")
    return read_parquet(_file(manifest, content.files, PARQUET.path(table)))


def records(kind: str, *, path: str | Path | None = None, url: str | None = None) -> "tuple[Record, ...]":
    """Return every record of `kind` as attrs objects of `accords_data.model.records`, each with its evidence.

    >>> import accords_data
    >>> [country.name for country in accords_data.records("country") if country.polity_status == "not_un_member"]
    ['Somaliland', 'Kosovo']

    Args:
        kind: ``source``, ``country``, ``leader``, ``agreement`` or ``meeting``.
        path: As for `load`.
        url: As for `load`.

    Raises:
        AccordsError: as for `load`; or the records are not of a form that this version of the program reads. It
            reads every release whose schemas are compatible, as ``accords schemas --against`` has it.
    """
    from accords_data.model.records import MODELS, PLURALS
    from accords_data.release.formats import JSON
    from accords_data.verify import reading

    manifest, content = _release(path, url)
    _known(kind, MODELS, "kind of record")
    file = JSON.path(PLURALS[kind])
    if file in content.files:  # a release from before there was that kind has no such file
        _file(manifest, content.files, file)
    found = reading.records(content, manifest, kind)
    reading.check(content, manifest, kind)
    return tuple(found.values())


def evidence(
    kind: str, record: str, field: str, *, path: str | Path | None = None, url: str | None = None
) -> "tuple[Evidence, ...]":
    """Return every piece of evidence that speaks of one cell, its `supports` limited to that cell.

    >>> import accords_data
    >>> [told] = accords_data.evidence("meeting", "2025-11-06-white-house", "/date")
    >>> told.supports[0].basis, told.supports[0].words
    (<Basis.RESOLVED: 'resolved'>, 'Thursday')
    >>> "Thursday" in told.quote
    True

    Args:
        kind: As for `records`.
        record: Id of the record.
        field: Address of the cell in its record, for example ``/participants/donald-trump/country``.
        path: As for `load`.
        url: As for `load`.

    Returns:
        The evidence in the order of the record; none for a cell that needs none (`id`, labels, ``not_stated``).
        Of a cell that is retired, the evidence of its successor.

    Raises:
        AccordsError: as for `records`; or there is no such record, or no such cell in it.
    """
    from accords_data.model.backing import of_cell
    from accords_data.model.fields import cells
    from accords_data.model.retired import successor_of
    from accords_data.verify import reading

    found = {each.id: each for each in records(kind, path=path, url=url)}
    tombstone = successor_of(kind, record, field, reading.retired(_release(path, url)[1]))
    if tombstone is not None and tombstone.successor is not None:
        record, field = tombstone.successor, tombstone.successor_address or field
    _known(record, found, kind)
    _known(field, [cell.address for cell in cells(found[record])], f"cell of {kind} {record}")
    return of_cell(found[record].evidence, field)


def connect(*, path: str | Path | None = None, url: str | None = None) -> "duckdb.DuckDBPyConnection":
    """Return a DuckDB connection, in memory, in which every table of a release is a view of its name.

    >>> import accords_data
    >>> accords_data.connect().execute("SELECT date FROM signed_declaration WHERE country = 'SDN'").fetchone()
    ('2021-01-06',)

    Args:
        path: As for `load`.
        url: As for `load`.

    Raises:
        AccordsError: as for `load`.
        ModuleNotFoundError: DuckDB is not installed: ``pip install 'accords-data[duckdb]'``.
    """
    from accords_data.release.formats import PARQUET, read_parquet

    try:
        import duckdb
    except ModuleNotFoundError as error:
        message = "connect() needs DuckDB: pip install 'accords-data[duckdb]'"
        raise ModuleNotFoundError(message, name=error.name) from error
    manifest, content = _release(path, url)
    connection = duckdb.connect()
    for entry in manifest.tables:
        connection.register(entry.name, read_parquet(_file(manifest, content.files, entry.file_in(PARQUET))))
    return connection


def _release(path: str | Path | None, url: str | None) -> "tuple[Manifest, Content]":
    from accords_data import paths
    from accords_data.problems import AccordsError, Problem
    from accords_data.verify import archive, checksums

    if path is not None and url is not None:
        message = "give either path or url, not both"
        raise AccordsError([Problem(path=str(path), message=message)])
    if url is not None:
        content = archive.unpack(url, _download(url))
    else:
        content = archive.read(Path(path) if path is not None else paths.exports_folder())
    told = None if content.problems else checksums.read_manifest(content)
    if told is None or isinstance(told, Problem):
        raise AccordsError(content.problems if told is None else [told])
    return told, content


def _download(url: str) -> bytes:
    import urllib.error
    import urllib.request

    from accords_data.problems import AccordsError, Problem
    from accords_data.verify.archive import MAX_BYTES

    if not url.startswith(("https://", "http://")):
        raise AccordsError(
            [Problem(path=url, message="not a web address", hint="use an address that starts with https://")]
        )
    try:
        with urllib.request.urlopen(url, timeout=_TIMEOUT) as answer:  # noqa: S310 - the scheme was looked at
            content: bytes = answer.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        hint = "try again, or download it yourself and give path="
        raise AccordsError([Problem(path=url, message=f"cannot be downloaded: {error}", hint=hint)]) from error
    if len(content) > MAX_BYTES:
        raise AccordsError(
            [Problem(path=url, message=f"larger than {MAX_BYTES:,} bytes", hint="this is not a release")]
        )
    return content


def _file(manifest: "Manifest", files: Mapping[str, bytes], path: str) -> bytes:
    from accords_data.problems import AccordsError, Problem
    from accords_data.release.manifest import sha256

    entry = manifest.file(path)
    if entry is None or path not in files:
        message, hint = (
            "is not in this release",
            "this is a partial export (--format or --table): use a complete release",
        )
    elif sha256(files[path]) != entry.sha256:
        message, hint = (
            "does not match its size and checksum in the manifest",
            "download the release again, then run accords verify",
        )
    else:
        return files[path]
    raise AccordsError([Problem(path=path, message=message, hint=hint)])


def _known(name: str, names: "Mapping[str, object] | list[str]", what: str) -> None:
    from accords_data.problems import AccordsError, Problem, did_you_mean

    if name not in names:
        hint = did_you_mean(name, names) or f"choose from: {', '.join(names)}"
        raise AccordsError([Problem(path=name, message=f"there is no {what} of this name", hint=hint)])
