"""The folder of a release: where it may be, how it is replaced, and whether it is in step with the seeds."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import attrs

from accords_data import folder
from accords_data.problems import AccordsError, Problem
from accords_data.release import build, formats
from accords_data.release import manifest as contents
from accords_data.release.build import Choice
from accords_data.release.formats import Format
from accords_data.release.manifest import MANIFEST, Edition, Manifest
from accords_data.seeds.dataset import Dataset

REPAIR = "run `accords-export` and commit the result"


def check_place(out: Path, seeds: Path) -> None:
    """Raise unless `out` is a place where a release may be written.

    Raises:
        AccordsError: it is a file, the working folder or above it, or one of it and `seeds` lies in the other.
    """
    target, origin = Path(os.path.realpath(out)), Path(os.path.realpath(seeds))
    if target.exists() and not target.is_dir():
        reason = "is a file"
    elif target.is_relative_to(origin) or origin.is_relative_to(target):
        reason = f"overlaps the seeds folder, {seeds}"
    elif Path.cwd().is_relative_to(target):
        reason = "is the current folder or one above it, which cannot be replaced"
    else:
        return
    raise AccordsError([Problem(path=str(out), message=reason, hint="choose another folder with --out")])


def write(  # noqa: PLR0913 - what, where, and whom to tell
    out: Path,
    dataset: Dataset,
    edition: Edition,
    chosen: Choice,
    on_wait: Callable[[], None],
    *,
    on_step: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """Put the data files `chosen` of `dataset` into the release at `out`, as one whole; return the paths of all files.

    `on_step` is called with the path of each file.

    Data files that are there already stay, made anew from `dataset`: a release never mixes two states of the data.

    Raises:
        AccordsError: `out` holds what no export wrote, or cannot be written; it is then what it was.
    """
    target = Path(os.path.realpath(out))
    with folder.locked(target, on_wait):
        every = chosen | (_former(out, target) & build.choice())
        with folder.replacing(target) as put:
            to = build.writer(put, on_step)
            build.write(dataset, edition, every, to)
    return list(to.entries)


@attrs.frozen
class Comparison:
    """What comparing a release with the seeds found."""

    compared: int
    """Files that were compared."""
    problems: tuple[Problem, ...]
    other_writer: str | None
    """The version of pyarrow that wrote the release, if it is not the one in use: contents were compared, not bytes."""


def compare(  # noqa: PLR0913 - as for `write`
    out: Path,
    dataset: Dataset,
    edition: Edition,
    chosen: Choice,
    *,
    whole: bool,
    on_step: Callable[[str], None] = lambda _: None,
) -> Comparison:
    """Compare the data files `chosen` at `out` with `dataset`; when `whole`, all files, and no other may be there.

    `on_step` is called with the path of each file.
    """
    if not out.is_dir():
        return Comparison(0, (Problem(path=str(out), message="no such release", hint=REPAIR),), None)
    told = _read_manifest(out)
    at = _Compared(out, whole)
    to = build.writer(at.compare, on_step)
    other_writer = None if told is None or told.pyarrow == to.pyarrow else told.pyarrow
    if other_writer is not None:
        # As that version of pyarrow wrote it: its bytes, where they hold the same rows.
        to = attrs.evolve(to, pyarrow=other_writer, settle=lambda path, content: _present(out, path, content))
    build.write(dataset, edition, chosen, to)
    strangers = folder.strangers(out, at.paths, REPAIR) if whole else ()
    return Comparison(len(at.paths), (*at.problems, *strangers), other_writer)


@attrs.frozen
class _Compared:
    """What has been found of the files compared so far."""

    out: Path
    whole: bool
    """Whether all files count; else data files alone."""
    paths: set[str] = attrs.field(factory=set)
    problems: list[Problem] = attrs.field(factory=list)

    def compare(self, path: str, content: bytes) -> None:
        """Compare the file `path` with `content`, if it counts."""
        if self.whole or formats.format_of(path) is not None:
            self.paths.add(path)
            self.problems.extend(folder.differences(self.out, {path: content}, REPAIR))


def _present(out: Path, path: str, content: bytes) -> bytes:
    format_ = formats.format_of(path)
    present = (out / path).read_bytes() if (out / path).is_file() else None
    return content if present is None or _content(present, format_) != _content(content, format_) else present


def _content(content: bytes, format_: Format | None) -> object:
    """Return what a file says, whatever the version of pyarrow that wrote it; None when it cannot be read."""
    import pyarrow as pa

    try:
        return content if format_ is None else format_.content(content)
    except (pa.ArrowInvalid, ValueError, csv.Error):
        return None


def _former(out: Path, target: Path) -> Choice:
    """Return the data files of the release at `target`; none when there is no release.

    Raises:
        AccordsError: something else is there.
    """
    told = _read_manifest(target)
    ours = set() if told is None else {entry.path for entry in told.files} | {MANIFEST, folder.SUMS}
    present = folder.contents(target)
    folder.check_ours(out, present, ours.__contains__)
    return frozenset(
        (each.name, Path(path).stem) for path in present or () for each in [formats.format_of(path)] if each is not None
    )


def _read_manifest(out: Path) -> Manifest | None:
    """Return the manifest of the release at `out`, or None when there is none that this program wrote."""
    try:
        told = contents.parse((out / MANIFEST).read_bytes())
    except OSError:
        return None
    return None if isinstance(told, str) else told
