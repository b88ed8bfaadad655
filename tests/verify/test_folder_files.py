"""The files of a release that is a folder: each is read once, and none may change meanwhile."""

from pathlib import Path

import pytest
from conftest import EXPORTS

from accords_data import folder
from accords_data.verify import archive, verify
from accords_data.verify.folder_files import FolderFiles


def test_each_file_of_a_folder_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    read_bytes = Path.read_bytes

    def counting(path: Path) -> bytes:
        read.append(path)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", counting)
    assert verify.verify(EXPORTS).problems == []
    assert sorted(path.relative_to(EXPORTS).as_posix() for path in read) == sorted(folder.files_in(EXPORTS))


def test_a_file_that_changes_while_a_folder_is_verified_is_told(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (release / "json" / "meetings.json").write_bytes(b"[]\n")
    files = archive.listed(release).files
    assert files["README.md"] == (EXPORTS / "README.md").read_bytes()
    (release / "README.md").write_bytes(b"other")
    with pytest.raises(OSError, match=r"README\.md changed while it was read"):
        files["README.md"]
    # Of records that are not those of the tables the file is read again.
    reads = FolderFiles.__getitem__

    def changing(self: FolderFiles, path: str) -> bytes:
        content = reads(self, path)
        if path == "json/meetings.json":
            (release / path).write_bytes((EXPORTS / path).read_bytes())
        return content

    monkeypatch.setattr(FolderFiles, "__getitem__", changing)
    problems = [str(each) for each in verify.verify(release).problems]
    assert any("cannot be read: json/meetings.json changed while it was read" in each for each in problems), problems
