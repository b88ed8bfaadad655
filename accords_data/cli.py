"""The command line: the only module that knows click. Everything heavy is imported by the command that needs it."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accords_data import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from accords_data.dataset import Dataset
    from accords_data.exports import Comparison
    from accords_data.problems import Problem

_KINDS = ("source", "country", "leader", "agreement", "meeting")
_HELP = {"help_option_names": ["-h", "--help"]}
_FORMATS = ("parquet", "csv", "json")

_seeds = click.option(
    "--seeds",
    type=click.Path(path_type=Path),
    help="Folder of sources and records.  [default: ./seeds, else the packaged seeds]",
)
_quiet = click.option("--quiet", is_flag=True, help="Say nothing unless something is wrong.")


def _text_or_json(command: Callable[..., Any]) -> Callable[..., Any]:
    option = click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
    return option(command)


@click.group(context_settings=_HELP)
@click.version_option(__version__, prog_name="accords")
def accords() -> None:
    """Read the dataset of the Abraham Accords, every cell with the words it rests on.

    Example: accords check
    """


@accords.command(context_settings=_HELP)
@_seeds
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("exports"),
    show_default=True,
    help="Folder of the release; it is replaced as one whole.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(_FORMATS),
    help="A format to write; may be repeated.  [default: all]",
)
@click.option(
    "--table", "names", multiple=True, metavar="TABLE", help="A table to write; may be repeated.  [default: all]"
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when the release is out of step with the seeds.")
@_quiet
def export(  # noqa: PLR0913 - one parameter for each option
    *, seeds: Path | None, out: Path, formats: tuple[str, ...], names: tuple[str, ...], check: bool, quiet: bool
) -> None:
    """Check the seeds and write the release: Parquet, CSV and JSON.

    With --format or --table, a new release has only those data files. Data files that a former release there has stay,
    made anew from the same seeds: no release mixes two states of the data.

    \b
    Examples:
      accords-export
      accords-export --out /tmp/accords --format csv --table meetings
      accords-export --check
    """  # noqa: D301 - click reads the backspace character
    with _problems_told():
        from accords_data import exports, locations, release

        folder = locations.seeds_folder(seeds)
        _check_names(names)
        if not check:
            exports.check_place(out, folder)
        chosen = release.choice(formats, names)
        if not chosen:
            message = f"no {' or '.join(formats)} file has the name {', '.join(names)}: JSON nests it in its record"
            raise click.UsageError(message)
        dataset = _load(folder, quiet=quiet)
        edition = release.unreleased(dataset)
        if check:
            whole = not formats and not names
            _tell_comparison(out, exports.compare(out, dataset, edition, chosen, whole=whole), quiet=quiet)
            return
        written = exports.write(out, dataset, edition, chosen, _say_waiting)
        _say(quiet, f"{_kinds_of(written.files)} written to {out}/")


@accords.command()
@_seeds
@_text_or_json
def check(seeds: Path | None, style: str) -> None:
    """Check every record, quote and cell, and write nothing.

    \b
    Example:
      accords check --seeds seeds
    """  # noqa: D301 - click reads the backspace character
    with _problems_told(as_json=style == "json"):
        from accords_data import locations, report

        dataset = _load(locations.seeds_folder(seeds), quiet=True)
        if style == "json":
            _print_json(_tally(dataset))
        else:
            for line in report.summary(dataset):
                click.echo(line)


@accords.command()
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("name", metavar="ID")
@_seeds
@_text_or_json
def show(kind: str, name: str, seeds: Path | None, style: str) -> None:
    """Show the record ID of a KIND: every cell with its quote.

    \b
    Example:
      accords show meeting 2025-11-06-white-house
    """  # noqa: D301 - click reads the backspace character
    with _problems_told(as_json=style == "json"):
        from accords_data import dataset as data
        from accords_data import locations, report
        from accords_data.problems import did_you_mean

        dataset = _load(locations.seeds_folder(seeds), quiet=True)
        known = [record.id for record in dataset.records[kind]]
        if name not in known:
            hint = did_you_mean(name, known) or f"there are: {', '.join(known)}"
            message = f"there is no {kind} {name!r} ({hint})"
            raise click.UsageError(message)
        record = dataset.record(kind, name)
        if style == "json":
            _print_json(data.plain(record))
        else:
            for line in report.record_view(kind, record):
                click.echo(line)


@accords.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("schemas"),
    show_default=True,
    help="Folder of the schemas; the one of this version in it is replaced as a whole.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when the schemas are out of step with the models.")
@_quiet
def schemas(*, out: Path, check: bool, quiet: bool) -> None:
    """Write the JSON Schemas of records and of exported files.

    \b
    Examples:
      accords schemas
      accords schemas --check
    """  # noqa: D301 - click reads the backspace character
    with _problems_told():
        from accords_data import publication
        from accords_data.problems import AccordsError
        from accords_data.schemas import VERSION

        if not check:
            number = publication.write(out, _say_waiting)
            _say(quiet, f"{number} schemas written to {out / VERSION}/")
            return
        number, problems = publication.compare(out)
        if problems:
            raise AccordsError(problems)
        _say(quiet, f"{number} schemas in step with the models")


def _load(folder: Path, *, quiet: bool) -> "Dataset":
    from accords_data import dataset, report

    loaded = dataset.load(folder)
    for line in [f"seeds: {folder}", *report.summary(loaded)]:
        _say(quiet, line)
    return loaded


def _check_names(names: "Iterable[str]") -> None:
    from accords_data import tables
    from accords_data.problems import did_you_mean

    known = [table.name for table in tables.all_tables()]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"there are: {', '.join(known)}"
            message = f"there is no table {name!r} ({hint})"
            raise click.UsageError(message)


def _tell_comparison(out: Path, comparison: "Comparison", *, quiet: bool) -> None:
    from accords_data.problems import AccordsError

    if comparison.other_writer is not None:
        _say(
            quiet,
            f"{out}/ was written by pyarrow {comparison.other_writer}, not the one installed here: contents "
            "are compared, not bytes",
        )
    if comparison.problems:
        raise AccordsError(comparison.problems)
    _say(quiet, f"{comparison.compared} files in {out}/ in step with the seeds")


def _kinds_of(files: "Iterable[str]") -> str:
    paths = list(files)
    folders = [path.partition("/")[0] for path in paths if "/" in path]
    numbers = ", ".join(f"{folders.count(name)} {name}" for name in sorted(set(folders)))
    return f"{len(paths)} files ({numbers}, {len(paths) - len(folders)} that describe them)"


def _tally(dataset: "Dataset") -> dict[str, Any]:
    from accords_data.dataset import counts

    tally = dataset.tally
    return {
        "records": dict(counts(dataset)),
        "cells": {"total": tally.cells, "covered": tally.covered, "by_basis": dict(sorted(tally.bases.items()))},
        "quotes": {"total": tally.quotes, "verified": tally.verified, "sources": sorted(tally.sources)},
        "problems": [],
    }


@contextlib.contextmanager
def _problems_told(*, as_json: bool = False) -> Iterator[None]:
    """Print every problem and exit 1: on stderr as lines, or on stdout as JSON."""
    from accords_data.problems import AccordsError

    try:
        yield
    except AccordsError as error:
        if as_json:
            _print_json({"problems": [_plain_problem(problem) for problem in error.problems]})
        else:
            for problem in error.problems:
                click.echo(str(problem), err=True)
            number = len(error.problems)
            click.echo(f"{number} problem{'' if number == 1 else 's'}; nothing was written", err=True)
        raise click.exceptions.Exit(1) from error


def _plain_problem(problem: "Problem") -> dict[str, Any]:
    import attrs

    return attrs.asdict(problem)


def _print_json(value: object) -> None:
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _say(quiet: bool, line: str) -> None:  # noqa: FBT001 - every caller hands its own --quiet through
    if not quiet:
        click.echo(line, err=True)


def _say_waiting() -> None:
    click.echo("another export is writing there; waiting for it to end", err=True)
