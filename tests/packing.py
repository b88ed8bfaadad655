"""A release in an archive, with members that do not belong in it."""

import io
import tarfile
import zipfile

import samples
from sealing import Files


def zipped(*members: tuple[zipfile.ZipInfo | str, bytes], files: Files | None = None) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in (samples.alone_files() if files is None else files).items():
            packed.writestr(path, content)
        for info, content in members:
            packed.writestr(info, content)
    return sink.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w:gz") as packed:
        for path, content in samples.alone_files().items():
            info = tarfile.TarInfo(path)
            info.size = len(content)
            packed.addfile(info, io.BytesIO(content))
        for info, content in members:
            info.size = len(content)
            packed.addfile(info, io.BytesIO(content))
    return sink.getvalue()
