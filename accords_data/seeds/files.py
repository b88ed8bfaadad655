"""Reading the seeds folder, of which nothing is trusted: the files that count, or why they do not."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import attrs

from accords_data.model.records import PLURALS
from accords_data.model.retired import FILE
from accords_data.model.sources import Region, SetAside, Source, SummarisedPassage
from accords_data.problems import Problem
from accords_data.seeds import spans, yaml_reader
from accords_data.seeds.evidence import StoredSource
from accords_data.seeds.yaml_reader import Document

Stretch = TypeVar("Stretch", Region, SetAside, SummarisedPassage)

MAX_RECORD_BYTES = 1_000_000
MAX_SOURCE_BYTES = 10_000_000
"""A larger file is refused unread; the longest record of the seeds has 8 kB."""


@attrs.frozen
class SeedFile:
    """One record file, read and parsed; `document` is None where that failed."""

    kind: str
    stem: str
    path: str
    document: Document | None


def read(root: Path, on_step: Callable[[str], None] = lambda _: None) -> tuple[list[SeedFile], list[Problem]]:
    """Return the record files below `root`, in the order of their kinds and names, and what is wrong with them.

    `on_step` is called with each path before it is read.
    """
    if not root.is_dir():
        return [], [Problem(path=str(root), message="no such folder", hint="give the seeds folder with --seeds")]
    files, problems = [], list(_strangers(root))
    for kind in PLURALS:
        for path in paths_of(root, kind):
            on_step(str(path))
            file, wrong = read_file(root, kind, path)
            problems += wrong
            files.append(file)
    if not files and not problems:
        problems = [
            Problem(
                path=str(root),
                message="no record in this folder",
                hint=f"expected {', '.join(f'{folder}/*.yaml' for folder in PLURALS.values())}",
            )
        ]
    return files, problems


def paths_of(root: Path, kind: str) -> list[Path]:
    """Return the record files of `kind` below `root`, by name."""
    return sorted((root / PLURALS[kind]).glob("*.yaml"), key=str)


def read_file(root: Path, kind: str, path: Path) -> tuple[SeedFile, list[Problem]]:
    """Return the record file `path` of `kind` below `root`, and what is wrong with it."""
    document, problems = read_document(root, path)
    return SeedFile(kind, path.stem, str(path), document), problems


def _strangers(root: Path) -> Iterator[Problem]:
    """Yield each file that would be passed over in silence."""
    for above, _, names in os.walk(root):
        folder = Path(above).relative_to(root).as_posix()
        for name in names:
            if not name.startswith(".") and not name.endswith(".md") and (folder, name) != (".", FILE):
                yield from _stranger(Path(above, name), folder)


def _stranger(path: Path, folder: str) -> Iterator[Problem]:
    if folder not in PLURALS.values():
        hint = f"a record belongs in {', '.join(f'{name}/' for name in PLURALS.values())}"
        yield Problem(path=str(path), message="not in a folder of records", hint=hint)
    elif path.suffix != ".yaml" and folder != PLURALS["source"]:
        yield Problem(path=str(path), message=f"not a record: its name ends in '{path.suffix}'", hint="name it .yaml")


def read_document(root: Path, path: Path) -> tuple[Document | None, list[Problem]]:
    """Return what the YAML file `path` below `root` holds, or None, and what is wrong with it."""
    content = _read_bytes(root, path, MAX_RECORD_BYTES)
    text = content if isinstance(content, Problem) else yaml_reader.decode(str(path), content)
    if isinstance(text, Problem):
        return None, [text]
    return yaml_reader.parse(str(path), text)


def _read_bytes(root: Path, path: Path, limit: int) -> bytes | Problem:
    name = str(path)
    try:
        if not _is_inside(path, root):
            hint = "copy the file itself here"
            return Problem(path=name, message="a link that points outside the seeds folder", hint=hint)
        if not path.is_file():
            return Problem(path=name, message="not a file", hint="put a file here")
        if path.stat().st_size > limit:
            return Problem(
                path=name,
                message=f"larger than {limit:,} bytes",
                hint="records and sources are short: is this the right file?",
            )
        return path.read_bytes()
    except OSError as error:
        return Problem(path=name, message=f"cannot be read: {error.strerror}", hint="check its name and permissions")


def _is_inside(path: Path, root: Path) -> bool:
    """Return whether `path`, a file in a folder of `root`, leads to a place below `root`."""
    if not path.is_symlink() and not path.parent.is_symlink():
        return True
    # realpath, unlike Path.resolve, takes a link that leads to itself without an exception of its own.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def read_source(root: Path, source: Source, document: Document) -> tuple[StoredSource | None, list[Problem]]:
    """Return the text that belongs to `source`, verified, with its spans filled in; or what is wrong with it."""
    if source.path != Path(source.path).name or "\\" in source.path or source.path == "..":
        message = f"{source.path!r} is not a file name"
        return None, [document.problem("/path", message, "put the text in the same folder, and give only its name")]
    path = root / PLURALS["source"] / source.path
    content = _read_bytes(root, path, MAX_SOURCE_BYTES)
    if isinstance(content, Problem):
        return None, [content]
    text = yaml_reader.decode(str(path), content)
    digest = hashlib.sha256(content).hexdigest()
    if digest != source.sha256:
        message = f"source {source.id!r}: {source.path} was changed, its SHA-256 is now {digest}"
        return None, [document.problem("/sha256", message, "restore the file: a stored source must not be edited")]
    if isinstance(text, Problem):
        return None, [text]
    return _with_spans(source, text, document)


def _with_spans(source: Source, text: str, document: Document) -> tuple[StoredSource | None, list[Problem]]:
    places = spans.Places(text)
    regions, wrong = _placed("regions", source.regions, places, document)
    aside, wrong_aside = _placed("set_aside", source.set_aside, places, document)
    passages, wrong_passages = _placed("passages", source.passages, places, document)
    problems = wrong + wrong_aside + wrong_passages
    if problems:
        return None, problems
    record = attrs.evolve(source, regions=_filled(regions), set_aside=_filled(aside), passages=_filled(passages))
    return StoredSource(record, text, tuple((span, str(each.kind)) for each, span in regions), places), []


def _placed(
    name: str, stretches: tuple[Stretch, ...], places: spans.Places, document: Document
) -> tuple[list[tuple[Stretch, spans.Span]], list[Problem]]:
    """Return the `stretches` of the list `name`, each with its place in the text, and what is wrong with the others."""
    placed, problems = [], []
    for index, stretch in enumerate(stretches):
        field = "sentence" if isinstance(stretch, SummarisedPassage) else "text"
        span = places.locate(getattr(stretch, field), None)
        if isinstance(span, spans.Span):
            placed.append((stretch, span))
        else:
            problems.append(document.problem(f"/{name}/{index}/{field}", *span))
    return placed, problems


def _filled(placed: list[tuple[Stretch, spans.Span]]) -> tuple[Stretch, ...]:
    """Return each stretch with its place filled in."""
    return tuple(attrs.evolve(each, start=span.start, end=span.end) for each, span in placed)


def unclaimed(root: Path, sources: list[Source]) -> Iterator[Problem]:
    """Yield each file beside the sources that no source claims."""
    claimed = {source.path for source in sources}
    for path in sorted((root / PLURALS["source"]).glob("*")):
        ours = path.suffix in {".yaml", ".md"} or path.name.startswith(".") or path.is_dir()
        if not ours and path.name not in claimed:
            hint = f"write {path.stem}.yaml with `path: {path.name}`"
            yield Problem(path=str(path), message="no source record names this text", hint=hint)
