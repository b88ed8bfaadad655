"""The command that builds the site: site."""

from pathlib import Path

import click

from accords_data.cli.options import HELP, problems_shown, quiet_option, say, say_waiting

_place = click.Path(path_type=Path)


@click.command(context_settings=HELP)
@click.argument("place", metavar="[RELEASE]", type=_place, required=False)
@click.option("--out", type=_place, required=True, metavar="DIR", help="Folder for the site; replaced as a whole.")
@click.option("--since", type=_place, metavar="FORMER", help="Former release: the site shows what changed since.")
@quiet_option
def site(*, place: Path | None, out: Path, since: Path | None, quiet: bool) -> None:
    """Build a static site from RELEASE, a folder or an archive.

    The release is verified first. Without an argument, the site is built from ./exports, or else from the release
    in the installed package. It needs no network and no server: open its index.html, or put it on any web host.

    \b
    Examples:
      accords site --out site
      accords site accords-data-2026.12.0.zip --out site --since exports
    """  # noqa: D301 - click reads the backspace character
    with problems_shown():
        from accords_data import paths
        from accords_data.cli import progress
        from accords_data.site import build, collection
        from accords_data.verify import diff

        release = paths.release_place(place)
        with progress.steps(quiet=quiet) as on_step:
            read = collection.read(release, on_step)
            difference = None if since is None else diff.compare(since, release)
            number = build.write(out, read, difference, say_waiting, on_step)
        say(quiet, f"{number} files written; open {out / 'index.html'}")
