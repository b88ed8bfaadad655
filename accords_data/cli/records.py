"""The commands that read records: check, show, status."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accords_data.cli.options import (
    HELP,
    KIND,
    cut_options,
    load,
    output_option,
    part_of,
    print_json,
    problems_shown,
    seeds_option,
)

if TYPE_CHECKING:
    from accords_data.query.cut import Cut
    from accords_data.seeds.dataset import Dataset
    from accords_data.seeds.evidence import Tally


@click.command(context_settings=HELP)
@seeds_option
@output_option("check")
def check(seeds: Path | None, output: str) -> None:
    """Check every record and the words of every cell.

    \b
    Example:
      accords check --seeds seeds
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json"):
        from accords_data import paths
        from accords_data.cli import report

        dataset = load(paths.seeds_folder(seeds), quiet=True)
        if output == "json":
            print_json(_tally(dataset))
        else:
            for line in report.summary(dataset):
                click.echo(line)


@click.command(context_settings=HELP)
@click.argument("kind", type=KIND)
@click.argument("name", metavar="ID")
@seeds_option
@output_option("show")
def show(kind: str, name: str, seeds: Path | None, output: str) -> None:
    """Show the record ID of KIND, every cell with its words.

    \b
    Example:
      accords show meeting 2025-11-06-white-house
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json"):
        from accords_data import paths
        from accords_data.cli import report
        from accords_data.model.retired import successor_of
        from accords_data.problems import did_you_mean
        from accords_data.seeds import dataset as data

        dataset = load(paths.seeds_folder(seeds), quiet=True)
        known = [record.id for record in dataset.records[kind]]
        tombstone = successor_of(kind, name, "", dataset.retired)
        if tombstone is not None:
            click.echo(f"{kind} {name} {tombstone}", err=True)
            name = tombstone.successor or name
        if name not in known:
            hint = did_you_mean(name, known) or f"choose from: {', '.join(known)}"
            message = f"there is no {kind} {name!r} ({hint})"
            raise click.UsageError(message)
        record = dataset.record(kind, name)
        if output == "json":
            print_json(data.plain(record))
        else:
            sources = {each.id: each for each in dataset.sources}
            for line in (
                *report.record_view(kind, record, sources),
                *report.retired_view(kind, name, dataset.retired),
            ):
                click.echo(line)


@click.command(context_settings=HELP)
@click.argument("agreement", required=False)
@seeds_option
@cut_options
@output_option("status")
def status(agreement: str | None, seeds: Path | None, cut: "Cut", output: str) -> None:
    """Show each country's status, since when, according to whom.

    The status is the last reported step of a country in AGREEMENT, or in each agreement.

    \b
    Examples:
      accords status
      accords status abraham-accords --as-of 2025-11-06
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json"):
        import attrs

        from accords_data import paths
        from accords_data.cli import report
        from accords_data.problems import did_you_mean
        from accords_data.query.status import standings

        whole = load(paths.seeds_folder(seeds), quiet=True)
        known = [each.id for each in whole.agreements]
        if agreement is not None and agreement not in known:
            hint = did_you_mean(agreement, known) or f"choose from: {', '.join(known)}"
            message = f"there is no agreement {agreement!r} ({hint})"
            raise click.UsageError(message)
        part = part_of(whole, cut)
        found = [each for each in standings(part.agreements, part.sources) if agreement in {None, each.agreement}]
        if output == "json":
            print_json([attrs.asdict(each) for each in found])
            return
        for line in report.standing_view(found):
            click.echo(line)
        if not found:
            click.echo("no country has taken a step, according to these sources", err=True)


def _by(tally: "Tally") -> dict[str, dict[str, int]]:
    return {"by_grade": dict(sorted(tally.grades.items())), "by_basis": dict(sorted(tally.bases.items()))}


def _tally(dataset: "Dataset") -> dict[str, Any]:
    from accords_data.model.sources import second_readings
    from accords_data.seeds.dataset import counts

    tally = dataset.tally
    read, summaries = second_readings(dataset.sources)
    return {
        "records": dict(counts(dataset)),
        "cells": {"total": tally.cells, "covered": tally.covered, **_by(tally)},
        "passages": {"total": tally.passages, "verified": tally.verified, "sources": sorted(tally.sources)},
        "second_readings": {"summaries": summaries, "read": read},
        "problems": [],
    }
