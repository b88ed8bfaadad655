"""The commands over millions of records: convert, validate."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from accords_data.cli import progress
from accords_data.cli.options import HELP, KIND, output_option, print_json, problems_shown, say, say_waiting

if TYPE_CHECKING:
    from accords_data.stream.executors import Engine
    from accords_data.stream.pipeline import Outcome
    from accords_data.stream.storage import Place

Command = Callable[..., Any]
Progress = tuple[Callable[[int], None], Callable[[int], None]]
"""What is called with the number of bytes to read, and what is called with how many more were read."""
# As in `stream.partitions`, said again so that help imports nothing of the stream.
_FORMATS = ("parquet", "csv", "jsonl")
_SHOWN_MESSAGES = 20
_WORTH_A_LINE = 1 << 28
"""Bytes of input above which progress is printed where there is no terminal."""


def _shared(command: Command) -> Command:
    """Add the options that both commands have."""
    options = (
        click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
        click.option("--kind", type=KIND, required=True, help="Record kind."),
        click.option(
            "--references",
            metavar="DIR",
            help="Check references against these tables: a release, or a folder of Parquet files.",
        ),
        click.option(
            "--sources",
            metavar="PLACE",
            help="Source texts to check quotes and summaries against: a folder of ID.txt files, or Parquet (id, text).",
        ),
        click.option(
            "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Number of processes."
        ),
        click.option("--max-errors", type=click.IntRange(0), metavar="N", help="Stop after more than N wrong lines."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command(context_settings=HELP)
@_shared
@click.option("--out", metavar="PLACE", required=True, help="Folder for the tables; replaced as a whole.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(_FORMATS),
    help="File format to write; may be repeated.  [default: all]",
)
@click.option(
    "--compression",
    type=click.Choice(["snappy", "zstd"]),
    default="snappy",
    show_default=True,
    help="Parquet compression codec.",
)
@click.option(
    "--on-error",
    type=click.Choice(["stop", "reject"]),
    default="stop",
    show_default=True,
    help="On a wrong line: stop and write nothing, or move it to rejects.jsonl.",
)
@click.option("--resume", is_flag=True, help="Continue an interrupted conversion; do nothing if nothing changed.")
@click.option(
    "--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="Where to run the work."
)
@click.option("--address", metavar="URL", help="Address of the Dask scheduler, such as tcp://host:8786.")
@output_option("convert", former="--report")
def convert(  # noqa: PLR0913 - one parameter for each option
    *, inputs: tuple[str, ...], kind: str, out: str, formats: tuple[str, ...], compression: str, on_error: str,
    resume: bool, engine: str, address: str | None, workers: int, max_errors: int | None, references: str | None,
    sources: str | None, output: str,
) -> None:  # fmt: skip
    """Convert JSON Lines records to Parquet, CSV and JSON Lines.

    INPUT is one or more files (plain, .gz or .zst), globs, folders, or - for standard input. A .json file may hold
    one array. Each line is validated against the published schema of its record kind.

    \b
    Examples:
      accords convert meetings.jsonl --kind meeting --out converted
      accords convert 'in/*.jsonl.gz' --kind meeting --out converted --workers 2
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json"):
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
                job, found, out, engine=_engine(engine, address, workers), limits=limits, on_read=on_read,
                on_wait=say_waiting, resume=resume,
            )  # fmt: skip
        _print_outcome(outcome, output, f"written to {out.rstrip('/')}/")


@click.command(context_settings=HELP)
@_shared
@output_option("validate")
def validate(  # noqa: PLR0913 - one parameter for each option
    *, inputs: tuple[str, ...], kind: str, workers: int, max_errors: int | None, references: str | None,
    sources: str | None, output: str,
) -> None:  # fmt: skip
    """Validate JSON Lines records without writing anything.

    INPUT is one or more files (plain, .gz or .zst), globs, folders, or - for standard input. Each line is
    validated against the published schema of its record kind.

    \b
    Example:
      accords validate meetings.jsonl --kind meeting
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json", ending=""):
        from accords_data.stream import pipeline
        from accords_data.stream.unit import Job

        job = Job(kind=kind, folder=None, references=_place(references), sources=_place(sources))
        with _progress() as (on_total, on_read):
            found = pipeline.plan(inputs, on_total)
            limits = pipeline.Limits(reject=True, most=max_errors)
            outcome = pipeline.validate(job, found, _engine("local", None, workers), limits, on_read)
        _print_outcome(outcome, output, "validated")


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
def _progress() -> Iterator[Progress]:
    """Show how much was read: a bar on a terminal, a line for each tenth elsewhere; all of it on stderr."""
    with contextlib.ExitStack() as stack:
        yield _bar(stack) if sys.stderr.isatty() else _tenths()


def _bar(stack: contextlib.ExitStack) -> Progress:
    """Return what begins a bar, which `stack` ends, and what moves it on."""
    bar: Any = None
    read = 0

    def on_total(size: int) -> None:
        nonlocal bar
        # The size of the standard input is not known, and told as 0.
        bar = stack.enter_context(progress.bar(size, _mebibytes))

    def on_read(more: int) -> None:
        nonlocal read
        read += more
        bar.update(more, read)

    return on_total, on_read


def _mebibytes(read: int | None) -> str:
    return "" if read is None else f"{read >> 20} MiB"


def _tenths() -> Progress:
    total, read, shown = 0, 0, 0

    def on_total(size: int) -> None:
        nonlocal total
        total = size

    def on_read(more: int) -> None:
        nonlocal read, shown
        read += more
        tenth = read * 10 // total if total else 0
        if tenth > shown and total > _WORTH_A_LINE:
            shown = tenth
            say(quiet=False, line=f"{min(tenth * 10, 100)} % of {total >> 20} MiB read")

    return on_total, on_read


def _print_outcome(outcome: "Outcome", output: str, ending: str) -> None:
    if output == "json":
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
    # With `--on-error reject` as well, so that a script notices (docs/stream.md).
    if outcome.rejected or not outcome.read:
        raise click.exceptions.Exit(1)


def _lines(outcome: "Outcome", ending: str) -> Iterator[str]:
    for reject in outcome.first[:3]:
        for each in reject["problems"][:3]:
            hint = "" if each["hint"] is None else f" ({each['hint']})"
            yield f"{reject['input']}:{reject['line']}: {each['pointer'] or 'whole record'}: {each['message']}{hint}"
    for message, times in outcome.messages.most_common(_SHOWN_MESSAGES):
        yield f"{times:>12,} x {message}"
    if outcome.done_before == outcome.parts:
        yield "nothing changed since the last conversion"
    if outcome.tables:
        rows = ", ".join(f"{rows:,} {name}" for name, rows in outcome.tables.items())
        yield f"{rows} in {outcome.parts} part{'' if outcome.parts == 1 else 's'} {ending}"
    empty = f", {outcome.empty:,} empty lines" if outcome.empty else ""
    yield f"{outcome.read:,} read = {outcome.accepted:,} accepted + {outcome.rejected:,} rejected{empty}"
