"""What a schema cannot check in a line: ids of its items, references to rows, and words in their text."""

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from accords_data.model.fields import Field, fields_of
from accords_data.model.records import MODELS, PLURALS
from accords_data.problems import AccordsError, Finding, Problem, did_you_mean
from accords_data.seeds import spans
from accords_data.stream import repeated_items
from accords_data.stream.inputs import unreadable
from accords_data.stream.judge import Objection
from accords_data.stream.storage import Place

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_EXAMPLES = 5_000
"""Longest list of ids in which a similar one is looked for."""


def objections(kind: str, references: Place | None, sources: Place | None) -> list[Objection]:
    """Return what else is asked of records of `kind`.

    Args:
        kind: Kind of the records.
        references: A release, or a folder of Parquet tables, in which what they refer to must be; None for no check.
        sources: A folder of texts, ``{id}.txt``, or a Parquet file with the columns ``id`` and ``text``; or None.

    Raises:
        AccordsError: the tables or the texts cannot be read.
    """
    found = repeated_items.objections(kind)
    if references is not None:
        with _read(references):
            found += [_reference(path, known) for path, known in _known(kind, references).items()]
    if sources is not None:
        with _read(sources):
            found.append(_words(_texts(sources)))
    return found


@contextlib.contextmanager
def _read(place: Place) -> Iterator[None]:
    """Tell what goes wrong with reading `place`."""
    try:
        yield
    except OSError as error:
        raise AccordsError([unreadable(place.name, error)]) from error


Path_ = tuple[str, ...]


def _known(kind: str, folder: Place) -> "dict[Path_, tuple[str, pa.Array]]":
    """Return, by the path of each reference in a record, the kind that it leads to and the ids that there are."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    found = {}
    for path, field in _references(MODELS[kind]):
        target = str(field.text.reference) if field.text is not None else ""
        name = f"{PLURALS[target]}.parquet"
        tables = [each for each in (folder.below(f"parquet/{name}"), folder.below(name)) if each.kind() == "file"]
        if not tables:
            message = f"has no table {name}, which /{'/'.join(path)} refers to"
            hint = "give a release, or a folder with that table"
            raise AccordsError([Problem(path=folder.name, message=message, hint=hint)])
        try:
            with tables[0].open_for_arrow() as file:
                ids = _columns(pq.ParquetFile(file), "id").column("id").combine_chunks()
        except (pa.ArrowInvalid, OSError) as error:
            message = f"cannot be read: {error}"
            raise AccordsError([Problem(path=tables[0].name, message=message)]) from error
        found[path] = (target, ids.cast(pa.string()))
    return found


def _columns(file: "pq.ParquetFile", *names: str) -> "pa.Table":
    """Return the columns `names` of `file`.

    Raises:
        pyarrow.ArrowInvalid, OSError: it has no such columns, or cannot be read.
    """
    import pyarrow as pa

    missing = [name for name in names if name not in file.schema_arrow.names]
    if missing:
        message = f"no column {' or '.join(missing)}"
        raise pa.ArrowInvalid(message)
    return file.read(list(names), use_threads=False)  # as `Place.open_for_arrow` says, threads can abort the process


def _references(model: type, path: Path_ = ()) -> "Iterator[tuple[Path_, Field]]":
    for field in fields_of(model):
        here = (*path, field.name)
        if field.model is not None:
            yield from _references(field.model, here)
        elif field.text is not None and field.text.reference is not None:
            yield here, field


def _reference(path: Path_, known: "tuple[str, pa.Array]") -> Objection:
    target, ids = known

    def objection(batch: "pa.RecordBatch") -> Iterator[tuple[int, Finding]]:
        import pyarrow.compute as pc

        values = _reached(batch.column(path[0]), path[1:])
        distinct = values.unique()
        missing = distinct.filter(pc.invert(pc.is_in(distinct, value_set=ids))).drop_null()
        if len(missing):
            wrong = set(missing.to_pylist())
            choices = ids.to_pylist() if len(ids) <= _EXAMPLES else []
            for row, value in enumerate(batch.column(path[0]).to_pylist()):
                for pointer, name in _values({path[0]: value}, path, ""):
                    if name in wrong:
                        message = f"the given tables have no {target} {name!r}"
                        yield row, (pointer, message, did_you_mean(name, choices))

    return objection


def _reached(column: "pa.Array", path: Path_) -> "pa.Array":
    import pyarrow as pa
    import pyarrow.compute as pc

    for name in path:
        column = column.flatten() if pa.types.is_list(column.type) else column
        column = pc.struct_field(column, name)
    return column.flatten() if pa.types.is_list(column.type) else column


def _values(value: Any, path: Path_, pointer: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - plain values
    """Yield pointer and value of each cell that `path` leads to from `value`."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _values(item, path, f"{pointer}/{index}")
    elif value is not None and path:
        yield from _values(value.get(path[0]), path[1:], f"{pointer}/{path[0]}")
    elif value is not None:
        yield pointer, value


def _texts(place: Place) -> Callable[[str], str | None]:
    """Return what gives the text of a source by its id, or None."""
    import functools

    import pyarrow as pa
    import pyarrow.parquet as pq

    # A source is quoted many times, so texts are kept; only 256, as the folder may hold more than memory does.
    if place.kind() == "folder":

        @functools.lru_cache(maxsize=256)
        def read(name: str) -> str | None:
            text = place.below(f"{name}.txt")
            return text.read().decode() if text.kind() == "file" else None

        return read
    try:
        with place.open_for_arrow() as file:
            table = _columns(pq.ParquetFile(file), "id", "text")
    except (pa.ArrowInvalid, OSError) as error:
        message = "is not a folder of texts, nor a Parquet file with the columns id and text"
        raise AccordsError([Problem(path=place.name, message=message, hint=str(error).splitlines()[0])]) from error
    return dict(zip(table.column("id").to_pylist(), table.column("text").to_pylist(), strict=True)).get


def _words(text_of: Callable[[str], str | None]) -> Objection:
    def objection(batch: "pa.RecordBatch") -> Iterator[tuple[int, Finding]]:
        for row, evidence in enumerate(batch.column("evidence").to_pylist()):
            for index, entry in enumerate(evidence or ()):
                finding = _found(f"/evidence/{index}", entry, text_of)
                if finding is not None:
                    yield row, finding

    return objection


def _found(place: str, entry: dict[str, Any], text_of: Callable[[str], str | None]) -> Finding | None:
    """Return what is wrong with the words of `entry`; None where nothing is, or where it has none of a source."""
    source, start, end = (entry[name] for name in ("source", "start", "end"))
    key = "quote" if entry["summary"] is None else "summary"
    words = entry[key]
    if source is None or words is None:
        return None
    text = text_of(source)
    if text is None:
        return f"{place}/source", f"there is no text for source {source!r}", None
    if start is None or end is None:
        span = spans.locate(text, words, entry["occurrence"])
        return None if isinstance(span, spans.Span) else (f"{place}/{key}", *span)
    if text[start:end] == words:
        return None
    hint = f"found there: {text[start:end][:60]!r}" if start < len(text) else f"the text has {len(text)} characters"
    return f"{place}/start", f"the {key} is not at characters {start} to {end} of {source}", hint
