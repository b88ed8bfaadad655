"""Where streams are read and written: on this machine, or in a store that pyarrow knows (s3, gs, hdfs)."""

import contextlib
import functools
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import attrs

from accords_data.problems import AccordsError, Problem

if TYPE_CHECKING:
    import pyarrow.fs as pf


@attrs.frozen
class Place:
    """A file or a folder. It can be pickled, and names the same one on every machine of a cluster.

    A store is not a file system: what is written appears when it is whole, and nothing is locked.
    """

    path: str
    """On this machine; or in the store, with slashes."""
    store: str | None = None
    """The URI by which pyarrow finds the store; None for this machine."""

    @classmethod
    def named(cls, name: str) -> "Place":
        """Return what a user calls `name`: a path, or a URI as ``s3://bucket/a folder``, options after a ``?``.

        Raises:
            AccordsError: it is a URI of no store that pyarrow can reach.
        """
        if "://" not in name:
            return cls(name)
        import pyarrow as pa
        import pyarrow.fs as pf

        uri = _encoded(name)
        try:
            system, path = pf.FileSystem.from_uri(uri)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError) as error:
            why = reason(error).replace(uri, _shown(name))  # pyarrow repeats the URI, secrets and all
            message, hint = f"cannot be reached: {why}", "supported stores are s3://, gs:// and hdfs://"
            raise AccordsError([Problem(path=_shown(name), message=message, hint=hint)]) from error
        return cls(path) if isinstance(system, pf.LocalFileSystem) else cls(path, uri)

    @property
    def name(self) -> str:
        """What messages call it: no key, secret or option of the URI."""
        return self.path if self.store is None else f"{self.store.partition(':')[0]}://{self.path}"

    @property
    def label(self) -> str:
        """Its name without its folder."""
        return self.path.rstrip("/").rpartition("/")[2]

    def absolute(self) -> "Place":
        """Return it under a name that does not depend on the working folder."""
        return self if self.store is not None else Place(str(Path(self.path).absolute()))

    def below(self, path: str) -> "Place":
        """Return the file or folder `path`, with slashes, in it."""
        return attrs.evolve(self, path=f"{self.path.rstrip('/')}/{path}")

    def beside(self, name: str) -> "Place":
        """Return the file or folder `name` in the same folder."""
        folder, slash, _ = self.path.rstrip("/").rpartition("/")
        return attrs.evolve(self, path=f"{folder}{slash}{name}")

    def kind(self) -> str | None:
        """Return ``file``, ``folder``, ``other`` (as a pipe is), or None where there is nothing.

        Raises:
            OSError: it cannot be looked at.
        """
        if self.store is None:
            path = Path(self.path)
            looks = {"folder": path.is_dir, "file": path.is_file, "other": path.exists}
            return next((kind for kind, is_one in looks.items() if is_one()), None)
        import pyarrow.fs as pf

        kinds = {pf.FileType.File: "file", pf.FileType.Directory: "folder", pf.FileType.NotFound: None}
        return kinds.get(self._info().type, "other")

    def files(self) -> Iterator[str]:
        """Yield the path, with slashes, of each file in it and in its folders, sorted.

        Raises:
            OSError: it, or a folder in it, cannot be read.
        """
        if self.store is None:
            yield from _local_files(Path(self.path), "")
            return
        import pyarrow.fs as pf

        start = len(self.path.rstrip("/")) + 1
        found = self._system.get_file_info(pf.FileSelector(self.path, recursive=True))
        yield from sorted(each.path[start:] for each in found if each.is_file)

    def stamp(self) -> tuple[int, int]:
        """Return its size in bytes and the time of its last change in nanoseconds.

        Raises:
            OSError: it cannot be looked at.
        """
        if self.store is None:
            status = Path(self.path).stat()
            return status.st_size, status.st_mtime_ns
        info = self._info()
        return info.size or 0, info.mtime_ns or 0

    def open(self) -> Any:  # noqa: ANN401 - a file of Python or of pyarrow
        """Open it for reading, as a context.

        Raises:
            OSError: it cannot be read.
        """
        return Path(self.path).open("rb") if self.store is None else self._system.open_input_file(self.path)

    def open_for_arrow(self) -> Any:  # noqa: ANN401 - a file of pyarrow
        """Open it for reading by pyarrow itself, as a context.

        Threads of Arrow may still hold a file of Python when the interpreter ends, and the process then aborts
        (apache/arrow issues 50482 and 34314).

        Raises:
            OSError: it cannot be read.
        """
        return self._system.open_input_file(self.path)

    def read(self) -> bytes:
        """Return all that it holds."""
        with self.open() as file:
            content: bytes = file.read()
        return content

    def write(self, content: bytes) -> None:
        """Make `content` what it holds, as a whole."""
        with self.whole_file() as file:
            file.write(content)

    @contextlib.contextmanager
    def whole_file(self) -> Iterator[IO[bytes]]:
        """Give a file to write to that becomes this one once it is whole.

        Raises:
            OSError: it cannot be written.
        """
        aside = self.beside(f".{self.label}.{secrets.token_hex(4)}")
        try:
            with aside._create() as file:  # noqa: SLF001 - another of the same class
                yield file
                written = None if file.closed else file.tell()  # a store that fails closes it
            aside._become(self, written)  # noqa: SLF001 - as above
        except BaseException:
            with contextlib.suppress(OSError):  # what went wrong first is raised
                aside.delete()
            raise

    def _become(self, place: "Place", written: int | None) -> None:
        size, _ = self.stamp()
        # The gs server of the tests loses bytes without an error (docs/decisions/0042).
        if size != written:
            message = f"the store has {size} bytes of {place.name}, not {written}"
            raise OSError(message)
        self.move(place)

    def _create(self) -> Any:  # noqa: ANN401 - a file of Python or of pyarrow
        if self.store is not None:
            return self._system.open_output_stream(self.path)
        path = Path(self.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")

    def move(self, to: "Place") -> None:
        """Give this file the name `to`, in the same store."""
        if self.store is None:
            Path(self.path).replace(to.path)
        else:
            self._system.move(self.path, to.path)

    def copy(self, to: "Place") -> None:
        """Make `to`, in the same store, a copy of this file of a store."""
        self._system.copy_file(self.path, to.path)

    def delete(self) -> None:
        """Delete the file or the folder; do nothing where there is none."""
        match self.kind():
            case "folder" if self.store is None:
                shutil.rmtree(self.path)
            case "folder":
                with contextlib.suppress(FileNotFoundError):  # of gs, which has no folders, after all in it is gone
                    self._system.delete_dir(self.path)
            case None:
                pass
            case _ if self.store is None:
                Path(self.path).unlink()
            case _:
                self._system.delete_file(self.path)

    @property
    def _system(self) -> "pf.FileSystem":
        return _system(self.store or "file:///")

    def _info(self) -> "pf.FileInfo":
        return self._system.get_file_info([self.path])[0]


@functools.lru_cache(maxsize=8)
def _system(store: str) -> "pf.FileSystem":
    """Return the file system of the URI `store`; made once, since a connection is."""
    import pyarrow.fs as pf

    return pf.FileSystem.from_uri(store)[0]


def reason(error: Exception) -> str:
    """Return why `error` came, in the words of the system where it says more than one."""
    number = getattr(error, "errno", None)
    return str(error).partition("\n")[0] if number is None else os.strerror(number)


def _local_files(folder: Path, before: str) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _local_files(path, f"{before}{path.name}/")
        else:
            yield before + path.name


def _encoded(name: str) -> str:
    """Return `name`, a URI as people write it, as a URI: its path encoded, which `pyarrow.fs` decodes."""
    from urllib.parse import quote

    place, mark, options = name.partition("?")
    scheme, _, rest = place.partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}://{authority}{slash}{quote(path)}{mark}{options}"


def _shown(name: str) -> str:
    """Return the URI `name` without what may be secret."""
    scheme, slashes, rest = name.partition("?")[0].partition("://")
    return scheme + slashes + rest.rpartition("@")[2]
