"""The commands on sources: source add, cite, coverage."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accords_data.cli.options import (
    HELP,
    SOURCE_KINDS,
    check_known,
    day,
    output_option,
    print_json,
    problems_shown,
    quiet_option,
    say,
    say_waiting,
    seeds_option,
    unknown_source,
)

if TYPE_CHECKING:
    from accords_data.seeds.evidence import StoredSource

_file = click.Path(path_type=Path)


@click.group(context_settings=HELP)
def source() -> None:
    """Manage sources.

    \b
    Example:
      accords source add article.txt --id 2026-03-12-manama --published 2026-03-12
    """  # noqa: D301 - click reads the backspace character


@source.command(context_settings=HELP)
@click.argument("file", type=_file)
@click.option(
    "--id",
    "name",
    required=True,
    metavar="ID",
    help="Id of the source: its date and a few words, such as 2026-03-12-manama.",
)
@click.option("--published", required=True, metavar="DATE", help="Date of publication, EDTF: a day, month or interval.")
@click.option("--title", help="Title of the publication; only with --kind summary.")
@click.option(
    "--read-on", metavar="DAY", callback=day, help="Day on which the publication was read; only with --kind summary."
)
@click.option("--attributed-to", help="Outlet that the text names as its origin, in words of the text.")
@click.option("--publisher", help="Publisher, in words of the text.")
@click.option("--url", help="Web address of the publication.")
@click.option("--language", default="en", show_default=True, help="Language of the text, a BCP 47 tag.")
@click.option(
    "--kind",
    type=click.Choice(SOURCE_KINDS),
    default="document",
    show_default=True,
    help="The text as published, or our summary of it.",
)
@click.option(
    "--strength", default="unknown", show_default=True, help="How close it is to the event: wire, press, official …"
)
@click.option("--provenance", help="Where the text comes from, as far as you know, in your words.")
@click.option("--distinct-from", metavar="ID", help="Stored source that it resembles but does not rewrite.")
@seeds_option
@quiet_option
def add(*, file: Path, name: str, seeds: Path | None, quiet: bool, **origin: str | None) -> None:
    """Store the text FILE as a source, with its hash.

    Proposes which parts must not be quoted (headlines, bylines, captions). The record is a draft: check these
    parts, then remove the line `draft: true`. A text that is already stored, or almost the same as one that is,
    is refused.

    \b
    Examples:
      accords source add article.txt --id 2026-03-12-manama --published 2026-03-12
      accords source add wire.txt --id 2026-03-12-call --published 2026-03-12 \\
        --attributed-to "The Example Agency"
    """  # noqa: D301 - click reads the backspace character
    with problems_shown():
        from accords_data import paths
        from accords_data.cli import curate_lines
        from accords_data.curate import intake, source_record
        from accords_data.seeds import dataset

        folder = paths.writable_seeds_folder(seeds)
        # The first source is added to a folder that has nothing to load.
        stored = dataset.load(folder, drafts=True).texts if any(folder.glob("*/*.yaml")) else {}
        taken = intake.intake(file, source_record.Origin(id=name, **origin), stored)  # type: ignore[arg-type] # click has checked
        text, record = intake.write(folder, taken)
        for line in curate_lines.intake_view(taken):
            click.echo(line)
        say(quiet, f"{text} and {record} written; check the regions, then remove the line `draft: true`")


@click.command(context_settings=HELP)
@click.argument("name", metavar="SOURCE")
@click.argument("words")
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="POINTER",
    help="Cell that the words support, such as /venue; may be repeated.",
)
@seeds_option
@output_option("cite")
def cite(*, name: str, words: str, fields: tuple[str, ...], seeds: Path | None, output: str) -> None:
    """Find WORDS in SOURCE and print the evidence entry with them.

    Quotation marks, dashes, spaces and case need not match.

    \b
    Example:
      accords cite 2025-11-06-kazakhstan-to-join "author's summary"
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json", ending=""):
        from accords_data import paths
        from accords_data.cli import curate_lines
        from accords_data.curate import quotation
        from accords_data.problems import AccordsError, Problem

        for address in fields:
            if not quotation.is_cell(address):
                message = (
                    f"no record has a cell {address!r}; write it like /venue or /events/kaz-announced-2025-11-06/date"
                )
                raise click.UsageError(message)
        stored = _stored(paths.seeds_folder(seeds), name)
        hits = quotation.cite(stored, words)
        if not hits:
            near = quotation.nearest(stored, words)
            hint = None if near is None else f"nearest passage, in sentence {near.sentence}: {near.words!r}"
            raise AccordsError([Problem(path=name, message=f"{words!r} is not in the text", hint=hint)])
        if output == "json":
            import attrs

            print_json([attrs.asdict(hit) | {"entry": quotation.entry(stored.record, hit, fields)} for hit in hits])
            return
        for number, hit in enumerate(hits, start=1):
            for line in curate_lines.hit_view(stored.record, number, len(hits), hit, fields):
                click.echo(line)


@click.command(context_settings=HELP)
@click.argument("name", metavar="[SOURCE]", required=False)
@click.option(
    "--html",
    "out",
    type=_file,
    metavar="DIR",
    help="Write the texts as HTML pages, their evidence marked, into DIR.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit 1 if fewer sentences than this are used or set aside.",
)
@seeds_option
@output_option("coverage")
def coverage(*, name: str | None, out: Path | None, fail_under: float | None, seeds: Path | None, output: str) -> None:
    """Show which sentences are used, set aside or unused.

    Counts the sentences of SOURCE, or of all sources.

    \b
    Examples:
      accords coverage 2025-11-06-kazakhstan-to-join
      accords coverage --html coverage --fail-under 100
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json", ending=""):
        from accords_data import paths
        from accords_data.cli import curate_lines
        from accords_data.curate import coverage
        from accords_data.seeds import dataset

        loaded = dataset.load(paths.seeds_folder(seeds), drafts=True)
        if name is None:
            several = list(coverage.usages(loaded))
        else:
            check_known(loaded, name)
            several = [coverage.usage(loaded, each) for each in loaded.sources if each.id == name]
        counted = coverage.totals(several)
        if output == "json":
            print_json(coverage.plain(several))
        else:
            for line in curate_lines.usage_view(several, every=name is not None):
                click.echo(line)
        if out is not None:
            from accords_data.curate import coverage_pages

            coverage_pages.write(out, several, say_waiting)
            click.echo(f"{len(several) + 1} pages written; open {out / 'index.html'}", err=True)
        if fail_under is not None and coverage.share(counted) < fail_under:
            click.echo(
                f"{coverage.share(counted):.1f} % is less than {fail_under:g} %: use or set aside the unused sentences",
                err=True,
            )
            raise click.exceptions.Exit(1)


def _stored(folder: Path, name: str) -> "StoredSource":
    """Return the stored source `name`; the other seeds need not be in order."""
    from accords_data.seeds import dataset

    stored, known = dataset.stored_source(folder, name)
    if stored is None:
        raise unknown_source(name, known)
    return stored
