"""What the commands share: their options, and how they print results and problems."""

import contextlib
import functools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from accords_data.problems import Problem
    from accords_data.query.cut import Cut
    from accords_data.seeds.dataset import Dataset

SOURCE_KINDS = ("document", "summary")
HELP = {"help_option_names": ["-h", "--help"]}
OUTPUTS = {
    "check": ("text", "json"),
    "cite": ("text", "json"),
    "conflicts": ("text", "json"),
    "convert": ("text", "json"),
    "coverage": ("text", "json"),
    "diff": ("text", "json", "markdown"),
    "recheck": ("text", "json"),
    "show": ("text", "json"),
    "status": ("text", "json"),
    "suggest": ("text", "json"),
    "validate": ("text", "json"),
    "verify": ("text", "json"),
}
"""How each command can answer, its default first; a command that is not here writes files and prints a summary."""

Command = Callable[..., Any]


class RecordKind(click.Choice[str] if TYPE_CHECKING else click.Choice):  # type: ignore[misc] # click 8.1 has no Choice[str]
    """One of the record kinds that the registry has when a command runs."""

    def __init__(self) -> None:
        """Take no list: the models load only when somebody asks for the kinds, so that help is instant."""
        # `Choice.__init__` is not called, because it wants the list.
        self.case_sensitive = True

    @property
    def choices(self) -> tuple[str, ...]:
        """The kinds."""
        from accords_data.model.records import MODELS

        return tuple(MODELS)


KIND = RecordKind()

seeds_option = click.option(
    "--seeds",
    type=click.Path(path_type=Path),
    help="Folder of sources and records.  [default: ./seeds, else the packaged seeds]",
)
quiet_option = click.option("--quiet", is_flag=True, help="Print only problems.")


def output_option(name: str, *, former: str = "--format") -> Callable[[Command], Command]:
    """Return the option ``--output`` of the command `name`; `former`, what it was once called, is hidden but works.

    ``--format`` is a file format in every command: scripts from before it was only that get a note and their answer.
    """
    choice = click.Choice(OUTPUTS[name])

    def add(command: Command) -> Command:
        @functools.wraps(command)
        def with_output(*arguments: object, output: str, former_output: str | None, **more: object) -> object:
            if former_output is not None:
                click.echo(f"{former} is now --output here", err=True)
            return command(*arguments, output=former_output or output, **more)

        hidden = click.option(former, "former_output", type=choice, hidden=True)(with_output)
        default = OUTPUTS[name][0]
        return click.option(
            "--output", type=choice, default=default, show_default=True, help="How to print the result."
        )(hidden)

    return add


class FileFormat(click.ParamType):  # type: ignore[type-arg] # only newer versions of click have it generic
    """The file formats, asked for when they are needed: help stays quick, and a new one needs no word here."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """Return `value` if it is the name of a format."""
        return str(_file_formats().convert(value, param, ctx))

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str | None:
        """Return what help shows for a value."""
        context = () if ctx is None else (ctx,)  # click 8.1 has none here
        return _file_formats().get_metavar(param, *context)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """Return the formats whose names start with `incomplete`."""
        return list(_file_formats().shell_complete(ctx, param, incomplete))


def _file_formats() -> "click.Choice[str]":
    from accords_data.release import formats

    return click.Choice([each.name for each in formats.FORMATS])


def cut_options(command: Command) -> Command:
    """Add the options of a cut to `command`, which takes them as one `Cut`, ``cut``."""

    @functools.wraps(command)
    def with_cut(
        *arguments: object, as_of: str | None, known_by: str | None, source_kind: str | None, **more: object
    ) -> object:
        from accords_data.query.cut import Cut

        return command(*arguments, cut=Cut(as_of=as_of, known_by=known_by, source_kind=source_kind), **more)

    options = (
        click.option("--as-of", metavar="DATE", callback=day, help="Only what had happened by DATE, YYYY-MM-DD."),
        click.option(
            "--known-by", metavar="DATE", callback=day, help="Only what sources published by DATE say, YYYY-MM-DD."
        ),
        click.option(
            "--source-kind",
            type=click.Choice(SOURCE_KINDS),
            help="Only what sources of this kind say: stored documents, or our summaries of publications.",
        ),
    )
    # The last decorator that is applied comes first in the help.
    for option in reversed(options):
        with_cut = option(with_cut)
    return with_cut


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return `value` if it is a day; the callback of options that take one."""
    if value is None:
        return None
    import datetime as dt

    try:
        # Python takes 20251106 as well; days are compared as texts, so all of them get one form.
        return dt.date.fromisoformat(value).isoformat()
    except ValueError as error:
        message = f"{value!r} is not a date like 2025-11-06"
        raise click.BadParameter(message) from error


def load(folder: Path, *, quiet: bool, cut: "Cut | None" = None, bar: bool = True) -> "Dataset":
    """Return the dataset of the seeds `folder`, cut as asked, and say what was checked.

    Args:
        folder: Where the seeds are.
        quiet: Whether nothing is to be said.
        cut: What of them is wanted; None for everything.
        bar: Whether a bar shows how far it has come, if it takes long.
    """
    from accords_data.cli import progress, report
    from accords_data.seeds import dataset, libyaml_reader

    if not libyaml_reader.is_there():
        click.echo("PyYAML has no libyaml here: reading the seeds takes about ten times as long", err=True)
    with progress.steps(quiet=not bar) as on_step:
        loaded = dataset.load(folder, on_step=on_step)
    for line in [f"seeds: {folder}", *report.summary(loaded)]:
        say(quiet, line)
    if cut is None or not cut.limits:
        return loaded
    part = part_of(loaded, cut)
    say(quiet, f"limited to {report.cut_name(cut)}: {report.summary(part)[0]}")
    return part


def part_of(dataset: "Dataset", cut: "Cut") -> "Dataset":
    """Return the part of `dataset` that `cut` leaves; all of it, at once, where nothing is limited."""
    if not cut.limits:
        return dataset
    from accords_data.query import as_of

    return as_of.cut(dataset, cut)


def unknown_source(name: str, known: Iterable[str]) -> click.UsageError:
    """Return the error that no source has the id `name`, where there are the sources `known`."""
    from accords_data.problems import did_you_mean

    hint = did_you_mean(name, known) or "add it with accords source add"
    return click.UsageError(f"there is no source {name!r} ({hint})")


def check_known(loaded: "Dataset", name: str) -> None:
    """Refuse a `name` that no source of `loaded` has.

    Raises:
        click.UsageError: there is none.
    """
    known = [each.id for each in loaded.sources]
    if name not in known:
        raise unknown_source(name, known)


@contextlib.contextmanager
def problems_shown(*, as_json: bool = False, ending: str = "; nothing was written", status: int = 1) -> Iterator[None]:
    """Print every problem and exit with `status`: on stderr as lines, or on stdout as JSON."""
    from accords_data.problems import AccordsError

    try:
        yield
    except AccordsError as error:
        if as_json:
            print_json({"problems": [plain_problem(problem) for problem in error.problems]})
        else:
            for problem in error.problems:
                click.echo(str(problem), err=True)
            number = len(error.problems)
            click.echo(f"{number} problem{'' if number == 1 else 's'}{ending}", err=True)
        raise click.exceptions.Exit(status) from error


def plain_problem(problem: "Problem") -> dict[str, Any]:
    """Return `problem` as JSON has it."""
    import attrs

    return attrs.asdict(problem)


def print_json(value: object) -> None:
    """Print `value` as JSON on stdout."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say(quiet: bool, line: str) -> None:  # noqa: FBT001 - every caller hands its own --quiet through
    """Say `line` on stderr, unless `quiet`."""
    if not quiet:
        from accords_data.problems import printable

        click.echo(printable(line), err=True)


def say_waiting() -> None:
    """Say why nothing happens."""
    click.echo("another export is writing to the same folder; waiting for it to finish", err=True)
