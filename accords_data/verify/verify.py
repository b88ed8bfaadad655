"""Whether a release says what it may: valid tables that join, three formats that agree, quotes that stand.

Everything is read from the release itself; neither seeds nor models of this program are looked at.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from accords_data.problems import Problem
from accords_data.release.digest import Columns, content_digest
from accords_data.release.manifest import MANIFEST, Manifest, TableEntry
from accords_data.verify import archive, attestation, checksums, rows
from accords_data.verify.archive import Content
from accords_data.verify.rows import Rows

_BUILD = "it was not made by accords-export from one state of the data"
_BLOCK = 10_000
"""Rows that are judged at a time: as objects they take many times the room."""
_WHOLE = "verify a whole release: this one was exported with --format or --table"


@attrs.define
class Verdict:
    """What was checked, and what is wrong."""

    files: int = 0
    """Files whose hashes were compared."""
    tables: int = 0
    """Tables whose three formats were compared."""
    rows: int = 0
    """Rows that were validated by the schema of their table."""
    references: int = 0
    """Cells that refer to a row of another table and were looked up."""
    cells: int = 0
    """Cells that were looked up by the pointer of their evidence."""
    quotes: int = 0
    """Quotes that were looked up in their source."""
    problems: list[Problem] = attrs.field(factory=list)


def verify(place: Path) -> Verdict:
    """Return the verdict on the release at `place`, a folder or an archive; nothing is written."""
    return _verdict(archive.read(place))


def examine(name: str, files: Mapping[str, bytes]) -> Verdict:
    """Return the verdict on the release that consists of `files`, bytes by path, and is called `name`."""
    return _verdict(Content(name, files, ()))


def _verdict(content: Content) -> Verdict:
    verdict = Verdict(len(content.files), problems=list(content.problems))
    if not content.files:
        if not verdict.problems:
            verdict.problems.append(content.problem("", "is empty", "give the folder or archive of a release"))
        return verdict
    manifest = checksums.read_manifest(content)
    if isinstance(manifest, Problem):
        verdict.problems.append(manifest)
        return verdict
    verdict.problems += checksums.check(content, manifest)
    _Verification(content, manifest, verdict).run()
    return verdict


@attrs.define
class _Verification:
    """One release on the table: its rows as far as they could be read."""

    content: Content
    manifest: Manifest
    verdict: Verdict
    json: dict[str, Any] = attrs.field(factory=dict)
    columns: dict[str, Columns] = attrs.field(factory=dict)
    rows: dict[str, Rows] = attrs.field(factory=dict)

    def run(self) -> None:
        """Check everything that can be read: flat files first, since each of them is let go of once it is compared."""
        flat = [table for table in self.manifest.tables if self.is_flat(table)]
        nested = [table for table in self.manifest.tables if not self.is_flat(table)]
        for table in flat:
            self.verdict.problems += self.table(table)
        for path in sorted({table.json_file for table in nested}):
            self.verdict.problems += self.document(path)
        for table in nested:
            self.verdict.problems += self.table(table)
        for table in self.manifest.tables:
            if table.name in self.rows:
                self.verdict.problems += self.keys(table)
        self.verdict.problems += self.evidence()
        self.verdict.problems += self.zeros()

    def is_flat(self, table: TableEntry) -> bool:
        """Return whether the JSON file of `table` holds its rows and nothing else."""
        return (
            table.record_kind is None and sum(each.json_file == table.json_file for each in self.manifest.tables) == 1
        )

    def document(self, path: str) -> Iterator[Problem]:
        """Yield why the JSON file at `path` cannot be read, or is not valid by its schema; keep it otherwise."""
        if path not in self.content.files:
            return  # told as missing
        try:
            self.json[path] = rows.parse(self.content.files[path])
        except ValueError as error:
            yield self.content.problem(path, f"cannot be read: {error}", _BUILD)
            return
        name = path.removeprefix("json/").removesuffix(".json")
        yield from self.validated(path, name, self.json[path])

    def validated(
        self,
        path: str,
        schema_name: str,
        value: Any,  # noqa: ANN401 - any JSON value
        start: int = 0,
    ) -> Iterator[Problem]:
        """Yield everything that the schema `schema_name` of the release refuses in `value`, rows from `start` on."""
        import jsonschema_rs

        schema = self.schema(schema_name)
        if isinstance(schema, Problem):
            yield schema
            return
        try:
            judge = jsonschema_rs.Draft202012Validator(
                schema, validate_formats=True, retriever=_no_network, pattern_options=jsonschema_rs.RegexOptions()
            )
        except (ValueError, jsonschema_rs.ReferencingError) as error:
            yield self.content.problem(self.schema_path(schema_name), f"is no JSON Schema: {error}", _BUILD)
            return
        if not judge.is_valid(value):
            for wrong in judge.iter_errors(value):
                places = [
                    part + start if isinstance(part, int) and not at else part
                    for at, part in enumerate(wrong.instance_path)
                ]
                pointer = "".join(f"/{part}" for part in places)
                yield self.content.problem(path, wrong.message, _BUILD, pointer)

    def schema_path(self, name: str) -> str:
        """Return where the schema called `name` is in the release."""
        return f"schemas/{self.manifest.schema_version}/{name}.schema.json"

    def schema(self, name: str) -> dict[str, Any] | Problem:
        """Return the schema called `name` of the release, or what is wrong with it."""
        path = self.schema_path(name)
        if path not in self.content.files:
            return self.content.problem(path, "missing, so that what it describes cannot be checked", _WHOLE)
        try:
            schema = rows.parse(self.content.files[path])
        except ValueError as error:
            return self.content.problem(path, f"cannot be read: {error}", _BUILD)
        return schema if isinstance(schema, dict) else self.content.problem(path, "is no JSON Schema", _BUILD)

    def table(self, table: TableEntry) -> Iterator[Problem]:
        """Yield what is wrong with the rows of `table`; keep them."""
        schema = self.schema(f"tables/{table.name}")
        if isinstance(schema, Problem):
            yield schema
            return
        try:
            columns = rows.columns_of(schema)
        except (KeyError, TypeError, AttributeError):
            yield self.content.problem(self.schema_path(f"tables/{table.name}"), "describes no table", _BUILD)
            return
        self.columns[table.name] = columns
        if table.rows > len(self.content.files.get(f"csv/{table.name}.csv", b"")):
            # A row of CSV takes a byte at least.
            yield self.content.problem(MANIFEST, f"says that {table.name} has more rows than fit in its files", _BUILD)
            return
        compared = 0
        for path, found in self.read(table, columns):
            if isinstance(found, Problem):
                yield found
                continue
            compared += 1
            yield from self.compared(path, table, columns, found)
            del found  # a large table should not be held in two formats at once
        self.verdict.tables += compared == 3  # noqa: PLR2004 - the three formats

    def read(self, table: TableEntry, columns: Columns) -> Iterator[tuple[str, Rows | Problem]]:
        """Yield the rows of each format, or what is wrong with it, with the path of the file."""
        import pyarrow as pa

        files = self.content.files
        readers: dict[str, Callable[[str], Rows]] = {
            table.json_file: lambda _: rows.from_json(self.json, table, columns),
            f"csv/{table.name}.csv": lambda path: rows.from_csv(files[path], columns),
            f"parquet/{table.name}.parquet": lambda path: rows.from_parquet(files[path], columns, table.rows),
        }
        if self.is_flat(table):
            yield from ((table.json_file, problem) for problem in self.document(table.json_file))
        for path, reader in readers.items():
            if path not in files or (path == table.json_file and path not in self.json):
                continue  # told as missing or unreadable
            try:
                yield path, reader(path)
            except (ValueError, KeyError, TypeError, AttributeError, OSError, pa.ArrowException) as error:
                reason = str(error).splitlines()[0] if str(error) else type(error).__name__
                yield path, self.content.problem(path, f"{table.name} cannot be read from it: {reason}", _BUILD)
            if self.is_flat(table):
                self.json.pop(path, None)

    def compared(self, path: str, table: TableEntry, columns: Columns, found: Rows) -> Iterator[Problem]:
        """Yield how the rows `found` at `path` are not those that the manifest promises."""
        if len(found) != table.rows:
            message = f"has {len(found)} rows of {table.name}, the manifest says {table.rows}"
            yield self.content.problem(path, message, _BUILD)
        if content_digest(columns, found) != table.content_digest:
            message = f"its rows of {table.name} are not those of the manifest: their content digests differ"
            yield self.content.problem(path, message, _BUILD)
        if not path.startswith("parquet/"):
            return
        self.rows[table.name] = found
        self.verdict.rows += len(found)
        names = [name for name, _ in columns]
        for start in range(0, max(1, len(found)), _BLOCK):
            block = [dict(zip(names, row, strict=True)) for row in found[start : start + _BLOCK]]
            yield from self.validated(path, f"tables/{table.name}", block, start)

    def keys(self, table: TableEntry) -> Iterator[Problem]:
        """Yield each key that stands twice and each reference that leads nowhere."""
        path = f"parquet/{table.name}.parquet"
        try:
            found = list(zip(*(self.values(table.name, name) for name in table.key), strict=True))
        except KeyError as error:
            yield self.content.problem(path, f"has no column {error} of its key", _BUILD)
            return
        if found != sorted(set(found), key=_sortable):
            yield self.content.problem(path, f"its key {', '.join(table.key)} is not unique and in order", _BUILD)
        for reference in table.references:
            if reference.table not in self.rows:
                continue  # told as missing or unreadable
            try:
                known = set(self.values(reference.table, "id"))
                wanted = [value for value in self.values(table.name, reference.column) if value is not None]
            except KeyError as error:
                message = f"has no column {error} of the reference to {reference.table}"
                yield self.content.problem(path, message, _BUILD)
                continue
            self.verdict.references += len(wanted)
            for value in dict.fromkeys(wanted):
                if value not in known:
                    message = f"{reference.column} {value!r} is no id of {reference.table}"
                    yield self.content.problem(path, message, _BUILD)

    def values(self, table: str, column: str) -> list[object]:
        """Return the cells of one column.

        Raises:
            KeyError: the table has no such column.
        """
        names = [name for name, _ in self.columns[table]]
        if column not in names:
            raise KeyError(column)
        place = names.index(column)
        return [row[place] for row in self.rows[table]]

    def evidence(self) -> Iterator[Problem]:
        """Yield each piece of evidence that does not say what the records say, or not what its source says."""
        if "evidence" not in self.rows:
            return
        names = [name for name, _ in self.columns["evidence"]]
        nested: Rows = []
        try:
            records = self.records()
            for kind, by_id in records.items():
                nested += rows.evidence_in(kind, list(by_id.values()), self.columns["evidence"])
        except (KeyError, TypeError) as error:
            yield self.content.problem(
                "json", f"its records have no evidence in the form of a release: {error}", _BUILD
            )
            return
        if not _same(nested, self.rows["evidence"]):
            yield self.content.problem("json", "the evidence in its records is not that of the evidence table", _BUILD)
        texts = self.texts()
        for row in (dict(zip(names, cells, strict=True)) for cells in self.rows["evidence"]):
            self.verdict.cells += 1
            self.verdict.quotes += row.get("quote") is not None
            for message in attestation.contradictions(row, records, texts):
                yield self.content.problem("parquet/evidence.parquet", message, _BUILD)

    def records(self) -> dict[str, dict[str, dict[str, Any]]]:
        """Return the records by kind and id, as far as they could be read."""
        return {
            table.record_kind: {record["id"]: record for record in self.json[table.json_file]}
            for table in self.manifest.tables
            if table.record_kind is not None and table.json_file in self.json
        }

    def texts(self) -> dict[str, str]:
        """Return the text of each source that is there."""
        return {
            source.id: self.content.files[source.path].decode(errors="replace")
            for source in self.manifest.sources
            if source.path in self.content.files
        }

    def zeros(self) -> Iterator[Problem]:
        """Yield each check that found nothing to check."""
        for name in ("tables", "rows", "references", "cells", "quotes"):
            if not getattr(self.verdict, name) and not self.verdict.problems:
                yield self.content.problem("", f"no {name} to check", _WHOLE)


def _same(nested: Rows, flat: Rows) -> bool:
    """Return whether the two have the same rows, in whatever order."""
    try:
        return Counter(nested) == Counter(flat)
    except TypeError:  # a cell that is a list or an object, which no flat table has
        return False


def _sortable(row: Sequence[object]) -> tuple[tuple[bool, str, int], ...]:
    return tuple((cell is None, str(cell) if isinstance(cell, str) else "", _number(cell)) for cell in row)


def _number(cell: object) -> int:
    return cell if isinstance(cell, int) else 0


def _no_network(address: str) -> Any:  # noqa: ANN401 - the type that jsonschema_rs wants
    message = f"{address} is not in the release"
    raise ValueError(message)
