"""The archives of a release, with their checksums and signatures, put into a folder that may hold others."""

import gzip
import io
import os
import re
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from accords_data import about
from accords_data.problems import AccordsError, Problem
from accords_data.release import signature
from accords_data.release.build import Release
from accords_data.release.manifest import Edition, sums

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_VERSION = re.compile(r"(20[0-9]{2})\.([1-9]|1[0-2])\.(0|[1-9][0-9]*)")


def edition(version: str, date: str | None) -> Edition:
    """Return the edition of the release `version`, of the day `date`, else of the month that its version says.

    Raises:
        AccordsError: `version` is not year, month and number, or `date` is not in its month.
    """
    match = _VERSION.fullmatch(version)
    if match is None:
        hint = "year, month and number, without leading zeros: 2026.12.0"
        raise AccordsError([Problem(path="--version", message=f"{version!r} is not a release version", hint=hint)])
    month = f"{match[1]}-{int(match[2]):02}"
    if date is not None and not date.startswith(f"{month}-"):
        message = f"{date} is not in {month}, the month of {version}"
        raise AccordsError([Problem(path="--date", message=message, hint="correct one of the two")])
    return Edition(version=version, date=date or month)


def ship(release: Release, out: Path, key: Path | None) -> list[Path]:
    """Put the archives of `release` and their checksums into `out`; return every file that is there now.

    Args:
        release: What to pack.
        out: A folder; it is made if need be.
        key: A secret key of minisign or SSH, with which each archive is signed; None for no signature.

    Raises:
        AccordsError: a file of the same name and other bytes is there, `out` cannot be written, or signing failed;
            nothing is changed then.
    """
    name = f"{about.NAME}-{release.manifest.release_version}"
    files = {
        f"{name}.zip": zip_bytes(release.files, name),
        f"{name}.tar.gz": tar_bytes(release.files, name),
    }
    files[f"{name}.SHA256SUMS"] = sums(files)
    problems = [problem for path, content in files.items() for problem in _other(out / path, content)]
    if problems:
        raise AccordsError(problems)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".new-") as aside:
            made = _write(Path(aside), files)
            if key is not None:
                comment = f"{about.NAME} {release.manifest.release_version}"
                made += signature.sign(key, made[:2], comment)
            return [path.replace(out / path.name) for path in made]
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        raise AccordsError([Problem(path=str(out), message=message, hint="choose another --out")]) from error


def _other(path: Path, content: bytes) -> list[Problem]:
    if not path.exists() or (path.is_file() and path.read_bytes() == content):
        return []
    message = "already exists with other content: a release never changes"
    return [Problem(path=str(path), message=message, hint="choose a new version")]


def _write(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, content in files.items():
        with (folder / name).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    return [folder / name for name in files]


def zip_bytes(files: Mapping[str, bytes], top: str) -> bytes:
    """Return `files` below the folder `top` as a ZIP file; the bytes follow from them and the zlib in use alone."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for path, content in sorted(files.items()):
            info = zipfile.ZipInfo(f"{top}/{path}", _ZIP_EPOCH)
            info.create_system = 3  # Unix, whatever the machine
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return sink.getvalue()


def tar_bytes(files: Mapping[str, bytes], top: str) -> bytes:
    """Return `files` below the folder `top` as a .tar.gz file, as reproducible as `zip_bytes`."""
    sink = io.BytesIO()
    with (
        gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=sink, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path, content in sorted(files.items()):
            info = tarfile.TarInfo(f"{top}/{path}")
            info.size, info.mode = len(content), 0o644
            archive.addfile(info, io.BytesIO(content))
    return sink.getvalue()
