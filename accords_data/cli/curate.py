"""The commands of the workbench: source add, cite, suggest, coverage, conflicts, fmt, new."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accords_data.cli.options import (
    HELP,
    KIND,
    SOURCE_KINDS,
    day,
    format_option,
    print_json,
    problems_told,
    quiet_option,
    say,
    say_waiting,
    seeds_option,
)

if TYPE_CHECKING:
    from accords_data.seeds.dataset import Dataset
    from accords_data.seeds.evidence import StoredSource

_file = click.Path(path_type=Path)


@click.group(context_settings=HELP)
def source() -> None:
    """Take sources in.

    Example: accords source add article.txt --id 2026-03-12-manama --published 2026-03-12
    """


@source.command(context_settings=HELP)
@click.argument("file", type=_file)
@click.option(
    "--id",
    "name",
    required=True,
    metavar="ID",
    help="Id of the source: its day and a few words, as in 2026-03-12-manama.",
)
@click.option("--published", required=True, metavar="DATE", callback=day, help="Day of publication, YYYY-MM-DD.")
@click.option("--attributed-to", help="The outlet that the text names as its origin, in words of the text.")
@click.option("--publisher", help="Who published it, in words of the text.")
@click.option("--url", help="Where it was published.")
@click.option("--language", default="en", show_default=True, help="Language of the text, BCP 47.")
@click.option(
    "--kind",
    type=click.Choice(SOURCE_KINDS),
    default="document",
    show_default=True,
    help="The text itself, or our summary of it.",
)
@click.option(
    "--strength", default="unknown", show_default=True, help="How close it stands to the event: wire, press, official …"
)
@click.option("--provenance", help="What is known about where the text comes from, in your words.")
@click.option("--distinct-from", metavar="ID", help="A stored source that it resembles without being a rewrite of it.")
@seeds_option
@quiet_option
def add(*, file: Path, name: str, seeds: Path | None, quiet: bool, **told: str | None) -> None:
    """Store the text FILE as a source: its bytes, its hash, and what of it can carry no cell.

    The record is a draft: check the regions that it proposes, then remove the mark. A text that is stored
    already, or nearly the same as one that is, is refused.

    \b
    Examples:
      accords source add article.txt --id 2026-03-12-manama --published 2026-03-12
      accords source add wire.txt --id 2026-03-12-call --published 2026-03-12 --attributed-to "The Example Agency"
    """  # noqa: D301 - click reads the backspace character
    with problems_told():
        from accords_data import paths
        from accords_data.cli import curate_lines
        from accords_data.curate import intake
        from accords_data.seeds import dataset

        folder = paths.writable_seeds_folder(seeds)
        stored = dataset.load(folder, drafts=True).texts if any(folder.glob("*/*.yaml")) else {}
        taken = intake.intake(file, intake.Origin(id=name, **told), stored)  # type: ignore[arg-type] # click has checked
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
    help="A cell that the words carry, as /venue; may be repeated.",
)
@seeds_option
@format_option("text", "json")
def cite(*, name: str, words: str, fields: tuple[str, ...], seeds: Path | None, style: str) -> None:
    """Find WORDS in SOURCE, whatever their quotes, dashes, spaces and case, and print the entry that cites them.

    \b
    Example:
      accords cite 2025-11-06-kazakhstan-to-join "author's summary"
    """  # noqa: D301 - click reads the backspace character
    with problems_told(as_json=style == "json", ending=""):
        from accords_data import paths
        from accords_data.cli import curate_lines
        from accords_data.curate import quotation
        from accords_data.problems import AccordsError, Problem

        for pointer in fields:
            if not quotation.is_cell(pointer):
                message = f"no record has a cell {pointer!r}; a cell is named like /venue or /events/0/date"
                raise click.UsageError(message)
        stored = _stored(paths.seeds_folder(seeds), name)
        hits = quotation.cite(stored, words)
        if not hits:
            near = quotation.nearest(stored, words)
            hint = None if near is None else f"the nearest passage, in sentence {near.sentence}: {near.words!r}"
            raise AccordsError([Problem(path=name, message=f"{words!r} does not stand in it", hint=hint)])
        if style == "json":
            import attrs

            print_json([attrs.asdict(hit) | {"entry": quotation.entry(name, hit, fields)} for hit in hits])
            return
        for number, hit in enumerate(hits, start=1):
            for line in curate_lines.hit_view(name, number, len(hits), hit, fields):
                click.echo(line)


@click.command(context_settings=HELP)
@click.argument("name", metavar="SOURCE")
@click.option("--write", is_flag=True, help="Write the drafts into the seeds folder.")
@seeds_option
@format_option("text", "json")
@quiet_option
def suggest(*, name: str, write: bool, seeds: Path | None, style: str, quiet: bool) -> None:
    """Propose draft records from what SOURCE says, by rule: every cell with its quote and basis.

    A draft is refused by check and export until a person has read it and removed its mark.

    \b
    Examples:
      accords suggest 2025-11-06-kazakhstan-to-join
      accords suggest 2026-03-12-manama --write
    """  # noqa: D301 - click reads the backspace character
    with problems_told(as_json=style == "json"):
        from accords_data import folder, paths
        from accords_data.cli import suggest_lines
        from accords_data.seeds import dataset
        from accords_data.suggest import filing, proposals

        root = paths.writable_seeds_folder(seeds) if write else paths.seeds_folder(seeds)
        loaded = dataset.load(root, drafts=True)
        _known_source(loaded, name)
        proposal = proposals.propose(loaded, name)
        if style == "json":
            print_json(proposals.plain(proposal))
        elif not write:
            for line in suggest_lines.proposal_view(proposal):
                click.echo(line)
        if not write:
            return
        files = filing.texts(proposal.sheets, root)
        folder.put(files)
        if style == "text":
            for line in suggest_lines.proposal_head(proposal):
                click.echo(line.removeprefix("# "))
        for path in files:
            say(quiet, f"{path} written")
        say(quiet, "read each draft against the text, correct it, and remove its line `draft: true`")


@click.command(context_settings=HELP)
@click.argument("name", metavar="[SOURCE]", required=False)
@click.option(
    "--html", "out", type=_file, metavar="DIR", help="Write the texts as pages, their evidence marked, into DIR."
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit 1 when fewer of the sentences are used or set aside.",
)
@seeds_option
@format_option("text", "json")
def coverage(*, name: str | None, out: Path | None, fail_under: float | None, seeds: Path | None, style: str) -> None:
    """Say what became of each sentence of SOURCE, or of all sources: used, set aside or unused.

    \b
    Examples:
      accords coverage 2025-11-06-kazakhstan-to-join
      accords coverage --html coverage --fail-under 100
    """  # noqa: D301 - click reads the backspace character
    with problems_told(as_json=style == "json", ending=""):
        from accords_data import paths
        from accords_data.cli import curate_lines
        from accords_data.curate import usage
        from accords_data.seeds import dataset

        loaded = dataset.load(paths.seeds_folder(seeds), drafts=True)
        if name is not None:
            _known_source(loaded, name)
        several = [usage.usage(loaded, each) for each in loaded.sources if name in {None, each.id}]
        counted = usage.totals(several)
        if style == "json":
            print_json(usage.plain(several))
        else:
            for line in curate_lines.usage_view(several, every=name is not None):
                click.echo(line)
        if out is not None:
            from accords_data.curate import pages

            pages.write(out, several, say_waiting)
            click.echo(f"{len(several) + 1} pages written; open {out / 'index.html'}", err=True)
        if fail_under is not None and usage.share(counted) < fail_under:
            click.echo(
                f"{usage.share(counted):.1f} % is under {fail_under:g} %: use or set aside the unused sentences",
                err=True,
            )
            raise click.exceptions.Exit(1)


@click.command(context_settings=HELP)
@seeds_option
@format_option("text", "json")
def conflicts(*, seeds: Path | None, style: str) -> None:
    """Tell where sources disagree, and where two records or steps may be one event.

    Exit status: 1 when there is something to decide; what is on record as a dispute is decided.

    \b
    Example:
      accords conflicts
    """  # noqa: D301 - click reads the backspace character
    with problems_told(as_json=style == "json", ending=""):
        import attrs

        from accords_data import paths
        from accords_data.cli import curate_lines
        from accords_data.curate import conflicts as found
        from accords_data.seeds import dataset

        several = found.conflicts(dataset.load(paths.seeds_folder(seeds), drafts=True))
        if style == "json":
            print_json([attrs.asdict(each) for each in several])
        else:
            for line in curate_lines.conflict_view(several):
                click.echo(line)
        raise click.exceptions.Exit(1 if any(not each.recorded for each in several) else 0)


@click.command(context_settings=HELP)
@click.argument("files", nargs=-1, type=_file)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit 1, naming the files, when one is not in the canonical form."
)
@seeds_option
@quiet_option
def fmt(*, files: tuple[Path, ...], check: bool, seeds: Path | None, quiet: bool) -> None:
    """Put seed FILES, or all of them, into the canonical form; comments and quote styles stay.

    \b
    Examples:
      accords fmt
      accords fmt --check
    """  # noqa: D301 - click reads the backspace character
    with problems_told():
        from accords_data import folder, paths
        from accords_data.curate import canon
        from accords_data.problems import AccordsError

        root = paths.seeds_folder(seeds) if check else paths.writable_seeds_folder(seeds)
        looked, changed, problems = canon.differing(files or canon.seed_files(root))
        if check:
            problems += canon.out_of_form(changed)
        if problems:
            raise AccordsError(problems)
        if not check:
            folder.put(changed)
        say(quiet, f"{looked} files in canonical form" + (f", {len(changed)} of them changed" if changed else ""))


@click.command(context_settings=HELP)
@click.argument("kind", type=KIND)
@click.argument("name", metavar="[ID]", required=False)
@seeds_option
@quiet_option
def new(*, kind: str, name: str | None, seeds: Path | None, quiet: bool) -> None:
    """Print the commented template of a record of KIND, or begin the record ID with it.

    \b
    Examples:
      accords new meeting
      accords new leader salim-qadri
    """  # noqa: D301 - click reads the backspace character
    with problems_told():
        from accords_data import folder, paths
        from accords_data.curate import templates

        if name is None:
            click.echo(templates.template(kind), nl=False)
            return
        path, text = templates.begin(kind, name, paths.writable_seeds_folder(seeds))
        folder.put({path: text})
        say(quiet, f"{path} written: fill it in, then run accords check")


def _known_source(loaded: "Dataset", name: str) -> None:
    from accords_data.problems import did_you_mean

    known = [each.id for each in loaded.sources]
    if name not in known:
        hint = did_you_mean(name, known) or "accords source add stores one"
        message = f"there is no source {name!r} ({hint})"
        raise click.UsageError(message)


def _stored(folder: Path, name: str) -> "StoredSource":
    """Return the stored source `name`; the other seeds need not be in order."""
    from accords_data.problems import did_you_mean
    from accords_data.seeds import dataset

    stored, known = dataset.stored_source(folder, name)
    if stored is None:
        hint = did_you_mean(name, known) or "accords source add stores one"
        message = f"there is no source {name!r} ({hint})"
        raise click.UsageError(message)
    return stored
