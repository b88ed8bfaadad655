"""Where seeds are: in the working folder, or in the installed package."""

from pathlib import Path

from accords_data.problems import AccordsError, Problem

PACKAGED = Path(__file__).parent / "_data"
"""What a wheel carries: seeds, schemas and exports as they were when it was built."""


def seeds_folder(given: Path | None) -> Path:
    """Return the seeds folder to read: the one that was given, else ``./seeds``, else that of the package.

    Raises:
        AccordsError: none was given, and there is no other.
    """
    if given is not None:
        return given
    for place in (Path("seeds"), PACKAGED / "seeds"):
        if place.is_dir():
            return place
    message = "no such folder here, and none in the installed package"
    raise AccordsError([Problem(path="seeds", message=message, hint="give the seeds folder with --seeds")])


def writable_seeds_folder(given: Path | None) -> Path:
    """Return the seeds folder to write to: the one that was given, else ``./seeds``; never that of the package.

    Raises:
        AccordsError: what is there is no folder.
    """
    folder = Path("seeds") if given is None else given
    if folder.exists() and not folder.is_dir():
        raise AccordsError(
            [Problem(path=str(folder), message="not a folder", hint="give the seeds folder with --seeds")]
        )
    return folder


def exports_folder() -> Path:
    """Return the folder of the release that the installed package carries, or the one beside it in a checkout.

    Raises:
        AccordsError: there is none.
    """
    for place in (PACKAGED / "exports", PACKAGED.parent.parent / "exports"):
        if (place / "manifest.json").is_file():
            return place
    message = "the installed package contains no release"
    raise AccordsError([Problem(path=str(PACKAGED / "exports"), message=message, hint="give a release with path=")])


def release_place(given: Path | None) -> Path:
    """Return the release to read: the one that was given, else ``./exports``, else that of the package.

    Raises:
        AccordsError: none was given, and there is no other.
    """
    if given is not None:
        return given
    here = Path("exports")
    return here if (here / "manifest.json").is_file() else exports_folder()
