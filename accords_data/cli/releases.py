"""The commands over releases: verify, release, diff."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accords_data.cli.options import (
    HELP,
    cut_options,
    day,
    format_option,
    load,
    plain_problem,
    print_json,
    problems_told,
    quiet_option,
    say,
    seeds_option,
)

if TYPE_CHECKING:
    from accords_data.query.as_of import Cut

_place = click.Path(path_type=Path)


@click.command(context_settings=HELP)
@click.argument("place", metavar="[DIR|ZIP|TAR]", type=_place, default=Path("exports"))
@click.option("--key", type=_place, help="Public key of minisign or SSH with which the archive must be signed.")
@format_option("text", "json")
def verify(place: Path, key: Path | None, style: str) -> None:
    """Check a release: whole, unchanged, valid, joined, alike in all formats, every quote in its source.

    Nothing is unpacked or written. Without an argument, ./exports is checked.

    \b
    Examples:
      accords verify
      accords verify accords-data-2026.12.0.zip --key accords.pub
    """  # noqa: D301 - click reads the backspace character
    with problems_told(as_json=style == "json", ending=""):
        import attrs

        from accords_data.cli import report
        from accords_data.problems import AccordsError
        from accords_data.release import signature
        from accords_data.verify import verify

        if key is not None:
            signature.check(key, place)
        verdict = verify.verify(place)
        if style == "json":
            print_json(attrs.asdict(verdict) | {"problems": [plain_problem(each) for each in verdict.problems]})
            raise click.exceptions.Exit(1 if verdict.problems else 0)
        if verdict.problems:
            raise AccordsError(verdict.problems)
        click.echo(f"{place} is what was released:")
        for line in report.verdict_view(verdict):
            click.echo(line)
        if key is not None:
            click.echo(f"  signed with {key}")


@click.command(context_settings=HELP)
@click.option("--version", required=True, help="Version of the release: year, month, number, as in 2026.12.0.")
@click.option(
    "--date", callback=day, help="Day of the release, YYYY-MM-DD, in the month of the version.  [default: that month]"
)
@click.option("--out", type=_place, default=Path("dist"), show_default=True, help="Folder for the archives.")
@click.option("--key", type=_place, help="Secret key of minisign or SSH to sign the archives with.")
@seeds_option
@cut_options
@quiet_option
def release(  # noqa: PLR0913 - one parameter for each option
    *,
    version: str,
    date: str | None,
    out: Path,
    key: Path | None,
    seeds: Path | None,
    cut: "Cut",
    quiet: bool,
) -> None:
    """Pack a release: a ZIP and a TAR file with their checksums, the same bytes for the same seeds.

    \b
    Examples:
      accords release --version 2026.12.0 --out dist/
      accords release --version 2026.12.0 --date 2026-12-03 --key accords.key
    """  # noqa: D301 - click reads the backspace character
    with problems_told():
        import attrs

        from accords_data import paths
        from accords_data.problems import AccordsError
        from accords_data.release import pack
        from accords_data.release.build import build
        from accords_data.verify import verify

        edition = attrs.evolve(pack.edition(version, date), cut=cut)
        dataset = load(paths.seeds_folder(seeds), quiet=quiet, cut=cut)
        built = build(dataset, edition)
        verdict = verify.examine(str(out), built.files)
        if verdict.problems:
            raise AccordsError(verdict.problems)
        for path in pack.ship(built, out, key):
            say(quiet, f"{path} ({path.stat().st_size:,} bytes)")


@click.command(context_settings=HELP)
@click.argument("old", type=_place)
@click.argument("new", type=_place)
@format_option("text", "json", "markdown")
def diff(old: Path, new: Path, style: str) -> None:
    """Say which facts differ between the releases OLD and NEW, folders or archives, and on what the new ones rest.

    Exit status: 0 when they say the same, 1 when they differ, 2 when one of them cannot be compared.

    \b
    Examples:
      accords diff accords-data-2026.12.0.zip exports
      accords diff old/ new/ --format markdown
    """  # noqa: D301 - click reads the backspace character
    with problems_told(as_json=style == "json", ending="; nothing was compared", status=2):
        from accords_data.verify import diff, diff_text

        difference = diff.compare(old, new)
        if style == "json":
            print_json(diff_text.plain(difference))
        else:
            for line in diff_text.text(difference) if style == "text" else diff_text.markdown(difference):
                click.echo(line)
        raise click.exceptions.Exit(0 if difference.empty else 1)
