"""A release in one piece: a folder, a ZIP or a TAR file, read and never unpacked.

What is read is hostile: names that leave the archive, links, devices, encrypted or sparse members, names that stand
twice, and more than `MAX_BYTES` of content are refused, each by name.
"""

import gzip
import io
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TypeVar

import attrs

from accords_data.problems import Problem
from accords_data.release.manifest import MANIFEST, sha256
from accords_data.verify.folder_files import FolderFiles

File = TypeVar("File")

MAX_BYTES = 2**30
"""Uncompressed, all members together; the first release has less than a thousandth of it."""
MAX_MEMBERS = 10_000
_CHUNK = 2**20
_UNREADABLE = (
    OSError, EOFError, ValueError, zlib.error, tarfile.TarError, zipfile.BadZipFile, struct.error,
    RuntimeError,  # zipfile: of a version or with a feature that it does not know
)  # fmt: skip
_WHOLE = "it is not what was released: download it again"
_GIVE = "give a release as a folder, .zip, .tar or .tar.gz"
_HOSTILE = "do not unpack it: a release contains nothing like this"


@attrs.frozen
class Content:
    """The files of a release, and what is wrong with the archive that holds them."""

    name: str
    """The archive or folder, as the user gave it."""
    files: Mapping[str, bytes]
    """Bytes by path, relative to the release."""
    problems: tuple[Problem, ...]

    def size(self, path: str) -> int:
        """Return how many bytes the file `path` has, 0 where there is none."""
        if isinstance(self.files, FolderFiles):
            return self.files.size(path)
        return len(self.files.get(path, b""))

    def hashes(self) -> dict[str, tuple[int, str]]:
        """Return size and SHA-256 of each file by its path, of its bytes as they were read."""
        if isinstance(self.files, FolderFiles):
            return {path: self.files.hash_of(path) for path in self.files}
        return {path: (len(content), sha256(content)) for path, content in self.files.items()}

    def problem(self, path: str, message: str, hint: str | None = None, pointer: str | None = None) -> Problem:
        """Return a problem of the file `path` in the release; of the release itself when `path` is empty."""
        return Problem(path=f"{self.name}/{path}" if path else self.name, pointer=pointer, message=message, hint=hint)


def listed(place: Path) -> Content:
    """Return what `read` does, but of a folder each file is read when it is asked for, and not kept.

    Where a file cannot be read then, OSError is raised.
    """
    if not place.is_dir():
        return read(place)
    return _content(str(place), lambda: _folder_paths(place), FolderFiles)


def read(place: Path) -> Content:
    """Return the files of the release at `place`, a folder, ZIP or TAR file; nothing is written anywhere."""
    return _content(str(place), lambda: _members(place), dict)


def unpack(name: str, packed: bytes) -> Content:
    """Return the files of the release that the ZIP or TAR file `packed` holds, as it came from `name`."""
    return _content(name, lambda: _packed_members(packed), dict)


def _content(
    name: str,
    members: Callable[[], Iterator[tuple[str, File | str]]],
    offer: Callable[[Mapping[str, File]], Mapping[str, bytes]],
) -> Content:
    files: dict[str, File] = {}
    told: list[tuple[str, str, str]] = []
    try:
        for path, read in members():
            if isinstance(read, str):
                told.append((path, read, _HOSTILE if path else _GIVE))
            elif path in files:
                told.append((path, "appears twice in the archive", _HOSTILE))
            else:
                files[path] = read
    except _UNREADABLE as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        told.append(("", f"cannot be read: {reason}", _WHOLE))
    content = Content(name, offer(_below_top(files)), ())
    return attrs.evolve(content, problems=tuple(content.problem(*each) for each in told))


def _members(place: Path) -> Iterator[tuple[str, bytes | str]]:
    """Yield each member with its bytes, or with the sentence why it is refused."""
    if place.is_dir():
        return _folder_members(place)
    if not place.is_file():
        return iter([("", "no such folder or archive")])
    _check_size(0, place.stat().st_size)
    return _packed_members(place.read_bytes())


def _packed_members(content: bytes) -> Iterator[tuple[str, bytes | str]]:
    if content.startswith(b"PK"):
        return _zip_members(content)
    if content.startswith(b"\x1f\x8b"):
        return _tar_members(_gunzip(content))
    if content[257:262] == b"ustar":
        return _tar_members(content)
    return iter([("", "is not a folder, a ZIP file or a TAR file")])


def _folder_members(place: Path) -> Iterator[tuple[str, bytes | str]]:
    for name, found in _folder_paths(place):
        yield name, found if isinstance(found, str) else found.read_bytes()


def _folder_paths(place: Path) -> Iterator[tuple[str, Path | str]]:
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_symlink():
            yield name, "is a link"
        elif path.is_file():
            yield name, path
        elif not path.is_dir():
            yield name, "is not a regular file"


def _zip_members(content: bytes) -> Iterator[tuple[str, bytes | str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = archive.infolist()
        _check_size(len(infos), sum(info.file_size for info in infos))
        left = MAX_BYTES
        for info in infos:
            wrong = _wrong_name(info.orig_filename) or _wrong_kind(info)
            if wrong is not None:
                yield info.orig_filename, wrong
            elif not info.is_dir():
                with archive.open(info) as member:
                    read = member.read(left + 1)
                left -= len(read)
                _check_size(0, MAX_BYTES - left)
                yield info.filename, read


def _wrong_kind(info: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "is a link"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "is not a regular file"
    if info.flag_bits & 0x1:
        return "is encrypted"
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return "uses a compression method that releases never use"
    return None


def _tar_members(content: bytes) -> Iterator[tuple[str, bytes | str]]:
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
        for number, member in enumerate(archive, start=1):
            _check_size(number, member.size)
            wrong = _wrong_name(member.name)
            if wrong is not None:
                yield member.name, wrong
            elif member.issym() or member.islnk():
                yield member.name, "is a link"
            elif member.issparse() or not (member.isfile() or member.isdir()):
                yield member.name, "is not a regular file"
            elif member.isfile():
                file = archive.extractfile(member)
                yield member.name, b"" if file is None else file.read()
        # tarfile takes an archive that is cut within a header for one that ends there.
        if content[archive.offset : archive.offset + tarfile.BLOCKSIZE] != bytes(tarfile.BLOCKSIZE):
            message = "truncated"
            raise tarfile.ReadError(message)


def _gunzip(content: bytes) -> bytes:
    unpacked = bytearray()
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
        while chunk := file.read(_CHUNK):
            unpacked += chunk
            _check_size(0, len(unpacked))
    return bytes(unpacked)


def _check_size(members: int, size: int) -> None:
    if members > MAX_MEMBERS:
        message = f"more than {MAX_MEMBERS:,} members"
        raise ValueError(message)
    if size > MAX_BYTES:
        message = f"more than {MAX_BYTES:,} bytes, packed or unpacked"
        raise ValueError(message)


def _wrong_name(name: str) -> str | None:
    """Return why no member may be called `name`, or None when one may."""
    parts = PurePosixPath(name).parts
    if name.startswith(("/", "\\")) or name[1:2] == ":":
        return "has an absolute name"
    if ".." in parts or "\\" in name:
        return "has a name that points outside the archive"
    if not parts or any(character < " " for character in name):
        return "has a name that cannot be printed"
    return None


def _below_top(files: Mapping[str, File]) -> dict[str, File]:
    """Return `files` without the one folder that all of them are in, if they are."""
    tops = {path.partition("/")[0] for path in files}
    top = next(iter(tops), "")
    if MANIFEST in files or len(tops) != 1 or f"{top}/{MANIFEST}" not in files:
        return dict(files)
    return {path.removeprefix(f"{top}/"): content for path, content in files.items()}
