"""The commands that write what follows from the seeds: export, schemas."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accords_data.cli.options import (
    HELP,
    FileFormat,
    cut_options,
    load,
    problems_shown,
    quiet_option,
    say,
    say_waiting,
    seeds_option,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from accords_data.query.cut import Cut
    from accords_data.release.export import Comparison


@click.command(context_settings=HELP)
@seeds_option
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("exports"),
    show_default=True,
    help="Folder for the release; replaced as a whole.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=FileFormat(),
    help="File format to write; may be repeated.  [default: all]",
)
@click.option(
    "--table", "names", multiple=True, metavar="TABLE", help="Table to write; may be repeated.  [default: all]"
)
@cut_options
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if the release does not match the seeds.")
@quiet_option
def export(  # noqa: PLR0913 - one parameter for each option
    *,
    seeds: Path | None,
    out: Path,
    formats: tuple[str, ...],
    names: tuple[str, ...],
    cut: "Cut",
    check: bool,
    quiet: bool,
) -> None:
    """Check the seeds and write all tables as Parquet, CSV and JSON.

    With --format or --table, a new folder gets only those data files. Data files that are already in the folder
    stay, and are rewritten from the same seeds: no release mixes two states of the data.

    \b
    Examples:
      accords-export
      accords-export --out /tmp/accords --format csv --table meetings
      accords-export --as-of 2025-11-06 --out /tmp/on-that-day
      accords-export --check
    """  # noqa: D301 - click reads the backspace character
    with problems_shown():
        from accords_data import paths
        from accords_data.cli import progress
        from accords_data.release import build, export
        from accords_data.release import formats as every

        folder = paths.seeds_folder(seeds)
        _check_names(names)
        if not check:
            # Before the seeds are read: a wrong --out is known at once.
            export.check_place(out, folder)
        chosen = build.choice(formats, names)
        if not chosen:
            nesting = " and ".join(each.title for each in every.FORMATS if each.nested)
            message = (
                f"no {' or '.join(formats)} file has the name {', '.join(names)}: {nesting} nests it in its record"
            )
            raise click.UsageError(message)
        dataset = load(folder, quiet=quiet, cut=cut, bar=not quiet)
        edition = build.unreleased(dataset, cut)
        if check:
            whole = not formats and not names
            with progress.steps(quiet=quiet) as on_step:
                found = export.compare(out, dataset, edition, chosen, whole=whole, on_step=on_step)
            _print_comparison(out, found, quiet=quiet)
            return
        with progress.steps(quiet=quiet) as on_step:
            written = export.write(out, dataset, edition, chosen, say_waiting, on_step=on_step)
        say(quiet, f"{_kinds_of(written)} written to {out}/")


@click.command(context_settings=HELP)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("schemas"),
    show_default=True,
    help="Folder for the schemas; its subfolder of this version is replaced as a whole.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if the schemas do not match the models.")
@click.option(
    "--against",
    metavar="OLD",
    type=click.Path(path_type=Path),
    help="Write nothing; list changes since OLD, a schemas folder or a release; exit 1 if one breaks their version.",
)
@quiet_option
def schemas(*, out: Path, check: bool, against: Path | None, quiet: bool) -> None:
    """Write the JSON Schemas of records and of exported files.

    \b
    Examples:
      accords schemas
      accords schemas --check
      accords schemas --against accords-data-2026.12.0.zip
    """  # noqa: D301 - click reads the backspace character
    with problems_shown():
        from accords_data.model.schemas import VERSION
        from accords_data.problems import AccordsError
        from accords_data.release import schema_files
        from accords_data.verify import schema_diff

        if against is not None:
            for line in schema_diff.changes_since(against):
                click.echo(line)
            return
        if not check:
            number = schema_files.write(out, say_waiting)
            say(quiet, f"{number} schemas written to {out / VERSION}/")
            return
        number, problems = schema_files.compare(out)
        if problems:
            raise AccordsError(problems)
        say(quiet, f"{number} schemas match the models")


def _check_names(names: "Iterable[str]") -> None:
    from accords_data.model import tables
    from accords_data.problems import did_you_mean

    known = [table.name for table in tables.all_tables()]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"choose from: {', '.join(known)}"
            message = f"there is no table {name!r} ({hint})"
            raise click.UsageError(message)


def _print_comparison(out: Path, comparison: "Comparison", *, quiet: bool) -> None:
    from accords_data.problems import AccordsError

    if comparison.other_writer is not None:
        say(
            quiet,
            f"{out}/ was written by pyarrow {comparison.other_writer}, not by the installed version: "
            "comparing contents, not bytes",
        )
    if comparison.problems:
        raise AccordsError(comparison.problems)
    say(quiet, f"{comparison.compared} files in {out}/ match the seeds")


def _kinds_of(files: "Iterable[str]") -> str:
    paths = list(files)
    folders = [path.partition("/")[0] for path in paths if "/" in path]
    numbers = ", ".join(f"{folders.count(name)} {name}" for name in sorted(set(folders)))
    return f"{len(paths)} files ({numbers}, {len(paths) - len(folders)} metadata files)"
