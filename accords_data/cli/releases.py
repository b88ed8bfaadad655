"""The commands over releases: verify, release, diff."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accords_data.cli.options import (
    HELP,
    cut_options,
    day,
    load,
    output_option,
    plain_problem,
    print_json,
    problems_shown,
    quiet_option,
    say,
    seeds_option,
)

if TYPE_CHECKING:
    from accords_data.query.cut import Cut

_place = click.Path(path_type=Path)


@click.command(context_settings=HELP)
@click.argument("place", metavar="[DIR|ZIP|TAR]", type=_place, default=Path("exports"))
@click.option("--key", type=_place, help="minisign or SSH public key; the archive must be signed with it.")
@output_option("verify")
def verify(place: Path, key: Path | None, output: str) -> None:
    """Verify that a release is complete, unchanged and consistent.

    Every row must be valid, the words of the evidence must stand in their texts, and all file formats must
    hold the same rows.
    Nothing is unpacked or written. Without an argument, ./exports is verified.

    \b
    Examples:
      accords verify
      accords verify accords-data-2026.12.0.zip --key accords.pub
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json", ending=""):
        import attrs

        from accords_data.cli import progress, verdict_lines
        from accords_data.problems import AccordsError, printable
        from accords_data.verify import verify

        if key is not None:
            from accords_data.release import signature

            signature.check(key, place)
        with progress.steps() as on_step:
            verdict = verify.verify(place, on_step)
        if output == "json":
            print_json(attrs.asdict(verdict) | {"problems": [plain_problem(each) for each in verdict.problems]})
            raise click.exceptions.Exit(1 if verdict.problems else 0)
        if verdict.problems:
            raise AccordsError(verdict.problems)
        click.echo(printable(f"{place}: OK"))
        for line in verdict_lines.lines(verdict):
            click.echo(line)
        if key is not None:
            click.echo(printable(f"  signed with {key}"))


@click.command(context_settings=HELP)
@click.option("--version", required=True, help="Version: year, month and number, such as 2026.12.0.")
@click.option(
    "--date", callback=day, help="Release date, YYYY-MM-DD, in the month of the version.  [default: that month]"
)
@click.option("--out", type=_place, default=Path("dist"), show_default=True, help="Folder for the archives.")
@click.option("--key", type=_place, help="minisign or SSH secret key to sign the archives with.")
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
    """Pack a release as ZIP and TAR files with checksums.

    The same seeds give the same bytes.

    \b
    Examples:
      accords release --version 2026.12.0 --out dist/
      accords release --version 2026.12.0 --date 2026-12-03 --key accords.key
    """  # noqa: D301 - click reads the backspace character
    with problems_shown():
        import attrs

        from accords_data import paths
        from accords_data.cli import progress
        from accords_data.problems import AccordsError
        from accords_data.release import pack
        from accords_data.release.build import build
        from accords_data.verify import verify

        edition = attrs.evolve(pack.edition(version, date), cut=cut)
        dataset = load(paths.seeds_folder(seeds), quiet=quiet, cut=cut, bar=not quiet)
        with progress.steps(quiet=quiet) as on_step:
            built = build(dataset, edition, on_step=on_step)
            # A release never changes: it is verified as a stranger would, before anything is written.
            verdict = verify.examine(str(out), built.files, on_step)
            if verdict.problems:
                raise AccordsError(verdict.problems)
            on_step("packing")
            packed = pack.ship(built, out, key)
        for path in packed:
            say(quiet, f"{path} ({path.stat().st_size:,} bytes)")


@click.command(context_settings=HELP)
@click.argument("old", type=_place)
@click.argument("new", type=_place)
@output_option("diff")
def diff(old: Path, new: Path, output: str) -> None:
    """List the facts that differ between releases OLD and NEW.

    New facts come with their evidence. Each release is a folder or an archive. Exit status: 0 if nothing differs, 1
    if something does, 2 if they cannot be compared.

    \b
    Examples:
      accords diff accords-data-2026.12.0.zip exports
      accords diff old/ new/ --output markdown
    """  # noqa: D301 - click reads the backspace character
    with problems_shown(as_json=output == "json", ending="; nothing was compared", status=2):
        from accords_data.problems import printable
        from accords_data.verify import diff, diff_text

        difference = diff.compare(old, new)
        if output == "json":
            print_json(diff_text.plain(difference))
        else:
            for line in diff_text.text(difference) if output == "text" else diff_text.markdown(difference):
                click.echo(printable(line))
        raise click.exceptions.Exit(0 if difference.empty else 1)
