"""The files of a release that is a folder, read one at a time."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from accords_data.release.manifest import sha256


class FolderFiles(Mapping[str, bytes]):
    """The files of a folder, each read when it is asked for and not kept; one that has changed by then is refused."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        """Offer the files at `paths`, by their path in the release."""
        self._paths = paths
        self._hashes: dict[str, tuple[int, str]] = {}

    def __getitem__(self, path: str) -> bytes:
        """Return the bytes of the file `path`.

        Raises:
            OSError: it cannot be read, or is not what it was before.
        """
        content = self._paths[path].read_bytes()
        hash_ = len(content), sha256(content)
        if self._hashes.setdefault(path, hash_) != hash_:
            message = f"{path} changed while it was read"
            raise OSError(message)
        return content

    def __iter__(self) -> Iterator[str]:
        """Yield each path."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        """Return whether there is such a file, without reading it."""
        return path in self._paths

    def size(self, path: str) -> int:
        """Return how many bytes the file `path` has, 0 where there is none."""
        return self._paths[path].stat().st_size if path in self._paths else 0

    def hash_of(self, path: str) -> tuple[int, str]:
        """Return size and SHA-256 of what was read of the file `path`; it is read now if it was not yet.

        Raises:
            OSError: it cannot be read.
        """
        if path not in self._hashes:
            self[path]
        return self._hashes[path]
