"""The command that draws the site: site."""

from pathlib import Path

import click

from accords_data.cli.options import HELP, problems_told, quiet_option, say, say_waiting

_place = click.Path(path_type=Path)


@click.command(context_settings=HELP)
@click.argument("place", metavar="[RELEASE]", type=_place, required=False)
@click.option("--out", type=_place, required=True, metavar="DIR", help="Folder of the site; it is replaced as a whole.")
@click.option("--since", type=_place, metavar="FORMER", help="The former release: the site says what changed since.")
@quiet_option
def site(*, place: Path | None, out: Path, since: Path | None, quiet: bool) -> None:
    """Draw the site of RELEASE, a folder or an archive: plain files to read the accords in a browser.

    The release is verified first. Without an argument, ./exports is drawn, else the release that this installation
    carries. The site needs no network and no server: open its index.html, or put it on any web host.

    \b
    Examples:
      accords site --out site
      accords site accords-data-2026.12.0.zip --out site --since accords-data-2026.11.0.zip
    """  # noqa: D301 - click reads the backspace character
    with problems_told():
        from accords_data import paths
        from accords_data.site import build, collection
        from accords_data.verify import diff

        release = paths.release_place(place)
        read = collection.read(release)
        difference = None if since is None else diff.compare(since, release)
        number = build.write(out, read, difference, say_waiting)
        say(quiet, f"{number} files written; open {out / 'index.html'}")
