"""The commands on seed files: suggest, conflicts, fmt, new."""

from pathlib import Path

import click

from accords_data.cli.options import (
    HELP,
    KIND,
    check_known,
    output_option,
    print_json,
    problems_shown,
    quiet_option,
    say,
    seeds_option,
)

_file = click.Path(path_type=Path)


@click.command(context_settings=HELP)
@click.argument("name", metavar="SOURCE")
@click.option("--write", is_flag=True, help="Write the drafts into the seeds folder.")
@seeds_option
@output_option("suggest")
@quiet_option
def suggest(*, name: str, write: bool, seeds: Path | None, output: str, quiet: bool) -> None:
    """Draft records from SOURCE by rule.

    Every cell has its words and basis. Check and export refuse a draft until a person has read it and removed the
    line `draft: true`.

    \b
    Examples:
      accords suggest 2025-11-06-kazakhstan-to-join
      accords suggest 2026-03-12-manama --write
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json"):
        from accords_data import folder, paths
        from accords_data.cli import suggest_lines
        from accords_data.seeds import dataset
        from accords_data.suggest import draft_files, proposals

        # The seeds of the package may be read, but are never written to.
        root = paths.writable_seeds_folder(seeds) if write else paths.seeds_folder(seeds)
        loaded = dataset.load(root, drafts=True)
        check_known(loaded, name)
        proposal = proposals.propose(loaded, name)
        if output == "json":
            print_json(proposals.plain(proposal))
        elif not write:
            for line in suggest_lines.proposal_view(proposal):
                click.echo(line)
        if not write:
            return
        files = draft_files.texts(proposal.sheets, root)
        folder.put(files)
        if output == "text":
            for line in suggest_lines.proposal_head(proposal):
                click.echo(line.removeprefix("# "))
        for path in files:
            say(quiet, f"{path} written")
        say(quiet, "check each draft against the text, correct it, and remove its line `draft: true`")


@click.command(context_settings=HELP)
@seeds_option
@output_option("conflicts")
def conflicts(*, seeds: Path | None, output: str) -> None:
    """Find disagreements and possible duplicates.

    Lists where sources disagree, and where two records or steps may be one event.

    Exit status: 1 if there is something to decide. A dispute that is on record is decided.

    \b
    Example:
      accords conflicts
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json", ending=""):
        import attrs

        from accords_data import paths
        from accords_data.cli import curate_lines
        from accords_data.curate import conflicts as found
        from accords_data.seeds import dataset

        several = found.conflicts(dataset.load(paths.seeds_folder(seeds), drafts=True))
        if output == "json":
            print_json([attrs.asdict(each) for each in several])
        else:
            for line in curate_lines.conflict_view(several):
                click.echo(line)
        raise click.exceptions.Exit(1 if any(not each.recorded for each in several) else 0)


@click.command(context_settings=HELP)
@click.argument("files", nargs=-1, type=_file)
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; list files that are not in canonical form; exit 1 if any.",
)
@seeds_option
@quiet_option
def fmt(*, files: tuple[Path, ...], check: bool, seeds: Path | None, quiet: bool) -> None:
    """Format seed FILES, or all of them.

    Fields get the order of the model. Comments and quotation styles stay.

    \b
    Examples:
      accords fmt
      accords fmt --check
    """  # noqa: D301 - click reads the backspace character
    with problems_shown():
        from accords_data import paths
        from accords_data.curate import canonical_form
        from accords_data.problems import AccordsError

        root = paths.seeds_folder(seeds) if check else paths.writable_seeds_folder(seeds)
        looked, changed, problems = canonical_form.differing(files or canonical_form.seed_files(root))
        if check:
            problems += canonical_form.out_of_form(changed)
        # All or nothing: no file is changed while another one is wrong.
        if problems:
            raise AccordsError(problems)
        if not check:
            from accords_data import folder

            folder.put(changed)
        say(quiet, f"{looked} files in canonical form" + (f", {len(changed)} changed" if changed else ""))


@click.command(context_settings=HELP)
@click.argument("kind", type=KIND)
@click.argument("name", metavar="[ID]", required=False)
@seeds_option
@quiet_option
def new(*, kind: str, name: str | None, seeds: Path | None, quiet: bool) -> None:
    """Print a template for a record of KIND, or start record ID.

    The template explains every field. With an ID, it is written into the seeds folder.

    \b
    Examples:
      accords new meeting
      accords new leader salim-qadri
    """  # noqa: D301 - click reads the backspace character
    with problems_shown():
        from accords_data import folder, paths
        from accords_data.curate import record_templates

        if name is None:
            click.echo(record_templates.template(kind), nl=False)
            return
        path, text = record_templates.begin(kind, name, paths.writable_seeds_folder(seeds))
        folder.put({path: text})
        say(quiet, f"{path} written; fill it in, then run accords check")
