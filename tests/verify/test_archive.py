"""Archives of any origin: read back as they were packed, and refused where they are hostile."""

import gzip
import io
import os
import stat
import struct
import tarfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import samples
from conftest import EXPORTS
from hypothesis import given
from hypothesis import strategies as st
from packing import tarred, zipped
from sealing import Files
from tampering import MEETINGS, SOURCE

from accords_data.folder import SUMS
from accords_data.release import pack
from accords_data.release.manifest import MANIFEST
from accords_data.verify import archive, verify


def zip_link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("csv/link.csv")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def tar_member(name: str, type_: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = type_, target
    return info


def zip_claiming(size: int) -> bytes:
    """Return a ZIP file whose directory says that a member has `size` bytes, and whose data is what it is."""
    packed = bytearray(zipped(("bomb.bin", b"\0" * 100), files={}))
    directory = packed.rindex(b"PK\x01\x02")
    struct.pack_into("<L", packed, directory + 24, size)
    return bytes(packed)


def encrypted() -> bytes:
    packed = bytearray(zipped(("secret.txt", b"x"), files={}))
    for marker, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(marker) + offset] |= 1
    return bytes(packed)


def gzip_bomb(size: int) -> bytes:
    """Return `size` zeros as an archive has them, and 16 MiB at least."""
    sink = io.BytesIO()
    with gzip.GzipFile(fileobj=sink, mode="wb", compresslevel=9) as packed:
        for _ in range(size // 2**24 + 1):
            packed.write(bytes(2**24))
    return sink.getvalue()


def bzip_member() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("packed.bin")
    info.compress_type = zipfile.ZIP_BZIP2
    return info


def bzipped() -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as packed:
        packed.writestr(bzip_member(), b"x" * 1000, zipfile.ZIP_BZIP2)
    return sink.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: zipped(("../evil.txt", b"x")), "../evil.txt: has a name that points outside the archive"),
        (lambda: zipped(("a/../../evil.txt", b"x")), "a/../../evil.txt: has a name that points outside"),
        (lambda: zipped(("/tmp/evil.txt", b"x")), "/tmp/evil.txt: has an absolute name"),  # noqa: S108 - a hostile name
        (lambda: zipped(("C:evil.txt", b"x")), "C:evil.txt: has an absolute name"),
        (lambda: zipped(("..\\evil.txt", b"x")), "has a name that points outside the archive"),
        (lambda: zipped((zip_link(), b"/etc/passwd")), "csv/link.csv: is a link"),
        (lambda: zipped((MEETINGS, b"x")), f"{MEETINGS}: appears twice in the archive"),
        (lambda: zip_claiming(2**31), "more than 1,073,741,824 bytes, packed or unpacked"),
        (lambda: zip_claiming(50), "deep/release: cannot be read: "),
        (encrypted, "secret.txt: is encrypted"),
        (bzipped, "packed.bin: uses a compression method that releases never use"),
        (lambda: zipped(*[(f"{number}.txt", b"") for number in range(10_001)], files={}), "more than 10,000 members"),
        (lambda: zipped()[:-5000], "deep/release: cannot be read: "),
        (lambda: zipped()[:2000], "deep/release: cannot be read: "),
        (lambda: zipped(files={}), "is empty"),
        (lambda: tarred((tar_member("../evil.txt"), b"x")), "../evil.txt: has a name that points outside the archive"),
        (lambda: tarred((tar_member("/etc/evil"), b"x")), "/etc/evil: has an absolute name"),
        (lambda: tarred((tar_member("link", tarfile.SYMTYPE, "/etc/passwd"), b"")), "link: is a link"),
        (lambda: tarred((tar_member("hard", tarfile.LNKTYPE, MEETINGS), b"")), "hard: is a link"),
        (lambda: tarred((tar_member("device", tarfile.CHRTYPE), b"")), "device: is not a regular file"),
        (lambda: tarred((tar_member("pipe", tarfile.FIFOTYPE), b"")), "pipe: is not a regular file"),
        pytest.param(
            lambda: gzip_bomb(archive.MAX_BYTES),
            "more than 1,073,741,824 bytes, packed or unpacked",
            marks=pytest.mark.exhaustive,
        ),
        (lambda: tarred()[:-3000], "deep/release: cannot be read: "),
        (lambda: gzip.decompress(tarred())[:-20_000], "deep/release: cannot be read: "),
        (lambda: b"not an archive", "is not a folder, a ZIP file or a TAR file"),
        (lambda: b"PK", "deep/release: cannot be read: "),
        (lambda: b"\x1f\x8b", "deep/release: cannot be read: "),
    ],
)
def test_a_hostile_archive_is_refused_and_nothing_is_written(
    make: Callable[[], bytes], message: str, tmp_path: Path
) -> None:
    place = tmp_path / "deep" / "release"
    place.parent.mkdir()
    place.write_bytes(make())
    problems = [str(problem) for problem in verify.verify(place).problems]
    assert any(message in problem for problem in problems), problems
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [place]


def test_an_archive_that_unpacks_to_more_than_a_release_may_have_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same as the one above that unpacks to a gigabyte, with a limit that is reached sooner."""
    monkeypatch.setattr(archive, "MAX_BYTES", 2**20)
    (tmp_path / "bomb").write_bytes(gzip_bomb(2**20))
    (problem,) = verify.verify(tmp_path / "bomb").problems
    assert "more than 1,048,576 bytes, packed or unpacked" in problem.message


def test_a_link_in_a_folder_is_refused(tmp_path: Path) -> None:
    for path, content in samples.alone_files().items():
        (tmp_path / "r" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "r" / path).write_bytes(content)
    assert verify.verify(tmp_path / "r").problems == []
    (tmp_path / "r" / MEETINGS).unlink()
    (tmp_path / "r" / MEETINGS).symlink_to(EXPORTS / MEETINGS)
    assert any("is a link" in str(problem) for problem in verify.verify(tmp_path / "r").problems)
    os.mkfifo(tmp_path / "r" / "pipe")
    assert any("is not a regular file" in str(problem) for problem in verify.verify(tmp_path / "r").problems)


def test_a_file_that_is_too_large_to_be_a_release_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.zip").open("wb") as file:
        file.truncate(archive.MAX_BYTES + 1)
    (problem,) = verify.verify(tmp_path / "large.zip").problems
    assert "more than 1,073,741,824 bytes" in problem.message


@pytest.mark.parametrize("pack", [pack.zip_bytes, pack.tar_bytes])
def test_an_archive_is_read_back_as_it_was_packed(pack: Callable[[Files, str], bytes], tmp_path: Path) -> None:
    place = tmp_path / "release"
    place.write_bytes(pack(samples.alone_files(), "accords-data-0.0.0"))
    content = archive.read(place)
    assert (dict(content.files), content.problems) == (samples.alone_files(), ())


def test_a_plain_tar_file_is_read_too(tmp_path: Path) -> None:
    place = tmp_path / "release.tar"
    place.write_bytes(gzip.decompress(pack.tar_bytes(samples.alone_files(), "top")))
    assert verify.verify(place).problems == []


@cache
def small_archives() -> list[bytes]:
    """Return four files of a release as a ZIP and as a TAR file."""
    small = {path: samples.alone_files()[path] for path in (MANIFEST, SUMS, MEETINGS, SOURCE)}
    return [pack.zip_bytes(small, "top"), gzip.decompress(pack.tar_bytes(small, "top"))]


@given(st.integers(0, 1), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8))
def test_whatever_bytes_of_an_archive_are_changed_it_is_read_or_refused_without_an_exception(
    which: int, changes: list[tuple[int, int]]
) -> None:
    packed = small_archives()[which]
    changed = bytearray(packed)
    for place, value in changes:
        # Half of the places near the end, where a ZIP file has its directory.
        changed[-(place % 400) - 1 if place % 2 else place % len(packed)] = value
    content = archive.unpack("release", bytes(changed))
    assert content.problems or content.files
