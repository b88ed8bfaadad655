"""The command that compares a publication with what was kept of it: recheck."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accords_data.cli.options import (
    HELP,
    check_known,
    output_option,
    print_json,
    problems_shown,
    seeds_option,
    unknown_source,
)

if TYPE_CHECKING:
    from accords_data.curate.saved_pages import SavedPage
    from accords_data.model.sources import Source

_file = click.Path(path_type=Path)


@click.command(context_settings=HELP)
@click.argument("name", metavar="[SOURCE]", required=False)
@click.option(
    "--page",
    "paths",
    multiple=True,
    type=_file,
    metavar="FILE",
    help="The publication, saved as HTML, text or PDF; - is stdin. May be repeated.",
)
@click.option(
    "--passage",
    "passages",
    multiple=True,
    metavar="WORDS",
    help='Print the fingerprint of this passage: all its words, or "first words … last words". May be repeated.',
)
@click.option("--passage-file", type=_file, metavar="FILE", help="The same for each line of a text file.")
@seeds_option
@output_option("recheck")
def recheck(  # noqa: PLR0913 - one parameter for each option
    *,
    name: str | None,
    paths: tuple[Path, ...],
    passages: tuple[str, ...],
    passage_file: Path | None,
    seeds: Path | None,
    output: str,
) -> None:
    """Look for summarised passages in a saved publication.

    A passage is the same, moved (not in the order of the summary) or gone. Only fingerprints of passages are
    kept, and any changed word makes a passage gone. Without --page, counts the sentences that have a fingerprint.

    Exit status: 1 if a passage is gone, or if there is no fingerprint to look for.

    \b
    Examples:
      accords recheck
      accords recheck 2020-10-18-manama-axios --page saved.html
      accords recheck 2020-10-18-manama-axios --page saved.html \\
        --passage "its first words … its last words"
    """  # noqa: D301 - click reads the backspace character
    if paths and name is None:
        message = "--page needs a SOURCE"
        raise click.UsageError(message)
    if (passages or passage_file) and not paths:
        message = "--passage and --passage-file need --page: the passage is looked for in the publication"
        raise click.UsageError(message)
    with problems_shown(as_json=output == "json", ending=""):
        from accords_data import paths as places

        root = places.seeds_folder(seeds)
        if not paths:
            _count(root, name, output)
            return
        from accords_data.curate import saved_pages

        source = _summary(root, str(name))
        pages = saved_pages.pages(paths)
        wanted = [*passages, *_lines(passage_file)]
        if wanted:
            _take(wanted, pages, output)
        else:
            _compare(source, pages, output)


def _summary(root: Path, name: str) -> "Source":
    """Return the source `name`, whose text is a summary."""
    from accords_data.model.vocabularies import SourceKind
    from accords_data.seeds import dataset

    stored, known = dataset.stored_source(root, name)
    if stored is None:
        raise unknown_source(name, known)
    if stored.record.kind is SourceKind.DOCUMENT:
        message = f"the text of {name} is stored itself, and accords check compares its quotes with it"
        raise click.UsageError(message)
    return stored.record


def _lines(path: Path | None) -> list[str]:
    """Return the lines of a file of passages that are not empty; none if there is no file."""
    from accords_data.curate import page_process, page_text
    from accords_data.problems import AccordsError, Problem

    if path is None:
        return []
    try:
        text = page_text.text_of("text", page_process.read(path))
    except page_text.TextError as error:
        raise AccordsError([Problem(path=str(path), message=str(error), hint="save it in UTF-8")]) from error
    return [line for line in text.splitlines() if line.strip()]


def _take(wanted: list[str], pages: "list[SavedPage]", output: str) -> None:
    """Print the fingerprints of the passages `wanted`."""
    from accords_data.cli import recheck_lines
    from accords_data.curate import taken_passage

    taken = [taken_passage.take(each, pages) for each in wanted]
    if output == "json":
        print_json([recheck_lines.plain_fingerprint(each.fingerprint) for each in taken])
        return
    for each in taken:
        click.echo(recheck_lines.told(each), err=True)
        for line in recheck_lines.fingerprint_view(each.fingerprint):
            click.echo(line)


def _compare(source: "Source", pages: "list[SavedPage]", output: str) -> None:
    """Print what became of the passages of `source`; end with 1 if one is gone."""
    from accords_data.cli import recheck_lines
    from accords_data.curate import recheck as comparing
    from accords_data.problems import AccordsError, Problem

    found = comparing.recheck(source, pages)
    if not found:
        hint = "take one with --passage"
        raise AccordsError([Problem(path=source.id, message="no passage has a fingerprint", hint=hint)])
    if output == "json":
        print_json([recheck_lines.plain_outcome(each, pages) for each in found])
    else:
        for line in recheck_lines.outcome_view(found, pages):
            click.echo(line)
    raise click.exceptions.Exit(1 if any(each.state == "gone" for each in found) else 0)


def _count(root: Path, name: str | None, output: str) -> None:
    """Print how many sentences have a fingerprint: of the source `name`, or of all summaries."""
    from accords_data.cli import recheck_lines
    from accords_data.curate import proof_count
    from accords_data.model.sources import summaries
    from accords_data.seeds import dataset

    loaded = dataset.load(root, drafts=True)
    if name is not None:
        check_known(loaded, name)
        _summary(root, name)
    chosen = [each for each in summaries(loaded.sources) if name in {None, each.id}]
    counted = proof_count.count((each, loaded.texts[each.id]) for each in chosen)
    if output == "json":
        print_json(recheck_lines.plain_count(counted))
    else:
        for line in recheck_lines.count_view(counted, chosen):
            click.echo(line)
