"""The commands over millions of records: convert, validate."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from accords_data.cli.options import HELP, KIND, format_option, print_json, problems_told, say, say_waiting

if TYPE_CHECKING:
    from accords_data.stream.executors import Engine
    from accords_data.stream.pipeline import Outcome
    from accords_data.stream.storage import Place

Command = Callable[..., Any]
_FORMATS = ("parquet", "csv", "jsonl")
_SHOWN_MESSAGES = 20


def _shared(command: Command) -> Command:
    """Add the options that both commands have."""
    options = (
        click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
        click.option("--kind", type=KIND, required=True, help="Kind of the records."),
        click.option(
            "--references",
            metavar="DIR",
            help="A release, or a folder of Parquet tables, that references must lead to.",
        ),
        click.option(
            "--sources",
            metavar="PLACE",
            help="Texts that quotes must stand in: a folder of ID.txt, or Parquet (id, text).",
        ),
        click.option(
            "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that work."
        ),
        click.option("--max-errors", type=click.IntRange(0), metavar="N", help="End when more than N lines are wrong."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(context_settings=HELP)
@_shared
@click.option("--out", metavar="PLACE", required=True, help="Folder of the tables; replaced as a whole.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(_FORMATS),
    help="A format to write; may be repeated.  [default: all]",
)
@click.option(
    "--compression", type=click.Choice(["snappy", "zstd"]), default="snappy", show_default=True, help="Of Parquet."
)
@click.option(
    "--on-error",
    type=click.Choice(["stop", "reject"]),
    default="stop",
    show_default=True,
    help="Write nothing when a line is wrong, or put wrong lines aside in rejects.jsonl.",
)
@click.option("--resume", is_flag=True, help="Go on with what was killed; do nothing where nothing has changed.")
@click.option(
    "--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="Where the work is done."
)
@click.option("--address", metavar="URL", help="Address of the Dask scheduler, as tcp://host:8786.")
@click.option(
    "--report",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
def convert(  # noqa: PLR0913 - one parameter for each option
    *, inputs: tuple[str, ...], kind: str, out: str, formats: tuple[str, ...], compression: str, on_error: str,
    resume: bool, engine: str, address: str | None, workers: int, max_errors: int | None, references: str | None,
    sources: str | None, style: str,
) -> None:  # fmt: skip
    """Check the lines of INPUT, JSON Lines of records, and write them as flat tables: Parquet, CSV and JSON Lines.

    INPUT is files (plain, .gz, .zst), globs, folders, or - for the standard input; a .json file may hold one array.
    Each line is checked by the published schema of a line, as strictly as the curated records are by theirs.

    \b
    Examples:
      accords convert meetings.jsonl --kind meeting --out converted
      accords convert 'coded/*.jsonl.gz' --kind meeting --out converted --on-error reject --workers 2
    """  # noqa: D301 - click reads the backspace character
    with problems_told(as_json=style == "json"):
        from accords_data.stream import pipeline
        from accords_data.stream.unit import Job

        job = Job(
            kind=kind, folder=None, formats=formats or _FORMATS, compression=compression,
            references=_place(references), sources=_place(sources),
        )  # fmt: skip
        limits = pipeline.Limits(reject=on_error == "reject", most=max_errors)
        with _progress() as (on_total, on_read):
            found = pipeline.plan(inputs, on_total)
            outcome = pipeline.convert(
                job, found, out, _engine(engine, address, workers), limits, on_read, say_waiting, resume=resume
            )
        _tell(outcome, style, f"written to {out.rstrip('/')}/")


@click.command(context_settings=HELP)
@_shared
@format_option("text", "json")
def validate(  # noqa: PLR0913 - one parameter for each option
    *, inputs: tuple[str, ...], kind: str, workers: int, max_errors: int | None, references: str | None,
    sources: str | None, style: str,
) -> None:  # fmt: skip
    """Check the lines of INPUT, JSON Lines of records, and write nothing.

    \b
    Example:
      accords validate meetings.jsonl --kind meeting
    """  # noqa: D301 - click reads the backspace character
    with problems_told(as_json=style == "json", ending=""):
        from accords_data.stream import pipeline
        from accords_data.stream.unit import Job

        job = Job(kind=kind, folder=None, references=_place(references), sources=_place(sources))
        with _progress() as (on_total, on_read):
            found = pipeline.plan(inputs, on_total)
            limits = pipeline.Limits(reject=True, most=max_errors)
            outcome = pipeline.validate(job, found, _engine("local", None, workers), limits, on_read)
        _tell(outcome, style, "checked")


def _place(name: str | None) -> "Place | None":
    from accords_data.stream.storage import Place

    return None if name is None else Place.named(name).absolute()


def _engine(name: str, address: str | None, workers: int) -> "Engine":
    from accords_data.stream import executors

    executors.lean()
    if name == "dask":
        if address is None:
            message = "--engine dask needs --address"
            raise click.UsageError(message)
        return executors.dask(address)
    return executors.here if workers == 1 else executors.processes(workers)


@contextlib.contextmanager
def _progress() -> Iterator[tuple[Callable[[int], None], Callable[[int], None]]]:
    """Show how much was read: a bar on a terminal, a line for each tenth elsewhere; all of it on stderr."""
    if not sys.stderr.isatty():
        yield _tenths()
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

    console = Console(stderr=True)
    bar = Progress(
        BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn(), console=console, transient=True
    )
    with bar:
        task = bar.add_task("", total=None)
        yield lambda total: bar.update(task, total=total or None), lambda more: bar.advance(task, more)


def _tenths() -> tuple[Callable[[int], None], Callable[[int], None]]:
    total, read, told = 0, 0, 0

    def on_total(size: int) -> None:
        nonlocal total
        total = size

    def on_read(more: int) -> None:
        nonlocal read, told
        read += more
        tenth = read * 10 // total if total else 0
        if tenth > told and total > 1 << 28:
            told = tenth
            say(quiet=False, line=f"{min(tenth * 10, 100)} % of {total >> 20} MiB read")

    return on_total, on_read


def _tell(outcome: "Outcome", style: str, ending: str) -> None:
    if style == "json":
        print_json(
            {
                "read": outcome.read, "accepted": outcome.accepted, "rejected": outcome.rejected,
                "empty": outcome.empty, "messages": dict(outcome.messages.most_common()), "tables": outcome.tables,
                "parts": outcome.parts, "parts_done_before": outcome.done_before, "first_rejected": outcome.first,
            }
        )  # fmt: skip
    else:
        for line in _lines(outcome, ending):
            click.echo(line)
    if outcome.rejected or not outcome.read:
        raise click.exceptions.Exit(1)


def _lines(outcome: "Outcome", ending: str) -> Iterator[str]:
    for told in outcome.first[:3]:
        for each in told["problems"][:3]:
            hint = "" if each["hint"] is None else f" ({each['hint']})"
            yield f"{told['input']}:{told['line']}: {each['pointer'] or 'whole record'}: {each['message']}{hint}"
    for message, times in outcome.messages.most_common(_SHOWN_MESSAGES):
        yield f"{times:>12,} x {message}"
    if outcome.done_before == outcome.parts:
        yield "nothing has changed since the last time"
    if outcome.tables:
        rows = ", ".join(f"{rows:,} {name}" for name, rows in outcome.tables.items())
        yield f"{rows} in {outcome.parts} part{'' if outcome.parts == 1 else 's'} {ending}"
    empty = f", {outcome.empty:,} empty lines" if outcome.empty else ""
    yield f"{outcome.read:,} read = {outcome.accepted:,} accepted + {outcome.rejected:,} rejected{empty}"
